import { z } from "zod";

/** One page of a list: its items, how many there are in all, and where the next page starts. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int().min(0), nextCursor: z.string().nullable() });

export interface Page<Item> {
  items: Item[];
  total: number;
  nextCursor: string | null;
}

/** `limit` and `cursor` of every list endpoint. The cursor is opaque to callers. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(600).optional(),
};

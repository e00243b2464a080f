import { type CustomTypesConfig, types } from "pg";

const { INT8, NUMERIC, DATE } = types.builtins;
const asText = (value: string) => value;
/** Array types have no names in the driver; these are the catalogue's numbers. */
const arrays = { text: 1009, int8: 1016, numeric: 1231, date: 1182 } as const;

const textArray = types.getTypeParser(arrays.text as number) as (value: string) => (string | null)[];
const numberArray = (value: string) => textArray(value).map((item) => (item === null ? null : Number(item)));

const parsers = new Map<number, (value: string) => unknown>([
  [INT8, Number],
  [NUMERIC, Number],
  // A day has no hour: as a Date it would move with the time zone of the machine.
  [DATE, asText],
  [arrays.int8, numberArray],
  [arrays.numeric, numberArray],
  [arrays.date, textArray],
]);

/** bigint and numeric → number, date → string; the driver's own: timestamptz → Date, jsonb → parsed. */
export const rowTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    parsers.get(oid) ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser,
};

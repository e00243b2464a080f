import type { FastifyRequest } from "fastify";

type Addressed = Pick<FastifyRequest, "url" | "params" | "routeOptions">;

/** Path parameters whose values are public, or at least open nothing. */
const openParameters = ["language", "slug", "number", "version", "workshopId", "questionnaireId"];
/** What nobody could mistake for a token, where no route says what a part is. */
const plainWord = /^[a-z_.-]{0,20}$/i;
const plainName = /^[\w-]{1,40}$/;
const hidden = "[hidden]";
const mostParts = 12;

/**
 * The address of a request as the log may hold it. Mailed links carry tokens, searches carry what people look for, and
 * the id of an anonymous response is the only key to it; so the log gets the parts that a route spells out and those
 * known to open nothing, and of a query its names.
 */
export function maskedUrl({ url, params, routeOptions }: Addressed): string {
  const [path = "", query] = url.split("?", 2);
  const given = (params ?? {}) as Record<string, unknown>;
  const spelled = new Set([...(routeOptions.url?.split("/") ?? []), ...openParameters.map((name) => given[name])]);
  const isOpen = (part: string) => spelled.has(part) || (routeOptions.url === undefined && plainWord.test(part));
  const shown = path.split("/", mostParts).map((part) => (part === "" || isOpen(part) ? part : hidden));
  if (!query) return shown.join("/");
  const names = query.split("&", mostParts).map((pair) => pair.split("=", 1)[0] ?? "");
  return `${shown.join("/")}?${names.map((name) => `${plainName.test(name) ? name : hidden}=${hidden}`).join("&")}`;
}

const member = /[ \t]*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?:,|$)|[ \t]*,/y;

/**
 * Whether an `If-None-Match` header names the entity tag, so that 304 is the answer. Compared weakly, as RFC 9110 (13.1.2)
 * asks for GET: what came through a proxy that compressed anew is marked weak. A malformed header counts as none.
 */
export function isKnownTo(header: string, etag: string): boolean {
  if (header === etag) return true;
  if (header.trim() === "*") return true;
  let isNamed = false;
  member.lastIndex = 0;
  while (member.lastIndex < header.length) {
    const read = member.exec(header);
    if (!read) return false;
    if (read[1] === etag) isNamed = true;
  }
  return isNamed;
}

import { describe, expect, test } from "vitest";
import { LocalisedRichText } from "../../../../shared/catalogue/rich-text.ts";
import { plainDocument } from "./plain-document.ts";

describe("a document of the editing library", () => {
  test("becomes one that the contract takes, without the library's own attributes", () => {
    const written = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 3, textAlign: null }, content: [{ type: "text", text: "Why" }] },
        {
          type: "orderedList",
          attrs: { start: 1, type: null },
          content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "One" }] }] }],
        },
        { type: "paragraph", content: [] },
        {
          type: "paragraph",
          content: [
            {
              type: "text",
              text: "here",
              marks: [
                { type: "link", attrs: { href: "https://example.org", target: null, rel: "nofollow", class: null } },
                { type: "bold" },
              ],
            },
            { type: "hardBreak" },
          ],
        },
      ],
    };
    expect(LocalisedRichText.parse({ en: plainDocument(written) }).en).toEqual({
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "Why" }] },
        {
          type: "orderedList",
          content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "One" }] }] }],
        },
        { type: "paragraph" },
        {
          type: "paragraph",
          content: [
            {
              type: "text",
              text: "here",
              marks: [{ type: "link", attrs: { href: "https://example.org" } }, { type: "bold" }],
            },
            { type: "hardBreak" },
          ],
        },
      ],
    });
  });

  test("loses a link that is not of the web and a mark that we do not have", () => {
    const marks = [{ type: "link", attrs: { href: "javascript:alert(1)" } }, { type: "underline" }];
    const written = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks }] }] };
    expect(plainDocument(written).content).toEqual([{ type: "paragraph", content: [{ type: "text", text: "x" }] }]);
  });
});

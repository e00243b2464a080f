import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

const mostStops = 80;

/** Presses Tab until the control has the focus. At each stop on the way one has to see where one is. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press("Tab");
    expect(await invisibleFocus(page)).toBeNull();
    if (await control.evaluate((each) => each === document.activeElement)) return;
  }
  throw new Error(`${control} cannot be reached by ${mostStops} presses of Tab`);
}

/** The control that has the focus and does not show it; null when it is to be seen. */
function invisibleFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const control = document.activeElement;
    if (!control || control === document.body) return null;
    // The ring may be drawn around the label of a radio, or around the card whose link has the focus.
    const drawn = [control, control.nextElementSibling].filter((each) => each !== null);
    for (let each = control.parentElement; each && each !== document.body; each = each.parentElement) drawn.push(each);
    const hasRing = drawn.some((each) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      const { width, height } = each.getBoundingClientRect();
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0 && width > 1 && height > 1;
    });
    return hasRing ? null : control.outerHTML.slice(0, 200);
  });
}

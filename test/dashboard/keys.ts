import type { Page } from 'playwright-core';

/** What has the focus, as somebody without a pointer finds it. */
export interface Focused {
  readonly id: string;
  /** What it is called: its label, or its words. */
  readonly name: string;
  /** Whether an outline is drawn around it, within the window. */
  readonly isSeen: boolean;
  readonly isInMain: boolean;
  /** Its place among all that can be pressed; -1 for the page itself. */
  readonly at: number;
}

/** What can be pressed or typed into, as it stands in the document; run in the page. */
const pressables = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((each) =>
  !each.disabled && each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))`;

const describeFocus = `(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.innerText ?? element.innerText ?? '';
  return {
    id: element.id,
    name: label.trim(),
    isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    isInMain: element.closest('main') !== null,
    at: ${pressables}.indexOf(element),
  };
})()`;

export const focused = (page: Page) => page.evaluate<Focused>(describeFocus);

/** More presses than this mean that it is never reached. */
const most = 250;

/** Presses a key until what has the focus is called so; each that is passed is seen to have it. */
export async function pressUntil(page: Page, key: 'Tab' | 'Shift+Tab', name: RegExp, instead: typeof key = key): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(instead);
    const now = await focused(page);
    if (now.at >= 0 && !now.isSeen) throw new Error(`the focus on "${now.name}" is not seen`);
    if (now.at >= 0 && name.test(now.name)) return;
    passed.push(now.name.split('\n')[0]!);
  }
  throw new Error(`${String(name)} is not reached: ${passed.slice(0, 60).join(' | ')}`);
}

/** Goes by Tab from the top of a page to its end. Answers what was not reached, not in its order, or without an outline. */
export async function focusGoesThrough(page: Page): Promise<string> {
  const names = await page.evaluate<string[]>(`${pressables}.map((each) => each.outerHTML.slice(0, 120))`);
  // Whoever came by a link stands at the content; the top is before it.
  await page.locator('.skip').focus();
  const reached = [0];
  const wrong: string[] = [];
  // A date is several fields, each with a stop of its own.
  for (let pressed = 0; pressed < names.length * 4 + 10; pressed += 1) {
    await page.keyboard.press('Tab');
    const { at, isSeen } = await focused(page);
    if (at < 0) break;
    if (at === reached.at(-1)) continue;
    if (!isSeen) wrong.push(`not seen: ${names[at]}`);
    if (at !== reached.at(-1)! + 1) wrong.push(`after ${names[reached.at(-1)!]}: ${names[at]}`);
    reached.push(at);
  }
  if (reached.length !== names.length) wrong.push(`${reached.length} of ${names.length} reached`);
  return wrong.join('\n');
}

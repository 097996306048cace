import type { Page } from 'playwright-core';

/** Words that only a fault or an unfinished page shows. */
const PLACEHOLDERS = /\b(lorem|ipsum|TO-?DO|FIX-?ME|undefined|NaN|null)\b|\[object \w+\]|Invalid Date/;

/** Runs inside the page: what is wider than its window, cut without an ellipsis, lies over other words, or is a placeholder. */
const look = (placeholder: string): string[] => {
  const words = new RegExp(placeholder);
  const found: string[] = [];
  const named = (element: Element): string => `“${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60)}”`;
  /** Words for screen readers alone: clipped away on purpose, with all that is inside. */
  const onlyRead = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clip !== 'auto' || getComputedStyle(element).clipPath !== 'none' || onlyRead(element.parentElement));
  const seen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return (
      !onlyRead(element) && box.width > 1 && box.height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  };
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than its window`);
  const leaves = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '') && seen(element),
  );
  const text = leaves.map((element) => element.textContent).join(' ');
  const stray = words.exec(text);
  if (stray) found.push(`“${stray[0]}” stands in “${text.slice(Math.max(0, stray.index - 30), stray.index + 40).replace(/\s+/g, ' ')}”`);
  for (const element of leaves) {
    const style = getComputedStyle(element);
    const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && style.overflowX === 'hidden';
    if (cut && style.textOverflow !== 'ellipsis') found.push(`${named(element)} is cut off`);
  }
  const boxes = leaves
    .filter((element) => !element.closest('[aria-hidden=true],svg,select,option'))
    .flatMap((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
        .flatMap((node) => {
          range.selectNode(node);
          const { left, right } = element.getBoundingClientRect();
          // Words that end in an ellipsis go no further than their element.
          const shown = getComputedStyle(element).overflowX === 'visible' ? Number.POSITIVE_INFINITY : right;
          return [...range.getClientRects()].map((rect) => ({
            element,
            box: new DOMRect(rect.x, rect.y, Math.min(rect.right, Math.max(shown, left)) - rect.x, rect.height),
          }));
        });
    })
    // What is scrolled away or lies under something that is filled, such as a drawer, is not there to be read.
    .filter(({ element, box }) => {
      const stack = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const place = stack.findIndex((one) => one === element || element.contains(one));
      return (
        place >= 0 && stack.slice(0, place).every((one) => /^rgba\(.*, 0\)$|^transparent$/.test(getComputedStyle(one).backgroundColor))
      );
    });
  for (const [index, one] of boxes.entries())
    for (const other of boxes.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 2 && high > 4) found.push(`${named(one.element)} and ${named(other.element)} lie over each other`);
    }
  return [...new Set(found)].slice(0, 8);
};

/** tsx names functions through a helper of its own, which a page does not have. */
const HELPER = 'globalThis.__name ??= (named) => named';

/** What is wrong with a page as it is shown, frames included. */
export const findingsIn = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(HELPER);
    found.push(...(await frame.evaluate(look, PLACEHOLDERS.source)));
  }
  return found;
};

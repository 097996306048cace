import type { Frame } from 'playwright-core';

/** Listens to the live regions of a page, as a screen reader does, from now on. */
export const listen = (tab: Frame): Promise<void> =>
  tab.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const regions = '[aria-live], [role=status], [role=alert]';
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
        const words = region?.textContent?.trim() ?? '';
        if (words && heard.at(-1) !== words) heard.push(words);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** Waits until words were said. Fails with what was heard in their place. */
export const hears = async (tab: Frame, words: string): Promise<void> => {
  const was = (asked: string) => (window as unknown as { heard: string[] }).heard.some((said) => said.includes(asked));
  await tab.waitForFunction(was, words).catch(async () => {
    const heard = await tab.evaluate(() => (window as unknown as { heard: string[] }).heard);
    throw new Error(`“${words}” was not said; heard: ${heard.join(' | ')}`);
  });
};

/** The name by which what has the keyboard is read out: its label, else its text. */
export const nameOfFocus = (tab: Frame): Promise<string> =>
  tab.evaluate(() => {
    const here = document.activeElement;
    return (here?.getAttribute('aria-label') ?? here?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Waits until something whose name holds the words has the keyboard. */
export const standsOn = async (tab: Frame, words: string): Promise<void> => {
  const does = (asked: string) => {
    const here = document.activeElement;
    return (here?.getAttribute('aria-label') ?? here?.textContent ?? '').replace(/\s+/g, ' ').includes(asked);
  };
  await tab.waitForFunction(does, words).catch(async () => {
    throw new Error(`the keyboard is not on “${words}” but on “${(await nameOfFocus(tab)).slice(0, 120)}”`);
  });
};

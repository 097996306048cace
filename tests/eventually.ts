const LONGEST = 60_000;

/**
 * Holds as soon as what is claimed holds: tries the claim again until it no longer throws. For what a screen shows a moment after a press;
 * a claim that does not come true within a minute fails with its last words.
 */
export const eventually = async (claim: () => Promise<void>): Promise<void> => {
  const end = performance.now() + LONGEST;
  for (;;) {
    try {
      await claim();
      return;
    } catch (fault) {
      if (performance.now() > end) throw fault;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
};

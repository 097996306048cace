/**
 * Acceptance points that Waymark claims to keep, by duty. A claimed point without a test named for it fails `npm run duties`; a point is
 * claimed when what it asks for can be done from a screen, not when it is begun.
 */
export const CLAIMED: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 3, 4, 5],
  2: [1, 2, 3, 4, 5],
  3: [1, 2, 3, 4, 5],
  5: [1, 2, 3, 4, 5],
  6: [1, 2, 3, 4, 5, 6],
  9: [1, 2, 3, 4],
  10: [3],
};

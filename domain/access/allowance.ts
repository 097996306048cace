/** How much somebody may ask for: so many times at once, and from then on so many times a minute. */
export type Allowance = { readonly atOnce: number; readonly aMinute: number };

/** What is left of an allowance, and when it was last looked at: in seconds of a clock that only goes forward. */
export type Left = { readonly times: number; readonly at: number };

/** One request taken from an allowance: what is left after it, and how many whole seconds must be waited first (0: none). */
export type Spent = { readonly left: Left; readonly wait: number };

/** What is left of an allowance by now; it fills by itself, up to what may be asked at once. */
export const leftBy = ({ atOnce, aMinute }: Allowance, left: Left | undefined, now: number): number =>
  left ? Math.min(atOnce, left.times + ((now - left.at) * aMinute) / 60) : atOnce;

/** Takes one request from an allowance. One that is refused takes nothing, so that asking on and on does not lengthen the wait. */
export const spend = (allowance: Allowance, left: Left | undefined, now: number): Spent => {
  const times = leftBy(allowance, left, now);
  if (times >= 1) return { left: { times: times - 1, at: now }, wait: 0 };
  return { left: { times, at: now }, wait: Math.max(1, Math.ceil(((1 - times) * 60) / allowance.aMinute)) };
};

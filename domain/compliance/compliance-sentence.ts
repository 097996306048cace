import { countWords } from '#domain/calendar/wording.ts';
import { countOfSide, SIDES, type Side } from './side.ts';
import type { SideTally } from './watched-clock.ts';

/** `318 open clocks · 2 late: 1 ours, 1 an agency’s`. */
export const complianceSentence = (tallies: ReadonlyMap<Side, SideTally>): string => {
  const sum = (of: 'open' | 'late'): number => SIDES.reduce((all, side) => all + (tallies.get(side)?.[of] ?? 0), 0);
  const [open, late] = [sum('open'), sum('late')];
  const opened = countWords(open, 'open clock');
  if (late === 0) return open === 0 ? 'No open clocks' : `${opened} · none late`;
  const whose = SIDES.flatMap((side) => {
    const count = tallies.get(side)?.late ?? 0;
    return count > 0 ? [countOfSide(side, count)] : [];
  });
  return `${opened} · ${late} late: ${whose.join(', ')}`;
};

import type { Owner } from '#domain/timelines/rule.ts';
import type { ClockFact } from './case-facts.ts';

/** Who reads a list: a coordinator owes what the school owes, unless somebody else was named. */
export type Reader = { readonly person: string; readonly coordinates: boolean };

export type OwnerShown = { readonly kind: 'you' | 'person' | 'organisation' | 'family'; readonly words: string };

const PLAIN: Readonly<Record<Owner, { readonly kind: OwnerShown['kind']; readonly short: string; readonly words: string }>> = {
  school: { kind: 'person', short: 'Coordinator', words: 'The coordinator' },
  'local-authority': { kind: 'organisation', short: 'Council', words: 'The council' },
  agency: { kind: 'organisation', short: 'Agency', words: 'The agency that was asked' },
  family: { kind: 'family', short: 'Family', words: 'Family' },
  tribunal: { kind: 'organisation', short: 'Tribunal', words: 'The tribunal' },
  'health-commissioner': { kind: 'organisation', short: 'Health', words: 'The health commissioner' },
  'mediation-adviser': { kind: 'organisation', short: 'Adviser', words: 'The mediation adviser' },
  district: { kind: 'organisation', short: 'District', words: 'The district' },
  state: { kind: 'organisation', short: 'State', words: 'The State agency' },
};

/** Whether the reader is the one who must act on a clock. */
export const isMine = ({ owedBy, owner }: Pick<ClockFact, 'owedBy' | 'owner'>, reader: Reader): boolean => {
  if (owedBy !== 'school' && owedBy !== 'district') return false;
  return owner?.person ? owner.person === reader.person : reader.coordinates;
};

/** Who owes a clock, as this reader sees it; `long` for a line of its own, short for a column. */
export const ownerShown = (clock: Pick<ClockFact, 'owedBy' | 'owner'>, reader: Reader, length: 'short' | 'long'): OwnerShown => {
  if (isMine(clock, reader)) return { kind: 'you', words: 'You' };
  const { kind, ...plain } = PLAIN[clock.owedBy];
  const named = length === 'short' ? clock.owner?.short : clock.owner?.words;
  return { kind, words: named ?? (length === 'short' ? plain.short : plain.words) };
};

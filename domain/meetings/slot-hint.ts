import type { Answer } from '#domain/meetings/availability.ts';
import type { Part } from '#domain/meetings/invitees.ts';

/** What a family should know of a time: that everyone can, or who cannot and what happens then. `part` says whose part it is, not who they are. */
export type SlotHint = { readonly kind: 'everyone' | 'writes' | 'may-not' | 'cannot' | 'not-known'; readonly part: Part | null };

/** Parts whose advice can be put in writing; the council's officer speaks for the council and cannot be replaced by paper. */
const WRITES: readonly Part[] = ['health', 'social-care', 'agency'];

/** The family, the pupil and the interpreter are not counted: they are asked, and one is found for the time. */
const counted = ({ part }: { readonly part: Part }): boolean => part !== 'family' && part !== 'pupil' && part !== 'interpreter';

/** The one thing to say of a time, the gravest first. */
export const slotHint = (all: readonly { readonly part: Part; readonly answer: Answer }[]): SlotHint => {
  const others = all.filter(counted);
  const cannot = others.filter(({ answer }) => answer.can === 'no');
  const gravest = cannot.find(({ part }) => !WRITES.includes(part)) ?? cannot[0];
  if (gravest) return { kind: WRITES.includes(gravest.part) ? 'writes' : 'cannot', part: gravest.part };
  const unsure = others.find(({ answer }) => answer.can === 'maybe' && answer.cover === null);
  if (unsure) return { kind: 'may-not', part: unsure.part };
  const blind = others.find(({ answer }) => answer.can === 'not-known');
  return blind ? { kind: 'not-known', part: blind.part } : { kind: 'everyone', part: null };
};

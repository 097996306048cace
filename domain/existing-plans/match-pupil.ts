import type { Day } from '#domain/calendar/day.ts';
import type { PlanFacts } from '#domain/existing-plans/plan-facts.ts';

/** A pupil of the register, as far as a plan can be matched to one. */
export type PupilToMatch = {
  readonly id: string;
  readonly caseRef: string | null;
  readonly externalId: string | null;
  readonly givenName: string;
  readonly surname: string;
  readonly knownAs: string | null;
  readonly birthday: Day | null;
};

/** Whose plan it is: sure, with why; or doubtful, with those it could be; or nobody on the register. Never a guess. */
export type PupilMatch =
  | { readonly how: 'sure'; readonly pupil: string; readonly why: string }
  | { readonly how: 'doubtful'; readonly candidates: readonly { readonly pupil: string; readonly why: string }[] }
  | { readonly how: 'nobody' };

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** The same name: surname whole, and the given name or the one the pupil goes by. Middle names do not matter. */
function sameName(pupil: PupilToMatch, name: string | null): boolean {
  if (name === null) return false;
  const said = ` ${plain(name)} `;
  const given = [pupil.givenName, pupil.knownAs].filter((one): one is string => Boolean(one));
  return said.endsWith(` ${plain(pupil.surname)} `) && given.some((one) => said.startsWith(` ${plain(one)} `));
}

type Signs = { readonly ref: boolean; readonly upn: boolean; readonly name: boolean; readonly born: boolean };

const signsOf = (pupil: PupilToMatch, facts: PlanFacts): Signs => ({
  ref: pupil.caseRef !== null && facts.caseRefs.includes(pupil.caseRef),
  upn: facts.upn !== null && pupil.externalId !== null && pupil.externalId.toUpperCase() === facts.upn.toUpperCase(),
  name: sameName(pupil, facts.name),
  born: facts.birthday !== null && pupil.birthday === facts.birthday,
});

/** What speaks against: the plan states another name, or another birthday. */
const contradicts = (pupil: PupilToMatch, facts: PlanFacts, { name, born }: Signs): boolean =>
  (facts.name !== null && !name) || (facts.birthday !== null && pupil.birthday !== null && !born);

const isSure = (signs: Signs, against: boolean): boolean => !against && (signs.ref || signs.upn || (signs.name && signs.born));

function whyOf(signs: Signs, against: boolean): string {
  const words = [signs.ref && 'case reference', signs.upn && 'pupil number', signs.name && 'name', signs.born && 'date of birth'].filter(
    Boolean,
  );
  const same = `Same ${words.join(' and ')}`;
  if (!against) return `${same}.`;
  return `${same}, but ${signs.name ? 'another date of birth' : 'another name'} in the plan.`;
}

/**
 * Matches a plan to a pupil by case reference, pupil number, or name and date of birth together. A name alone, or a reference beside
 * somebody else's name, is doubtful: a person is asked.
 */
export function matchPupil(facts: PlanFacts, pupils: readonly PupilToMatch[]): PupilMatch {
  const looked = pupils
    .map((pupil) => ({ pupil, signs: signsOf(pupil, facts) }))
    .filter(({ signs }) => signs.ref || signs.upn || signs.name || (signs.born && facts.name === null))
    .map(({ pupil, signs }) => ({ pupil, signs, against: contradicts(pupil, facts, signs) }));
  const sure = looked.filter(({ signs, against }) => isSure(signs, against));
  const [one] = sure;
  if (one && sure.length === 1 && looked.every((other) => other === one || !(other.signs.ref || other.signs.upn)))
    return { how: 'sure', pupil: one.pupil.id, why: whyOf(one.signs, one.against) };
  if (looked.length === 0) return { how: 'nobody' };
  return {
    how: 'doubtful',
    candidates: looked.slice(0, 8).map(({ pupil, signs, against }) => ({ pupil: pupil.id, why: whyOf(signs, against) })),
  };
}

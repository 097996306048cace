import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { LetterFacts } from '#domain/letters/fact.ts';
import type { Nation } from '#domain/letters/language.ts';
import { AGE_OF_MAJORITY, rightsDay } from '#domain/letters/rights-holder.ts';
import { columnDay } from '#domain/plans/written-day.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { stageName } from '#domain/pupils/stage-words.ts';
import { yearWords } from '#domain/pupils/year-words.ts';
import { factOf, list, words } from './fact-of.ts';
import type { LetterCase, LetterContact } from './letter-case-records.ts';

/** Whom the letter is for, by name, and where it goes by post. */
export const addresseeFacts = (found: LetterCase, to: LetterContact | 'learner' | 'authority'): LetterFacts => {
  if (to === 'authority') return {};
  if (to === 'learner') return factOf('addressee', words(found.givenName), 'The pupil');
  return {
    ...factOf('addressee', words(to.name), `Contact, ${to.relation}`),
    ...factOf('address', words(to.address), `Contact, ${to.relation}`),
  };
};

const classWords = ({ yearGroup, className, jurisdiction }: LetterCase): string =>
  [yearGroup === null ? null : yearWords(yearGroup, nationOf(jurisdiction)), className].filter(Boolean).join(', ');

type Line = LetterCase['provision'][number];

/** `Phonics group, 20 minutes, 3 times a week, with Gareth Pugh`. */
const lineWords = ({ what, minutes, times, who }: Line): string =>
  [what, minutes === null ? null : `${minutes} minutes`, times === null ? null : `${times} times a week`, who && `with ${who}`]
    .filter(Boolean)
    .join(', ');

const current = (lines: readonly Line[], today: Day): readonly Line[] =>
  lines.filter(({ from, to }) => (from === null || from <= today) && (to === null || to >= today));

/** Particulars of the case that most letters use; the authority is given the whole name. */
export const caseLetterFacts = (found: LetterCase, actor: Actor, nation: Nation, whole: boolean, today: Day): LetterFacts => {
  const { birthday, stageSince } = found;
  return {
    ...factOf('child', words(whole ? `${found.givenName} ${found.surname}` : found.givenName), 'The register'),
    ...factOf('reference', words(found.caseRef), 'The register'),
    ...factOf('born', birthday && { as: 'words', words: columnDay(birthday, nation) }, 'The register'),
    ...factOf('year', words(classWords(found)), 'The register'),
    ...factOf('stage', words(stageName(found.stage, nationOf(found.jurisdiction))), 'The register'),
    ...factOf('school', words(found.school), 'The school'),
    ...factOf('telephone', words(found.telephone), 'The school'),
    ...factOf(
      'coordinator',
      words(found.coordinator ?? actor.name),
      found.coordinator ? 'Team of the pupil' : 'Whoever writes this letter',
    ),
    ...((found.stage === 'support' || found.stage === 'assessment') && stageSince
      ? factOf('supportSince', { as: 'day', day: stageSince }, 'The register')
      : {}),
    ...factOf('help', list(current(found.provision, today).map(lineWords)), 'Provision'),
    ...(birthday ? factOf('rightsOn', { as: 'day', day: rightsDay(birthday, nation) }, 'Counted from the date of birth') : {}),
    ...factOf('ageOfRights', words(String(AGE_OF_MAJORITY)), 'Age of majority in most States'),
  };
};

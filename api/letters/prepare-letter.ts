import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { LetterFacts } from '#domain/letters/fact.ts';
import { type LetterLanguage, type Nation, proposeLanguage } from '#domain/letters/language.ts';
import type { LetterKind, LetterTemplate, OwnChoice } from '#domain/letters/letter.ts';
import { rightsHolder } from '#domain/letters/rights-holder.ts';
import { templateOf } from '#domain/letters/templates.ts';
import { noSuchCase } from '../access/permit.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { addresseeFacts, caseLetterFacts } from './case-letter-facts.ts';
import { evidenceFacts } from './evidence-facts.ts';
import { factOf } from './fact-of.ts';
import { isReviewed } from './languages.ts';
import { type LetterCase, type LetterContact, type LetterMeeting, letterCase } from './letter-case-records.ts';
import { languageReviews } from './letter-records.ts';
import { bookedFacts, dayOf, heldFacts, isBooked, yearFacts } from './meeting-letter-facts.ts';

export type LetterAsk = {
  readonly pupil: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly language?: LetterLanguage | undefined;
  readonly meeting?: string | undefined;
  readonly interpreter?: 'yes' | 'no' | undefined;
  readonly own: Readonly<Record<string, string>>;
};

/** All that a letter is composed of. */
export type Prepared = {
  readonly found: LetterCase;
  readonly template: LetterTemplate;
  readonly facts: LetterFacts;
  readonly nation: Nation;
  readonly language: LetterLanguage;
  readonly reader: 'family' | 'learner' | 'authority';
  readonly contact: LetterContact | null;
  readonly meeting: LetterMeeting | undefined;
  readonly reviewed: boolean;
};

export const nationOf = ({ jurisdiction }: Pick<LetterCase, 'jurisdiction'>): Nation => (jurisdiction === 'england' ? 'england' : 'us');

/** The case, or the words for one that is not the reader's. */
export const openCase = async (tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<LetterCase> => {
  const found = await letterCase(tx, actor.scope.organisation, pupil, today);
  if (!found) throw noSuchCase();
  return found;
};

/** Whom the letter goes to. Somebody who must not be contacted is refused, not warned about (duty 6 A1). */
const readerOf = (
  found: LetterCase,
  template: LetterTemplate,
  to: string,
): { reader: Prepared['reader']; contact: LetterContact | null } => {
  if (template.reader === 'authority') return { reader: 'authority', contact: null };
  if (to === 'learner') return { reader: 'learner', contact: null };
  const contact = found.contacts.find(({ id }) => id === to);
  if (!contact)
    throw new Refusal('not-valid', 'This person is not a contact of this pupil.', [{ field: 'to', reason: 'is not of this case' }]);
  if (contact.restriction !== null)
    throw new Refusal('not-allowed', `${contact.name} must not be contacted. No letter can be written to them.`, [
      { field: 'to', reason: 'must not be contacted' },
    ]);
  return { reader: 'family', contact };
};

const meetingFor = ({ meetings }: LetterCase, { about }: LetterTemplate, asked: string | undefined, zone: string, today: Day) => {
  if (about === null) return undefined;
  const fit = meetings.filter((one) => (about === 'booked-meeting' ? isBooked(one) && dayOf(one, zone) >= today : !isBooked(one)));
  if (asked === undefined) return about === 'booked-meeting' ? fit.at(-1) : fit[0];
  const chosen = fit.find(({ id }) => id === asked);
  if (!chosen)
    throw new Refusal('not-valid', 'This meeting is not one that the letter can be about.', [{ field: 'meeting', reason: 'does not fit' }]);
  return chosen;
};

/** Choices that this nation has. */
export const choicesOf = (choices: readonly OwnChoice[] | undefined, nation: Nation): readonly OwnChoice[] =>
  (choices ?? []).filter((choice) => choice.nation === undefined || choice.nation === nation);

const interpreterFacts = (contact: LetterContact | null, answer: LetterAsk['interpreter']): LetterFacts =>
  answer === 'yes' && contact?.language
    ? factOf('interpreterFor', { as: 'language', name: contact.language }, 'Asked for this invitation')
    : {};

/** Reads what a letter can use, and decides whom it is for, in which language, and about which meeting. */
export const prepareLetter = async (tx: Transaction, actor: Actor, ask: LetterAsk, today: Day): Promise<Prepared> => {
  const found = await openCase(tx, actor, ask.pupil, today);
  const nation = nationOf(found);
  const template = templateOf(ask.kind, nation);
  if (!template) throw new Refusal('not-ready', 'There is no such letter in this nation.');
  const { reader, contact } = readerOf(found, template, ask.to);
  const zone = actor.timeZone;
  const meeting = meetingFor(found, template, ask.meeting, zone, today);
  const proposed = proposeLanguage(contact?.language ?? (reader === 'learner' ? null : found.homeLanguage)).language;
  const language = reader === 'authority' ? 'en' : (ask.language ?? proposed);
  const whole = reader === 'authority';
  return {
    found,
    template,
    nation,
    language,
    reader,
    contact,
    meeting,
    reviewed: isReviewed(language, await languageReviews(tx, actor.scope.organisation)),
    facts: {
      ...caseLetterFacts(found, actor, nation, whole, today),
      ...addresseeFacts(found, reader === 'family' && contact ? contact : reader === 'learner' ? 'learner' : 'authority'),
      ...(template.about === 'booked-meeting' ? bookedFacts(meeting, ask.to, zone, today) : {}),
      ...(template.about === 'held-meeting' ? heldFacts(meeting, zone, today) : {}),
      ...yearFacts(found, zone, today),
      ...interpreterFacts(contact, ask.interpreter),
      ...evidenceFacts(found, nation, zone),
    },
  };
};

/** Who holds the rights, by age and by what the contacts say. */
export const holderOf = (found: LetterCase, today: Day) =>
  rightsHolder({
    birthday: found.birthday,
    nation: nationOf(found),
    today,
    name: found.givenName,
    said: found.contacts.filter(({ restriction }) => restriction === null).map(({ rights }) => rights),
  });

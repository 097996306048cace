import type { Addressee, Letters } from '#contract/letters.ts';
import { languageNamed, proposeLanguage } from '#domain/letters/language.ts';
import { templatesOf } from '#domain/letters/templates.ts';
import { restrictionWords } from '#domain/pupils/contact-words.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { languageStates } from './languages.ts';
import type { LetterCase, LetterContact } from './letter-case-records.ts';
import { languageReviews, lettersOf } from './letter-records.ts';
import { letterLineOf } from './letter-reply.ts';
import { isBooked, meetingWords } from './meeting-letter-facts.ts';
import { holderOf, nationOf, openCase } from './prepare-letter.ts';

/** The letters of a pupil: those that were written, those that can be, and to whom. Somebody who must not be contacted cannot be chosen. */
export const openLetters =
  (parts: Parts): Casework['openLetters'] =>
  (actor, { pupil }): Promise<Letters> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'write-letter', pupil, today);
      const found = await openCase(tx, actor, pupil, today);
      const { organisation } = actor.scope;
      const rights = holderOf(found, today);
      const letters = await lettersOf(tx, organisation, pupil);
      const languages = languageStates(await languageReviews(tx, organisation));
      await note(tx, parts, actor, 'open-letters', pupil);
      return {
        pupil: { id: pupil, name: `${found.givenName} ${found.surname}`, givenName: found.givenName, caseRef: found.caseRef },
        kinds: templatesOf(nationOf(found)).map(({ kind, title, use, citation, unverified, reader, about }) => ({
          kind,
          title,
          use,
          citation: citation[nationOf(found)] ?? '',
          unverified: unverified?.[nationOf(found)] ?? null,
          reader,
          about,
        })),
        addressees: inOrder(found, rights.holder),
        rights: { holder: rights.holder, words: rights.words },
        meetings: found.meetings.map((meeting) => ({
          id: meeting.id,
          state: isBooked(meeting) ? 'booked' : 'held',
          purpose: meeting.purpose,
          words: meetingWords(meeting, actor.timeZone, today),
        })),
        languages,
        letters: letters.map(letterLineOf),
      };
    });
  };

/** Whoever holds the rights stands first (duty 6 A4); those who must not be contacted come last and cannot be chosen. */
const inOrder = (found: LetterCase, holder: 'family' | 'learner'): Addressee[] => {
  const family = found.contacts.map((contact) => addresseeOf(contact, holder));
  const learner: Addressee = {
    to: 'learner',
    name: `${found.givenName} ${found.surname}`,
    words: holder === 'learner' ? 'the learner, who holds the rights' : 'the learner',
    language: languageNamed(found.homeLanguage) ?? 'en',
    languageWords: proposeLanguage(found.homeLanguage).words,
    needsInterpreter: false,
    email: false,
    blocked: null,
  };
  const free = family.filter(({ blocked }) => blocked === null);
  const blocked = family.filter((one) => one.blocked !== null);
  return holder === 'learner' ? [learner, ...free, ...blocked] : [...free, learner, ...blocked];
};

const addresseeOf = (contact: LetterContact, holder: 'family' | 'learner'): Addressee => {
  const proposal = proposeLanguage(contact.language);
  const agreed = holder === 'learner' ? ', with the learner’s agreement' : '';
  return {
    to: contact.id,
    name: contact.name,
    words: `${contact.relation}${contact.responsible ? ', parental responsibility' : ''}${agreed}`,
    language: proposal.language,
    languageWords: proposal.words,
    needsInterpreter: contact.interpreter,
    email: contact.email !== null,
    blocked: restrictionWords(contact.restriction, contact.restrictedOn),
  };
};

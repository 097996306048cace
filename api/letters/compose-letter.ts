import type { LetterDraft } from '#contract/letters.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { assessmentAskedOn } from '#domain/letters/assessment-under-way.ts';
import { composeLetter as compose } from '#domain/letters/compose.ts';
import { FACTS, type FactValue } from '#domain/letters/fact.ts';
import { lackingFacts } from '#domain/letters/lacks.ts';
import type { OwnField } from '#domain/letters/letter.ts';
import { factsUsed } from '#domain/letters/templates.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { choicesOf, type Prepared, prepareLetter } from './prepare-letter.ts';

/** The letter as it would be filed now: its page, the facts it uses and lacks, and the fields a person writes. Nothing is kept. */
export const composeLetter =
  (parts: Parts): Casework['composeLetter'] =>
  (actor, ask): Promise<LetterDraft> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'write-letter', ask.pupil, today);
      const prepared = await prepareLetter(tx, actor, { ...ask, own: {} }, today);
      await note(tx, parts, actor, 'compose-letter', ask.pupil, { kind: ask.kind, language: prepared.language });
      const { template, facts, nation, language, reader } = prepared;
      const fields = template.own.map((field) => fieldOf(field, prepared));
      const own = Object.fromEntries(fields.map(({ key, choices, proposed }) => [key, choices.length > 0 ? (ask.choice ?? proposed) : '']));
      const to = reader === 'learner' ? 'learner' : 'family';
      const letter = compose(template, facts, { language, nation, to, own, reviewed: prepared.reviewed, dated: today, writing: true });
      return {
        kind: template.kind,
        title: template.title,
        citation: template.citation[nation] ?? '',
        warning: warningOf(prepared, today),
        to: ask.to,
        meeting: prepared.meeting?.id ?? null,
        letter: letter as LetterDraft['letter'],
        facts: factsUsed(template).flatMap((key) => {
          const fact = facts[key];
          return fact ? [{ key, label: FACTS[key].label, words: factWords(fact.value), source: fact.source }] : [];
        }),
        lacking: [...lackingFacts(template, facts)],
        own: fields,
        askInterpreter: template.kind === 'invitation' && reader === 'family' ? interpreterQuestion(prepared) : null,
      };
    });
  };

/** An assessment is not asked for twice without its being said. */
const warningOf = ({ template, found }: Prepared, today: Day): string | null => {
  if (template.kind !== 'assessment-request') return null;
  const asked = assessmentAskedOn(found.assessmentEvents);
  return asked && `An assessment is already under way, requested ${dayWords(asked, today)}.`;
};

/** A fact for whoever writes the letter, in English. */
const factWords = (value: FactValue): string => {
  switch (value.as) {
    case 'words':
      return value.words;
    case 'language':
      return value.name;
    case 'day':
      return dayWordsWithYear(value.day);
    case 'slot':
      return `${dayWordsWithYear(value.day)}, ${value.from} to ${value.to}`;
    case 'list':
      return value.lines.join('; ');
    case 'table':
      return `${value.rows.length} in the table`;
    default:
      return value satisfies never;
  }
};

/** What the booked meeting proposes where the letter asks what kind of meeting it is; else the first choice, or nothing. */
const proposedFor = (field: OwnField, { meeting, nation }: Prepared): string => {
  const choices = choicesOf(field.choices, nation);
  if (choices.length === 0) return '';
  return (choices.find(({ value }) => value === meeting?.purpose) ?? choices[0])?.value ?? '';
};

const fieldOf = (field: OwnField, prepared: Prepared): LetterDraft['own'][number] => ({
  key: field.key,
  label: field.label,
  help: field.help,
  required: field.required,
  rows: field.rows,
  choices: choicesOf(field.choices, prepared.nation).map(({ value, words }) => ({ value, words })),
  proposed: proposedFor(field, prepared),
});

/** Asked at each invitation anew, whatever the contact said last time (duty 6 A5). */
const interpreterQuestion = ({ contact }: Prepared): LetterDraft['askInterpreter'] =>
  contact && {
    words: contact.interpreter
      ? `The record says that ${contact.name} needs an interpreter${contact.language ? ` for ${contact.language}` : ''}.`
      : `The record says that ${contact.name} needs no interpreter${contact.language ? ` and speaks ${contact.language}` : ''}.`,
    recorded: contact.interpreter,
  };

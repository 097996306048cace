import type { Day } from '#domain/calendar/day.ts';
import { composeLetter } from '#domain/letters/compose.ts';
import { lackingFacts, unwritten } from '#domain/letters/lacks.ts';
import type { Letter } from '#domain/letters/letter.ts';
import { Refusal } from '../refusal.ts';
import { choicesOf, type LetterAsk, type Prepared } from './prepare-letter.ts';

/** The letter, ready to be filed; refused with what is missing and where, or with what nobody has written yet. */
export const readyLetter = (prepared: Prepared, ask: LetterAsk, dated: Day): Letter => {
  const { template, facts, nation, language, reader, reviewed, contact } = prepared;
  const missing = lackingFacts(template, facts).filter(({ stops }) => stops);
  if (missing.length > 0)
    throw new Refusal(
      'not-ready',
      `The letter cannot be filed yet. ${missing.map(({ words }) => words).join(' ')}`,
      missing.map(({ key, words }) => ({ field: key, reason: words })),
    );
  const empty = [...unwritten(template, ask.own), ...notOffered(prepared, ask)];
  if (empty.length > 0)
    throw new Refusal(
      'not-valid',
      `Something is not written yet: ${empty.map((key) => template.own.find((field) => field.key === key)?.label ?? key).join(', ')}.`,
      empty.map((field) => ({ field, reason: 'is not written yet' })),
    );
  if (template.kind === 'invitation' && contact && ask.interpreter === undefined)
    throw new Refusal('not-valid', `Say whether ${contact.name} needs an interpreter for this meeting.`, [
      { field: 'interpreter', reason: 'is not answered yet' },
    ]);
  const to = reader === 'learner' ? 'learner' : 'family';
  return composeLetter(template, facts, { language, nation, to, own: ask.own, reviewed, dated });
};

/** Choices that the letter does not offer here count as not made. */
const notOffered = ({ template, nation }: Prepared, { own }: LetterAsk): readonly string[] =>
  template.own
    .filter(({ key, choices }) => choices && own[key] && !choicesOf(choices, nation).some(({ value }) => value === own[key]))
    .map(({ key }) => key);

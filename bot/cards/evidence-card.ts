import type { Found } from '#contract/caseload.ts';
import { type Card, card, container, type Input, plain, quiet, submit, text } from './card.ts';

/** What was filled in so far. Everything of it comes back with the next press, so that nothing is typed twice. */
export type EvidenceTyped = {
  readonly which?: string | undefined;
  readonly pupil?: string | undefined;
  readonly as?: string | undefined;
  readonly otherNames?: string | undefined;
};

/** What the form still has to ask: which pupil, which of several, or what becomes of the names of others. */
export type EvidenceAsks =
  | { readonly about: 'pupil' }
  | { readonly about: 'one-of'; readonly pupils: Found['pupils']; readonly more: boolean }
  | { readonly about: 'other-names'; readonly names: readonly string[]; readonly pupil: string };

/** The message that is to be kept, as the form shows it. */
export type ShownMessage = { readonly author: string; readonly when: string; readonly words: string; readonly attached: readonly string[] };

const READERS = [
  { title: 'Log: for those who work with this pupil', value: 'log-entry' },
  { title: 'Restricted note: you alone, until you open it to others', value: 'restricted-note' },
] as const;

const NAMES = [
  { title: 'Keep them as initials', value: 'initials' },
  { title: 'Keep them as written', value: 'whole' },
] as const;

const questions = (asks: EvidenceAsks, typed: EvidenceTyped): Input[] => {
  const readers: Input = { type: 'Input.ChoiceSet', id: 'as', label: 'Keep it as', choices: READERS, value: typed.as ?? 'log-entry' };
  switch (asks.about) {
    case 'pupil':
      return [
        { type: 'Input.Text', id: 'which', label: 'Pupil: a name, a class or a case', maxLength: 200, ...filled(typed.which) },
        readers,
      ];
    case 'one-of': {
      const choices = asks.pupils.map(({ id, name, className, caseRef }) => ({
        title: [name, className, caseRef].filter(Boolean).join(' · '),
        value: id,
      }));
      return [{ type: 'Input.ChoiceSet', id: 'pupil', label: 'Which of them?', choices, ...filled(choices[0]?.value) }, readers];
    }
    case 'other-names':
      return [{ type: 'Input.ChoiceSet', id: 'otherNames', label: 'Names of other pupils', choices: NAMES, value: 'initials' }, readers];
    default:
      return asks satisfies never;
  }
};

const filled = (value: string | undefined) => (value ? { value } : {});

const sentenceOf = (asks: EvidenceAsks, typed: EvidenceTyped): string | null => {
  if (asks.about === 'one-of')
    return `${asks.pupils.length}${asks.more ? ' or more' : ''} pupils match “${typed.which ?? ''}”. Choose one.`;
  return asks.about === 'other-names' ? `The message names other pupils: ${asks.names.join(', ')}.` : null;
};

/** The dialog over a message: what will be kept, of whom, for whose eyes. Only its reader sees it; `notice` says what was not accepted. */
export const evidenceCard = (message: ShownMessage, asks: EvidenceAsks, typed: EvidenceTyped = {}, notice: string | null = null): Card => {
  const said = notice ?? sentenceOf(asks, typed);
  const carried = {
    ...(asks.about === 'other-names' ? { pupil: asks.pupil } : {}),
    ...(asks.about === 'pupil' ? {} : { which: typed.which ?? '' }),
  };
  return card('Add this message to a pupil’s record.', [
    ...(said ? [container([text(plain(said))], { style: 'warning' })] : []),
    container([text(`**${plain(message.author)}**`), quiet(plain(message.when)), text(plain(shortened(message.words)) || 'No words.')], {
      style: 'emphasis',
    }),
    ...(message.attached.length > 0
      ? [quiet(`Not copied: ${message.attached.map(plain).join(', ')}. The link to the message is kept.`)]
      : []),
    ...questions(asks, typed),
    submit('Add to the record', carried),
  ]);
};

const shortened = (words: string): string => (words.length > 600 ? `${words.slice(0, 600)}…` : words);

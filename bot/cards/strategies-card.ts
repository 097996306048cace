import type { HelpedPupil, StrategiesAnswered } from '#contract/strategies.ts';
import { markWords } from '#domain/classes/strategies.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  type Element,
  facts,
  heading,
  type Input,
  link,
  plain,
  primary,
  quiet,
  text,
  withoutFields,
} from './card.ts';

/** What the card is shown with beside the strategies. */
export type AskedWith = {
  /** `This week`, `Before “Rivers”`. */
  readonly when: string;
  /** How many more pupils are asked about today. */
  readonly others: number;
  readonly openTab: string | null;
  /** Why what was sent was not kept. */
  readonly missing?: string;
  /** What had been chosen and typed, where the card is shown again. */
  readonly typed?: { readonly said: string; readonly marks: readonly { readonly line: string; readonly mark: string }[] };
};

const CHOICES = (['works', 'does-not', 'not-tried'] as const).map((value) => ({ title: markWords(value), value }));

/** One pupil, three strategies, three choices each and a line; only ever in a private chat. The notification counts and names nobody. */
export const strategiesCard = (pupil: HelpedPupil, asked: AskedWith): Card => {
  const chosen = (line: string) => asked.typed?.marks.find((one) => one.line === line)?.mark;
  return card(`What helps a pupil you teach: ${asked.when}. ${pupil.caseRef ?? ''}`.trim(), [
    ...(asked.missing ? [container([text(`**${plain(asked.missing)}**`)], { style: 'warning' })] : []),
    heading(plain(`${pupil.name}: what to do`)),
    quiet(
      [asked.when, pupil.className, pupil.changedWords, 'only you see this'].flatMap((words) => (words ? [plain(words)] : [])).join(' · '),
    ),
    ...(pupil.goodAt.length > 0 ? [text(plain(`Good at: ${pupil.goodAt.join(', ')}`), { size: 'small' })] : []),
    ...pupil.strategies.map(({ line, version, words, mark, changed }, index): Input => {
      const value = chosen(line) ?? mark;
      return {
        type: 'Input.ChoiceSet',
        id: `mark-${line}-${version}`,
        label: `${index + 1}. ${words}${changed ? ' (new words)' : ''}`,
        choices: CHOICES,
        placeholder: 'No answer yet',
        ...(value ? { value } : {}),
      };
    }),
    {
      type: 'Input.Text',
      id: 'said',
      label: 'In a line, if you like',
      maxLength: 500,
      ...(asked.typed?.said ? { value: asked.typed.said } : {}),
    },
    ...(asked.others > 0
      ? [text(asked.others === 1 ? '1 more pupil today.' : `${asked.others} more pupils today.`, { isSubtle: true, size: 'small' })]
      : []),
    buttons(
      button('I have read this', { verb: 'answer-strategies', pupil: pupil.id, edition: pupil.edition }, primary),
      button('Log what I saw', { verb: 'log', pupil: pupil.id }, withoutFields),
      link('My pupils', asked.openTab),
    ),
  ]);
};

/** What stays of the card once it is answered: the case, what was said, and the next pupil. No name is left in the chat. */
export const strategiesAnsweredCard = ({ pupil, savedWords, moved }: StrategiesAnswered, others: number): Card => {
  const body: Element[] = [
    heading(plain(savedWords)),
    quiet(plain([pupil.caseRef, pupil.planVersion === null ? null : `version ${pupil.planVersion}`].filter(Boolean).join(' · '))),
    ...(moved ? [container([text(plain(moved))], { style: 'warning' })] : []),
    facts(
      ...pupil.strategies.map(
        ({ mark, said }, index) => [`Strategy ${index + 1}`, `${markWords(mark)}${said ? `: “${said}”` : ''}`] as const,
      ),
    ),
    text('Goes to the coordinator and into the papers of the next review. Asked again when the strategies change.', {
      isSubtle: true,
      size: 'small',
    }),
    buttons(
      button(moved ? 'Read it again' : 'Change my answer', { verb: 'strategies', pupil: pupil.id }),
      others > 0 ? button(others === 1 ? 'The other pupil' : `Next of ${others} more`, { verb: 'strategies' }) : null,
    ),
  ];
  return card(`${pupil.caseRef ?? 'Strategies'}: ${savedWords}.`, body);
};

/** Nothing to ask about. */
export const allReadCard = (pupils: number, openTab: string | null): Card =>
  card('All read.', [
    heading(pupils === 0 ? 'No strategies to read' : 'All read'),
    text(
      pupils === 0
        ? 'Nobody you teach has a strategy written down. When one is, a card comes by itself.'
        : `All ${pupils === 1 ? 'you teach' : `${pupils} you teach`} are read and answered. A card comes by itself when something changes.`,
    ),
    buttons(link('My pupils', openTab)),
  ]);

/** Nothing was recorded; what was chosen and typed stands below, so that it is not lost. */
export const notRecordedCard = (why: string, lines: readonly string[]): Card =>
  card('Nothing was recorded.', [
    heading('Nothing was recorded'),
    text(plain(why)),
    ...(lines.length > 0
      ? [container([text('**What you wrote, to take with you**'), ...lines.map((line) => text(plain(line)))], { style: 'emphasis' })]
      : []),
    buttons(button('My strategies', { verb: 'strategies' })),
  ]);

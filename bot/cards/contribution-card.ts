import type { ContributionForm, GivenAnswer } from '#contract/contributions.ts';
import { button, buttons, type Card, card, container, heading, type Input, plain, primary, quiet, small, text } from './card.ts';

/** What a form is shown with beside its questions. */
export type FormNotes = {
  /** What was typed before, where the form is shown again. */
  readonly typed?: readonly GivenAnswer[];
  /** Why it was not kept. */
  readonly missing?: string | undefined;
  /** Said above it when it comes by itself a second time. */
  readonly reminder?: string;
};

/** Each answer takes as much as the record keeps of all of them; the deed says where they are too long together. */
const MOST = 4000;

const whose = ({ pupil, title }: ContributionForm): readonly [string, string] => [
  title,
  [pupil.name, pupil.className, pupil.caseRef].filter(Boolean).map(String).map(plain).join(' · '),
];

/** The questions of a request, in a private chat, to be answered where they stand. The notification names the case and no child. */
export const contributionCard = (form: ContributionForm, notes: FormNotes = {}): Card => {
  const [title, pupil] = whose(form);
  const typed = notes.typed ?? form.given;
  return card(`${form.pupil.caseRef}: ${form.askedBy} asks for your contribution.`, [
    ...(notes.missing ? [container([text(`**${plain(notes.missing)}**`)], { style: 'warning' })] : []),
    ...(notes.reminder ? [container([text(plain(notes.reminder))], { style: 'emphasis' })] : []),
    heading(plain(title)),
    quiet(pupil),
    small(plain(`${form.askedBy} asks. By ${form.dueWords}.`)),
    ...(form.state === 'answered' ? [small(plain(`${form.stateWords}. What you send now takes its place.`))] : []),
    ...form.questions.map(({ id, words }): Input => {
      const value = typed.find(({ question }) => question === id)?.words;
      return { type: 'Input.Text', id: `answer-${id}`, label: words, isMultiline: true, maxLength: MOST, ...(value ? { value } : {}) };
    }),
    text('One answer is enough; leave the others empty. It goes into the record with your name.', { isSubtle: true, size: 'small' }),
    buttons(button('Send', { verb: 'answer-contribution', contribution: form.contribution }, primary)),
  ]);
};

/** What stays of the card once it is answered: the case, when, and a way to change it. */
export const contributionAnsweredCard = (form: ContributionForm): Card =>
  card(`${form.pupil.caseRef}: answered.`, [
    heading(plain(`${form.pupil.caseRef}: answered`)),
    text(plain(`${form.stateWords}${form.late ? ', after the day it was due' : ''}. It stands in the record with your name.`)),
    buttons(
      form.state === 'answered' ? button('Change my answer', { verb: 'contribution', contribution: form.contribution }) : null,
      button('What else I am asked', { verb: 'asked' }),
    ),
  ]);

/** No answer is taken any more; what was typed stands below, so that it is not lost. */
export const contributionEndedCard = (words: string, kept: readonly { readonly asked: string; readonly words: string }[] = []): Card =>
  card('This is no longer asked.', [
    heading('This is no longer asked'),
    text(plain(words)),
    ...(kept.length > 0
      ? [
          container(
            [
              text('**What you wrote, to take with you**'),
              ...kept.flatMap((one) => [...(one.asked ? [small(plain(one.asked))] : []), text(plain(one.words))]),
            ],
            { style: 'emphasis' },
          ),
        ]
      : []),
    buttons(button('What else I am asked', { verb: 'asked' })),
  ]);

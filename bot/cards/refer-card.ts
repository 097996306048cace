import type { ActionOf } from '#contract/card-actions.ts';
import type { PupilPage } from '#contract/pupils.ts';
import { button, buttons, type Card, card, container, heading, type Input, plain, primary, quiet, text } from './card.ts';

/** What was typed before, kept when the form has to be shown again. */
export type ReferTyped = Partial<Omit<ActionOf<'save-referral'>, 'verb' | 'pupil' | 'request'>>;

const WANTED = [
  { title: 'The coordinator decides: screen, watch or refer', value: 'referral' },
  { title: 'Only note the concern', value: 'concern' },
] as const;

const question = (id: keyof ReferTyped, label: string, value: string | undefined, needed = false): Input => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  maxLength: 4000,
  ...(needed ? { isRequired: true as const, errorMessage: 'Write what worries you.' } : {}),
  ...(value ? { value } : {}),
});

/** Four questions, so that it can be decided in one sitting: what worries, what was seen, what was tried, what goes well (duty 1). */
export const referCard = (pupil: PupilPage, request: string, typed: ReferTyped = {}, missing?: string): Card =>
  card(`Refer ${pupil.caseRef ?? 'this pupil'}.`, [
    ...(missing ? [container([text(`**${plain(missing)}**`)], { style: 'warning' })] : []),
    heading(`Refer ${plain(pupil.name)}`),
    quiet([pupil.className, pupil.caseRef].filter(Boolean).map(String).map(plain).join(' · ')),
    question('words', '1. What worries you', typed.words, true),
    question('examples', '2. What you have seen, where and how often', typed.examples),
    question('tried', '3. What was tried, and what came of it', typed.tried),
    question('strengths', '4. What goes well', typed.strengths),
    { type: 'Input.ChoiceSet', id: 'as', label: 'What should happen', choices: WANTED, value: typed.as ?? 'referral' },
    buttons(button('Send', { verb: 'save-referral', pupil: pupil.id, request }, primary)),
  ]);

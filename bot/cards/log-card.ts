import type { ActionOf } from '#contract/card-actions.ts';
import type { PupilPage } from '#contract/pupils.ts';
import type { Day } from '#domain/calendar/day.ts';
import { button, buttons, type Card, card, container, heading, plain, primary, quiet, text, withoutFields } from './card.ts';

/** What was typed before, kept when the form has to be shown again. */
export type LogTyped = Partial<Omit<ActionOf<'save-log'>, 'verb' | 'pupil' | 'request'>>;

const KINDS: readonly { readonly title: string; readonly value: NonNullable<ActionOf<'save-log'>['kind']> }[] = [
  { title: 'Call', value: 'call' },
  { title: 'Message', value: 'message' },
  { title: 'Observation', value: 'observation' },
  { title: 'Visit', value: 'visit' },
  { title: 'Note', value: 'note' },
];

/** Who, what, save. People who must not be reached cannot be chosen. */
export const logCard = (pupil: PupilPage, today: Day, request: string, typed: LogTyped = {}, missing?: string): Card =>
  card(`Log for ${pupil.caseRef ?? 'this pupil'}.`, [
    ...(missing ? [container([text(`**${plain(missing)}**`)], { style: 'warning' })] : []),
    heading(`Log, ${plain(pupil.name)}`),
    quiet([pupil.className, pupil.caseRef].filter(Boolean).map(String).map(plain).join(' · ')),
    { type: 'Input.ChoiceSet', id: 'kind', label: 'What', choices: KINDS, value: typed.kind ?? 'call' },
    {
      type: 'Input.ChoiceSet',
      id: 'contact',
      label: 'With',
      placeholder: 'Nobody in particular',
      choices: pupil.contacts
        .filter((contact) => !contact.restriction)
        .map((contact) => ({ title: `${contact.name}, ${contact.relation}`, value: contact.id })),
      ...(typed.contact ? { value: typed.contact } : {}),
    },
    { type: 'Input.Date', id: 'on', label: 'On', value: typed.on ?? today },
    {
      type: 'Input.Text',
      id: 'words',
      label: 'What was said or seen',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Write what was said or seen.',
      maxLength: 4000,
      ...(typed.words ? { value: typed.words } : {}),
    },
    {
      type: 'Input.Text',
      id: 'promise',
      label: 'What you promised, if anything',
      maxLength: 500,
      ...(typed.promise ? { value: typed.promise } : {}),
    },
    { type: 'Input.Date', id: 'promiseDue', label: 'Promised by', ...(typed.promiseDue ? { value: typed.promiseDue } : {}) },
    buttons(
      button('Save', { verb: 'save-log', pupil: pupil.id, request }, primary),
      button('Who to contact', { verb: 'contacts', pupil: pupil.id }, withoutFields),
    ),
  ]);

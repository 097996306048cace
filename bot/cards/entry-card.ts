import type { z } from 'zod';
import type { entryKind } from '#contract/meetings.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  type Element,
  heading,
  type Input,
  plain,
  primary,
  quiet,
  text,
  withoutFields,
} from './card.ts';
import type { Sheet } from './live-record-card.ts';

export type EntryKind = z.infer<typeof entryKind>;
/** What was typed before, kept when the form has to be shown again. */
export type Typed = {
  readonly words?: string | undefined;
  readonly saidBy?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
};

const ASKS: Record<EntryKind, { readonly title: string; readonly label: string }> = {
  decision: { title: 'New decision', label: 'What was decided' },
  action: { title: 'New action', label: 'What will be done' },
  view: { title: 'New view', label: 'In their own words' },
  disagreement: { title: 'New disagreement', label: 'What is not agreed, and the reason' },
};

/** The form for one entry of the record. It belongs to the item at which it was opened. */
export const entryCard = (sheet: Sheet, kind: EntryKind, typed: Typed = {}, notice?: string): Card => {
  const { meeting, request } = sheet;
  const item = meeting.currentItem === null ? undefined : meeting.agenda[meeting.currentItem];
  const { title, label } = ASKS[kind];
  return card(`${title}.`, [
    ...(notice ? [container([text(`**${plain(notice)}**`)], { style: 'warning' })] : []),
    heading(title),
    quiet(`${plain(meeting.pupil.name)}${item ? ` · ${plain(item.title)}` : ''} · only you see this`),
    {
      type: 'Input.Text',
      id: 'words',
      label,
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Write what was said.',
      maxLength: 4000,
      ...kept(typed.words),
    },
    ...fieldsOf(sheet, kind, typed),
    buttons(
      button(
        'Add',
        { verb: 'add-entry', meeting: meeting.id, version: meeting.version, request, item: meeting.currentItem, kind },
        primary,
      ),
      button('Back', { verb: 'look', meeting: meeting.id }, withoutFields),
    ),
  ]);
};

const fieldsOf = ({ meeting }: Sheet, kind: EntryKind, typed: Typed): Element[] => {
  if (kind === 'action') return [ownerField(meeting.owners, typed.owner), dueField(typed.due)];
  if (kind === 'view')
    return [
      saidByField(
        meeting.people.map((person) => person.name),
        meeting.pupil.name,
        typed.saidBy,
        true,
      ),
    ];
  if (kind === 'disagreement')
    return [
      saidByField(
        meeting.people.map((person) => person.name),
        meeting.pupil.name,
        typed.saidBy,
        false,
      ),
    ];
  return [];
};

export const ownerField = (owners: readonly { readonly id: string; readonly name: string }[], value?: string): Input => ({
  type: 'Input.ChoiceSet',
  id: 'owner',
  label: 'Owner',
  placeholder: 'Who does it',
  choices: owners.map((owner) => ({ title: owner.name, value: owner.id })),
  ...kept(value),
});
export const dueField = (value?: string): Input => ({ type: 'Input.Date', id: 'due', label: 'By when', ...kept(value) });

const saidByField = (people: readonly string[], pupil: string, value: string | undefined, required: boolean): Input => ({
  type: 'Input.ChoiceSet',
  id: 'saidBy',
  label: required ? 'Whose view' : 'Who disagrees',
  placeholder: 'Choose a person',
  choices: [...new Set([pupil, ...people])].map((name) => ({ title: name, value: name })),
  ...kept(value),
  ...(required ? { isRequired: true as const, errorMessage: 'Say whose view it is.' } : {}),
});

const kept = (value: string | undefined) => (value ? { value } : {});

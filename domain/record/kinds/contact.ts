import { type Fault, joined, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

/** Somebody of the family or around it. A contact with a restriction can be read about, and can be chosen for nothing (duty 6 A1). */
export const CONTACT: RecordKind = {
  name: 'contact',
  title: 'Contact',
  titles: 'Contacts',
  part: 'contacts',
  fields: [
    {
      key: 'restriction',
      label: 'Must not be contacted, because',
      type: 'line',
      most: 300,
      help: 'The ground: the court order, who saw it. Only a coordinator can set or lift this.',
    },
    { key: 'restrictedOn', label: 'Seen on', type: 'day', not: 'future' },
    { key: 'givenName', label: 'Given name', type: 'line', required: true, most: 100 },
    { key: 'surname', label: 'Surname', type: 'line', required: true, most: 100 },
    { key: 'relation', label: 'Relation', type: 'line', required: true, most: 100, help: 'Mother, foster carer, grandmother.' },
    { key: 'responsibility', label: 'Has parental responsibility', type: 'yes-no', otherwise: false },
    {
      key: 'rights',
      label: 'Holds the rights to decisions',
      type: 'choice',
      choices: [
        { value: 'family', words: 'Yes' },
        { value: 'learner', words: 'No: they have passed to the learner' },
      ],
    },
    { key: 'phone', label: 'Telephone', type: 'phone' },
    { key: 'email', label: 'E-mail', type: 'email' },
    { key: 'address', label: 'Address', type: 'passage', most: 500 },
    { key: 'language', label: 'Language', type: 'language' },
    { key: 'interpreter', label: 'Needs an interpreter', type: 'yes-no', otherwise: false, help: 'Asked again at each invitation.' },
    { key: 'format', label: 'Reads best', type: 'line', most: 100, help: 'Large print, easy read, by telephone.' },
    { key: 'prefers', label: 'How and when to reach', type: 'line', most: 200 },
  ],
  check: (values) => restrictionFaults(values),
  line: (values) => joined(contactName(values), textIn(values, 'relation'), textIn(values, 'restriction') && 'must not be contacted'),
  onDay: null,
  read: 'read-contacts',
  write: 'keep-contacts',
};

/** `Fiona Reid`. */
export const contactName = (values: Values): string => `${textIn(values, 'givenName')} ${textIn(values, 'surname')}`.trim();

const restrictionFaults = (values: Values): readonly Fault[] =>
  textIn(values, 'restriction') !== '' && textIn(values, 'restrictedOn') === ''
    ? [{ field: 'restrictedOn', reason: 'is missing: say when the ground was seen' }]
    : textIn(values, 'restriction') === '' && textIn(values, 'restrictedOn') !== ''
      ? [{ field: 'restriction', reason: 'is missing: say why this person must not be contacted' }]
      : [];

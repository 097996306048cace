import { daysInOrder, joined, type RecordKind, textIn } from '#domain/record/kind.ts';

export const AGENCY_SORTS = [
  { value: 'health', words: 'Health' },
  { value: 'council', words: 'Council or district' },
  { value: 'social-care', words: 'Social care' },
  { value: 'charity', words: 'Charity' },
  { value: 'private', words: 'Private practice' },
  { value: 'other', words: 'Other' },
] as const;

/** An agency or professional around a pupil: role, how to reach them, their next visit and what they wait for (duty 3). */
export const AGENCY: RecordKind = {
  name: 'agency',
  title: 'Agency',
  titles: 'Agencies',
  part: 'agencies',
  fields: [
    { key: 'name', label: 'Agency or service', type: 'line', required: true, most: 200 },
    { key: 'sort', label: 'What it is', type: 'choice', choices: AGENCY_SORTS },
    { key: 'professional', label: 'Professional', type: 'line', most: 200 },
    { key: 'person', label: 'Professional with an account here', type: 'person' },
    { key: 'role', label: 'Role', type: 'line', most: 200, help: 'Speech and language therapist.' },
    { key: 'phone', label: 'Telephone', type: 'phone' },
    { key: 'email', label: 'E-mail', type: 'email' },
    { key: 'from', label: 'Involved since', type: 'day' },
    { key: 'to', label: 'Involved until', type: 'day' },
    { key: 'nextVisit', label: 'Next visit', type: 'day' },
    { key: 'waitsFor', label: 'Open request', type: 'line', most: 300, help: 'What they were asked, or what they asked us.' },
  ],
  check: (values) => daysInOrder(values, 'from', 'to', 'is before it began'),
  line: (values) => joined(textIn(values, 'name'), textIn(values, 'professional'), textIn(values, 'role')),
  onDay: 'from',
  read: 'read-casework',
  write: 'keep-record',
};

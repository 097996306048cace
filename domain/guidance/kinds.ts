import { type FaultSetting, fieldFault } from '#domain/record/faults.ts';
import { type Fault, type Field, joined, textIn, type Value, type Values } from '#domain/record/kind.ts';
import { ACCOMMODATION_SORTS } from '#domain/record/kinds/accommodation.ts';
import { BARRIERS } from '#domain/record/kinds/areas.ts';
import { EVIDENCE_WORDS, type LibraryEntry } from './strategy.ts';

/** What a school keeps of its own to teach by; about no pupil. */
export const GUIDANCE_KINDS = ['strategy', 'session-plan', 'co-teaching', 'material'] as const;
export type GuidanceKindName = (typeof GUIDANCE_KINDS)[number];

export type GuidanceKind = {
  readonly name: GuidanceKindName;
  readonly title: string;
  readonly titles: string;
  /** Whether it can be for one class. */
  readonly ofClass: boolean;
  readonly fields: readonly Field[];
  readonly check?: (values: Values) => readonly Fault[];
  readonly line: (values: Values) => string;
};

const NO_NAMES = 'Write no pupil’s name: every colleague can read this.';

export const LESSON_TASKS = [
  { value: 'writing', words: 'Writing' },
  { value: 'reading', words: 'Reading' },
  { value: 'maths', words: 'Maths' },
  { value: 'talk', words: 'Talk' },
  { value: 'instructions', words: 'Instructions' },
  { value: 'tests', words: 'Tests' },
  { value: 'homework', words: 'Homework' },
  { value: 'transitions', words: 'Changes and transitions' },
  { value: 'groups', words: 'Work in groups' },
  { value: 'practical', words: 'Practical work' },
] as const;

const evidenceChoices = Object.entries(EVIDENCE_WORDS).map(([value, words]) => ({ value, words }));

const STRATEGY: GuidanceKind = {
  name: 'strategy',
  title: 'Strategy',
  titles: 'Strategies',
  ofClass: false,
  fields: [
    { key: 'title', label: 'Strategy', type: 'line', required: true, most: 80, help: 'In three to six words.' },
    { key: 'barriers', label: 'For which barrier', type: 'choices', required: true, choices: BARRIERS },
    { key: 'sort', label: 'What it changes', type: 'choice', required: true, choices: ACCOMMODATION_SORTS },
    { key: 'tasks', label: 'Helps with', type: 'choices', choices: LESSON_TASKS },
    { key: 'words', label: 'What to do', type: 'passage', required: true, most: 1500, help: NO_NAMES },
    { key: 'care', label: 'When it does not help', type: 'passage', most: 1000 },
    { key: 'evidence', label: 'How it is known to help', type: 'choice', required: true, choices: evidenceChoices },
    { key: 'reading', label: 'Reading note', type: 'passage', most: 1000 },
    {
      key: 'source',
      label: 'Where it comes from',
      type: 'line',
      required: true,
      most: 300,
      help: 'A publication, a training, or a colleague’s practice.',
    },
    { key: 'checked', label: 'I have read the source and it says this', type: 'yes-no' },
  ],
  line: (values) => textIn(values, 'title'),
};

const SESSION_PLAN: GuidanceKind = {
  name: 'session-plan',
  title: 'Session plan',
  titles: 'Session plans',
  ofClass: true,
  fields: [
    { key: 'title', label: 'Session', type: 'line', required: true, most: 100 },
    { key: 'group', label: 'Group', type: 'line', most: 100, help: NO_NAMES },
    { key: 'on', label: 'Day', type: 'day' },
    { key: 'minutes', label: 'Minutes', type: 'whole', least: 1, most: 300 },
    { key: 'barrier', label: 'For what', type: 'choice', choices: BARRIERS },
    { key: 'aim', label: 'What they will be able to do', type: 'passage', required: true, most: 1000 },
    { key: 'start', label: 'Start: what they know already', type: 'passage', most: 2000 },
    { key: 'teach', label: 'Teach and show', type: 'passage', required: true, most: 2000 },
    { key: 'practise', label: 'Practise together, then alone', type: 'passage', most: 2000 },
    { key: 'check', label: 'How it will be seen that it worked', type: 'passage', most: 1000 },
    { key: 'needed', label: 'What is needed', type: 'passage', most: 1000 },
    { key: 'after', label: 'After the session', type: 'passage', most: 2000, help: 'What to do differently next time.' },
  ],
  line: (values) => joined(textIn(values, 'title'), textIn(values, 'group')),
};

export const CO_TEACHING_WAYS = [
  { value: 'one-supports', words: 'One teaches, one supports' },
  { value: 'one-watches', words: 'One teaches, one watches' },
  { value: 'stations', words: 'Stations' },
  { value: 'parallel', words: 'Two halves, the same lesson' },
  { value: 'alternative', words: 'A small group apart for a while' },
  { value: 'team', words: 'Both teach together' },
] as const;

const CO_TEACHING: GuidanceKind = {
  name: 'co-teaching',
  title: 'Co-teaching plan',
  titles: 'Co-teaching plans',
  ofClass: true,
  fields: [
    { key: 'title', label: 'Lesson', type: 'line', required: true, most: 100 },
    { key: 'on', label: 'Day', type: 'day' },
    { key: 'way', label: 'How the adults work', type: 'choice', required: true, choices: CO_TEACHING_WAYS },
    { key: 'aim', label: 'What all will learn', type: 'passage', required: true, most: 1000 },
    { key: 'first', label: 'The teacher', type: 'passage', required: true, most: 2000, help: 'What they do from start to end.' },
    { key: 'second', label: 'The second adult', type: 'passage', required: true, most: 2000, help: NO_NAMES },
    { key: 'swap', label: 'When they change parts', type: 'line', most: 300 },
    { key: 'adapt', label: 'What is adapted', type: 'passage', most: 2000, help: 'Accommodations first, then modifications.' },
    { key: 'signal', label: 'How they speak to each other in the lesson', type: 'line', most: 300 },
    { key: 'after', label: 'After the lesson', type: 'passage', most: 2000 },
  ],
  line: (values) => textIn(values, 'title'),
};

const MATERIAL: GuidanceKind = {
  name: 'material',
  title: 'Class material',
  titles: 'Class materials',
  ofClass: true,
  fields: [
    { key: 'title', label: 'Title', type: 'line', required: true, most: 150 },
    {
      key: 'address',
      label: 'Address',
      type: 'line',
      required: true,
      most: 1000,
      help: 'Begins with https://. Whoever may open the file there may open it from here.',
    },
    { key: 'about', label: 'What it is for', type: 'line', most: 300 },
    { key: 'barrier', label: 'For what', type: 'choice', choices: BARRIERS },
  ],
  check: (values) => {
    const reason = addressFault(textIn(values, 'address'));
    return reason ? [{ field: 'address', reason }] : [];
  },
  line: (values) => textIn(values, 'title'),
};

export const GUIDANCE: { readonly [K in GuidanceKindName]: GuidanceKind } = {
  strategy: STRATEGY,
  'session-plan': SESSION_PLAN,
  'co-teaching': CO_TEACHING,
  material: MATERIAL,
};

/** Why a link cannot be kept: only https, to a named host, with no name and password in it. */
export const addressFault = (address: string): string | undefined => {
  if (!/^https:\/\//i.test(address)) return 'does not begin with https://';
  if (!URL.canParse(address)) return 'is not an address';
  const { username, password, hostname } = new URL(address);
  if (username !== '' || password !== '') return 'holds a name or password';
  return hostname.includes('.') ? undefined : 'names no site';
};

/** What stands in the way of keeping these values, field by field; nothing where they can be kept. */
export const guidanceFaults = (kind: GuidanceKind, values: Readonly<Record<string, unknown>>, setting: FaultSetting): readonly Fault[] => {
  const known = new Set(kind.fields.map(({ key }) => key));
  const faults = [
    ...Object.keys(values).flatMap((key) => (known.has(key) ? [] : [{ field: key, reason: 'is not a field that Waymark knows' }])),
    ...kind.fields.flatMap((field) => {
      const reason = fieldFault(field, values[field.key] ?? null, setting);
      return reason ? [{ field: field.key, reason }] : [];
    }),
  ];
  return faults.length > 0 ? faults : (kind.check?.(keptValues(kind, values)) ?? []);
};

/** Values as they are kept: every field there, empty ones null. Only for values without faults. */
export const keptValues = (kind: GuidanceKind, values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    kind.fields.map(({ key }) => {
      const value = values[key];
      const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      return [key, empty ? null : (value as Value)];
    }),
  );

const listIn = (values: Values, key: string): readonly string[] => {
  const value = values[key];
  return Array.isArray(value) ? value : [];
};

/** A strategy of the school as an entry of the library. */
export const ownStrategy = (id: string, values: Values): LibraryEntry => ({
  id,
  own: true,
  title: textIn(values, 'title'),
  barriers: listIn(values, 'barriers'),
  sort: values.sort === 'modification' ? 'modification' : 'accommodation',
  tasks: listIn(values, 'tasks'),
  words: textIn(values, 'words'),
  care: textIn(values, 'care'),
  evidence: values.evidence === 'strong' || values.evidence === 'some' ? values.evidence : 'practice',
  reading: textIn(values, 'reading'),
  source: textIn(values, 'source'),
  verified: values.checked === true,
});

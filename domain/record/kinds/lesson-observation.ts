import { choiceWords, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { BARRIERS } from './areas.ts';

export const LOOKED_AT = [
  { value: 'start', words: 'Start of the lesson, settling' },
  { value: 'instructions', words: 'Instructions' },
  { value: 'task', words: 'Getting on with the task' },
  { value: 'talk', words: 'Talk with others' },
  { value: 'adult', words: 'Work with an adult' },
  { value: 'change', words: 'Changes and transitions' },
] as const;

/** What a visitor saw in a lesson: short enough for a telephone, specific enough to act on, shared with the teacher who was visited. */
export const LESSON_OBSERVATION: RecordKind = {
  name: 'lesson-observation',
  title: 'Lesson observation',
  titles: 'Lesson observations',
  part: 'provision',
  fields: [
    { key: 'on', label: 'Day', type: 'day', required: true, not: 'future' },
    { key: 'lesson', label: 'Lesson', type: 'line', required: true, most: 100, help: 'Subject and class, for example: English, 6 Oak.' },
    { key: 'teacher', label: 'Teacher', type: 'person', help: 'Everybody at school who works with the pupil can read this.' },
    { key: 'minutes', label: 'Minutes in the room', type: 'whole', least: 1, most: 180, unit: 'min' },
    { key: 'lookedAt', label: 'Looked at', type: 'choices', choices: LOOKED_AT },
    {
      key: 'goesWell',
      label: 'What helped',
      type: 'passage',
      required: true,
      most: 1500,
      help: 'What the adult did, and what the pupil then did.',
    },
    { key: 'getsInTheWay', label: 'What got in the way', type: 'passage', most: 1500 },
    { key: 'barrier', label: 'For what', type: 'choice', choices: BARRIERS },
    { key: 'next', label: 'One thing to try next', type: 'passage', required: true, most: 500 },
    { key: 'lookAgainOn', label: 'Look again on', type: 'day' },
    {
      key: 'shared',
      label: 'Shared with the teacher',
      type: 'yes-no',
      help: 'Yes closes it: later changes need a reason and stay visible.',
    },
  ],
  line: (values) => joined(textIn(values, 'lesson'), choiceWords(BARRIERS, values.barrier).toLowerCase(), textIn(values, 'next')),
  onDay: 'on',
  finishes: { words: 'Shared with the teacher', when: (values) => values.shared === true },
  read: 'read-casework',
  write: 'observe-lesson',
  writeOthers: 'keep-record',
};

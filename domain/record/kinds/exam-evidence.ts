import { choiceWords, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { EXAM_ARRANGEMENTS } from './exam-arrangement.ts';

export const EVIDENCE_SETTINGS = [
  { value: 'lesson', words: 'Lesson' },
  { value: 'test', words: 'Test in class' },
  { value: 'mock', words: 'Mock exam' },
  { value: 'homework', words: 'Work at home' },
] as const;

export const EVIDENCE_USE = [
  { value: 'always', words: 'Used every time' },
  { value: 'often', words: 'Used most times' },
  { value: 'sometimes', words: 'Used now and then' },
  { value: 'not', words: 'Offered, not used' },
] as const;

/**
 * What a subject teacher saw: that an arrangement is the pupil's normal way of working in this subject. Each entry has its day and its
 * teacher; a gap report counts the subjects.
 */
export const EXAM_EVIDENCE: RecordKind = {
  name: 'exam-evidence',
  title: 'Evidence from a subject',
  titles: 'Normal way of working, by subject',
  part: 'exams',
  fields: [
    { key: 'subject', label: 'Subject', type: 'line', required: true, most: 60 },
    { key: 'on', label: 'Day', type: 'day', required: true, not: 'future' },
    { key: 'arrangement', label: 'Arrangement', type: 'choice', required: true, choices: EXAM_ARRANGEMENTS },
    { key: 'setting', label: 'Where', type: 'choice', required: true, choices: EVIDENCE_SETTINGS },
    { key: 'use', label: 'Was it used', type: 'choice', required: true, choices: EVIDENCE_USE },
    {
      key: 'words',
      label: 'What was seen',
      type: 'passage',
      required: true,
      most: 1500,
      help: 'What the pupil could do with it and could not do without it; marks or minutes where there are any.',
    },
    { key: 'teacher', label: 'Teacher', type: 'person' },
    { key: 'document', label: 'Work that shows it', type: 'document' },
  ],
  notices: (values) =>
    values.use === 'not' ? [{ field: 'use', words: 'Not used: this does not show a normal way of working', weight: 'info' }] : [],
  line: (values) =>
    joined(
      textIn(values, 'subject'),
      choiceWords(EXAM_ARRANGEMENTS, values.arrangement),
      choiceWords(EVIDENCE_USE, values.use).toLowerCase(),
      textIn(values, 'words'),
    ),
  onDay: 'on',
  read: 'read-casework',
  write: 'give-exam-evidence',
  writeOthers: 'keep-record',
};

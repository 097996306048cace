import type { Nation } from '#domain/pupils/nation.ts';
import { type Field, KIND_NAMES, type KindName, type RecordKind, type Values } from './kind.ts';
import { ACCOMMODATION } from './kinds/accommodation.ts';
import { AGENCY } from './kinds/agency.ts';
import { ASSESSMENT } from './kinds/assessment.ts';
import { CONCERN } from './kinds/concern.ts';
import { CONSENT } from './kinds/consent.ts';
import { CONTACT } from './kinds/contact.ts';
import { CONTRIBUTION } from './kinds/contribution.ts';
import { DOCUMENT_NOTE } from './kinds/document-note.ts';
import { EXAM_ARRANGEMENT } from './kinds/exam-arrangement.ts';
import { EXAM_EVIDENCE } from './kinds/exam-evidence.ts';
import { EXAM_NOTICE } from './kinds/exam-notice.ts';
import { EXAM_SCORE } from './kinds/exam-score.ts';
import { GOAL } from './kinds/goal.ts';
import { INTERVENTION } from './kinds/intervention.ts';
import { LESSON_OBSERVATION } from './kinds/lesson-observation.ts';
import { LOG_ENTRY } from './kinds/log-entry.ts';
import { NEED } from './kinds/need.ts';
import { OUTSIDE_REFERRAL } from './kinds/outside-referral.ts';
import { PART_TIME } from './kinds/part-time.ts';
import { PROFILE_LINE } from './kinds/profile-line.ts';
import { PROVISION_LINE } from './kinds/provision-line.ts';
import { REFERRAL } from './kinds/referral.ts';
import { REMOVAL } from './kinds/removal.ts';
import { RESTRICTED_NOTE } from './kinds/restricted-note.ts';
import { SCREENING } from './kinds/screening.ts';
import { SESSION } from './kinds/session.ts';

/** Every kind by its name. */
export const KINDS: { readonly [K in KindName]: RecordKind } = {
  concern: CONCERN,
  referral: REFERRAL,
  screening: SCREENING,
  assessment: ASSESSMENT,
  contribution: CONTRIBUTION,
  need: NEED,
  'profile-line': PROFILE_LINE,
  goal: GOAL,
  'provision-line': PROVISION_LINE,
  accommodation: ACCOMMODATION,
  'lesson-observation': LESSON_OBSERVATION,
  'exam-arrangement': EXAM_ARRANGEMENT,
  'exam-evidence': EXAM_EVIDENCE,
  'exam-score': EXAM_SCORE,
  'exam-notice': EXAM_NOTICE,
  session: SESSION,
  intervention: INTERVENTION,
  contact: CONTACT,
  consent: CONSENT,
  'log-entry': LOG_ENTRY,
  agency: AGENCY,
  'outside-referral': OUTSIDE_REFERRAL,
  removal: REMOVAL,
  'part-time': PART_TIME,
  'restricted-note': RESTRICTED_NOTE,
  'document-note': DOCUMENT_NOTE,
};

/** All kinds, in the order in which a record is told. */
export const ALL_KINDS: readonly RecordKind[] = KIND_NAMES.map((name) => KINDS[name]);

/** The fields of a kind that a nation's organisations are asked for. */
export const fieldsIn = (kind: Pick<RecordKind, 'fields'>, nation: Nation): readonly Field[] =>
  kind.fields
    .filter(({ onlyIn }) => onlyIn === undefined || onlyIn === nation)
    .map((field) =>
      field.choices ? { ...field, choices: field.choices.filter(({ onlyIn }) => onlyIn === undefined || onlyIn === nation) } : field,
    );

/** Every field of a kind, with null where nothing was said: the one form in which values are compared, kept and sent. */
export const wholeValues = (kind: RecordKind, values: Values): Values =>
  Object.fromEntries(kind.fields.map(({ key }) => [key, values[key] ?? null]));

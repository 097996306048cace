import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { choiceWords } from '#domain/record/kind.ts';
import { EVIDENCE_SETTINGS, EVIDENCE_USE } from '#domain/record/kinds/exam-evidence.ts';
import { EXAM_SCORE_AREAS, SCORE_LINE } from '#domain/record/kinds/exam-score.ts';
import { arrangementWords, ruleOf } from './arrangement-rules.ts';
import { type Arrangement, type ExamCase, standing } from './exam-case.ts';
import type { Gap } from './gaps.ts';

/** A draft application: paragraphs under headings, and tables whose cells come out of the record and nowhere else. */
export type ApplicationDraft = {
  readonly title: string;
  readonly sentence: string;
  readonly asked: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly evidence: readonly (readonly string[])[];
  readonly scores: readonly (readonly string[])[];
  readonly notice: string;
  readonly missing: readonly string[];
  readonly notes: readonly string[];
};

/** The draft for every arrangement that is applied for and not decided; what the record does not say is listed as missing, never made up. */
export const applicationDraft = (one: ExamCase, gaps: readonly Gap[], today: Day): ApplicationDraft => ({
  title: `Access arrangements: draft application for ${one.givenName} ${one.surname}`,
  sentence: `Year ${one.yearGroup}${one.birthday ? ` · born ${dayWordsWithYear(one.birthday)}` : ''} · out of the record on ${dayWordsWithYear(today)}`,
  asked: toApplyFor(one).map((arrangement) => ({ heading: arrangementWords(arrangement.arrangement), lines: saidOf(arrangement) })),
  evidence: one.evidence.map(({ subject, on, arrangement, setting, use, words, teacher }) => [
    subject,
    `${dayWordsWithYear(on)}, ${teacher ?? 'teacher not named'}`,
    `${arrangementWords(arrangement)}. ${choiceWords(EVIDENCE_SETTINGS, setting)}: ${choiceWords(EVIDENCE_USE, use).toLowerCase()}.`,
    words,
  ]),
  scores: one.scores.map(({ area, instrument, edition, on, standard, assessor, qualification, seenOn }) => [
    choiceWords(EXAM_SCORE_AREAS, area),
    [instrument, edition].filter(Boolean).join(', '),
    String(standard),
    `${assessor}, ${qualification}. Tested ${dayWordsWithYear(on)}. ${seenOn ? `Certificate seen ${dayWordsWithYear(seenOn)}.` : 'Certificate not seen yet.'}`,
  ]),
  notice: one.noticeSignedOn ? `Signed ${dayWordsWithYear(one.noticeSignedOn)}.` : 'Not signed yet: the application cannot go.',
  missing: gaps.map(({ words }) => words),
  notes: [
    `A score of ${SCORE_LINE.most} or less counts as below average (as known on ${dayWordsWithYear(SCORE_LINE.asOf as Day)}; not verified in this year’s regulations: ${SCORE_LINE.source}).`,
    'This is a draft out of the school’s record. A person reads it against this year’s regulations before anything is sent.',
  ],
});

/** Arrangements that the awarding bodies are still to be asked for. */
export const toApplyFor = (one: ExamCase): readonly Arrangement[] =>
  standing(one).filter(({ arrangement, state }) => ruleOf(arrangement).applied && state !== 'approved' && state !== 'centre');

const saidOf = ({ words, need, why, from }: Arrangement): readonly string[] => [
  ...(words ? [words] : []),
  need ? `Need: ${need}` : 'Need: not named in the record yet.',
  why ?? 'How it shows in timed work: not written in the record yet.',
  ...(from ? [`Usual way of working since ${dayWordsWithYear(from)}.`] : []),
];

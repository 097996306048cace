import { choiceWords } from '#domain/record/kind.ts';
import { EXAM_ARRANGEMENTS } from '#domain/record/kinds/exam-arrangement.ts';

/**
 * What an arrangement has to rest on. `applied`: it is asked of the awarding bodies; else the school gives it itself. `score`: an assessor's
 * score is part of the case for it.
 */
export type ArrangementRule = { readonly applied: boolean; readonly score: boolean };

/**
 * As exams officers in England know them; not read in this year's regulations, so a gap that follows from one says so. A school that reads
 * otherwise sets the state *Given by the school itself*, and the gap goes.
 */
const RULES: Readonly<Record<string, ArrangementRule>> = {
  'extra-time': { applied: true, score: true },
  'more-extra-time': { applied: true, score: true },
  reader: { applied: true, score: false },
  'computer-reader': { applied: true, score: false },
  scribe: { applied: true, score: true },
  'speech-recognition': { applied: true, score: true },
  'modified-papers': { applied: true, score: false },
  'practical-assistant': { applied: true, score: false },
  'sign-language': { applied: true, score: false },
};

const BY_THE_SCHOOL: ArrangementRule = { applied: false, score: false };

/** What an arrangement rests on; one that is not listed is the school's own to give. */
export const ruleOf = (arrangement: string): ArrangementRule => RULES[arrangement] ?? BY_THE_SCHOOL;

/** What an arrangement is called. */
export const arrangementWords = (arrangement: string): string => choiceWords(EXAM_ARRANGEMENTS, arrangement);

/** A normal way of working is shown in at least this many subjects: a house rule, which no regulation was read for. */
export const SUBJECTS_NEEDED = 2;

/** Years in which exam arrangements are looked at, from the school year in which courses begin. */
export const EXAM_YEARS: readonly number[] = [9, 10, 11, 12, 13];

import { z } from 'zod';
import { examSeason, setExamDateRequest } from '#contract/exams.ts';
import { id } from '#contract/fields.ts';
import { to } from '../http/route.ts';

const season = z.strictObject({ season: examSeason.optional() });
const list = z.strictObject({ season: examSeason.optional(), as: z.enum(['docx', 'xlsx']) });

/** Exam arrangements of the register: gaps, dates, drafts, the list for invigilators. */
export const examRoutes = {
  exams: to({ query: season }, (casework, actor, ask) => casework.openExams(actor, ask)),
  examDates: to({}, (casework, actor) => casework.openExamDates(actor)),
  setExamDate: to({ body: setExamDateRequest }, (casework, actor, ask) => casework.setExamDate(actor, ask)),
  invigilators: to({ query: list }, (casework, actor, ask) => casework.listForInvigilators(actor, ask)),
  examApplication: to({ path: z.strictObject({ pupil: id }) }, (casework, actor, ask) => casework.draftExamApplication(actor, ask)),
};

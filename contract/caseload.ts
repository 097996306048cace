import { z } from 'zod';
import { day, id, instant, urgency } from './fields.ts';
import { owner } from './people.ts';

export const stage = z.enum(['none', 'monitoring', 'support', 'assessment', 'plan']);
export type Stage = z.infer<typeof stage>;

/** A reason to look at a pupil, in words; the worst comes first. */
export const flag = z.strictObject({ kind: z.string(), urgency, words: z.string() });
export type Flag = z.infer<typeof flag>;

/** The next date that counts for a pupil. `clock` opens its explanation. */
export const nextClock = z.strictObject({
  clock: z.string(),
  title: z.string(),
  due: day,
  daysLeft: z.number().int(),
  daysWords: z.string(),
  urgency,
  owner,
});
export type NextClock = z.infer<typeof nextClock>;

export const caseloadRow = z.strictObject({
  id,
  caseRef: z.string().nullable(),
  givenName: z.string(),
  surname: z.string(),
  yearGroup: z.number().int().nullable(),
  className: z.string().nullable(),
  stage,
  need: z.strictObject({ code: z.string(), words: z.string() }).nullable(),
  flags: z.array(flag),
  next: nextClock.nullable(),
  keyWorker: z.strictObject({ id, name: z.string() }).nullable(),
  /** The month in which the next review is planned, `2027-03`. */
  reviewMonth: z.string().nullable(),
  lastContact: day.nullable(),
  /** For *At a glance*: at most three lines of what works. */
  whatWorks: z.array(z.string()),
});
export type CaseloadRow = z.infer<typeof caseloadRow>;

/** GET /api/caseload: every pupil on the register the reader may see, worst and nearest first. */
export const caseload = z.strictObject({
  rows: z.array(caseloadRow),
  counts: z.strictObject({ pupils: z.number().int(), plans: z.number().int(), needALook: z.number().int() }),
  countedAt: instant,
});
export type Caseload = z.infer<typeof caseload>;

/** POST /api/find: pupils by name, class or case; at most 20. A question, sent as a body because an address must hold no name. */
export const found = z.strictObject({
  pupils: z.array(
    z.strictObject({
      id,
      caseRef: z.string().nullable(),
      name: z.string(),
      className: z.string().nullable(),
      yearGroup: z.number().int().nullable(),
      stage,
    }),
  ),
});
export type Found = z.infer<typeof found>;

/** One row of Today: a date, what is to be done, who owes it, why this date, and the one next step. */
export const dueRow = z.strictObject({
  id: z.string(),
  kind: z.enum(['clock', 'action', 'promise', 'request', 'meeting', 'differences', 'exam-date']),
  due: day,
  daysLeft: z.number().int(),
  daysWords: z.string(),
  urgency,
  title: z.string(),
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable(), yearGroup: z.number().int().nullable() }).nullable(),
  why: z.string(),
  owner,
  mine: z.boolean(),
  /** The verb on the button and where it leads. */
  step: z.strictObject({
    words: z.string(),
    deed: z.enum([
      'explain',
      'find-a-date',
      'open-meeting',
      'open-plan',
      'log-a-call',
      'mark-done',
      'promise-kept',
      'chase-request',
      'answer',
      'open-pupil',
      'open-exams',
    ]),
    target: z.string(),
  }),
});
export type DueRow = z.infer<typeof dueRow>;

/** GET /api/today */
export const today = z.strictObject({
  today: day,
  sentence: z.string(),
  rows: z.array(dueRow),
  changes: z.array(
    z.strictObject({
      id: z.string(),
      at: instant,
      kind: z.string(),
      words: z.string(),
      detail: z.string(),
      pupil: z.strictObject({ id, name: z.string() }).nullable(),
    }),
  ),
  changedSince: instant,
  meetings: z.array(
    z.strictObject({ id, startsAt: instant, title: z.string(), pupil: z.strictObject({ id, name: z.string() }), readiness: z.string() }),
  ),
  /** Pupils whom the reader teaches with strategies, and how many of them are to be read. */
  taught: z.strictObject({ pupils: z.number().int(), toRead: z.number().int() }),
  clocks: z.strictObject({ count: z.number().int(), pupils: z.number().int(), countedAt: instant }),
});
export type Today = z.infer<typeof today>;

/** POST /api/promises/:entry/kept */
export const promiseKept = z.strictObject({ kept: id });
export type PromiseKept = z.infer<typeof promiseKept>;

/** GET /api/clocks/:clock : a date explained (rule, trigger, count, exceptions, citation). */
export const clockExplained = z.strictObject({
  clock: z.string(),
  rule: z.string(),
  title: z.string(),
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
  due: day,
  daysWords: z.string(),
  urgency,
  state: z.string(),
  owner,
  owesSentence: z.string(),
  plainWords: z.array(z.string()),
  trigger: z.strictObject({ words: z.string(), on: day, source: z.string().nullable() }),
  milestones: z.array(z.strictObject({ on: day, words: z.string(), became: z.string().nullable() })),
  /** Every day from the trigger to the due date. */
  days: z.array(
    z.strictObject({
      on: day,
      part: z.enum(['trigger', 'counted', 'not-counted', 'due']),
      closed: z.string().nullable(),
      toCome: z.boolean(),
      milestone: z.string().nullable(),
    }),
  ),
  countWords: z.string(),
  /** The ways that were weighed, where the rule takes the earlier or the later. */
  weighed: z.array(z.strictObject({ words: z.string(), due: day.nullable(), chosen: z.boolean() })),
  /** The two readings of the rule's words, the earlier first, where it bears two. */
  readings: z.array(z.string()),
  /** The day to plan for where the rule bears two readings: the earlier. */
  planFor: day.nullable(),
  /** Where the date is a day off: the working day before it, an aid and not law. */
  aim: z.string().nullable(),
  /** `Westmere Council says it may be late: school closed.` */
  claim: z.string().nullable(),
  /** What an exception does to this date; null where the rule names none. */
  exceptionsNote: z.string().nullable(),
  exceptions: z.array(z.strictObject({ name: z.string(), applies: z.enum(['applies', 'does not apply', 'not known']), why: z.string() })),
  citation: z.string(),
  sourceLink: z.string().nullable(),
  unverified: z.string().nullable(),
  guidance: z.string().nullable(),
  /** The day the text behind the rule was read. */
  textRead: day,
  /** Kinds of event that meet it, for whoever may record one; empty where it is met already. */
  metBy: z.array(z.strictObject({ kind: z.string(), words: z.string() })),
  /** Dates that were shown before this one, the newest first, with why they moved. */
  shownBefore: z.array(z.strictObject({ due: day.nullable(), until: day, because: z.string() })),
  /** Why it was late, where somebody said so. */
  reason: z.string().nullable(),
  /** Whether the reader may say so: it is late or was met late, and theirs to answer for. */
  asksReason: z.boolean(),
  asText: z.string(),
});
export type ClockExplained = z.infer<typeof clockExplained>;

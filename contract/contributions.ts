import { z } from 'zod';
import { ASKED_GROUPS } from '#domain/contributions/askable.ts';
import { MOST_QUESTIONS, PURPOSES } from '#domain/contributions/purpose.ts';
import { day, id, instant, urgency, wallClock } from './fields.ts';

/*
 * Contributions that are asked of several people at once: a round-robin to class teachers, views and advice for a review or an assessment.
 */

export const requestPurpose = z.enum(PURPOSES);
export const askedGroup = z.enum(ASKED_GROUPS);

/** A question as it is asked: its id stays where its words were changed. */
export const askedQuestion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'is not the id of a question'),
  words: z.string().trim().min(3).max(200),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

/** What stands under one question. Its length is judged with the others, so that the words can say by how much it is too long. */
export const givenAnswer = z.strictObject({ question: z.string().min(1).max(40), words: z.string().max(20_000) });
export type GivenAnswer = z.infer<typeof givenAnswer>;

/** What a request can be about: the concern or referral that started it, the meeting whose papers it gathers. */
export const askedAbout = z.strictObject({ kind: z.enum(['concern', 'referral', 'meeting']), id });

const questions = z
  .array(askedQuestion)
  .min(1)
  .max(MOST_QUESTIONS)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'holds the same question twice');

/** `person/<id>`, `contact/<id>`, or `agency/<id>` for somebody who stands in the list of agencies alone. */
const whom = z
  .string()
  .regex(/^(person|contact|agency)\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'is nobody who can be asked');

/** GET /api/pupils/:pupil/contributions/askable : whom one could ask, with what, until when. */
export const askable = z.strictObject({
  pupil: z.strictObject({ id, givenName: z.string(), caseRef: z.string().nullable() }),
  people: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      words: z.string(),
      group: askedGroup,
      /** By a card in Teams, by a signed link, or by a letter with one that is printed; null for somebody who cannot be asked. */
      door: z.enum(['card', 'link', 'letter']).nullable(),
      cannot: z.string().nullable(),
      /** `asked Mon 16 Nov, not answered`, where an open request waits for them. */
      waiting: z.string().nullable(),
    }),
  ),
  purposes: z.array(
    z.strictObject({ purpose: requestPurpose, title: z.string(), questions: z.array(askedQuestion), usually: z.array(askedGroup) }),
  ),
  dueOn: day,
  /** `Goes out now.`, `Goes out on Mon 23 Nov at 08:00, when the school opens.` */
  goesOut: z.string(),
});
export type AskableReply = z.infer<typeof askable>;

/** POST /api/pupils/:pupil/contributions : the page makes the id, so that the same request sent again asks nobody twice. */
export const askContributionsRequest = z.strictObject({
  request: id,
  purpose: requestPurpose,
  about: askedAbout.optional(),
  people: z.array(whom).min(1).max(60),
  questions,
  dueOn: day,
});
export type AskContributionsRequest = z.infer<typeof askContributionsRequest>;

/** POST /api/contributions : the same questions about several pupils, each to whoever belongs to these groups around that pupil. */
export const askSeveralRequest = z.strictObject({
  request: id,
  purpose: requestPurpose,
  pupils: z.array(id).min(1).max(200),
  groups: z.array(askedGroup).min(1),
  questions,
  dueOn: day,
});
export type AskSeveralRequest = z.infer<typeof askSeveralRequest>;

/** What came of it for each pupil; a pupil for whom it could not be done has the reason. */
export const askedSeveral = z.strictObject({
  done: z.array(z.strictObject({ pupil: id, request: id, asked: z.number().int() })),
  failed: z.array(z.strictObject({ pupil: id, words: z.string() })),
});
export type AskedSeveral = z.infer<typeof askedSeveral>;

/** A request with what has come of it so far, side by side. */
export const contributionRequest = z.strictObject({
  id,
  purpose: requestPurpose,
  title: z.string(),
  /** What it is about, in a line: the concern's words. */
  aboutWords: z.string().nullable(),
  about: askedAbout.nullable(),
  askedBy: z.string(),
  askedOn: day,
  dueOn: day,
  dueWords: z.string(),
  urgency,
  goesOutAt: instant,
  state: z.enum(['open', 'closed', 'withdrawn']),
  /** `Closed Fri 27 Nov by Ruth Okafor`; null while it is open. */
  endWords: z.string().nullable(),
  questions: z.array(askedQuestion),
  people: z.array(
    z.strictObject({
      contribution: id,
      name: z.string(),
      words: z.string(),
      door: z.enum(['card', 'link', 'letter']),
      /** The link that goes by letter, for whoever may print it; null for all others. */
      letter: z.strictObject({ link: id, printed: z.boolean() }).nullable(),
      answeredOn: day.nullable(),
      late: z.boolean(),
      answers: z.array(givenAnswer),
      /** The entry as it was corrected in the record since; null where it reads as it was given. */
      corrected: z.string().nullable(),
      /** `Reminded Fri 20 Nov and Tue 24 Nov`; empty where nobody has. */
      remindedWords: z.string(),
      /** Why they will not answer any more: left, no longer with this pupil. */
      gone: z.string().nullable(),
    }),
  ),
  can: z.array(z.enum(['remind', 'close', 'withdraw'])),
});
export type ContributionRequest = z.infer<typeof contributionRequest>;

/** GET /api/pupils/:pupil/contributions : the newest first. */
export const contributions = z.strictObject({ requests: z.array(contributionRequest), can: z.array(z.enum(['ask'])) });
export type Contributions = z.infer<typeof contributions>;

/** Somebody's pupil as a card or a form names them. */
export const askedAboutPupil = z.strictObject({ id, name: z.string(), caseRef: z.string(), className: z.string().nullable() });

/** GET /api/contribution-requests/:request */
export const gatheredContributions = z.strictObject({ pupil: askedAboutPupil, request: contributionRequest });
export type GatheredContributions = z.infer<typeof gatheredContributions>;

/** POST /api/contribution-requests/:request/end : closed, nobody is reminded any more; withdrawn, it was asked in error. */
export const endContributionsRequest = z.strictObject({
  as: z.enum(['closed', 'withdrawn']),
  reason: z.string().trim().min(1).max(300).optional(),
});
export type EndContributionsRequest = z.infer<typeof endContributionsRequest>;

/** GET /api/contributions/asked-of-me : what this person has not answered yet, the next due first. */
export const askedOfMe = z.strictObject({
  asked: z.array(
    z.strictObject({
      contribution: id,
      pupil: askedAboutPupil,
      title: z.string(),
      askedBy: z.string(),
      dueOn: day,
      dueWords: z.string(),
      urgency,
    }),
  ),
});
export type AskedOfMe = z.infer<typeof askedOfMe>;

/** GET /api/contributions/:contribution : the questions, to whom they were put. */
export const contributionForm = z.strictObject({
  contribution: id,
  pupil: askedAboutPupil,
  title: z.string(),
  askedBy: z.string(),
  dueOn: day,
  dueWords: z.string(),
  late: z.boolean(),
  /** `open` takes an answer, `answered` another one; `ended` takes none, and `stateWords` says why. */
  state: z.enum(['open', 'answered', 'ended']),
  /** `Answered Mon 23 Nov, 09:04`; empty while it is open. */
  stateWords: z.string(),
  questions: z.array(askedQuestion),
  given: z.array(givenAnswer),
});
export type ContributionForm = z.infer<typeof contributionForm>;

/** POST /api/contributions/:contribution/answer */
export const answerContributionRequest = z.strictObject({ answers: z.array(givenAnswer).max(MOST_QUESTIONS) });
export type AnswerContributionRequest = z.infer<typeof answerContributionRequest>;

const schoolDays = z.number().int().min(0).max(20);

/** GET and POST /api/contributions/chasing : how long people have, and when those who have not answered are reminded. */
export const chasing = z
  .strictObject({
    answerWithin: schoolDays.min(1),
    remindBefore: schoolDays,
    remindAfter: schoolDays,
    tellAfter: schoolDays,
    opens: wallClock,
    closes: wallClock,
  })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'is before the school opens' });
export type ChasingSettings = z.infer<typeof chasing>;

import { z } from 'zod';
import { MOST_QUESTIONS } from '#domain/contributions/purpose.ts';
import { givenAnswer } from './contributions.ts';
import { day, id, instant, passage, wallClock } from './fields.ts';

/*
 * What crosses the wire between the service and somebody without an account, who came by a link. Every call is a POST with the link's token in
 * its body: the token stands in the fragment of the address, which browsers keep to themselves, and a GET neither spends nor changes anything.
 */

/** Addresses of visits; they take no sign-in. */
export const visitAddresses = {
  open: '/api/visits/open',
  code: '/api/visits/code',
  enter: '/api/visits/enter',
  page: '/api/visits/page',
  answer: '/api/visits/answer',
} as const;
export type VisitAddress = keyof typeof visitAddresses;

/** What stands in the address of a link, or the key that was copied from a letter. */
const token = z.string().min(16).max(200);
const visit = z.string().min(20).max(200);

export const visitRequests = {
  open: z.strictObject({ token }),
  code: z.strictObject({ token }),
  enter: z.strictObject({
    token,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, 'is not a code of six figures'),
  }),
  page: z.strictObject({ token, visit }),
  answer: z
    .strictObject({
      token,
      visit,
      /** A time that was offered, or that none of them suits. */
      time: z.union([z.strictObject({ slot: z.string().min(1).max(60) }), z.literal('phone-me')]).optional(),
      words: passage.optional(),
      /** Answers to the questions of a request, each under the id of its question. */
      answers: z.array(givenAnswer).max(MOST_QUESTIONS).optional(),
    })
    .refine((ask) => ask.time !== undefined || ask.words !== undefined || ask.answers !== undefined, {
      path: ['words'],
      message: 'is empty',
    }),
} as const;

const school = z.strictObject({ name: z.string(), telephone: z.string().nullable(), person: z.string().nullable() });

/** Before the code: no child's name, nothing of the case. */
export const visitDoor = z.strictObject({
  state: z.enum(['code-needed', 'ended']),
  school,
  /** How the code comes: asked for on the page, or printed in a letter and read out on the telephone. */
  codeBy: z.enum(['email', 'letter']),
  /** Where a code would go, masked; empty where it does not go by e-mail. */
  sentTo: z.string(),
  language: z.string().nullable(),
});
export type VisitDoor = z.infer<typeof visitDoor>;

export const codeSent = z.strictObject({ sentTo: z.string(), minutes: z.number().int() });

/** A time that is offered, with what the family should know of it; `part` is who is meant, in the parts the law names. */
export const offeredTime = z.strictObject({
  id: z.string(),
  day,
  from: wallClock,
  to: wallClock,
  hint: z.strictObject({ kind: z.enum(['everyone', 'writes', 'may-not', 'cannot', 'not-known']), part: z.string().nullable() }),
});

/** After the code: what this one link is for. */
export const visitPage = z.strictObject({
  purpose: z.enum(['time', 'view', 'answer', 'advice', 'read', 'contribution']),
  school,
  hello: z.string(),
  child: z.string(),
  language: z.string().nullable(),
  until: day,
  today: day,
  time: z
    .strictObject({
      purpose: z.enum(['annual-review', 'support-review', 'parent-meeting']),
      minutes: z.number().int(),
      room: z.string().nullable(),
      interpreter: z.string().nullable(),
      slots: z.array(offeredTime),
      chosen: z
        .strictObject({ day, from: wallClock, to: wallClock, place: z.string().nullable(), joinUrl: z.string().nullable() })
        .nullable(),
      phoneAsked: z.boolean(),
      coming: z.array(z.string()),
    })
    .nullable(),
  question: z.strictObject({ about: z.string().nullable(), given: z.string().nullable(), givenOn: day.nullable() }).nullable(),
  questions: z
    .strictObject({
      title: z.string(),
      dueOn: day,
      /** Whether something was answered before. */
      given: z.boolean(),
      /** `standard` questions are asked in Waymark's own words, of which there are translations. */
      asked: z.array(z.strictObject({ id: z.string(), words: z.string(), standard: z.boolean(), given: z.string() })),
    })
    .nullable(),
  reading: z
    .strictObject({ title: z.string(), parts: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })) })
    .nullable(),
});
export type VisitPage = z.infer<typeof visitPage>;

export const entered = z.strictObject({ visit: z.string(), ends: instant, page: visitPage });
export type Entered = z.infer<typeof entered>;

export const visitAnswers = { open: visitDoor, code: codeSent, enter: entered, page: visitPage, answer: visitPage } as const;
export type VisitAnswer<A extends VisitAddress> = z.infer<(typeof visitAnswers)[A]>;
export type VisitRequest<A extends VisitAddress> = z.infer<(typeof visitRequests)[A]>;

/** POST /api/pupils/:pupil/links : a link to one of the family or to somebody from outside. */
export const sendLinkRequest = z
  .strictObject({
    request: id,
    contact: id.optional(),
    person: id.optional(),
    purpose: z.enum(['view', 'answer', 'advice', 'read']),
    /** The plan or meeting to be read. */
    about: id.optional(),
    /** What is asked about: `the SEN support plan`. */
    forWhat: z.string().trim().min(1).max(200).optional(),
    until: day,
    /** On paper, for somebody without e-mail; by e-mail where nothing is said. */
    way: z.enum(['email', 'letter']).optional(),
  })
  .refine((ask) => (ask.contact === undefined) !== (ask.person === undefined), { path: ['contact'], message: 'choose one person' })
  .refine((ask) => ask.purpose !== 'read' || ask.about !== undefined, { path: ['about'], message: 'choose what is to be read' });
export type SendLinkRequest = z.infer<typeof sendLinkRequest>;

/** POST /api/meetings/:meeting/ask-family */
export const askFamilyRequest = z.strictObject({ version: z.number().int() });
export const familyAsked = z.strictObject({
  /** Who gets a letter. */
  asked: z.array(z.string()),
  /** Who has no address, or must not be reached: to be told otherwise, or not at all. */
  notAsked: z.array(z.string()),
  words: z.string(),
});
export type FamilyAsked = z.infer<typeof familyAsked>;

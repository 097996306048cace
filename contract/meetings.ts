import { z } from 'zod';
import { day, id, instant, line, passage, urgency, wallClock } from './fields.ts';
import { excusal, meetingPlace, seat } from './meeting-team.ts';

export const purpose = z.enum(['annual-review', 'support-review', 'parent-meeting']);
export type Purpose = z.infer<typeof purpose>;

/** One person's answer for one slot. "Free" comes from a calendar we read, "Replied yes" from a person. */
export const availability = z.strictObject({
  words: z.string(),
  can: z.enum(['yes', 'no', 'maybe', 'will-be-asked', 'not-known']),
});

export const slot = z.strictObject({
  id: z.string(),
  day,
  from: wallClock,
  to: wallClock,
  best: z.boolean(),
  verdict: z.string(),
  urgency,
  reason: z.string(),
});
export type Slot = z.infer<typeof slot>;

/** POST /api/pupils/:id/reviews : who must come, the window the law allows, and three slots with reasons. */
export const proposal = z.strictObject({
  meeting: id,
  version: z.number().int(),
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string() }),
  purpose,
  title: z.string(),
  window: z.strictObject({ from: day, to: day, words: z.string(), why: z.array(z.string()) }),
  slots: z.array(slot),
  people: z.array(
    z.strictObject({
      id,
      name: z.string(),
      words: z.string(),
      why: z.string(),
      organisation: z.boolean(),
      /** One answer a slot, in the order of `slots`. */
      answers: z.array(availability),
    }),
  ),
  notInvited: z.string(),
  calendarsReadAt: instant.nullable(),
  otherSlots: z.string(),
  next: z.array(z.string()),
  invitationsBy: day.nullable(),
  /** Who must be there by law, filled or not. */
  places: z.array(meetingPlace),
  papers: z.array(z.strictObject({ words: z.string(), state: z.enum(['in', 'asked', 'missing']), detail: z.string() })),
});
export type Proposal = z.infer<typeof proposal>;

export const proposeRequest = z.strictObject({ purpose: purpose.optional(), notBefore: day.optional(), notAfter: day.optional() });
export type ProposeRequest = z.infer<typeof proposeRequest>;

/** POST /api/meetings/:id/book */
export const bookRequest = z.strictObject({
  slot: z.string().min(1).max(60),
  version: z.number().int(),
  agreed: z.enum(['phone', 'in-person', 'link']).default('phone'),
});
export type BookRequest = z.infer<typeof bookRequest>;

export const bookedReview = z.strictObject({
  meeting: id,
  version: z.number().int(),
  caseRef: z.string(),
  pupil: z.strictObject({ id, name: z.string() }),
  title: z.string(),
  state: z.enum(['being-booked', 'booked']),
  startsAt: instant,
  when: z.string(),
  where: z.string(),
  coming: z.string(),
  papers: z.string(),
  afterwards: z.string(),
  joinUrl: z.string().nullable(),
});
export type BookedReview = z.infer<typeof bookedReview>;

export const entryKind = z.enum(['decision', 'action', 'view', 'disagreement']);

export const meetingEntry = z.strictObject({
  id,
  kind: z.enum(['decision', 'action', 'view', 'disagreement', 'off-record', 'note']),
  item: z.number().int().nullable(),
  words: z.string(),
  saidBy: z.string().nullable(),
  owner: z.string().nullable(),
  due: day.nullable(),
  at: instant,
  until: instant.nullable(),
});
export type MeetingEntry = z.infer<typeof meetingEntry>;

/** GET /api/meetings/:id : the meeting as it stands, for page, side panel and cards. */
export const meeting = z.strictObject({
  id,
  version: z.number().int(),
  pupil: z.strictObject({ id, name: z.string(), initials: z.string(), caseRef: z.string() }),
  purpose,
  title: z.string(),
  state: z.enum(['proposed', 'being-booked', 'booked', 'running', 'held', 'reported', 'cancelled']),
  startsAt: instant.nullable(),
  when: z.string(),
  where: z.string(),
  joinUrl: z.string().nullable(),
  agenda: z.array(z.strictObject({ title: z.string(), state: z.enum(['done', 'current', 'to-come']) })),
  currentItem: z.number().int().nullable(),
  offRecordSince: instant.nullable(),
  startedAt: instant.nullable(),
  people: z.array(
    z.strictObject({
      id,
      name: z.string(),
      words: z.string(),
      required: z.boolean(),
      reply: z.string().nullable(),
      attended: z.enum(['present', 'online', 'absent', 'left-early']).nullable(),
      /** Places of the law that this person fills, and how they are excused. */
      seats: z.array(seat),
      excusal: excusal.nullable(),
      excusable: z.boolean(),
    }),
  ),
  /** Who must be there by law, filled or not; empty for meetings whose members no law names. */
  places: z.array(meetingPlace),
  /** Excusals whose form does not hold. */
  wrongExcusals: z.array(z.string()),
  entries: z.array(meetingEntry),
  /** People an action can be given to. */
  owners: z.array(z.strictObject({ id, name: z.string() })),
  minutes: z.strictObject({ name: z.string(), webUrl: z.string().nullable() }).nullable(),
  /** Why *Finish* waits; empty when nothing does. */
  blockers: z.array(z.string()),
  /** What the reader may do with it beyond reading. */
  can: z.array(z.enum(['record'])),
});
export type Meeting = z.infer<typeof meeting>;

/** GET /api/meetings : is it ready? */
export const meetings = z.strictObject({
  coming: z.array(
    z.strictObject({
      id,
      startsAt: instant.nullable(),
      when: z.string(),
      daysWords: z.string(),
      urgency,
      title: z.string(),
      pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
      state: z.string(),
      papers: z.string(),
      views: z.string(),
      people: z.string(),
    }),
  ),
  held: z.array(
    z.strictObject({
      id,
      when: z.string(),
      title: z.string(),
      pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
      state: z.string(),
      /** Late where the report to the council is, near where minutes have been wanting for two weeks. */
      urgency,
      outcome: z.string(),
      minutesUrl: z.string().nullable(),
    }),
  ),
  parentMeetings: z.strictObject({ sentence: z.string(), short: z.array(z.strictObject({ id, name: z.string(), words: z.string() })) }),
});
export type Meetings = z.infer<typeof meetings>;

/** Each change of a running meeting carries the version it saw, and an id so that a retry is not a second entry. */
const change = { request: id, version: z.number().int().optional() };
export const startRequest = z.strictObject(change);
export const attendanceRequest = z.strictObject({
  ...change,
  people: z.array(z.strictObject({ id, attended: z.enum(['present', 'online', 'absent', 'left-early']) })).max(60),
});
export const entryRequest = z
  .strictObject({
    ...change,
    kind: entryKind,
    words: passage,
    saidBy: line.optional(),
    owner: id.optional(),
    due: day.optional(),
  })
  .refine((entry) => entry.kind !== 'view' || entry.saidBy, { path: ['saidBy'], message: 'a view needs the name of whose view it is' });
export type EntryRequest = z.infer<typeof entryRequest>;
export const nextItemRequest = z.strictObject({ ...change, item: z.number().int().min(0).max(40).optional() });
export const offRecordRequest = z.strictObject({ ...change, off: z.boolean() });
export const settleActionRequest = z.strictObject({ ...change, action: id, owner: id, due: day });
export const finishRequest = z.strictObject(change);

export const actionRow = z.strictObject({
  id,
  number: z.number().int(),
  words: z.string(),
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }).nullable(),
  owner: z.string(),
  mine: z.boolean(),
  due: day.nullable(),
  daysWords: z.string(),
  urgency,
  doneOn: day.nullable(),
});
export type ActionRow = z.infer<typeof actionRow>;
export const actions = z.strictObject({ rows: z.array(actionRow) });
export type Actions = z.infer<typeof actions>;

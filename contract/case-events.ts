import { z } from 'zod';
import { day, id, instant, line, urgency } from './fields.ts';

const choice = z.strictObject({ value: z.string(), words: z.string() });

/** What is asked beside the day of an event of a kind; a field that is not named is not asked. */
export const eventAsks = z.strictObject({
  outcomes: z.array(choice),
  outcomeNeeded: z.boolean(),
  of: z.array(choice),
  about: z.string().nullable(),
  until: z.string().nullable(),
  days: z.string().nullable(),
  agreed: z.string().nullable(),
  owner: z.string().nullable(),
  exceptions: z.array(choice),
  ahead: z.boolean(),
});
export type EventAsks = z.infer<typeof eventAsks>;

/** What a person says of an event. `evidence` names the paper it rests on: `Letter of 3 September`. */
export const eventSaid = z.strictObject({
  kind: z.string().min(1).max(60),
  on: day,
  outcome: z.string().max(60).optional(),
  who: z.string().max(60).optional(),
  about: line.optional(),
  until: day.optional(),
  days: z.number().int().min(0).max(400).optional(),
  agreed: day.optional(),
  owner: line.optional(),
  exception: z.string().max(20).optional(),
  because: line.optional(),
  evidence: line.optional(),
});
export type EventSaid = z.infer<typeof eventSaid>;

/** What an event does to one clock. `from` and `to` are its due date before and after. */
export const eventEffect = z.strictObject({
  kind: z.enum(['starts', 'moves', 'meets', 'stops', 'excuses', 'reopens', 'goes']),
  clock: z.string(),
  title: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  owner: z.string(),
  /** Where the clock stands afterwards: `9 days left`, `Met Wed 26 Aug, on the day`. */
  standing: z.string(),
});
export type EventEffect = z.infer<typeof eventEffect>;

/** A date that was shown before a change, and the one that took its place. */
export const datesMoved = z.strictObject({ title: z.string(), from: day.nullable(), to: day.nullable() });

/** An event of the case as it holds now, or as it was taken out. */
export const caseEvent = z.strictObject({
  id,
  /** What `If-Match` is to name when it is corrected. */
  version: z.number().int(),
  words: z.string(),
  /** What was said beside the kind, in a line: `It will assess`. */
  detail: z.string(),
  said: eventSaid,
  recordedAt: instant,
  recordedBy: z.string().nullable(),
  /** Taken out, when and why; null while it holds. */
  withdrawn: z.strictObject({ at: instant, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  /** Where it is corrected: here, or where the entry or the meeting stands that it comes from. */
  from: z.enum(['here', 'record', 'meeting']),
  /** What it said before, the newest first, with the dates that were shown then. */
  before: z.array(
    z.strictObject({
      words: z.string(),
      on: day,
      detail: z.string(),
      at: instant,
      by: z.string().nullable(),
      reason: z.string().nullable(),
      moved: z.array(datesMoved),
    }),
  ),
});
export type CaseEvent = z.infer<typeof caseEvent>;

export const chainState = z.enum(['done', 'done-late', 'running', 'late', 'excused', 'fell-away', 'to-come']);
export type ChainState = z.infer<typeof chainState>;

/** The whole way of one matter, limit by limit. */
export const chain = z.strictObject({
  id: z.string(),
  title: z.string(),
  began: z.strictObject({ on: day, words: z.string() }),
  walked: z.boolean(),
  links: z.array(
    z.strictObject({
      clock: z.string().nullable(),
      words: z.string(),
      state: chainState,
      due: day.nullable(),
      standing: z.string(),
      urgency,
      owner: z.string(),
      waitsFor: z.array(z.string()),
    }),
  ),
});
export type Chain = z.infer<typeof chain>;

/** GET /api/pupils/:pupil/events : what happened in a case, the ways it is on, and what can be recorded. */
export const caseEvents = z.strictObject({
  events: z.array(caseEvent),
  chains: z.array(chain),
  /** What the law asks for without a number of days, and whether it was done. */
  steps: z.array(
    z.strictObject({
      title: z.string(),
      words: z.string(),
      called: z.string(),
      taken: z.string().nullable(),
      citation: z.string(),
      unverified: z.string().nullable(),
    }),
  ),
  /** What the case lacks for its first date; null where it has it, or the reader records nothing. */
  unknown: z.strictObject({ kind: z.string(), words: z.string() }).nullable(),
  /** Kinds to record, the likeliest groups for this pupil first; empty where the reader records nothing. */
  groups: z.array(
    z.strictObject({ title: z.string(), kinds: z.array(z.strictObject({ kind: z.string(), words: z.string(), asks: eventAsks })) }),
  ),
});
export type CaseEvents = z.infer<typeof caseEvents>;

/** Why an event was corrected or taken out; kept for good. */
const why = line;

/** POST /api/pupils/:pupil/events/preview : what saving would do, before anything is saved. `event` is the one to be corrected or taken out. */
export const previewEventRequest = z.strictObject({ event: id.optional(), said: eventSaid.optional() });
export type PreviewEventRequest = z.infer<typeof previewEventRequest>;

/** POST /api/pupils/:pupil/events : the page makes the id, so that a retry is harmless. */
export const recordEventRequest = z.strictObject({ id, said: eventSaid });
export type RecordEventRequest = z.infer<typeof recordEventRequest>;

/** PUT /api/pupils/:pupil/events/:event, with `If-Match` */
export const correctEventRequest = z.strictObject({ said: eventSaid, reason: why });
export type CorrectEventRequest = z.infer<typeof correctEventRequest>;

/** POST …/:event/withdraw and …/:event/restore, with `If-Match` */
export const withdrawEventRequest = z.strictObject({ reason: why });
export const restoreEventRequest = z.strictObject({ reason: why });

/** What a change of the events does, or did, to the clocks. */
export const eventEffects = z.strictObject({ effects: z.array(eventEffect) });
export type EventEffects = z.infer<typeof eventEffects>;

/** The event as it now stands, and what that did to the clocks. */
export const eventKept = z.strictObject({ event: caseEvent, effects: z.array(eventEffect) });
export type EventKept = z.infer<typeof eventKept>;

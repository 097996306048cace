import { z } from 'zod';
import { privacyPapers } from '#domain/privacy/papers/names.ts';
import { caseRef, day, id, instant, line, passage } from './fields.ts';

const groundOfErasure = z.enum(['retention', 'asked', 'mistake']);
const who = z.string().nullable();

/** A hold on a record: while it is in force nothing is erased. */
export const hold = z.strictObject({
  id,
  pupil: id,
  name: z.string(),
  caseRef: caseRef.nullable(),
  reason: z.string(),
  setBy: who,
  setAt: instant,
  liftedBy: who,
  liftedAt: instant.nullable(),
  liftReason: z.string().nullable(),
});
export type Hold = z.infer<typeof hold>;

/** Where a record stands against the rule by which it is kept. */
export const retention = z.strictObject({
  state: z.enum(['held', 'kept-longer', 'due', 'soon', 'not-yet', 'not-known']),
  due: day.nullable(),
  why: z.string(),
  keptReason: z.string().nullable(),
});

export type Retention = z.infer<typeof retention>;

/** The rule itself, with the organisation’s own length where it has set one. */
export const retentionRule = z.strictObject({
  id: z.string(),
  title: z.string(),
  words: z.string(),
  source: z.string(),
  unverified: z.string().nullable(),
  years: z.number().int().nullable(),
  usualYears: z.number().int().nullable(),
});

export type RetentionRule = z.infer<typeof retentionRule>;

const requestLine = z.strictObject({
  id,
  pupil: id,
  name: z.string(),
  caseRef: caseRef.nullable(),
  askedBy: z.string(),
  receivedOn: day,
  due: day,
  state: z.enum(['gathering', 'to-decide', 'building', 'ready', 'answered', 'withdrawn']),
  words: z.string(),
});
export type RequestLine = z.infer<typeof requestLine>;

/** Something to decide before the record is handed over. */
export const finding = z.strictObject({
  id,
  kind: z.enum(['family', 'colleague', 'pupil', 'restricted-note', 'unread-file']),
  source: z.string(),
  sourceWords: z.string(),
  whom: z.string(),
  passages: z.array(z.string()),
  mentions: z.number().int(),
  choices: z.array(z.enum(['keep', 'redact', 'withhold'])),
  choice: z.enum(['keep', 'redact', 'withhold']).nullable(),
  ground: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;

export const recordsRequest = requestLine.extend({
  askedAs: z.enum(['parent', 'pupil', 'representative']),
  rule: z.string(),
  limitWords: z.string(),
  limitSource: z.string(),
  unverified: z.string().nullable(),
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  trouble: z.string().nullable(),
  findings: z.array(finding),
  undecided: z.number().int(),
  archive: z.strictObject({ bytes: z.number(), pieces: z.number().int(), expiresAt: instant, fileName: z.string() }).nullable(),
  answeredOn: day.nullable(),
  answeredHow: z.string().nullable(),
  version: z.number().int(),
});
export type RecordsRequest = z.infer<typeof recordsRequest>;

/** One copy of a record, or a place where there is one, and what is or was done with it. */
const copy = z.strictObject({
  rank: z.number().int(),
  kind: z.string(),
  words: z.string(),
  outcome: z.enum(['done', 'not-possible', 'told']).nullable(),
  outcomeWords: z.string().nullable(),
});
export type Copy = z.infer<typeof copy>;

/** Every copy of a record before anything is done, and why it cannot be erased now, if so. */
export const copies = z.strictObject({
  name: z.string(),
  caseRef: caseRef.nullable(),
  copies: z.array(copy),
  cannot: z.string().nullable(),
  onRoll: z.boolean(),
  keepRoll: z.strictObject({ proposed: z.boolean(), why: z.string() }),
  tellFamily: z.boolean(),
});
export type Copies = z.infer<typeof copies>;

const erasureLine = z.strictObject({
  id,
  pupil: id,
  /** Null once the record is gone. */
  name: z.string().nullable(),
  caseRef: caseRef.nullable(),
  state: z.enum(['asked', 'running', 'done', 'cancelled']),
  words: z.string(),
  askedBy: who,
  askedAt: instant,
});

export const erasure = erasureLine.extend({
  ground: groundOfErasure,
  groundWords: z.string(),
  reason: z.string(),
  keepRoll: z.boolean(),
  toldOn: day.nullable(),
  confirmedBy: who,
  confirmedAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedWhy: z.string().nullable(),
  trouble: z.string().nullable(),
  /** Why the reader cannot confirm it; null where they can. */
  cannotConfirm: z.string().nullable(),
  steps: z.array(copy),
});
export type Erasure = z.infer<typeof erasure>;

/** Settings, Privacy: what waits for a person, and what was done. */
export const privacyPage = z.strictObject({
  today: day,
  rule: retentionRule.nullable(),
  due: z.array(retention.extend({ pupil: id, name: z.string(), caseRef: caseRef.nullable(), leftOn: day.nullable() })),
  dueCount: z.number().int(),
  counted: z.number().int(),
  requests: z.array(requestLine),
  holds: z.array(hold),
  erasures: z.array(erasureLine),
  tombstones: z.array(
    z.strictObject({
      erasure: id,
      caseRef: caseRef.nullable(),
      erasedAt: instant,
      groundWords: z.string(),
      askedBy: who,
      confirmedBy: who,
      keptRoll: z.boolean(),
      /** The record is there again, as after a backup was restored. */
      back: z.boolean(),
    }),
  ),
});
export type PrivacyPage = z.infer<typeof privacyPage>;

/** A pupil’s privacy: requests, hold, retention, erasure. */
export const pupilPrivacy = z.strictObject({
  pupil: z.strictObject({ id, name: z.string(), caseRef: caseRef.nullable(), leftOn: day.nullable() }),
  contacts: z.array(z.strictObject({ id, words: z.string() })),
  limitWords: z.string(),
  hold: hold.nullable(),
  holds: z.array(hold),
  rule: retentionRule.nullable(),
  retention: retention.nullable(),
  requests: z.array(requestLine),
  erasure: erasureLine.nullable(),
  can: z.array(z.enum(['export', 'hold', 'erase'])),
});
export type PupilPrivacy = z.infer<typeof pupilPrivacy>;

/** A piece of an archive, base64. */
export const recordsPiece = z.strictObject({ number: z.number().int(), of: z.number().int(), bytes: z.string() });
export type RecordsPiece = z.infer<typeof recordsPiece>;

export const askForRecordsRequest = z.strictObject({
  /** Made by the page, so that a retry asks once. */
  id,
  askedBy: line,
  askedAs: z.enum(['parent', 'pupil', 'representative']),
  contact: id.nullable(),
  receivedOn: day,
});
export type AskForRecordsRequest = z.infer<typeof askForRecordsRequest>;

export const decidePassagesRequest = z.strictObject({
  decisions: z
    .array(z.strictObject({ finding: id, choice: z.enum(['keep', 'redact', 'withhold']), ground: z.string().trim().max(500).optional() }))
    .min(1)
    .max(2000),
});
export type DecidePassagesRequest = z.infer<typeof decidePassagesRequest>;

export const closeRecordsRequest = z.strictObject({
  outcome: z.enum(['answered', 'withdrawn']),
  on: day,
  how: line,
});
export type CloseRecordsRequest = z.infer<typeof closeRecordsRequest>;

export const holdRequest = z.strictObject({ reason: passage });
export const liftHoldRequest = z.strictObject({ reason: passage });
export const keepLongerRequest = z.strictObject({ until: day, reason: passage });
export const retentionLengthRequest = z.strictObject({ years: z.number().int().min(1).max(100).nullable(), reason: passage });
export const askErasureRequest = z.strictObject({
  id,
  ground: groundOfErasure,
  reason: passage,
  keepRoll: z.boolean(),
  toldOn: day.nullable(),
});
export type AskErasureRequest = z.infer<typeof askErasureRequest>;
export const cancelErasureRequest = z.strictObject({ reason: passage });

/** GET /api/privacy/papers/:paper?as= */
export const privacyPaperName = z.enum(privacyPapers as [(typeof privacyPapers)[number], ...(typeof privacyPapers)[number][]]);
export const privacyPaperAs = z.enum(['docx', 'md']);

import { z } from 'zod';
import { day, id, line, passage } from './fields.ts';
import { strategyId } from './guidance.ts';
import { entryKind } from './meetings.ts';

/** What a button of a card carries: ids, a version, and a request id so that a press that is repeated is one deed. Never a child's data. */
const version = z.coerce.number().int().min(0);
const meeting = { meeting: id };
const change = { meeting: id, version, request: id };

/** Fields that a person fills in arrive as text; an empty field arrives as ''. */
const emptyIsAbsent = <T extends z.ZodType>(shape: T) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional());
const attendance = z.enum(['present', 'online', 'absent', 'left-early']);

/** `attended-<person>` for each person of the meeting; ids that are none make the whole press malformed. */
const attendanceFields = z.record(z.string().regex(/^attended-[0-9a-f-]{36}$/), emptyIsAbsent(attendance));

/** `answer-<question>` for each question of a request. Length is judged by the deed, which can say by how much it is too long. */
const answerFields = z.record(z.string().regex(/^answer-[a-z0-9-]{1,40}$/), z.string().max(20_000));

/** Every press of a button, and every automatic look at a card (`refresh`), by its verb. */
export const cardAction = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('help') }),
  z.strictObject({ verb: z.literal('caseload') }),
  z.strictObject({ verb: z.literal('due') }),
  z.strictObject({ verb: z.literal('today') }),
  z.strictObject({ verb: z.literal('morning-card'), on: z.boolean() }),
  z.strictObject({ verb: z.literal('promise-kept'), entry: id }),
  z.strictObject({ verb: z.literal('chase-request'), request: id }),
  z.strictObject({ verb: z.literal('strategies'), pupil: id.optional() }),
  z.object({ verb: z.literal('answer-strategies'), pupil: id, edition: z.string().max(400) }).catchall(z.unknown()),
  z.strictObject({ verb: z.literal('actions') }),
  z.strictObject({ verb: z.literal('done'), action: id }),

  z.strictObject({ verb: z.literal('contacts'), pupil: id }),
  z.strictObject({ verb: z.literal('profile'), pupil: id }),
  z.strictObject({ verb: z.literal('log'), pupil: id }),
  z.strictObject({
    verb: z.literal('save-log'),
    pupil: id,
    request: id,
    kind: emptyIsAbsent(z.enum(['call', 'observation', 'note', 'message', 'visit'])),
    on: emptyIsAbsent(day),
    words: emptyIsAbsent(passage),
    contact: emptyIsAbsent(id),
    promise: emptyIsAbsent(line),
    promiseDue: emptyIsAbsent(day),
  }),

  z.strictObject({ verb: z.literal('ideas'), pupil: id, words: z.string().max(2000) }),
  z.strictObject({ verb: z.literal('use-idea'), pupil: id, strategy: strategyId, request: id }),
  z.strictObject({ verb: z.literal('class-needs'), class: id }),

  z.strictObject({ verb: z.literal('refer'), pupil: id }),
  z.strictObject({
    verb: z.literal('save-referral'),
    pupil: id,
    request: id,
    as: emptyIsAbsent(z.enum(['referral', 'concern'])),
    words: emptyIsAbsent(passage),
    examples: emptyIsAbsent(passage),
    tried: emptyIsAbsent(passage),
    strengths: emptyIsAbsent(passage),
  }),

  z.strictObject({ verb: z.literal('asked') }),
  z.strictObject({ verb: z.literal('contribution'), contribution: id }),
  z.object({ verb: z.literal('answer-contribution'), contribution: id }).catchall(z.unknown()),
  z.strictObject({ verb: z.literal('gathered'), request: id }),
  z.strictObject({ verb: z.literal('remind-contributions'), request: id }),
  z.strictObject({ verb: z.literal('close-contributions'), request: id }),

  z.strictObject({ verb: z.literal('review'), pupil: id, notBefore: day.optional(), notAfter: day.optional() }),
  z.strictObject({ verb: z.literal('slots'), ...meeting }),
  z.strictObject({ verb: z.literal('choose-slot'), ...meeting, version, slot: z.string().min(1).max(60) }),

  z.strictObject({ verb: z.literal('record'), ...meeting }),
  z.strictObject({ verb: z.literal('start'), meeting: id, request: id }),
  z.strictObject({ verb: z.literal('look'), ...meeting }),
  z.strictObject({ verb: z.literal('decisions'), ...meeting }),
  z.strictObject({ verb: z.literal('attendance'), ...meeting }),
  z.object({ verb: z.literal('save-attendance'), ...change }).catchall(z.unknown()),
  z.strictObject({ verb: z.literal('entry'), ...meeting, kind: entryKind }),
  z.strictObject({
    verb: z.literal('add-entry'),
    ...change,
    /** The item that was open when the form was. */
    item: z.number().int().min(0).nullable(),
    kind: entryKind,
    words: emptyIsAbsent(passage),
    saidBy: emptyIsAbsent(line),
    owner: emptyIsAbsent(id),
    due: emptyIsAbsent(day),
  }),
  z.strictObject({ verb: z.literal('next-item'), ...change }),
  z.strictObject({ verb: z.literal('off-record'), ...change, off: z.boolean() }),
  z.strictObject({ verb: z.literal('settle'), ...change, action: id, owner: emptyIsAbsent(id), due: emptyIsAbsent(day) }),
  z.strictObject({ verb: z.literal('finish'), ...change }),
]);
export type CardAction = z.infer<typeof cardAction>;
export type Verb = CardAction['verb'];
export type ActionOf<V extends Verb> = Extract<CardAction, { verb: V }>;

/** Reads a press. Null when the payload is none of ours: an older form of a card, or something made by hand. */
export const readCardAction = (verb: string, data: unknown): CardAction | null => {
  const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  const read = cardAction.safeParse({ ...fields, verb });
  if (!read.success) return null;
  if (read.data.verb === 'save-attendance' && !attendanceOf(read.data)) return null;
  if (read.data.verb === 'answer-strategies' && !marksOf(read.data)) return null;
  return read.data.verb === 'answer-contribution' && !answersOf(read.data) ? null : read.data;
};

/** Who was marked how on the attendance form; null when a field is not one of ours. */
export const attendanceOf = ({ verb: _, meeting: __, version: ___, request: ____, ...fields }: ActionOf<'save-attendance'>) => {
  const read = attendanceFields.safeParse(fields);
  if (!read.success) return null;
  return Object.entries(read.data).flatMap(([field, attended]) => (attended ? [{ id: field.slice('attended-'.length), attended }] : []));
};

/** What was written under each question of the card; null when a field is not one of ours. */
export const answersOf = ({ verb: _, contribution: __, ...fields }: ActionOf<'answer-contribution'>) => {
  const read = answerFields.safeParse(fields);
  if (!read.success) return null;
  return Object.entries(read.data).map(([field, words]) => ({ question: field.slice('answer-'.length), words }));
};

/** `mark-<line>-<version>` for each strategy of the card, and one line about them; an empty choice is no answer. */
const markFields = z.object({ said: z.string().max(2000).optional() }).catchall(z.enum(['', 'works', 'does-not', 'not-tried']));
const MARK_FIELD = /^mark-([0-9a-f-]{36})-(\d{1,6})$/;

/** What was chosen for each strategy of the card, and the line; null when a field is not one of ours. */
export const marksOf = ({ verb: _, pupil: __, edition: ___, ...fields }: ActionOf<'answer-strategies'>) => {
  const read = markFields.safeParse(fields);
  if (!read.success) return null;
  const { said = '', ...chosen } = read.data;
  const marks = Object.entries(chosen).map(([field, mark]) => ({ field: MARK_FIELD.exec(field), mark }));
  if (marks.some(({ field }) => !field)) return null;
  return {
    said: said.trim(),
    marks: marks.flatMap(({ field, mark }) => (mark && field ? [{ line: field[1] ?? '', version: Number(field[2]), mark }] : [])),
  };
};

/** `data` of the choice "pick one of these pupils": which command goes on with the pupil. */
export type PupilVerb = Extract<CardAction, { pupil: string }>['verb'];

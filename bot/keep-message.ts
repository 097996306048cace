import type { MessageAction } from '#contract/activities.ts';
import type { Actor } from '#domain/access/actor.ts';
import { asInstant, localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { Card } from './cards/card.ts';
import { type EvidenceAsks, evidenceCard } from './cards/evidence-card.ts';
import { samePress } from './commands/same-press.ts';
import { wordsOfHtml } from './message-words.ts';
import type { BotParts } from './parts.ts';
import { refusalOf } from './refusals.ts';

/** What Teams does with its dialog: shows a form, or a sentence after which it closes. */
export type DialogAnswer = { readonly form: Card } | { readonly sentence: string };

type Message = ReturnType<typeof messageOf>;

const GONE = { sentence: 'The message was deleted meanwhile. Nothing was kept.' };
const WORDLESS = { sentence: 'There are no words in this message that could be kept, and nothing hangs on it.' };

/** *Add as evidence* was chosen over a message: the form that asks of which pupil it is. */
export const askToKeep = (parts: BotParts, actor: Actor, { messagePayload }: MessageAction): DialogAnswer => {
  const message = messageOf(parts, messagePayload);
  return messageProblem(message) ?? form(actor, message, { about: 'pupil' }, {});
};

/**
 * The form was sent: the copy is kept, or the form comes back with what is still to be said (which of several pupils, what becomes of other
 * pupils' names) or what was refused, and with everything that was filled in. The same message is one entry, however often it is sent.
 */
export const keepIt = async (parts: BotParts, actor: Actor, { messagePayload, data }: MessageAction): Promise<DialogAnswer> => {
  const message = messageOf(parts, messagePayload);
  const problem = messageProblem(message);
  if (problem) return problem;
  const again = (asks: EvidenceAsks, notice?: string) => form(actor, message, asks, data, notice);
  const which = data.which?.trim() ?? '';
  const found = data.pupil || which === '' ? [] : (await parts.casework.findPupil(actor, { words: which })).pupils;
  const pupil =
    data.pupil ?? (found.length === 1 ? found[0]?.id : found.find(({ caseRef }) => caseRef?.toLowerCase() === which.toLowerCase())?.id);
  if (!pupil) {
    if (which === '') return again({ about: 'pupil' }, 'Say which pupil, by name, class or case.');
    if (found.length === 0) return again({ about: 'pupil' }, `No pupil of yours matches “${which}”.`);
    return again({ about: 'one-of', pupils: found, more: found.length >= 20 });
  }
  try {
    return await keep(parts, actor, message, { ...data, pupil });
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return again({ about: 'pupil' }, refusal.message);
  }
};

const keep = async (
  { casework }: BotParts,
  actor: Actor,
  message: Message,
  typed: MessageAction['data'] & { readonly pupil: string },
): Promise<DialogAnswer> => {
  const { pupil, as = 'log-entry', otherNames = 'ask' } = typed;
  const { author, at, words, attached, link } = message;
  const id = samePress(message.id, pupil, as, actor.person);
  const done = await casework.keepMessage(actor, { pupil, id, author, at, words, attached, link, as, otherNames });
  if (done.state === 'names-others') return form(actor, message, { about: 'other-names', names: done.names, pupil }, typed);
  const where = as === 'log-entry' ? 'in the log' : 'as a restricted note';
  return { sentence: `Kept ${where} of ${done.caseRef ?? 'the pupil'}. It can be changed or taken out there.` };
};

const form = (actor: Actor, message: Message, asks: EvidenceAsks, typed: MessageAction['data'], notice?: string): DialogAnswer => {
  const { day, time } = localTimeOf(message.at, actor.timeZone);
  return { form: evidenceCard({ ...message, when: `${dayWordsWithYear(day)}, ${time}` }, asks, typed, notice ?? null) };
};

const messageProblem = ({ deleted, words, attached }: Message): DialogAnswer | null => {
  if (deleted) return GONE;
  return words === '' && attached.length === 0 ? WORDLESS : null;
};

/** A card hangs on every answer of a bot; it is no file of anybody's. */
const isFile = ({ contentType }: { readonly contentType?: string | null | undefined }): boolean =>
  !contentType?.startsWith('application/vnd.microsoft.card') && contentType !== 'text/html' && contentType !== 'messageReference';

/** The message as the record takes it; what Teams leaves out or sends misshapen becomes nothing. */
const messageOf = ({ clock }: Pick<BotParts, 'clock'>, payload: MessageAction['messagePayload']) => {
  const { id, body, from, deleted, linkToMessage, createdDateTime, attachments } = payload;
  const html = body?.contentType?.toLowerCase() !== 'text';
  const link = linkToMessage ?? '';
  return {
    id,
    deleted: deleted === true,
    author: (from?.user?.displayName ?? from?.application?.displayName)?.replace(/\s+/g, ' ').trim().slice(0, 200) || 'Somebody',
    at: createdDateTime ? asInstant(createdDateTime) : clock.now(),
    words: (html ? wordsOfHtml(body?.content ?? '') : (body?.content ?? body?.textContent ?? '').trim()).slice(0, 40_000),
    attached: (attachments ?? [])
      .filter(isFile)
      .map(({ name }) => name?.replace(/\s+/g, ' ').trim().slice(0, 200) || 'a file without a name')
      .slice(0, 20),
    link: URL.canParse(link) && link.startsWith('https://') && link.length <= 1000 ? link : null,
  };
};

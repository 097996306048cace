import type { KeepMessageRequest, MessageKept } from '#contract/kept-messages.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { inInitials } from '#domain/privacy/record-text.ts';
import { type Mention, mentionsOf } from '#domain/privacy/third-parties.ts';
import type { Values } from '#domain/record/kind.ts';
import { copyOfMessage } from '#domain/record/message-copy.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { everyoneNear } from '../privacy/third-party-records.ts';
import { pupilNamed } from '../pupils/log-records.ts';
import { Refusal } from '../refusal.ts';
import { openToWrite } from './reader.ts';
import { recordEntry } from './record-entry.ts';

/**
 * Keeps a copy of a chat's message in a pupil's record: in the log, or as a restricted note. A message that names other pupils of the school
 * is not kept before it was said what becomes of their names. Kept twice it is one entry.
 */
export const keepMessage =
  (parts: Parts): Casework['keepMessage'] =>
  async (actor, { pupil, ...message }): Promise<MessageKept> => {
    const { as, attached } = message;
    const { reader, caseRef, others } = await parts.database.within(actor.scope, async (tx) => {
      const opened = await openToWrite(tx, parts, actor, { pupil, kind: as }, ({ kind }) => kind.write);
      const near = await everyoneNear(tx, actor.scope.organisation, pupil);
      const own = opened.reader.about.name;
      const pupils = near.filter(({ kind, givenName, surname }) => kind === 'pupil' && `${givenName} ${surname}` !== own);
      const caseRef = (await pupilNamed(tx, actor.scope.organisation, pupil))?.caseRef ?? null;
      return { ...opened, caseRef, others: mentionsOf(pupils, [])(message.words) };
    });
    if (message.words === '' && attached.length === 0)
      throw new Refusal('not-valid', 'There are no words in this message. It may have been deleted meanwhile; nothing was kept.');
    if (others.length > 0 && message.otherNames === 'ask') return { state: 'names-others', names: namesIn(message.words, others) };
    const words = message.otherNames === 'initials' ? inInitials(message.words, others) : message.words;
    const values = valuesOf({ ...message, words }, actor.timeZone, reader.today);
    const { id } = await recordEntry(parts)(actor, { pupil, kind: as, id: message.id, values });
    return { state: 'kept', entry: id, caseRef };
  };

const namesIn = (words: string, mentions: readonly Mention[]): string[] => [
  ...new Set(mentions.map(({ from, to }) => words.slice(from, to).replace(/\s+/g, ' '))),
];

/** The day of an entry never lies ahead, whatever a clock elsewhere says. */
const valuesOf = (message: KeepMessageRequest, zone: string, today: string): Values => {
  const sent = dayIn(zone, message.at);
  const kept = { on: sent < today ? sent : today, words: copyOfMessage(message, zone) };
  return message.as === 'log-entry' ? { ...kept, sort: 'message', withWhom: message.author.slice(0, 200) } : kept;
};

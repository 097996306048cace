import type { Chased, ChaseRequest } from '#contract/chasers.ts';
import type { Exported } from '#contract/exports.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { namesTheChild } from '#domain/compliance/chaser.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { once } from '../pupils/once-records.ts';
import { Refusal } from '../refusal.ts';
import { letterDocument } from './chaser-letter.ts';
import { keepChaser, letterFacts, matterOf, mustNotBeWrittenTo, recipientsOf, type StoredChaser } from './chaser-records.ts';
import { mayChase } from './open-chaser.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Chases a date: the e-mail goes out by the queue, a letter comes back as a file to print, and either stands on the timeline. The same
 * request again sends nothing. Whoever must not be contacted is never written to, however the address came here.
 */
export const chase =
  (parts: Parts): Casework['chase'] =>
  async (actor, ask): Promise<Chased> => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    const written = await parts.database.within(actor.scope, async (tx) => {
      const pupil = await mayChase(tx, actor, ask.clock, today);
      return once(tx, organisation, 'chase', ask.request, () => write(tx, parts, actor, { ...ask, pupil }, today));
    });
    if (ask.way === 'email') return { words: `The e-mail to ${written.to} goes out now. It stands on the timeline.`, letter: null };
    const letter = await asFile({ ...ask, ...written }, today);
    return { words: `The letter to ${written.to} is made. It stands on the timeline.`, letter };
  };

type Ask = ChaseRequest & { readonly clock: string; readonly pupil: string };
type Written = { readonly caseRef: string | null; readonly school: string; readonly telephone: string | null; readonly to: string };

const write = async (tx: Transaction, parts: Parts, actor: Actor, ask: Ask, today: Day): Promise<Written> => {
  const { organisation } = actor.scope;
  const { clock, pupil, way, subject, words } = ask;
  const [rule = '', trigger = ''] = clock.split('~');
  const facts = await letterFacts(tx, organisation, pupil, actor.person, rule, trigger);
  if (!facts || facts.leftOn) throw new Refusal('not-ready', 'This pupil has left the school; nothing is chased any more.');
  const { name, email } = await addressee(tx, organisation, ask, { ...facts, today });
  if (namesTheChild(subject, facts.child))
    throw new Refusal('not-valid', 'The subject names the child. Name the case instead.', [
      { field: 'subject', reason: 'names the child; name the case instead' },
    ]);
  const chaser: StoredChaser = { id: ask.request, pupil, rule, trigger, way, name, email: way === 'email' ? email : null, subject, words };
  const said = `${subject.replace(/^\S+: /, '')} · ${way === 'email' ? 'e-mail' : 'letter'} to ${name}`;
  const about = await matterOf(tx, organisation, trigger);
  await keepChaser(tx, organisation, chaser, { by: actor.person, at: parts.clock.now(), on: today, about, said });
  await note(tx, parts, actor, 'chase', pupil, { rule, way, chaser: chaser.id });
  await enqueue(tx, 'recount-clocks', { pupil }, { key: pupil });
  if (way === 'email') await enqueue(tx, 'send-chaser', { chaser: chaser.id }, { key: chaser.id });
  return { caseRef: facts.caseRef, school: facts.school, telephone: facts.telephone, to: name };
};

type AboutOwner = { readonly owner: string | null; readonly ownerWords: string | null; readonly today: Day };

/** A person of the record, or the name and address that were typed; never somebody who must not be contacted. */
const addressee = async (tx: Transaction, organisation: string, ask: Ask, about: AboutOwner) => {
  const { pupil, person, name, email, way } = ask;
  const known = person && (await recipientsOf(tx, organisation, { pupil, ...about })).find(({ id }) => id === person);
  if (person && !known)
    throw new Refusal('not-valid', 'This person cannot be written to about this case.', [
      { field: 'person', reason: 'cannot be written to about this case' },
    ]);
  const to = known ? { name: known.name, email: known.email } : { name, email };
  if (await mustNotBeWrittenTo(tx, organisation, pupil, to))
    throw new Refusal('not-allowed', `${to.name} must not be contacted about this case. Nothing was sent.`, [
      { field: 'name', reason: 'must not be contacted' },
    ]);
  if (way === 'email' && !to.email)
    throw new Refusal('not-valid', `There is no e-mail address for ${to.name}. Type one, or print the letter.`, [
      { field: 'email', reason: 'is needed for an e-mail' },
    ]);
  return to;
};

const asFile = async (ask: ChaseRequest & Written, today: Day): Promise<Exported> => {
  const { caseRef, school, telephone, to, subject, words } = ask;
  const bytes = await letterDocument({ from: school, telephone, day: dayWordsWithYear(today), to, subject, text: words });
  return {
    name: `${caseRef ?? 'Case'} letter ${today}.docx`,
    type: DOCX,
    content: Buffer.from(bytes).toString('base64'),
    rows: 1,
    words: `A letter to ${to}.`,
  };
};

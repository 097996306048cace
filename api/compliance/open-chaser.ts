import type { Chaser } from '#contract/chasers.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { permit } from '../access/permit.ts';
import { explainClock } from '../caseload/explain-clock.ts';
import type { Casework } from '../casework.ts';
import { caseOfTrigger } from '../clocks/clock-records.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { daysChased, letterFacts, matterOf, recipientsOf } from './chaser-records.ts';

type Explained = Awaited<ReturnType<ReturnType<typeof explainClock>>>;

/** What to write to whoever owes a date: rule, dates and citation as the explanation gives them, and who may be written to. */
export const openChaser = (parts: Parts): Casework['openChaser'] => {
  const explained = explainClock(parts);
  return async (actor, { clock }) => {
    const today = parts.clock.today(actor.timeZone);
    await parts.database.within(actor.scope, async (tx) => void (await mayChase(tx, actor, clock, today)));
    const found = await explained(actor, { clock });
    if (found.owner.kind === 'family')
      throw new Refusal('not-ready', 'Families are telephoned or written to in their own language, not chased.');
    if (found.state !== 'running' && found.state !== 'late')
      throw new Refusal('not-ready', 'This date is met or has fallen away: there is nothing to chase.');
    return parts.database.within(actor.scope, (tx) => chaserOf(tx, actor, found, today));
  };
};

/** The pupil of a clock, once the actor may chase for them. */
export const mayChase = async (tx: Transaction, actor: Actor, clock: string, today: Day): Promise<string> => {
  const pupil = await caseOfTrigger(tx, actor.scope.organisation, clock.split('~')[1] ?? '');
  if (!pupil) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  await permit(tx, actor, 'chase', pupil.id, today);
  return pupil.id;
};

const chaserOf = async (tx: Transaction, actor: Actor, explained: Explained, today: Day): Promise<Chaser> => {
  const { organisation } = actor.scope;
  const [rule = '', trigger = ''] = explained.clock.split('~');
  const { pupil } = explained;
  const facts = await letterFacts(tx, organisation, pupil.id, actor.person, rule, trigger);
  if (!facts || facts.leftOn) throw new Refusal('not-ready', 'This pupil has left the school; nothing is chased any more.');
  if (!facts.caseRef) throw new Refusal('not-ready', 'This pupil has no case yet, so there is nothing to name the letter by.');
  const recipients = await recipientsOf(tx, organisation, { pupil: pupil.id, ...facts, today });
  return {
    clock: explained.clock,
    pupil: pupil.id,
    facts: {
      school: facts.school,
      telephone: facts.telephone,
      writer: actor.name,
      writerWork: facts.writerWork,
      caseRef: facts.caseRef,
      child: facts.child,
      today,
      title: explained.title,
      due: explained.due,
      trigger: { words: explained.trigger.words, on: explained.trigger.on },
      rule: {
        words: explained.plainWords[0] ?? '',
        citation: explained.citation,
        unverified: explained.unverified,
      },
      earlier: await daysChased(tx, organisation, pupil.id, explained.clock, await matterOf(tx, organisation, trigger)),
    },
    recipients: recipients.map(({ id, name, work, employer, email }) => ({
      id,
      name,
      words: [work, employer].filter(Boolean).join(', '),
      email: email !== null,
    })),
  };
};

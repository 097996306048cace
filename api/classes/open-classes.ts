import type { Classes } from '#contract/classes.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { compareClasses } from '#domain/classes/class-list.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { classesOf, type StoredClass, schoolsWhere } from './class-records.ts';

/** The classes whose sheet the reader may open: those they teach or take today, or all with a pupil on the register for a coordinator or leader. */
export const openClasses =
  ({ database, clock }: Parts): Casework['openClasses'] =>
  async (actor) => {
    permitInHouse(actor, 'open-caseload');
    return database.within(actor.scope, (tx) => classesReply(tx, actor, clock.today(actor.timeZone)));
  };

/** The list as it stands, the reader's own classes first. */
export const classesReply = async (tx: Transaction, actor: Actor, today: Day): Promise<Classes> => {
  const whole = await schoolsWhere(tx, actor, ['coordinator', 'leader'], today);
  const rows = await classesOf(tx, actor, today, whole);
  const ordered = rows.toSorted((one, other) => Number(one.mine === null) - Number(other.mine === null) || compareClasses(one, other));
  return { rows: ordered.map((row) => line(row, today)), mayArrangeCover: whole.length > 0 && mayDoInHouse('arrange-cover', actor.roles) };
};

const line = ({ id, name, subject, teachers, pupils, mine, cover }: StoredClass, today: Day): Classes['rows'][number] => ({
  id,
  name,
  subject,
  teachers: teachers.join(', '),
  pupils,
  because: mine === 'teaches' ? 'You teach this class' : mine === 'covers' ? 'You take this class today' : '',
  cover: cover.map((each) => ({ ...each, dayWords: each.day === today ? 'Today' : dayWords(each.day, today) })),
});

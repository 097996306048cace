import { beforeAll, describe, expect, it } from '@jest/globals';
import { importSet } from '#api/roster/import-set.ts';
import type { RosterReport } from '#contract/roster.ts';
import type { Actor } from '#domain/access/actor.ts';
import { CLASS_LIST_TEMPLATES } from '#domain/roster/class-lists.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { setOf } from './sets.ts';

let world: World;
let coordinator: Actor;

const CLASSES = `pupilId,givenName,surname,class,subject,yearGroup,form,birthday
A1,Callum,Reid,6 Oak,,6,6 Oak,2016-02-11
A1,Callum,Reid,6 Swim,Swimming,6,6 Oak,2016-02-11
A2,Jaydon,Osei,6 Oak,,6,6 Oak,2016-05-02
`;
const TIMETABLE = `class,teacherEmail,teacherGivenName,teacherSurname,role,weekday,from,to
6 Oak,gareth.pugh@hollinbank.example,Gareth,Pugh,teacher,Monday,9:00,10:00
6 Oak,gareth.pugh@hollinbank.example,Gareth,Pugh,teacher,Tue,09:00,10:00
6 oak,sian.morgan@hollinbank.example,Sian,Morgan,assistant,1,09:00,10:00
`;

const imported = (files: Record<string, string>): Promise<RosterReport> =>
  importSet(world.parts, coordinator, setOf(files), { preview: false, withoutRejected: true });
const own = (): string => `organisation_id = '${world.organisation}'`;
const lessons = () =>
  world.sql<{ line: string }>(`select p.surname || ' ' || l.weekday || ' ' || l.from_time || '-' || l.to_time as line from waymark.lesson l
    join waymark.person p on p.organisation_id = l.organisation_id and p.id = l.person_id where l.${own()} order by 1`);

describe('class lists and a timetable, for a school without School Data Sync', () => {
  beforeAll(async () => {
    world = await aWorld();
    coordinator = await world.actorFor('coordinator');
  });

  it('bring pupils, forms, classes, staff and the week in', async () => {
    const report = await imported({ 'class-list.csv': CLASSES, 'timetable.csv': TIMETABLE });
    expect(report).toMatchObject({ outcome: 'imported', shape: 'class-lists', rejections: [] });
    expect(
      await world.sql(
        `select surname, class_name as form, year_group as year, school_id = '${world.school}' as here from waymark.pupil where ${own()} order by 1`,
      ),
    ).toEqual([
      { surname: 'Osei', form: '6 Oak', year: 6, here: true },
      { surname: 'Reid', form: '6 Oak', year: 6, here: true },
    ]);
    expect((await lessons()).map(({ line }) => line)).toEqual(['Morgan 1 09:00-10:00', 'Pugh 1 09:00-10:00', 'Pugh 2 09:00-10:00']);
    expect(
      await world.sql(`select p.surname, g.role from waymark.role_grant g join waymark.person p on p.organisation_id = g.organisation_id and p.id = g.person_id
        where g.${own()} and p.surname in ('Pugh', 'Morgan') order by 1`),
    ).toEqual([
      { surname: 'Morgan', role: 'assistant' },
      { surname: 'Pugh', role: 'teacher' },
    ]);
  });

  it('say what a teacher sees: the pupils of the class they teach', async () => {
    const [{ count }] = (await world.sql<{ count: number }>(`select count(*)::int as count from waymark.class_teacher t
      join waymark.class_pupil c on c.organisation_id = t.organisation_id and c.class_id = t.class_id
      join waymark.person p on p.organisation_id = t.organisation_id and p.id = t.person_id where t.${own()} and p.surname = 'Pugh'`)) as [
      { count: number },
    ];
    expect(count).toBe(2);
  });

  it('change nothing when they are imported again', async () => {
    expect(await imported({ 'class-list.csv': CLASSES, 'timetable.csv': TIMETABLE })).toMatchObject({ outcome: 'unchanged' });
  });

  it('may come one without the other: a new timetable replaces the week of the classes it names', async () => {
    await imported({ 'timetable.csv': TIMETABLE.replace('Tue,09:00,10:00', 'Wed,11:20,12:20') });
    expect((await lessons()).map(({ line }) => line)).toEqual(['Morgan 1 09:00-10:00', 'Pugh 1 09:00-10:00', 'Pugh 3 11:20-12:20']);
  });

  it('are refused row by row with the column and the reason', async () => {
    const { rejections } = await imported({
      'class-list.csv': `${CLASSES}A2,Jayden,Osei,6 Swim,,6,,\nA4,No,Class,,,6,,\n`,
      'timetable.csv': `${TIMETABLE}6 Oak,gareth.pugh@hollinbank.example,Gareth,Pugh,,Someday,10:00,09:00\n6 Oak,,Gareth,Pugh,,Monday,25:00,09:00\n`,
    });
    expect(rejections.map(({ file, line, column, reason }) => `${file}:${line} ${column ?? ''} ${reason}`)).toEqual([
      'class-list.csv:5  calls this person otherwise than line 4',
      'class-list.csv:6 class is empty',
      'timetable.csv:5 to is not after the beginning',
      'timetable.csv:5 weekday is no day of the week, written Monday',
      'timetable.csv:6 from is no time of the day, written 09:05',
      'timetable.csv:6 teacherEmail is empty',
      'timetable.csv:6 to is not after the beginning',
    ]);
  });

  it('can be begun from the files to download, which are sound themselves', async () => {
    const files = Object.fromEntries(CLASS_LIST_TEMPLATES.map(({ name, content }) => [name, content]));
    expect(await imported(files)).toMatchObject({ outcome: 'imported', shape: 'class-lists', rejections: [] });
  });
});

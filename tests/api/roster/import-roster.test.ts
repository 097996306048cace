import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { importSet } from '#api/roster/import-set.ts';
import type { SetFile } from '#api/roster/read-set.ts';
import type { Actor } from '#domain/access/actor.ts';
import { itWithReference, reference } from '#tests/reference.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { ONEROSTER, sds, setIn, setOf } from './sets.ts';

const TAKE = { preview: false, withoutRejected: true };
const STRICT = { preview: false, withoutRejected: false };

let world: World;
let coordinator: Actor;

const anew = async (): Promise<void> => {
  world = await aWorld();
  coordinator = await world.actorFor('coordinator');
};
const imported = (files: SetFile[], options = TAKE) => importSet(world.parts, coordinator, files, options);
const pupils = () =>
  world.sql<{
    name: string;
    external_id: string;
    birthday: string | null;
    year_group: number;
    stage: string;
    case_ref: string | null;
    left_on: string | null;
  }>(
    `select given_name || ' ' || surname as name, external_id, birthday::text, year_group, stage, case_ref, left_on::text from waymark.pupil
      where organisation_id = '${world.organisation}' and external_id is not null order by external_id`,
  );
const count = async (table: string): Promise<number> =>
  (
    await world.sql<{ count: number }>(
      `select count(*)::int as count from waymark.${table} where organisation_id = '${world.organisation}'`,
    )
  )[0]?.count ?? -1;

describe('a sound School Data Sync set', () => {
  beforeAll(anew);

  it('brings pupils, staff, classes and guardians in', async () => {
    const report = await imported(setOf(sds()));
    expect(report).toMatchObject({ outcome: 'imported', shape: 'sds-v2.1', rejections: [] });
    expect(await pupils()).toEqual([
      {
        name: 'Ada O’Neill',
        external_id: 'P1',
        birthday: '2018-02-28',
        year_group: 4,
        stage: 'plan',
        case_ref: expect.stringMatching(/^WM-\d{4}$/),
        left_on: null,
      },
      { name: 'Bo Lindqvist', external_id: 'P2', birthday: null, year_group: 5, stage: 'none', case_ref: null, left_on: null },
    ]);
    expect([await count('class'), await count('class_pupil'), await count('class_teacher'), await count('contact')]).toEqual([1, 1, 1, 1]);
  });

  it('changes nothing when it is imported again', async () => {
    const before = [await count('pupil'), await count('person'), await count('class_pupil'), await count('contact')];
    const report = await imported(setOf(sds()));
    expect(report).toMatchObject({ outcome: 'unchanged', counts: { new: 0, changed: 0, rejected: 0 } });
    expect([await count('pupil'), await count('person'), await count('class_pupil'), await count('contact')]).toEqual(before);
  });

  it('tells one changed name as one change', async () => {
    const users = String(sds()['users.csv']).replace('Bo,Lindqvist', 'Bo,Lindqvist-Hale');
    expect(await imported(setOf(sds({ 'users.csv': users })))).toMatchObject({ outcome: 'imported', counts: { new: 0, changed: 1 } });
    expect((await pupils())[1]?.name).toBe('Bo Lindqvist-Hale');
  });

  it('writes nothing while it is only previewed', async () => {
    const users = String(sds()['users.csv']).replace('Bo,Lindqvist', 'Bo,Other');
    const report = await imported(setOf(sds({ 'users.csv': users })), { preview: true, withoutRejected: true });
    expect(report).toMatchObject({ outcome: 'preview', counts: { changed: 1 } });
    expect((await pupils())[1]?.name).toBe('Bo Lindqvist-Hale');
  });

  it('is refused to a teacher', async () => {
    const teacher = await world.actorFor('teacher');
    await expect(importSet(world.parts, teacher, setOf(sds()), TAKE)).rejects.toThrow(
      'Only the coordinator or an administrator can import a roster.',
    );
  });
});

describe('rows that cannot be taken', () => {
  beforeAll(anew);

  const faulty = () =>
    setOf(
      sds({
        'users.csv':
          "sourcedId,username,givenName,familyName,email\nP1,ada@larchhill.example,Ada,Brandt,\nP2,bo@larchhill.example,=cmd|' /C calc'!A0,Lindqvist,\nP1,again@larchhill.example,Ada,Twice,\n,none@larchhill.example,No,Id,\nT1,tess@larchhill.example,Tess,Amari,no address\nZ1,zed@larchhill.example,Zed,Norole,\n",
        'demographics.csv': 'userSourcedId,sex,birthDate\nP1,female,2018-02-31\n',
        'relationships.csv': 'userSourcedId,relationshipUserSourcedId,relationshipRole\n',
      }),
    );

  it('are each told with file, line, column and reason', async () => {
    const { rejections } = await imported(faulty());
    expect(rejections.map(({ file, line, column, reason }) => `${file}:${line} ${column ?? ''} ${reason}`)).toEqual([
      'demographics.csv:2 birthDate is no day that the calendar has, written 2026-03-27',
      'enrollments.csv:3 userSourcedId leads to no person of this set',
      'roles.csv:3 userSourcedId leads to no person of this set',
      'roles.csv:4 userSourcedId leads to no person of this set',
      'users.csv:3 givenName would be run as a formula by a spreadsheet',
      'users.csv:4  says the same as line 2',
      'users.csv:5 sourcedId is empty',
      'users.csv:6 email is no e-mail address',
      'users.csv:7  has no role in this set, so it is neither pupil, staff nor guardian',
    ]);
  });

  it('do not keep the sound ones out', async () => {
    expect((await pupils()).map((pupil) => pupil.name)).toEqual(['Ada Brandt']);
  });

  it('refuse the whole set where that is asked for, and then nothing of it is kept', async () => {
    await anew();
    expect(await imported(faulty(), STRICT)).toMatchObject({
      outcome: 'refused',
      reasons: ['9 rows were refused, so nothing of the set was imported.'],
    });
    expect(await pupils()).toEqual([]);
  });
});

describe('a file that cannot be used at all', () => {
  beforeAll(anew);

  it.each([
    [
      'has a wrong header',
      { 'users.csv': 'id,name\n1,x\n' },
      'users.csv lacks the column sourcedId, username, givenName, familyName. Its columns are id, name.',
    ],
    ['is empty', { 'users.csv': '' }, 'users.csv is empty: not even a header stands in it.'],
    [
      'is in an older encoding',
      { 'orgs.csv': Buffer.from('sourcedId,name,type\nS1,Caf\xe9,school\n', 'latin1') },
      /orgs\.csv is not UTF-8/,
    ],
    ['is UTF-16', { 'orgs.csv': Buffer.from('\ufeffsourcedId,name,type\n', 'utf16le') }, /orgs\.csv is UTF-16/],
    ['has a quotation mark left open', { 'orgs.csv': 'sourcedId,name,type\nS1,"Larch,school\n' }, /orgs\.csv is no sound CSV/],
    ['has a column twice', { 'orgs.csv': 'sourcedId,name,type,name\n' }, 'orgs.csv has the column name twice.'],
  ])('%s: one sentence, and nothing is kept', async (_what, replace, sentence) => {
    const report = await imported(setOf(sds(replace as Record<string, string>)));
    expect(report.outcome).toBe('refused');
    expect(report.reasons).toEqual([
      expect.stringMatching(sentence instanceof RegExp ? sentence : sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')),
    ]);
    expect(await pupils()).toEqual([]);
  });

  it('is told when the files make no set at all', async () => {
    expect((await imported(setOf({ 'pupils.csv': 'a,b\n' }))).reasons).toEqual([
      expect.stringMatching(/^These files make no set that Waymark knows/),
    ]);
  });
});

describe('shapes of CSV that people really send', () => {
  beforeAll(anew);

  it('a byte-order mark, CRLF and quoted new lines are read, and lines are counted as an editor shows them', async () => {
    const users = `\ufeff${String(sds()['users.csv']).replace('Ada', '"Ada\nMarie"').replaceAll('\n', '\r\n')}`;
    const { rejections } = await imported(setOf(sds({ 'users.csv': users })));
    expect(rejections.filter((one) => one.file === 'users.csv')).toEqual([
      expect.objectContaining({ line: 2, column: 'givenName', reason: 'holds a control character or a line break' }),
      expect.objectContaining({ line: 6, value: 'G1' }),
    ]);
    expect((await pupils()).map((pupil) => pupil.name)).toEqual(['Bo Lindqvist']);
  });

  it('a row with too few fields is refused by its line', async () => {
    const { rejections } = await imported(
      setOf(sds({ 'orgs.csv': 'sourcedId,name,type,parentSourcedId\nS1,Larch Hill School,school,\nS2,Short\n' })),
    );
    expect(rejections).toContainEqual(
      expect.objectContaining({ file: 'orgs.csv', line: 3, reason: 'has 2 fields where the header has 4' }),
    );
  });
});

describe('a OneRoster set', () => {
  beforeAll(anew);

  it('brings the same things in, guardians from the agents', async () => {
    const report = await imported(setOf(ONEROSTER));
    expect(report).toMatchObject({ outcome: 'imported', shape: 'oneroster-1.1', rejections: [] });
    expect([await count('class_pupil'), await count('class_teacher'), await count('contact')]).toEqual([1, 1, 1]);
    expect((await pupils()).map(({ name, year_group }) => [name, year_group])).toEqual([['Ada Brandt', 4]]);
  });

  it('closes what is marked to be deleted and deletes nothing', async () => {
    const users = ONEROSTER['users.csv'].replace('P1,active', 'P1,tobedeleted');
    await imported(setOf({ ...ONEROSTER, 'users.csv': users }));
    expect((await pupils()).map(({ left_on }) => left_on)).toEqual([world.today]);
  });

  it('opens it again when it comes back', async () => {
    await imported(setOf(ONEROSTER));
    expect((await pupils()).map(({ left_on }) => left_on)).toEqual([null]);
  });
});

describe('the published sample sets', () => {
  beforeAll(anew);

  itWithReference('School Data Sync V2.1 comes in whole', async () => {
    const report = await imported(setIn(reference('rosters', 'sds-v2.1')));
    expect(report).toMatchObject({ outcome: 'imported', shape: 'sds-v2.1', rejections: [] });
    expect((await pupils()).map((pupil) => pupil.name)).toEqual(['Jack Craig', 'Fred Hutch', 'Alice Smithee', 'Simon Miller']);
    expect(report.reasons).toEqual(['4 of these pupils had left before today; they are on no list of present pupils.']);
  });

  itWithReference('OneRoster 1.1 comes in, and its contradictions are told', async () => {
    const report = await imported(setIn(reference('rosters', 'oneroster-1.1')));
    expect(report.outcome).toBe('imported');
    expect(report.rejections.map(({ file, line, column, value }) => `${file}:${line} ${column} ${value}`)).toEqual(
      ['classes.csv:2 courseSourcedId crs-222-2023-456-12345']
        .slice(1)
        .concat(['enrollments.csv:3 role pupil', 'enrollments.csv:6 role pupil']),
    );
  });

  itWithReference('Ed-Fi special education rows become cases', async () => {
    await anew();
    const report = await imported(setIn(reference('edfi')));
    expect(report).toMatchObject({ outcome: 'imported', shape: 'edfi-special-education', counts: { rows: 97 } });
    expect((await pupils()).filter((pupil) => pupil.stage === 'plan').length).toBeGreaterThan(40);
    expect(await imported(setIn(reference('edfi')))).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('hostile values', () => {
  beforeAll(anew);

  itWithReference('each naughty string as a name is stored exactly or refused by its field', async () => {
    const strings = JSON.parse(readFileSync(reference('blns.json'), 'utf8')) as string[];
    const payloads = (JSON.parse(readFileSync(reference('security', 'csv-injection.json'), 'utf8')) as { payloads: string[] }).payloads;
    const all = [...strings, ...payloads];
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const users = all.map((text, index) => `N${index},n${index}@larchhill.example,${quoted(text)},Test,`).join('\n');
    const roles = all.map((_, index) => `N${index},S1,student,4,TRUE,,`).join('\n');
    const report = await imported(
      setOf({
        'orgs.csv': String(sds()['orgs.csv']),
        'users.csv': `sourcedId,username,givenName,familyName,email\n${users}\n`,
        'roles.csv': `userSourcedId,orgSourcedId,role,grade,isPrimary,roleStartDate,roleEndDate\n${roles}\n`,
      }),
    );
    expect(report.outcome).toBe('imported');
    const stored = new Map(
      (
        await world.sql<{ external_id: string; given_name: string }>(
          `select external_id, given_name from waymark.pupil where organisation_id = '${world.organisation}' and external_id is not null`,
        )
      ).map((row) => [row.external_id, row.given_name]),
    );
    const refused = new Set(report.rejections.filter((one) => one.column === 'givenName').map((one) => one.value));
    for (const [index, text] of all.entries()) {
      const kept = stored.get(`N${index}`);
      if (kept === undefined) expect(refused).toContain(text.slice(0, 200).replaceAll('\u0000', '\u2400'));
      else expect(kept).toBe(text.trim());
    }
    expect(stored.size).toBeGreaterThan(200);
    for (const [index, payload] of payloads.entries())
      expect([payload, stored.has(`N${strings.length + index}`)]).toEqual([payload, false]);
  });
});

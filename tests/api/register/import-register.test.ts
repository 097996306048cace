import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RegisterChoicesAsked, RegisterReading, RegisterReport } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import { HEADINGS } from '#local-tenant/school/register-workbook.ts';
import { anXlsx, aRegister, aRegisterWorkbook, type RegisterPupil, registerRow, upnOf } from '#tests/builders/register.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;

const anew = async (): Promise<void> => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
};
const read = (bytes: Uint8Array, name = 'SEN register autumn.xlsx') => world.casework.readRegister(ruth, { name, bytes });

/** What a person would press without changing anything: every sheet that was recognised, its columns as guessed. */
const asGuessed = ({ sheets }: RegisterReading): RegisterChoicesAsked => ({
  sheets: sheets
    .filter(({ take }) => take)
    .map(({ index, kind, headerRow, columns }) => ({
      sheet: index,
      kind,
      headerRow,
      map: Object.fromEntries(columns.flatMap(({ field, index: at }) => (field ? [[field, at]] : []))),
    })),
});
const full = (choices: RegisterChoicesAsked) =>
  ({ repairs: [], decisions: [], ...choices }) as never as Parameters<World['casework']['previewRegister']>[1];
const preview = async (
  bytes: Uint8Array,
  more: Partial<RegisterChoicesAsked> = {},
): Promise<{ report: RegisterReport; import: () => Promise<RegisterReport> }> => {
  const reading = await read(bytes);
  const choices = { ...full({ ...asGuessed(reading), ...more }), reading: reading.reading };
  const report = await world.casework.previewRegister(ruth, choices);
  return { report, import: () => world.casework.importRegister(ruth, { ...choices, seen: report.digest }) };
};
const imported = async (bytes: Uint8Array, more: Partial<RegisterChoicesAsked> = {}) => (await preview(bytes, more)).import();
const pupils = () =>
  world.sql<{
    name: string;
    pupil_number: string;
    stage: string;
    case_ref: string | null;
    need: string | null;
    attendance: string | null;
    birthday: string;
  }>(
    `select p.given_name || ' ' || p.surname as name, p.pupil_number, p.stage, p.case_ref, p.attendance_percent::text as attendance, p.birthday::text,
            (select string_agg(n.code, '+' order by n.rank) from waymark.need n where n.pupil_id = p.id and n.to_day is null) as need
       from waymark.pupil p where p.organisation_id = '${world.organisation}' order by p.pupil_number`,
  );
const everything = () =>
  world.sql<object>(
    `select (select json_agg(to_jsonb(p) - 'version' - 'changed_at' order by p.id) from waymark.pupil p where p.organisation_id = '${world.organisation}') as pupils,
              (select json_agg(to_jsonb(n) - 'changed_at' - 'changed_by' - 'version' - 'deed' - 'reason' order by n.id) from waymark.need n where n.organisation_id = '${world.organisation}') as needs,
              (select json_agg(to_jsonb(l) - 'changed_at' - 'changed_by' - 'version' - 'deed' - 'reason' order by l.id) from waymark.profile_line l where l.organisation_id = '${world.organisation}') as lines,
              (select count(*) from waymark.case_event e where e.organisation_id = '${world.organisation}') as events,
              (select count(*) from waymark.removal r where r.organisation_id = '${world.organisation}') as removals`,
  );

const THREE = aRegister(3);
const withRow = (...rows: readonly unknown[][]) => anXlsx({ name: 'Register', rows: [HEADINGS, ...rows] });
const one = (change: Partial<RegisterPupil> = {}): RegisterPupil => ({ ...(aRegister(1)[0] as RegisterPupil), ...change });

describe('a register of 250 pupils', () => {
  beforeAll(anew);

  it('is shown first: all new, nothing saved', async () => {
    const { report } = await preview(await aRegisterWorkbook());
    expect(report.counts).toMatchObject({ rows: 250, fresh: 250, changed: 0, unchanged: 0, rejected: 0, waiting: 0 });
    expect(report.starts).toEqual(['250 pupils join the register, each with a case of their own.', 'No message is sent by an import.']);
    expect(await pupils()).toEqual([]);
  });

  it('comes into the record whole, each pupil with a case, needs, stage and attendance', async () => {
    expect(await imported(await aRegisterWorkbook())).toMatchObject({ outcome: 'imported', counts: { fresh: 250 } });
    const stored = await pupils();
    expect(stored).toHaveLength(250);
    for (const pupil of aRegister())
      expect(stored.find(({ pupil_number }) => pupil_number === pupil.upn)).toEqual({
        name: `${pupil.forename} ${pupil.surname}`,
        pupil_number: pupil.upn,
        stage: pupil.code === 'E' ? 'plan' : 'support',
        case_ref: expect.stringMatching(/^WM-\d{4}$/),
        need: [pupil.need, pupil.second].filter(Boolean).join('+'),
        attendance: pupil.attendance.toFixed(2),
        birthday: pupil.born,
      });
  });

  it('duty 1 A5: the same workbook again makes no doubles and changes nothing', async () => {
    const before = await everything();
    expect(await imported(await aRegisterWorkbook())).toMatchObject({
      outcome: 'unchanged',
      counts: { rows: 250, unchanged: 250, fresh: 0, changed: 0 },
    });
    expect(await everything()).toEqual(before);
  });

  it('duty 1 A5: 250 pupils in, the same data back out: the exported workbook says what the imported one said', async () => {
    const before = await everything();
    for (const format of ['xlsx', 'csv'] as const) {
      const { name, content, rows } = await world.casework.exportList(ruth, { what: 'register', format });
      expect([name, rows]).toEqual([`Register 2026-11-23.${format}`, 250]);
      const { report } = await preview(Buffer.from(content, 'base64'));
      expect(report.counts).toMatchObject({ rows: 250, unchanged: 250, fresh: 0, changed: 0, rejected: 0 });
    }
    expect(await everything()).toEqual(before);
  });

  it('goes into a second, empty school as it came out of the first', async () => {
    const { content } = await world.casework.exportList(ruth, { what: 'register', format: 'xlsx' });
    const first = (await pupils()).map(({ case_ref: _case, ...pupil }) => pupil);
    const reading = await read(Buffer.from(content, 'base64'));
    await anew();
    const again = await read(Buffer.from(content, 'base64'));
    const guessed = asGuessed(again);
    const withoutCase = {
      ...guessed,
      sheets: guessed.sheets.map((sheet) => ({
        ...sheet,
        map: Object.fromEntries(Object.entries(sheet.map).filter(([field]) => field !== 'caseRef')),
      })),
    };
    const choices = { ...full(withoutCase), reading: again.reading };
    const { digest } = await world.casework.previewRegister(ruth, choices);
    await world.casework.importRegister(ruth, { ...choices, seen: digest });
    expect((await pupils()).map(({ case_ref: _case, ...pupil }) => pupil)).toEqual(first);
    expect(reading.sheets[0]?.columns.every(({ field, by }) => field !== null && (by === 'name' || by === 'remembered'))).toBe(true);
  });
});

describe('who brought a value', () => {
  beforeAll(anew);

  it('stands in the history of each entry, with the workbook it came from, and who took it back', async () => {
    await imported(await aRegisterWorkbook(THREE));
    const changed = { ...(THREE[0] as RegisterPupil), strategies: `${THREE[0]?.strategies}\nQuiet start` };
    await imported(await aRegisterWorkbook([changed, THREE[1]!, THREE[2]!]));
    const [pupil] = await world.sql<{ id: string }>('select id from waymark.pupil where organisation_id = $1 and pupil_number = $2', [
      world.organisation,
      changed.upn,
    ]);
    const { entries } = await world.casework.openEntries(ruth, { pupil: pupil!.id, kind: 'profile-line' });
    const line = entries.find(({ values }) => values.words === 'Quiet start');
    const history = () => world.casework.entryHistory(ruth, { pupil: pupil!.id, kind: 'profile-line', entry: line!.id });
    expect((await history()).editions).toMatchObject([{ version: 1, deed: 'made', by: ruth.name }]);
    const { imports } = await world.casework.openRegister(ruth);
    await world.casework.undoRegister(ruth, { import: imports[0]!.id });
    expect((await history()).editions[0]).toMatchObject({
      deed: 'withdrawn',
      by: ruth.name,
      reason: 'The import of SEN register autumn.xlsx was undone',
    });
  });
});

describe('a workbook that says something new of pupils who are known', () => {
  beforeAll(async () => {
    await anew();
    await imported(await aRegisterWorkbook(THREE));
  });

  it('is shown field by field, then taken', async () => {
    const changed = { ...(THREE[1] as RegisterPupil), code: 'E' as const, need: 'PD', strategies: 'Word bank on the desk\nQuiet start' };
    const { report, import: take } = await preview(await aRegisterWorkbook([THREE[0]!, changed, THREE[2]!]));
    expect(report.counts).toMatchObject({ fresh: 0, changed: 1, unchanged: 2 });
    expect(report.changed[0]?.facts).toEqual([
      { field: 'stage', title: 'Stage of support', before: 'K', after: 'E' },
      { field: 'primaryNeed', title: 'Primary need', before: THREE[1]?.need, after: 'PD' },
      { field: 'strategies', title: 'What works', before: '', after: '+ Quiet start' },
    ]);
    await take();
    expect((await pupils()).find(({ pupil_number }) => pupil_number === changed.upn)).toMatchObject({ stage: 'plan', need: 'PD' });
  });

  it('changes nothing where the record changed after it was looked at', async () => {
    const { import: take } = await preview(await aRegisterWorkbook([{ ...THREE[0]!, form: '9 Beech' }]));
    await world.sql(`update waymark.pupil set class_name = '9 Yew' where organisation_id = $1 and pupil_number = $2`, [
      world.organisation,
      THREE[0]?.upn,
    ]);
    await expect(take()).rejects.toThrow('The record has changed since you looked. Look at the changes again; nothing was imported.');
  });

  it('asks before a plan is lost by a slip, and never takes away what a cell leaves empty', async () => {
    const { report } = await preview(await withRow([THREE[0]?.upn, null, null, null, null, null, 'K', null, null, null, null, null, null]));
    expect(report.changed[0]).toMatchObject({
      questions: ['Has a plan in the record; the sheet says otherwise'],
      facts: [{ field: 'stage', before: 'E', after: 'K' }],
    });
  });
});

describe('an import can be undone as a whole', () => {
  beforeAll(async () => {
    await anew();
    await imported(await aRegisterWorkbook(THREE));
  });

  it('and the record is as it was before, need by need and line by line', async () => {
    const before = await everything();
    const { import: id } = await imported(
      await aRegisterWorkbook([
        { ...THREE[0]!, code: 'K', need: 'SEMH', strategies: 'Quiet start', form: '9 Beech' },
        one({ upn: upnOf(77), forename: 'Nia' }),
      ]),
    );
    expect(await everything()).not.toEqual(before);
    const { words, overview } = await world.casework.undoRegister(ruth, { import: id! });
    expect([words, overview.imports.map(({ undoneAt }) => undoneAt !== null)]).toEqual([
      'Undone: the record is as it was before.',
      [true, false],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('but for what somebody has worked on since, and the answer says so', async () => {
    const { import: id } = await imported(
      await aRegisterWorkbook([{ ...THREE[0]!, form: '9 Beech' }, one({ upn: upnOf(78), forename: 'Nia' })]),
    );
    await world.sql(`update waymark.pupil set class_name = '9 Yew' where organisation_id = $1 and pupil_number = $2`, [
      world.organisation,
      THREE[0]?.upn,
    ]);
    await world.sql(
      `insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words) select organisation_id, gen_random_uuid(), id, 'note', '2026-11-23', 'Seen' from waymark.pupil where organisation_id = $1 and pupil_number = $2`,
      [world.organisation, upnOf(78)],
    );
    expect((await world.casework.undoRegister(ruth, { import: id! })).words).toBe(
      'Undone. 2 entries stayed, because somebody has worked on them since.',
    );
    expect((await pupils()).map(({ pupil_number }) => pupil_number)).toContain(upnOf(78));
  });

  it('once, and the last one first', async () => {
    const { imports } = await world.casework.openRegister(ruth);
    await expect(world.casework.undoRegister(ruth, { import: imports[0]!.id })).rejects.toThrow('This import was undone before.');
    const first = await imported(await aRegisterWorkbook([one({ upn: upnOf(80), forename: 'Ed' })]));
    await imported(await aRegisterWorkbook([one({ upn: upnOf(81), forename: 'Al' })]));
    await expect(world.casework.undoRegister(ruth, { import: first.import! })).rejects.toThrow(
      'A later import stands on this one. Undo that first.',
    );
  });
});

describe('rows that cannot be taken', () => {
  beforeAll(anew);
  const faulty = () =>
    withRow(
      registerRow(one({ upn: upnOf(1) })),
      registerRow(one({ upn: upnOf(2), need: 'BESD' })),
      registerRow(one({ upn: upnOf(3), need: 'BESD' })),
      [upnOf(4), 'Haddad', 'Sami', '31/02/2017', 4, '4 Oak', 'S', 'ASD', null, null, null, null, null],
      registerRow(one({ upn: upnOf(1) })),
      [upnOf(6), null, null, null, null, null, 'K', null, null, null, null, null, null],
      [upnOf(7), '=cmd|1!A1', 'Sami', null, null, null, 'K', null, null, null, null, null, null],
    );

  it('duty 1 A5: are each told with sheet, row, column, what the sheet says and why', async () => {
    const { report } = await preview(await faulty());
    expect(
      report.rejected.map(({ row, faults }) => [
        row,
        ...faults.map(({ heading, says, why, suggestion }) => `${heading}|${says}|${why}|${suggestion ?? ''}`),
      ]),
    ).toEqual([
      [3, 'SEN Need 1|BESD|Ended in 2015; now SEMH|SEMH'],
      [4, 'SEN Need 1|BESD|Ended in 2015; now SEMH|SEMH'],
      [5, 'DOB|31/02/2017|There is no 31 February|', 'SEN Status|S|Not a stage: use K, E or N|'],
      [6, `UPN or state student number|${upnOf(1)}|Same pupil as row 2|`],
      [7, `Surname|${upnOf(6)}|A pupil needs a name|`],
      [8, 'Surname|=cmd|1!A1|A spreadsheet would run this as a formula|'],
    ]);
    expect(report.counts).toMatchObject({ rows: 7, fresh: 1, rejected: 6 });
    expect(report.causes).toEqual([expect.objectContaining({ says: 'BESD', suggestion: 'SEMH', rows: 2 })]);
  });

  it('are put right, once for all that say the same, and then taken', async () => {
    const repairs = [
      { sheet: 0, column: 7, says: 'BESD', value: 'SEMH' },
      { sheet: 0, column: 3, row: 5, says: '31/02/2017', value: '28/02/2017' },
      { sheet: 0, column: 6, row: 5, says: 'S', value: 'E' },
    ];
    const report = await imported(await faulty(), { repairs });
    expect(report.counts).toMatchObject({ fresh: 4, rejected: 3 });
    expect((await pupils()).map(({ need }) => need)).toEqual(expect.arrayContaining(['SEMH+MLD', 'ASD']));
  });

  it('leave nothing behind where the file breaks off in the middle', async () => {
    const kept = () => world.sql('select id from waymark.register_reading where organisation_id = $1', [world.organisation]);
    const before = await kept();
    await expect(read(Buffer.from(`UPN,Surname\n${upnOf(1)},Reid\n"open`))).rejects.toThrow(/quotation mark may be left open/);
    expect(await kept()).toEqual(before);
  });
});

describe('whom a row means', () => {
  beforeAll(anew);
  const alike = one({ upn: upnOf(5), forename: 'Erin', surname: 'Whitfield', born: '2016-05-01' });

  it('is left to a person where only name and date of birth agree', async () => {
    const known = await world.enrol({ givenName: 'Erin', surname: 'Whitfield', birthday: '2016-05-01', caseRef: 'WM-0700' });
    const { report } = await preview(await aRegisterWorkbook([alike]));
    expect(report.counts).toMatchObject({ fresh: 0, changed: 0, waiting: 1 });
    expect(report.waiting[0]).toMatchObject({ name: 'Whitfield, Erin', number: upnOf(5), alike: [{ pupil: known, caseRef: 'WM-0700' }] });
    await imported(await aRegisterWorkbook([alike]));
    expect(await pupils()).toHaveLength(1);
  });

  it('and is that pupil once a person has said so', async () => {
    const { report } = await preview(await aRegisterWorkbook([alike]));
    const { sheet, row, alike: found } = report.waiting[0]!;
    await imported(await aRegisterWorkbook([alike]), { decisions: [{ sheet, row, pupil: found[0]!.pupil }] });
    expect(await pupils()).toEqual([expect.objectContaining({ case_ref: 'WM-0700', pupil_number: upnOf(5) })]);
  });

  it('is never a pupil of another organisation', async () => {
    const bytes = await aRegisterWorkbook(THREE);
    await imported(bytes);
    await anew();
    expect((await imported(bytes)).counts).toMatchObject({ fresh: 3 });
  });
});

describe('suspensions and part-time timetables', () => {
  beforeAll(async () => {
    await anew();
    await imported(await aRegisterWorkbook(THREE));
  });
  const absences = () =>
    anXlsx(
      {
        name: 'Suspensions',
        rows: [
          ['UPN', 'Start date', 'End date', 'Type', 'Sessions', 'Reason'],
          [upnOf(0), '05/10/2026', '07/10/2026', 'FTE', 6, 'Hit another child'],
          [upnOf(90), '05/10/2026', null, 'FTE', 2, null],
        ],
      },
      {
        name: 'Part-time timetables',
        rows: [
          ['UPN', 'Start', 'End', 'Hours per week', 'Review date'],
          [upnOf(1), '02/11/2026', '11/12/2026', 15, '27/11/2026'],
        ],
      },
    );

  it('come in the same way, beside the record; a pupil who is not known is told', async () => {
    const { report, import: take } = await preview(await absences());
    expect(report.counts).toMatchObject({ rows: 3, fresh: 2, rejected: 1 });
    expect(report.rejected[0]?.faults[0]?.why).toBe('Cannot be matched: no pupil of the record has this number');
    await take();
    expect(
      await world.sql('select kind, from_day::text, to_day::text, days::text, why from waymark.removal where organisation_id = $1', [
        world.organisation,
      ]),
    ).toEqual([{ kind: 'suspension', from_day: '2026-10-05', to_day: '2026-10-07', days: '3.00', why: 'Hit another child' }]);
  });

  it('make no doubles when they come again', async () => {
    expect((await imported(await absences())).counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 2 });
  });
});

describe('who may', () => {
  beforeAll(anew);

  it('is the coordinator alone, and nobody looks at another’s workbook over their shoulder', async () => {
    for (const role of ['leader', 'teacher', 'assistant', 'specialist', 'administrator', 'auditor'] as const)
      await expect(world.casework.readRegister(await world.actorFor(role), { name: 'x.csv', bytes: Buffer.from('a,b') })).rejects.toThrow(
        'Only the coordinator can bring in a register.',
      );
    const reading = await read(await aRegisterWorkbook(THREE));
    const other = await world.actorFor('coordinator');
    await expect(world.casework.previewRegister(other, { ...full(asGuessed(reading)), reading: reading.reading })).rejects.toThrow(
      'This workbook is not at hand any more. Choose it again.',
    );
  });

  it('every step leaves its line in the audit trail, without a name', async () => {
    await imported(await aRegisterWorkbook(THREE));
    const trail = await world.sql<{ deed: string; details: string }>(
      'select deed, details::text from waymark.audit_entry where organisation_id = $1 order by at',
      [world.organisation],
    );
    expect(trail.map(({ deed }) => deed)).toEqual(expect.arrayContaining(['read-register', 'preview-register', 'import-register']));
    expect(JSON.stringify(trail)).not.toMatch(/Haddad|O’Neill|autumn/);
  });
});

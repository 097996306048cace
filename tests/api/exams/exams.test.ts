import { beforeEach, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let record: ARecord;
let ruth: Actor;

beforeEach(async () => {
  world = await aWorld();
  record = await aRecord(world);
  ruth = record.coordinator;
  await world.sql(
    "update waymark.pupil set year_group = 11, stage = 'support', given_name = 'Ayaan', known_as = null, surname = 'Malik', case_ref = 'WM-0398' where id = $1",
    [record.pupil],
  );
});

const extraTime = (more: object = {}) =>
  record.add('exam-arrangement', { arrangement: 'extra-time', state: 'considered', need: record.named.need, ...more });
const exams = (actor = ruth) => world.casework.openExams(actor, {});
const text = (base64: string) =>
  strFromU8(unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))['word/document.xml']!).replace(/<[^>]+>/g, ' ');

describe('exam arrangements of the register', () => {
  it('show who is in an exam year and what each lacks, and the gaps close as the record fills', async () => {
    expect((await exams()).rows.find(({ pupil }) => pupil === record.pupil)?.gaps.map(({ sort }) => sort)).toEqual(['nothing']);
    await extraTime();
    for (const subject of ['History', 'Maths'])
      await record.add('exam-evidence', {
        subject,
        on: '2026-11-02',
        arrangement: 'extra-time',
        setting: 'test',
        use: 'always',
        words: 'Finished',
      });
    await record.add('exam-notice', { givenOn: '2026-11-02', signedOn: '2026-11-04', signedBy: 'pupil' });
    const [row] = (await exams()).rows;
    expect(row).toMatchObject({ name: 'Ayaan Malik', yearGroup: 11, mayDraft: true });
    expect(row?.gaps.map(({ words }) => words)).toEqual([
      'Extra time, up to 25 per cent: no assessor’s score',
      'Extra time, up to 25 per cent: not applied for',
    ]);
  });

  it('a subject teacher gives evidence and changes their own; the arrangement itself is not theirs to write', async () => {
    const priya = await world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' });
    const seen = { subject: 'History', on: '2026-11-02', arrangement: 'extra-time', setting: 'test', use: 'always', words: 'Finished' };
    const entry = await record.add('exam-evidence', seen, priya);
    expect(entry.can).toContain('change');
    const other = await world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' });
    const theirs = await world.casework.openEntries(other, { pupil: record.pupil, kind: 'exam-evidence' });
    expect(theirs.entries[0]?.can).toEqual([]);
    await expect(record.add('exam-arrangement', { arrangement: 'reader', state: 'considered' }, priya)).rejects.toThrow(
      /Only the coordinator/,
    );
    await expect(exams(priya)).rejects.toThrow('Exam arrangements of the whole register are for the coordinator and the leader.');
  });

  it('bad input is named field by field and nothing is saved', async () => {
    await expect(extraTime({ state: 'approved' })).rejects.toThrow('“Approved on” is missing: say when it was approved');
    await expect(
      record.add('exam-score', { area: 'spelling', instrument: 'T', on: '2026-11-02', standard: 300, assessor: 'J', qualification: 'Q' }),
    ).rejects.toThrow('“Standardised score” is more than 160');
    await expect(record.add('exam-notice', { givenOn: '2026-11-02', signedOn: '2026-11-01', signedBy: 'pupil' })).rejects.toThrow(
      'before it was given',
    );
    expect((await exams()).rows[0]?.arrangements).toEqual([]);
  });
});

describe('files', () => {
  it('the draft application says what the record says; its name is the case', async () => {
    await expect(world.casework.draftExamApplication(ruth, { pupil: record.pupil })).rejects.toThrow('There is nothing to apply for');
    await extraTime({ why: 'Leaves two of six answers empty' });
    await record.add('exam-score', {
      area: 'reading-speed',
      instrument: 'Reading test',
      on: '2026-10-05',
      standard: 79,
      assessor: 'Jo Lane',
      qualification: 'CPT3A',
      seenOn: '2026-09-14',
    });
    const file = await world.casework.draftExamApplication(ruth, { pupil: record.pupil });
    expect(file.name).toBe('WM-0398 exam arrangements draft 2026-11-23.docx');
    expect(text(file.base64)).toMatch(/Leaves two of six answers empty[\s\S]*CPT3A[\s\S]*Missing before it can go/);
  });

  it('the list for invigilators holds names and arrangements, no need; where nobody has one it says so', async () => {
    await expect(world.casework.listForInvigilators(ruth, { as: 'docx' })).rejects.toThrow(
      'Nobody has an arrangement that holds in Summer 2027',
    );
    await extraTime({ state: 'approved', appliedOn: '2026-02-01', approvedOn: '2026-03-01', expiresOn: '2028-04-30', why: 'Dyslexia' });
    const file = await world.casework.listForInvigilators(ruth, { as: 'docx' });
    expect(text(file.base64)).toMatch(/Malik, Ayaan[\s\S]*Extra time, up to 25 per cent/);
    expect(text(file.base64)).not.toMatch(/Dyslexia|WM-0398/);
    expect((await world.casework.listForInvigilators(ruth, { as: 'xlsx' })).name).toBe('Exam arrangements 2027-summer 2026-11-23.xlsx');
    expect((await exams()).onList).toBe(1);
  });

  it('the gap report is taken out as a workbook', async () => {
    const file = await world.casework.exportList(ruth, { what: 'exams', format: 'csv' });
    expect(Buffer.from(file.content, 'base64').toString()).toContain(
      'WM-0398,Ayaan Malik,,"On the register, and no arrangement has been looked at"',
    );
  });
});

describe('the dates of a season', () => {
  const set = (actor: Actor, on: string, version: number) =>
    world.casework.setExamDate(actor, {
      season: '2027-summer',
      date: 'applications',
      on: on as Day,
      source: 'Regulations, page 12',
      version,
    });

  it('are changed by the coordinator; who comes second is told, and a date that cannot be is refused', async () => {
    expect((await set(ruth, '2027-03-19', 0)).dates[1]).toMatchObject({ on: '2027-03-19', verified: true, version: 1 });
    await expect(set(ruth, '2027-03-12', 0)).rejects.toThrow('Somebody else changed this date meanwhile');
    expect((await set(ruth, '2027-03-12', 1)).dates[1]).toMatchObject({ on: '2027-03-12', version: 2 });
    await expect(set(ruth, '2027-06-12', 2)).rejects.toThrow('it comes after the first papers');
    await expect(set(await world.actorFor('leader'), '2027-03-12', 2)).rejects.toThrow('Only the coordinator can change');
  });
});

describe('a date that comes', () => {
  const TITLE = 'Last day to apply for access arrangements, Summer 2027';
  const today = async (actor = ruth) => (await world.casework.openToday(actor)).rows.find(({ kind }) => kind === 'exam-date');

  it('stands on Today in the fortnight before it, as the coordinator’s own, while somebody is to be applied for', async () => {
    world.clock.set('2027-03-10T09:00:00.000Z');
    expect(await today()).toBeUndefined();
    const { id, version } = await extraTime();
    expect(await today()).toMatchObject({
      title: TITLE,
      due: '2027-03-21',
      mine: true,
      why: '1 pupil still to apply for · The usual day. Not verified: copy it from this year’s regulations.',
      step: { words: 'Open', deed: 'open-exams', target: '2027-summer' },
    });
    expect(await today(await world.actorFor('leader'))).toMatchObject({ mine: false, owner: { words: 'Coordinator' } });
    expect(await today(await world.actorFor('teacher', { pupil: record.pupil, relation: 'teaches' }))).toBeUndefined();
    world.clock.set('2027-03-24T09:00:00.000Z');
    expect((await today())?.daysWords).toBe('3 days late');
    await world.casework.changeEntry(ruth, {
      pupil: record.pupil,
      kind: 'exam-arrangement',
      entry: id,
      version,
      values: { arrangement: 'extra-time', state: 'applied', appliedOn: '2027-03-24', need: record.named.need },
    });
    expect(await today()).toBeUndefined();
  });

  it('stands on Compliance among the period’s dates, and in the calendar that somebody follows, without a name', async () => {
    world.clock.set('2027-03-10T09:00:00.000Z');
    const dates = async () => (await world.casework.openCompliance(ruth, { period: 'month' })).examDates;
    expect(await dates()).toMatchObject([
      { season: '2027-summer', title: TITLE, on: '2027-03-21', verified: false, leftWords: '11 days left' },
    ]);
    expect((await world.casework.openFollowing(ruth)).dates.all).toBe(10);
    await world.sql("update waymark.organisation set jurisdiction = 'us-federal'");
    expect(await dates()).toEqual([]);
  });

  it('is set in Settings for any season to come', async () => {
    const { seasons, mayKeepDates } = await world.casework.openExamDates(ruth);
    expect([seasons.map(({ id }) => id), mayKeepDates]).toEqual([['2027-january', '2027-summer', '2027-autumn', '2028-january'], true]);
    expect(seasons[1]?.dates.map(({ verified }) => verified)).toEqual([false, false, false]);
  });
});

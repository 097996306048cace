import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import { type ARecord, aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';

let record: ARecord;
beforeAll(async () => {
  record = await aRecord(await aWorld());
});

/** A number without its period would be a guess. */
const NO_TERM = 'Suspended this term: not counted, the school has published no term dates';

const page = (actor: Actor = record.coordinator) => record.world.casework.openPupil(actor, { pupil: record.pupil });
const titles = async () => (await page()).absence?.counts.map(({ title }) => title);

describe('suspensions and part-time timetables typed by hand', () => {
  it('stand on the page with who typed them, and are counted as the law counts; corrected, undone and taken out they are counted anew', async () => {
    const { world, coordinator, pupil, add } = record;
    const made = await add('removal', { sort: 'suspension', from: '2026-11-09', to: '2026-11-11', days: 3, why: 'Fighting' });
    expect(await titles()).toEqual([NO_TERM, 'Suspended 3 school days this school year']);
    const { absence, timeline } = await page();
    expect(absence?.removals).toMatchObject([
      { id: made.id, title: 'Suspension', reason: 'Fighting', source: `${made.madeBy}, entered by hand` },
    ]);
    expect(timeline.map(({ words }) => words)).toContain('Suspension');

    const place = { pupil, kind: 'removal', entry: made.id } as const;
    const changed = await world.casework.changeEntry(coordinator, {
      ...place,
      version: made.version,
      values: { ...made.values, to: '2026-11-13', days: 5 },
    });
    expect(await titles()).toEqual([NO_TERM, 'Suspended 5 school days this school year']);
    const undone = await world.casework.undoEntry(coordinator, { ...place, version: changed.version });
    expect(await titles()).toEqual([NO_TERM, 'Suspended 3 school days this school year']);
    const { editions } = await world.casework.entryHistory(coordinator, place);
    expect(editions.map(({ deed }) => deed)).toEqual(['undone', 'changed', 'made']);
    await world.casework.withdrawEntry(coordinator, { ...place, version: undone.version, reason: 'Another pupil’s' });
    expect(await titles()).toEqual([]);
  });

  it('a lunchtime is half a school day of the count', async () => {
    const made = await record.add('removal', { sort: 'lunchtime', from: '2026-11-09', to: '2026-11-09', days: 0.5 });
    expect(await titles()).toContain('Suspended 0.5 school days this school year');
    await record.world.casework.withdrawEntry(record.coordinator, {
      pupil: record.pupil,
      kind: 'removal',
      entry: made.id,
      version: made.version,
      reason: 'Made for a test of counting',
    });
  });

  it('a part-time timetable says when nobody agreed when it ends or is looked at again', async () => {
    const open = await record.add('part-time', { from: '2026-11-02', hoursAWeek: 15.5, why: 'Return after illness' });
    expect(open.notices).toMatchObject([{ words: 'No end and no review agreed' }]);
    const { absence } = await page();
    expect(absence?.partTime).toMatchObject([
      { hoursAWeek: 15.5, reason: 'Return after illness', running: true, source: `${open.madeBy}, entered by hand` },
    ]);
  });

  it('days in the wrong order, 31 June and an unknown sort are refused by the field’s name', async () => {
    const wrong = { sort: 'suspension', from: '2026-11-09' };
    await expect(record.add('removal', { ...wrong, to: '2026-11-08' })).rejects.toMatchObject({ fields: [{ field: 'to' }] });
    await expect(record.add('removal', { ...wrong, from: '2026-06-31' })).rejects.toMatchObject({ fields: [{ field: 'from' }] });
    await expect(record.add('removal', { ...wrong, sort: 'sent home' })).rejects.toMatchObject({ fields: [{ field: 'sort' }] });
    await expect(record.add('part-time', { from: '2026-11-09', reviewOn: '2026-11-01' })).rejects.toMatchObject({
      fields: [{ field: 'reviewOn' }],
    });
  });

  it('a teacher reads them and changes nothing', async () => {
    const { world, pupil } = record;
    const teacher = await world.actorFor('teacher', { pupil, relation: 'supports' });
    expect((await world.casework.openEntries(teacher, { pupil, kind: 'part-time' })).entries).toHaveLength(1);
    await expect(record.add('removal', { sort: 'suspension', from: '2026-11-09' }, teacher)).rejects.toMatchObject({ kind: 'not-allowed' });
  });
});

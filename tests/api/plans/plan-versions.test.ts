import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readDocument } from '#api/plans/document/read.ts';
import { planVersion, planVersionFile, planVersions } from '#contract/plan-versions.ts';
import { type CallumsCase, callumsCase, typed } from './a-draft.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Two drafts, between which the strengths changed; then what Anna wrote in Word is saved back as the third version. */
const threeVersions = async () => {
  const story = await callumsCase();
  const { world, ruth, draft, file, graph, caseRef, pupil } = story;
  const { plan } = await draft();
  const first = file();
  await world.sql("update waymark.profile_line set words = 'Knows every map' where pupil_id = $1 and kind = 'strength'", [pupil]);
  await draft();
  const second = file();
  const edited = typed(second, 'strengths', 'Knows every map of the county.');
  await graph.files.save(null, caseRef, `${caseRef} SEN support plan 2026-11-23.docx`, edited);
  const { pane } = await world.casework.compareDocument(ruth, { bytes: edited });
  const choices = pane.differences.map(({ id }) => ({ id, take: 'document' as const }));
  await world.casework.acceptDifferences(ruth, { plan, request: crypto.randomUUID(), version: 2, choices });
  return { ...story, plan, files: [first, second] as const };
};

const made = async ({ world, ruth }: Pick<CallumsCase, 'world' | 'ruth'>, plan: string, version: number) =>
  planVersionFile.parse(await world.casework.reproducePlanVersion(ruth, { plan, version }));

describe('duty 2 A5: old versions of a plan', () => {
  it('duty 2 A5: are made again byte for byte from what is stored, however the record has moved on', async () => {
    const story = await threeVersions();
    for (const [index, bytes] of story.files.entries()) {
      const again = await made(story, story.plan, index + 1);
      expect(digest(Buffer.from(again.content, 'base64'))).toBe(digest(bytes));
      expect(again).toMatchObject({ same: true, name: `${story.caseRef} SEN support plan 2026-11-23 version ${index + 1}.docx` });
    }
  });

  it('one that was saved back from Word is made again from its words, and does not pass for a file that was filed', async () => {
    const story = await threeVersions();
    const again = await made(story, story.plan, 3);
    expect(again.same).toBeNull();
    const read = readDocument(Buffer.from(again.content, 'base64'));
    expect(read).toMatchObject({ ok: true, version: 3, fields: expect.objectContaining({ strengths: 'Knows every map of the county.' }) });
    expect(digest(Buffer.from((await made(story, story.plan, 3)).content, 'base64'))).toBe(digest(Buffer.from(again.content, 'base64')));
  });

  it('stand in a list, the newest first, with who made them, how, and how much changed', async () => {
    const { world, ruth, plan } = await threeVersions();
    const { versions } = planVersions.parse(await world.casework.openPlanVersions(ruth, { plan }));
    expect(versions.map(({ version, origin, changed, reproducible }) => [version, origin, changed, reproducible])).toEqual([
      [3, 'saved-back', 1, true],
      [2, 'drafted', 3, true],
      [1, 'drafted', null, true],
    ]);
  });

  it('stand side by side: what reads otherwise, the earlier one first whichever was opened', async () => {
    const { world, ruth, plan } = await threeVersions();
    const open = async (version: number, against: number) =>
      planVersion.parse(await world.casework.openPlanVersion(ruth, { plan, version, against })).differences;
    const between = await open(3, 1);
    expect(between.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Strengths', 'Reads aloud fluently.', 'Knows every map of the county.'],
      ['What difference it made', 'Not reviewed yet.', 'Gap: the impact has not been reviewed yet.'],
      ['Next step', 'Not reviewed yet.', 'Gap: no next step has been agreed.'],
    ]);
    expect(await open(1, 3)).toEqual(between);
    expect(await open(2, 2)).toEqual([]);
  });

  it('read as they were made, with the sources they had then', async () => {
    const { world, ruth, plan } = await threeVersions();
    const first = planVersion.parse(await world.casework.openPlanVersion(ruth, { plan, version: 1 }));
    expect(first).toMatchObject({ version: 1, newest: false, against: null, differences: [] });
    expect(first.passages.find(({ tag }) => tag === 'strengths')?.text).toBe('Reads aloud fluently.');
    expect(first.sources.some(({ kind }) => kind === 'file')).toBe(true);
  });

  it('cannot be changed, not even by the service itself', async () => {
    const { world, ruth, plan } = await threeVersions();
    const change = world.database.within(ruth.scope, async (tx) => {
      const { sql } = await import('kysely');
      await sql`update waymark.plan_version set fields = '{}' where plan_id = ${plan}`.execute(tx);
    });
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it('a version there never was is not found, and a plan of another school is not there', async () => {
    const { world, ruth, plan } = await threeVersions();
    await expect(world.casework.openPlanVersion(ruth, { plan, version: 9 })).rejects.toMatchObject({ kind: 'not-found' });
    const other = await callumsCase();
    await expect(other.world.casework.openPlanVersions(other.ruth, { plan })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a version whose template is no longer kept can be read, and says why its file cannot be made', async () => {
    const story = await threeVersions();
    await story.world.sql('update waymark.plan_version set template_version = 0 where plan_id = $1 and version = 1', [story.plan]);
    expect((await story.world.casework.openPlanVersions(story.ruth, { plan: story.plan })).versions.at(-1)?.reproducible).toBe(false);
    await expect(made(story, story.plan, 1)).rejects.toThrow('The template this version was made with is no longer kept');
    await expect(story.world.casework.openPlanVersion(story.ruth, { plan: story.plan, version: 1 })).resolves.toMatchObject({ version: 1 });
  });
});

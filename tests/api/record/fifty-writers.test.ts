import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { Outdated } from '#api/record/outdated.ts';
import { Refusal } from '#api/refusal.ts';
import type { Entry } from '#contract/record.ts';
import type { Values } from '#domain/record/kind.ts';
import { KINDS } from '#domain/record/kinds.ts';
import { mergeValues } from '#domain/record/merge.ts';
import { aRecord } from '#tests/builders/record.ts';
import { aWorld } from '#tests/world.ts';

const WRITERS = 50;

it('fifty people write into one entry at once, each on what they saw, and no word of anybody is lost', async () => {
  const world = await aWorld();
  const record = await aRecord(world);
  const ofNeed = { pupil: record.pupil, kind: 'need' as const };
  const first = await record.add('need', { words: 'Long spoken instructions', code: 'SLCN', source: 'Seen' });

  /** What the page does: saves, and where somebody was quicker joins both and saves again on the newer edition. */
  const write = async (yours: Values): Promise<number> => {
    let [base, version, values] = [first.values, first.version, yours] as [Values, number, Values];
    for (let tries = 1; ; tries++) {
      const saved = await world.casework
        .changeEntry(record.coordinator, { ...ofNeed, entry: first.id, version, values })
        .catch((fault: unknown) => fault);
      // A record that has its hands full asks for another try; nothing was written.
      if (saved instanceof Refusal && saved.kind === 'elsewhere-unwell') continue;
      if (!(saved instanceof Outdated)) return saved instanceof Error ? Promise.reject(saved) : tries;
      const { current } = saved.conflict as { current: Entry };
      const { merged, clashes } = mergeValues(KINDS.need, base, current.values, values);
      expect(clashes).toEqual([]);
      [base, version, values] = [current.values, current.version, merged];
    }
  };
  const words = Array.from({ length: WRITERS }, (_, one) => `word${one}`);
  const tries = await Promise.all(words.map((word) => write({ ...first.values, words: `${first.values.words} ${word}` })));
  expect(tries.some((many) => many > 1)).toBe(true);

  const { entries } = await world.casework.openEntries(record.coordinator, ofNeed);
  const kept = String(entries.find(({ id }) => id === first.id)!.values.words).split(' ');
  expect(words.filter((word) => !kept.includes(word))).toEqual([]);
  expect(kept.filter((word) => word.startsWith('word'))).toHaveLength(WRITERS);
  const { editions } = await world.casework.entryHistory(record.coordinator, { ...ofNeed, entry: first.id });
  expect(editions.map(({ version }) => version)).toEqual(Array.from({ length: WRITERS + 1 }, (_, one) => WRITERS + 1 - one));
}, 120_000);

it('ten requests to add the same entry make one', async () => {
  const world = await aWorld();
  const record = await aRecord(world);
  const ask = { pupil: record.pupil, kind: 'concern' as const, id: randomUUID(), values: record.least('concern') };
  const all = await Promise.all(Array.from({ length: 10 }, () => world.casework.recordEntry(record.coordinator, ask)));
  expect(new Set(all.map((entry) => JSON.stringify(entry))).size).toBe(1);
  expect((await world.casework.openEntries(record.coordinator, { pupil: record.pupil, kind: 'concern' })).entries).toHaveLength(1);
}, 60_000);

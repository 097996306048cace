import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compliance } from '#contract/compliance.ts';
import { theWholeSchool, type WholeSchool } from '../meetings/whole-school.ts';

let bank: WholeSchool;
beforeAll(async () => {
  bank = await theWholeSchool();
  bank.world.clock.set('2026-11-23T08:41:00.000Z');
}, 120_000);
afterAll(() => bank.tenant.stop());

const open = async (period: 'term' | 'month' | 'year' = 'term') => compliance.parse(await bank.deeds.openCompliance(bank.ruth, { period }));

describe('compliance over a term', () => {
  it('shows both sides, with counts that add up to the clocks that are listed', async () => {
    const { sides, clocks, sentence } = await open();
    for (const { side, open: count, late, kept } of sides) {
      const own = clocks.filter((clock) => clock.side === side);
      expect(own.filter(({ mark }) => mark === 'late' || mark === 'due')).toHaveLength(count);
      expect(own.filter(({ mark }) => mark === 'late')).toHaveLength(late);
      expect(kept?.onTime ?? 0).toBe(own.filter(({ mark }) => mark === 'met').length);
    }
    expect(sides.map(({ words }) => words)).toEqual(['Hollin Bank School', 'Westmere Council', 'Agencies', 'Families']);
    expect(sentence).toMatch(/^\d+ open clocks · 2 late: 1 ours, 1 an agency’s$/);
  });

  it('names the advice that an agency is late with, whom it is expected of, and when that was chased', async () => {
    const { clocks } = await open();
    expect(clocks.find(({ pupil, mark }) => mark === 'late' && pupil.name === 'Mei-Lin Zhao')).toMatchObject({
      side: 'agencies',
      due: '2026-11-16',
      daysWords: '7 days late',
      title: 'Speech and language advice',
      owner: { words: 'Joanna Tse, NHS therapy' },
      lastStep: 'Chased Wed 18 Nov',
    });
  });

  it('keeps what a booked review will start apart as a forecast, outside every count', async () => {
    const { clocks, notes } = await open();
    const forecast = clocks.filter(({ mark }) => mark === 'forecast');
    expect(forecast.map(({ title, pupil }) => `${title}, ${pupil.name}`)).toContain('Send the annual review report, Freya Lindqvist');
    expect(notes.at(-1)?.title).toBe('Forecast, not fact');
  });

  it('marks the weeks in which the school is closed', async () => {
    const { period } = await open();
    expect(period.columns.filter(({ closed }) => closed).map(({ words }) => words)).toEqual(['26 Oct', '21 Dec', '28 Dec']);
  });

  it('leaves out in a month what falls outside its weeks, and nothing that is still late', async () => {
    const { clocks, period } = await open('month');
    expect(clocks.filter(({ due, mark }) => (due < period.from || due > period.to) && mark !== 'late')).toEqual([]);
    expect(clocks.filter(({ mark }) => mark === 'late')).toHaveLength(2);
  });
});

describe('why a date was not kept', () => {
  const late = async () => (await open()).clocks.find(({ mark, mine }) => mark === 'late' && mine)!;

  it('duty 9 A3: is said in words and kept; the date and its lateness stay', async () => {
    const before = await late();
    expect(before.reason).toBeNull();
    await bank.deeds.giveLateReason(bank.ruth, { clock: before.clock, words: 'The educational psychologist was ill' });
    await bank.deeds.giveLateReason(bank.ruth, { clock: before.clock, words: 'The educational psychologist was away' });
    expect(await late()).toEqual({ ...before, reason: 'The educational psychologist was away' });
  });

  it('is not taken for a clock that is not there', async () => {
    await expect(bank.deeds.giveLateReason(bank.ruth, { clock: 'eng.review.report~nobody', words: 'Ill' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

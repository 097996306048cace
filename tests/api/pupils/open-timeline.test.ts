import { beforeAll, describe, expect, it } from '@jest/globals';
import { timeline } from '#contract/pupils.ts';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';

let school: HollinBank;
beforeAll(async () => {
  school = await theHollinBank();
}, 60_000);

const ask = (who: string) => school.casework.openTimeline(school.actor(who), { pupil: school.pupil('callum.reid') });

describe('the whole timeline of a pupil', () => {
  it('holds every entry, the newest first, each with its author where somebody wrote it', async () => {
    const { entries } = timeline.parse(await ask('ruth.okafor'));
    const { timelineCount } = await school.casework.openPupil(school.actor('ruth.okafor'), { pupil: school.pupil('callum.reid') });
    expect(entries).toHaveLength(timelineCount);
    expect(entries.map(({ on }) => on)).toEqual([...entries.map(({ on }) => on)].sort().reverse());
    expect(entries.find(({ words }) => words === 'Call with Fiona Reid, mother')?.by).toBe('Ruth Okafor');
    expect(entries.find(({ words }) => words.startsWith('Writing: 41'))?.by).toBe('Sian Morgan');
  });

  it('says which provision a session was of', async () => {
    const { entries } = await ask('ruth.okafor');
    const told = entries.map(({ words }) => words);
    expect(told).toContain('Sentence starters: delivered, 10 of 15 min · Assembly ran over.');
    expect(told).toContain('Sentence starters: not delivered, pupil absent');
    expect(told.filter((words) => words.startsWith('Session:'))).toEqual([]);
  });

  it('is not there for someone who stands in no relation to the pupil', async () => {
    await expect(ask('tomasz.zielinski')).rejects.toThrow('There is no such case, or it is not yours.');
  });
});

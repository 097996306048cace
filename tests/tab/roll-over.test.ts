import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { axeFaults, overflow } from './open.ts';
import { RecordBench } from './record-bench.ts';

const bench = new RecordBench();
beforeAll(() => bench.start('2027-08-02T09:00:00Z'), 240_000);
afterAll(() => bench.stop());

it('in the summer everyone steps into the next year by one press that is asked twice, and it is taken back', async () => {
  const { page, tab } = await bench.at('/tab/settings/year', 'New school year');
  const callum = async () => (await bench.calls()('pupil', { path: { pupil: bench.callum } })).className;
  const before = await callum();
  const counts = await tab.locator('.roll-counts').innerText();
  const [all = 0, ...parts] = [...counts.replace(/,/g, '').matchAll(/\d+/g)].map(Number);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);

  const roll = tab.getByRole('button', { name: /^Roll over / });
  for (let settled = 0; settled < 40 && !(await roll.isEnabled()); settled += 1) {
    const doubtful = tab
      .locator('.roll-group')
      .filter({ has: tab.locator('summary .roll-doubt') })
      .first();
    if ((await doubtful.count()) === 0) break;
    if ((await doubtful.getAttribute('open')) === null) await doubtful.locator('summary').click();
    await doubtful
      .getByRole('textbox')
      .or(doubtful.locator('input.roll-field'))
      .first()
      .fill(`New ${settled + 1}`);
    const was = await tab.locator('.roll-counts').innerText();
    await doubtful.getByRole('button', { name: 'Settle all' }).click();
    await tab.waitForFunction((old) => document.querySelector('.roll-counts')?.textContent !== old, was);
  }
  const alone = tab.getByRole('checkbox', { name: /without a teacher$/ });
  if (await alone.count()) await alone.check();
  await roll.click();
  await tab.getByRole('button', { name: 'Not yet' }).click();
  await roll.click();
  await tab.getByRole('button', { name: /^Yes, roll over / }).click();
  const back = tab.getByRole('button', { name: 'Take it back' });
  await back.waitFor({ timeout: 120_000 });
  expect(await callum()).not.toBe(before);

  await page.setViewportSize({ width: 320, height: 900 });
  expect(await overflow(tab)).toBe(0);
  expect(await axeFaults(tab)).toEqual([]);
  await back.click();
  await tab
    .getByText(/was taken back|is taken back|taken back/)
    .first()
    .waitFor({ timeout: 120_000 });
  await back.waitFor({ state: 'detached' });
  expect(await callum()).toBe(before);
}, 240_000);

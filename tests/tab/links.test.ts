import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Day } from '#domain/calendar/day.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { documentText } from '#tests/api/letters/document-text.ts';
import { type FamilyStory, offered } from '#tests/api/links/a-link.ts';
import { aDoor, type HttpDoor } from '#tests/builders/http-door.ts';
import { openWindow, startChromium } from '#tests/chromium.ts';
import { axeFaults, overflow } from './open.ts';

/*
 * The family's page in a real browser, against the real service and record: the letter's link is opened, a code typed, a time chosen.
 */
type Offered = FamilyStory & { readonly meeting: string; readonly slots: readonly string[] };

const root = path.resolve(import.meta.dirname, '../..');
let browser: Browser;
let story: Offered;
let door: HttpDoor;
let origin: string;

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [path.join(root, 'server/build.mjs'), 'tab'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  browser = await startChromium();
  story = await offered();
  const folder = path.join(root, 'dist', 'tab');
  door = await aDoor(story.world, story.ruth, {
    visits: story.visits,
    pages: [
      { at: '/tab/', folder, page: 'index.html' },
      { at: '/link/', folder, page: 'link.html' },
    ],
  });
  origin = `http://localhost:${new URL(await door.server.listen({ port: 0, host: '127.0.0.1' })).port}`;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await door?.close();
});

const opened = async (token = story.token(), width = 390): Promise<{ page: Page; asked: string[] }> => {
  const page = await openWindow(browser, { viewport: { width, height: 844 }, locale: 'en-GB', timezoneId: 'Europe/London' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.goto(`${origin}/link/#${token}`);
  await page.locator('h1').first().waitFor();
  return { page, asked };
};

const enter = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Send me the code|کوڈ بھیجیں/ }).click();
  await page.locator('#code').waitFor();
  await story.post();
  await page.locator('#code').fill(story.code());
  await page.keyboard.press('Enter');
  await page.locator('textarea').first().waitFor();
};

const faults = async (page: Page) => ({ axe: await axeFaults(page.mainFrame()), wider: await overflow(page.mainFrame()) });

describe('the family’s page', () => {
  it('shows nothing of a child before the code, keeps the token out of every address, and speaks the family’s language', async () => {
    const { page, asked } = await opened();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['ur', 'rtl']);
    expect(await page.locator('body').innerText()).toContain('مشینی ترجمہ');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('h1').innerText()).toBe('The school has sent you a private page');
    expect(await page.locator('body').innerText()).toContain('s…@family.example');
    expect(await page.content()).not.toMatch(/Ayaan|WM-0/);
    for (const line of asked) expect(line).not.toContain(story.token());
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
  });

  it('a wrong code says how many tries are left, and the right one then opens', async () => {
    const { page } = await opened();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Send me the code' }).click();
    await page.locator('#code').fill('12');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toBe('Type the six figures of the code.');
    await story.post();
    await page.locator('#code').fill(story.code() === '000000' ? '000001' : '000000');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('That is not the code. 4 tries left.').waitFor();
    await page.locator('#code').fill(story.code());
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.locator('textarea').first().waitFor();
    expect(await page.locator('h1').innerText()).toBe('Choose a time for Ayaan’s review');
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
  });

  it('a parent chooses a time and says what they think; it is booked, and the view is in the record', async () => {
    story.world.clock.set('2026-11-23T10:05:00.000Z');
    const { page } = await opened(story.token(), 320);
    await enter(page);
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
    await page.getByRole('radio').first().check();
    await page.locator('textarea').fill('وہ اب حساب سے نہیں ڈرتا۔');
    await page.getByRole('button', { name: 'بھیجیں', exact: true }).click();
    await page.getByText('شکریہ۔ ہمیں مل گیا۔').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
    const [meeting] = await story.world.sql<{ state: string; agreed_how: string }>(
      'select state, agreed_how from waymark.meeting where id = $1',
      [story.meeting],
    );
    expect(meeting).toEqual({ state: 'booked', agreed_how: 'link' });
    const [view] = await story.world.sql<{ words: string }>(
      "select words from waymark.contribution where pupil_id = $1 and kind = 'parent-view'",
      [story.pupil],
    );
    expect(view?.words).toBe('وہ اب حساب سے نہیں ڈرتا۔');
    expect(story.graph.events_.size).toBe(1);

    await page.reload();
    await page.getByText('وہ اب حساب سے نہیں ڈرتا۔').waitFor();
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
  });

  it('without a connection nothing that was written is lost', async () => {
    story.world.clock.set('2026-11-23T12:00:00.000Z');
    const { page } = await opened();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Send me the code' }).click();
    await page.locator('#code').waitFor();
    await story.post();
    await page.locator('#code').fill(story.code());
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Change what I wrote' }).click();
    await page.locator('textarea').fill('And he likes the card.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('There is no connection');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Thank you. We have it.').waitFor();
    expect(await page.locator('blockquote').innerText()).toBe('And he likes the card.');
  });

  it('who has a letter types its key, and then the code that stands in it', async () => {
    const { world, ruth, pupil, contact } = story;
    const link = randomUUID();
    await world.casework.sendLink(ruth, { pupil, request: link, contact, purpose: 'view', until: '2026-12-18' as Day, way: 'letter' });
    const { file } = await world.casework.printLinkLetter(ruth, { link, code: 'in-letter' });
    const letter = await documentText(Buffer.from(file.base64, 'base64'));
    const page = await openWindow(browser, { viewport: { width: 320, height: 844 }, locale: 'en-GB' });
    await page.goto(`${origin}/link/`);
    await page.getByLabel('The key, 28 letters and figures').fill('too short');
    await page.keyboard.press('Enter');
    await page.getByText('That is not a key.').waitFor();
    await page.locator('#key').fill('7kqm 2f9x 04tb wz3h');
    await page.keyboard.press('Enter');
    await page.getByText('This link does not work.').waitFor();
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
    await page.locator('#key').fill((/\b(\w{4}(?:-\w{4}){6})\b/.exec(letter)?.[1] ?? '').toLowerCase());
    await page.keyboard.press('Enter');
    await page.locator('#code').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Type the code from your letter').waitFor();
    expect(await page.getByRole('button', { name: 'Send a new code' }).count()).toBe(0);
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
    await page.locator('#code').fill(/\b(\d{6})\b/.exec(letter)?.[1] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('textarea').waitFor();
  });

  it('a link that ended says whom to ring, and nothing else', async () => {
    story.world.clock.set('2027-02-01T09:00:00.000Z');
    const { page } = await opened();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('h1').innerText()).toContain('This link has ended.');
    expect(await page.content()).not.toContain('Ayaan');
    const { page: none } = await opened('nonsense');
    expect(await none.locator('h1').innerText()).toContain('This link does not work.');
  });

  it('the questions of a request are put one under the other, in the reader’s language, and one answer is enough', async () => {
    story.world.clock.set('2026-11-23T12:00:00.000Z');
    const request = randomUUID();
    await story.world.casework.askContributions(story.ruth, {
      pupil: story.pupil,
      request,
      purpose: 'concern',
      people: [`contact/${story.contact}`],
      questions: [...QUESTION_SETS.concern.questions.slice(0, 2), { id: 'own-1', words: 'How are mornings?' }],
      dueOn: '2026-11-30' as Day,
    });
    await story.post();
    const { page } = await opened();
    await enter(page);
    expect(await page.locator('label').allInnerTexts()).toEqual(['کیا اچھا ہو رہا ہے؟', 'کیا مشکل ہے، کب اور کہاں؟', 'How are mornings?']);
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
    await page.getByRole('button', { name: 'بھیجیں', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toBe('پہلے کم از کم ایک سوال کا جواب دیں۔');
    await page.locator('textarea').nth(2).fill('وہ جلدی اٹھتا ہے۔');
    await page.getByRole('button', { name: 'بھیجیں', exact: true }).click();
    await page.getByText('شکریہ۔ ہمیں مل گیا۔').waitFor();
    const { request: stands } = await story.world.casework.openContributionRequest(story.ruth, { request });
    expect(stands.people[0]?.answers).toEqual([{ question: 'own-1', words: 'وہ جلدی اٹھتا ہے۔' }]);
    expect(await faults(page)).toEqual({ axe: [], wider: 0 });
  });
});

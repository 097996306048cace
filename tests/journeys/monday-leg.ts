import type { Locator, Page } from 'playwright-core';
import { callsOf, pupilNamed } from './coordinator.ts';
import { hold, same } from './expect.ts';
import type { Seat, Story } from './story.ts';

const RUTH: Seat = { person: 'ruth.okafor' };
const ANNA: Seat = { person: 'anna.devlin', width: 390, height: 844 };
const COVER: Seat = { person: 'hannah.brook' };
const SAID = 'He loses the card after PE';

const cardOf = (page: Page, title: string): Locator =>
  page
    .getByRole('log', { name: 'Messages' })
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .last();

/** Two colleagues are asked about Callum; that is what Monday's chase is about. */
const askTwo = async (story: Story): Promise<string> => {
  const call = callsOf(story.suite);
  const callum = await pupilNamed(call, 'Callum Reid');
  const { people, purposes } = await call('askable', { path: { pupil: callum } });
  const two = people.filter(({ door, waiting, group }) => door !== null && waiting === null && group !== 'family').slice(0, 2);
  same(two.length, 2, 'colleagues who can be asked');
  const questions = purposes.find(({ purpose }) => purpose === 'support-review')?.questions.map(({ id, words }) => ({ id, words })) ?? [];
  const asked = two.map(({ key }) => key);
  const body = { request: crypto.randomUUID(), purpose: 'support-review', people: asked, questions, dueOn: '2026-11-27' };
  await call('askContributions', { path: { pupil: callum }, body });
  return callum;
};

/** The morning card, Today with the same counts, and one press that chases both. */
const cardAndChase = async (story: Story): Promise<void> => {
  const chat = await story.openChat(RUTH);
  const counted = await story.step('“today” answers the morning card with what is due, mine and others’', async () => {
    await chat.getByRole('textbox', { name: 'Type a message' }).fill('today');
    await chat.keyboard.press('Enter');
    const card = cardOf(chat, 'Today, Mon 23 Nov');
    await card.getByText('Everyone').waitFor();
    const words = (await card.innerText()).replace(/\s+/g, ' ');
    return ['Everyone', 'Mine', 'Waiting on others'].map((name) => `${name} ${new RegExp(`${name} (\\d+)`).exec(words)?.[1]}`);
  });
  await chat.context().close();
  const { page, tab } = await story.openTab(RUTH, '/tab/today');
  await story.step('Today counts the same as the card', async () => {
    await tab.getByRole('tab', { name: /^Everyone/ }).waitFor();
    same(
      (await tab.getByRole('tablist', { name: 'Whose work' }).getByRole('tab').allInnerTexts()).join(', '),
      counted.join(', '),
      'counts',
    );
  });
  await story.step('one press on Today, by key, chases the two who have not answered', async () => {
    const row = tab.getByRole('listitem').filter({ hasText: 'Views for the support review' });
    await row.getByText('0 of 2 in', { exact: false }).waitFor();
    await row.focus();
    await page.keyboard.press('Enter');
    await row.getByText('chased once', { exact: false }).waitFor();
  });
  await page.context().close();
};

/** The class sheet goes to whoever takes 6 Oak today. */
const cover = async (story: Story): Promise<void> => {
  const call = callsOf(story.suite);
  await story.step('the cover teacher has the class sheet, and no name of a case on it', async () => {
    const oak = (await call('classes')).rows.find(({ name }) => name === '6 Oak');
    const stand = (await call('colleagues')).people.find(({ name }) => name === 'Hannah Brook');
    if (!oak || !stand) throw new Error('there is no 6 Oak, or nobody to take it');
    await call('arrangeCover', { path: { class: oak.id }, body: { person: stand.id, day: '2026-11-23' } });
    const { page, tab } = await story.openTab(COVER, `/tab/classes/${oak.id}`);
    await tab.getByText('Callum R.').waitFor();
    hold(!/WM-\d/.test(await tab.getByRole('region', { name: 'The sheet' }).innerText()), 'a case stands on the sheet');
    await page.context().close();
  });
};

/** On a telephone: what does not work, a line, and that it was read. */
const mark = async (story: Story): Promise<void> => {
  const { page, tab } = await story.openTab(ANNA, '/tab/classes/mine');
  const callum = tab.getByRole('region', { name: 'Callum Reid' });
  await story.step('the teacher marks a strategy as not working, says why, and confirms reading', async () => {
    const fold = callum.getByRole('button', { name: 'Callum Reid' });
    await fold.click();
    await callum.getByRole('button', { name: 'Does not' }).nth(1).click();
    const line = callum.getByLabel('What happens, in a line');
    await line.fill(SAID);
    await line.press('Enter');
    await callum.getByText(/^Saved, Mon 23 Nov/).waitFor();
    await callum.getByRole('button', { name: 'I have read this' }).click();
    await callum.getByText('You read this Mon 23 Nov').waitFor();
  });
  await page.context().close();
};

/** It stands in the papers of the pupil's next review. */
const papers = async (story: Story, callum: string): Promise<void> => {
  const call = callsOf(story.suite);
  await story.step('it stands in the papers of the pupil’s next review, with name, day and words', async () => {
    const { meeting, papers: listed } = await call('propose', { path: { pupil: callum }, body: { purpose: 'parent-meeting' } });
    same(listed.find(({ words }) => words === 'What colleagues say works')?.detail, '1 answer, 1 says it does not work', 'the paper');
    const { page, tab } = await story.openTab(RUTH, `/tab/meetings/${meeting}`);
    const part = tab.locator('section', { has: tab.getByRole('heading', { name: 'Papers: what colleagues say works' }) });
    await part.getByText(`Does not work: Anna Devlin, Mon 23 Nov, “${SAID}”`).waitFor();
    await page.context().close();
  });
  await story.step('and the coordinator sees who has read what, and who is asked when', async () => {
    // Fifty pupils stand on a page: his class brings him to the first.
    const { classes } = await call('readings');
    const { page, tab } = await story.openTab(RUTH, `/tab/classes/readings?class=${classes.find(({ name }) => name === '6 Oak')?.id}`);
    const row = tab.getByRole('listitem').filter({ has: tab.getByRole('link', { name: 'Reid, Callum' }) });
    await row.first().getByText('Read Mon 23 Nov: Anna Devlin').waitFor();
    await page.context().close();
  });
};

/** Monday morning between two lessons: card, Today, chase, cover, what a teacher says, the review's papers. */
export const mondayLeg = async (story: Story): Promise<void> => {
  const callum = await askTwo(story);
  await cardAndChase(story);
  await cover(story);
  await mark(story);
  await papers(story, callum);
};

import type { Locator, Page } from 'playwright-core';
import { wordsOfDocument } from './document-words.ts';
import { exchangesIn, inShort, toGraph } from './exchanges.ts';
import { eventually, hold, same } from './expect.ts';
import { graphOf } from './graph.ts';
import type { Seat, Story } from './story.ts';

const COORDINATOR: Seat = { person: 'ruth.okafor' };
const OWNER: Seat = { person: 'tomasz.zielinski' };
const CASE = 'WM-0398';
/** Two minutes before the review that is booked below. */
const BEFORE_THE_REVIEW = '2026-12-08T13:58:00Z';
const DECISION = 'Ayaan stays at Hollin Bank; the plan is kept and Section F amended';
const ACTION = 'Put a break card into every room that 9 B uses';
const VIEW = 'I want to see the college where my cousin does cars.';

const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' });
const card = (page: Page, title: string | RegExp): Locator =>
  messages(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .last();

const say = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Type a message' }).fill(words);
  await page.keyboard.press('Enter');
};

/** Asking: help, the caseload, dates for a review, one of them booked. */
const booking = async (story: Story): Promise<void> => {
  const page = await story.openChat(COORDINATOR);
  await story.step('the bot says what it can be asked', async () => {
    await say(page, 'help');
    await card(page, 'What you can ask').waitFor();
  });
  await story.step('“my caseload” names who to look at first, with the reason', async () => {
    await say(page, 'my caseload');
    const shown = card(page, 'My caseload');
    await shown.getByText('Reid, Callum').waitFor();
    await shown.getByText('Review not booked').first().waitFor();
  });
  await story.step('“review Ayaan” offers three dates inside the window, from all calendars', async () => {
    await say(page, 'review Ayaan');
    const offered = card(page, 'Annual review, Ayaan Malik');
    await offered.getByText('Between Mon 7 Dec and Fri 18 Dec').waitFor();
    await offered.getByText('Tue 8 Dec, 14:00').waitFor();
    await offered.getByText('All staff and agencies can. No lesson needs cover. Interpreter is held.').waitFor();
    same(await offered.getByRole('button', { name: 'Choose' }).count(), 3, 'dates offered');
  });
  await story.step('the first is chosen, and the same card says what is booked', async () => {
    await card(page, 'Annual review, Ayaan Malik').getByRole('button', { name: 'Choose' }).first().click();
    const booked = card(page, 'Review booked');
    await booked.getByText('Tue 8 Dec, 14:00 to 15:00').waitFor();
    same(await messages(page).getByRole('button', { name: 'Choose' }).count(), 0, 'cards that still offer a date');
  });
  await page.context().close();
};

/** Teams tells nobody anything through an app they do not have: the owner of the action opens it once. */
const ownerMeetsTheBot = (story: Story): Promise<void> =>
  story.step('a colleague finds the bot among his chats', async () => {
    const page = await story.openChat(OWNER);
    await card(page, 'Waymark is here').waitFor();
    await page.context().close();
  });

/** What the tenant holds after the booking. */
const bookedOnce = (story: Story, own: NonNullable<Story['suite']['own']>): Promise<void> =>
  story.step('the tenant holds exactly one event for it, with an online meeting and everyone invited', async () => {
    const graph = await graphOf(own);
    const events = (await graph.events()).filter(({ subject }) => subject.includes(CASE));
    same(events.length, 1, 'events of the case');
    const [event] = events;
    hold(event?.isOnlineMeeting === true && Boolean(event.onlineMeeting?.joinUrl), 'the event has no online meeting');
    same(event?.start.dateTime.slice(0, 16), '2026-12-08T14:00', 'when it begins');
    const invited = event?.attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase()) ?? [];
    for (const person of ['ruth.okafor', 'tomasz.zielinski', 'kirsty.bell', 'joanna.tse'])
      hold(
        invited.some((address) => address.startsWith(person)),
        `${person} is not invited`,
      );
    hold(!invited.some((address) => address.startsWith('saima')), 'the family is in the event, where all would see its address');
  });

/** Opens the chat of the booked meeting, as Teams would have it after the invitation. */
const meetingChat = async (story: Story): Promise<string> => {
  const chats = (await (await fetch(`${story.suite.rooms}/rooms/chats?person=${COORDINATOR.person}`)).json()) as {
    id: string;
    title: string;
  }[];
  const found = chats.find(({ title }) => title.includes(CASE));
  if (!found) throw new Error('the meeting has no chat');
  return found.id;
};

const marks = async (page: Page): Promise<void> => {
  const form = card(page, 'Who is here');
  await form.getByLabel(/^Tomasz Zieliński/).selectOption('Here');
  await form.getByLabel(/^Kirsty Bell/).selectOption('Online');
  await form.getByLabel(/^Saima Malik/).selectOption('Here');
  await form.getByRole('button', { name: 'Save' }).click();
};

/** The place on the agenda that the reader's own card shows. */
const place = (page: Page): Locator => messages(page).getByText(/· \d+ of \d+ · only you see this/);

/** Goes on by one item, and waits until the card is there. */
const next = async (page: Page): Promise<void> => {
  const before = (await place(page).textContent()) ?? '';
  await page.getByRole('button', { name: 'Next item' }).click();
  await messages(page).getByText(before, { exact: true }).waitFor({ state: 'detached' });
  await place(page).waitFor();
};

/** Recording: attendance, a decision, an action, a view, item by item to the end. */
const recording = async (story: Story): Promise<void> => {
  const page = await story.openChat(COORDINATOR, await meetingChat(story));
  const item = (title: string) => card(page, title);
  await story.step('as the meeting begins, the bot offers to record it, and says the pupil’s name to each alone', async () => {
    await page.getByRole('button', { name: 'Add Waymark' }).click();
    await page.getByRole('button', { name: 'Start the meeting' }).click();
    await item('Annual review').getByRole('button', { name: 'Start the record' }).click();
    await item('Welcome and who is here')
      .getByText(/Ayaan Malik.*only you see this/)
      .waitFor();
  });
  await story.step('who is here is marked', async () => {
    await item('Welcome and who is here').getByRole('button', { name: 'Who is here' }).click();
    await marks(page);
    await item('Welcome and who is here').waitFor();
  });
  await story.step('a decision is noted', async () => {
    await next(page);
    await page.getByRole('button', { name: 'Decision' }).click();
    await page.getByLabel('What was decided').fill(DECISION);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await messages(page).getByText(DECISION).waitFor();
  });
  await story.step('an action is noted, with who does it and by when', async () => {
    await page.getByRole('button', { name: 'Action' }).click();
    await page.getByLabel('What will be done').fill(ACTION);
    await page.getByLabel('Owner').selectOption({ label: 'Tomasz Zieliński' });
    await page.getByLabel('By when').fill('2026-12-18');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await messages(page).getByText(`${ACTION}. Tomasz Zieliński, Fri 18 Dec.`).waitFor();
  });
  await story.step('the pupil’s view is noted in his own words', async () => {
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByLabel('In their own words').fill(VIEW);
    await page.getByLabel('Whose view').selectOption({ label: 'Ayaan Malik' });
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await messages(page).getByText(VIEW).waitFor();
  });
  await story.step('the record is finished', async () => {
    const finish = page.getByRole('button', { name: 'Finish' });
    for (let items = 0; items < 12 && (await finish.count()) === 0; items += 1) await next(page);
    await finish.click();
    await card(page, /^Minutes/).waitFor();
  });
  await page.context().close();
};

/** What the record leaves behind: minutes in the case folder, and the action with its owner. */
const afterwards = async (story: Story, own: NonNullable<Story['suite']['own']>): Promise<void> => {
  await story.step('the minutes stand in the case folder as a .docx that says what was decided', async () => {
    const graph = await graphOf(own);
    const name = await eventually(
      async () => (await graph.filesOf(CASE)).find((file) => /minutes.*\.docx$/i.test(file.name))?.name ?? '',
      (found) => found !== '',
      'minutes in the case folder',
    );
    const words = wordsOfDocument(await graph.fileOf(CASE, name));
    for (const wanted of [DECISION, ACTION, VIEW, 'Tomasz Zieliński']) hold(words.includes(wanted), `the minutes do not say “${wanted}”`);
  });
};

const ownerHears = (story: Story): Promise<void> =>
  story.step('the action reaches its owner’s own chat', async () => {
    const page = await story.openChat(OWNER);
    await messages(page).getByText('A meeting gave you something to do').waitFor();
    await messages(page).getByText(ACTION).first().waitFor();
    await page.context().close();
  });

/** Third leg: the bot in the chat room books a review and records it on its day. */
export const botLeg = async (story: Story): Promise<void> => {
  const { own } = story.suite;
  const before = own ? exchangesIn(own.graphLog).length : 0;
  await booking(story);
  if (own) {
    const asked = await eventually(
      async () => toGraph(exchangesIn(own.graphLog, before)),
      (found) => found.some(({ url }) => url.endsWith('/sendMail')),
      'the letter to the family',
    );
    story.tell(`booking a review asked Graph ${asked.length} times: ${inShort(asked)}`);
    await bookedOnce(story, own);
  }
  await ownerMeetsTheBot(story);
  await story.step('the suite is started again on the day of the review', () => story.suite.moveOnTo(BEFORE_THE_REVIEW));
  await recording(story);
  if (own) await afterwards(story, own);
  await ownerHears(story);
};

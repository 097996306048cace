import type { FrameLocator, Page } from 'playwright-core';
import { callsOf } from '#tests/journeys/coordinator.ts';
import type { Story } from '#tests/journeys/story.ts';
import type { Look, Scene, Screen } from './screen.ts';

const COORDINATOR = { person: 'ruth.okafor' };
const TEACHER = { person: 'anna.devlin' };

/** Callum's class teacher opens her chat, the round-robin goes out to her and to others, and she answers it; once, however often it is shown. */
const askedOnce = async (story: Story, { call, callum }: Scene, seat: Look): Promise<void> => {
  const path = { pupil: callum };
  const { requests } = await call('contributions', { path });
  if (requests.length > 0) return;
  const chat = await story.openChat({ ...seat, ...TEACHER });
  await say(chat, 'help');
  await chat.getByRole('heading', { name: 'What you can ask' }).last().waitFor();
  const { people, purposes, dueOn } = await call('askable', { path });
  const whom = people.filter(({ door, group }) => door !== null && group !== 'family').map(({ key }) => key);
  const questions = purposes[0]?.questions ?? [];
  const ask = { purpose: 'concern', people: whom, questions, dueOn } as const;
  for (const request of [crypto.randomUUID(), crypto.randomUUID()])
    await call('askContributions', { path, body: { request, ...ask, people: [...whom] } });
  const teacher = callsOf(story.suite, TEACHER.person);
  const [mine] = (await teacher('askedOfMe')).asked;
  const answers = [
    { question: 'well', words: 'Reads aloud fluently, and is kind to younger pupils.' },
    { question: 'hard', words: 'Long spoken instructions, most of all after lunch. A change that nobody told him of.' },
  ];
  await teacher('answerContribution', { path: { contribution: mine?.contribution ?? '' }, body: { answers } });
  await chat.context().close();
};

const say = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Type a message' }).fill(words);
  await page.keyboard.press('Enter');
};

const onPupil = (name: string, person: { person: string }, query: string, sign: (tab: FrameLocator) => Promise<void>): Screen => ({
  name,
  show: async (story, scene, seat) => {
    await askedOnce(story, scene, seat);
    const { page, tab } = await story.openTab({ ...seat, ...person }, `/tab/pupil/${scene.callum}?tab=assessments${query}`);
    await sign(tab);
    await tab.locator('.wm-skeleton').first().waitFor({ state: 'detached' });
    return page;
  },
});

/** A card of the teacher's private chat, once `press` was pressed on the list of what she is asked. */
const onCard = (name: string, press?: string): Screen => ({
  name,
  show: async (story, scene, seat) => {
    await askedOnce(story, scene, seat);
    const page = await story.openChat({ ...seat, ...TEACHER });
    await say(page, 'asked');
    const card = page.getByRole('article').last();
    await card.getByRole('heading', { name: 'Asked of you' }).waitFor();
    if (press) {
      await card.getByRole('button', { name: press }).first().click();
      await page.getByRole('textbox', { name: 'What goes well?' }).last().waitFor();
    }
    await card.evaluate((node) => node.scrollIntoView({ block: 'nearest' }));
    return page;
  },
});

/** What was read out of letters before: a code works once. */
const used = new Set<string>();

/** What a letter to the therapist says, once one has come that says it and was not read before. */
const lettersSay = async (story: Story, what: RegExp): Promise<string> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const letters = (await (await fetch(`${story.suite.rooms}/rooms/letters`)).json()) as readonly { body: { content: string } }[];
    const said = letters.map(({ body }) => (body.content.includes('Dear Joanna Tse') ? what.exec(body.content)?.[1] : undefined));
    const found = said.find((one) => one !== undefined && !used.has(one));
    if (found) return found;
    await new Promise((resolve) => void setTimeout(resolve, 250));
  }
  throw new Error('No such letter has come.');
};

/** The page by link, as the therapist meets it: the letter out of the post, the code out of the next one. */
const byLink: Screen = {
  name: 'contribution-link',
  show: async (story, scene, seat) => {
    await askedOnce(story, scene, seat);
    const address = await lettersSay(story, /(http\S+\/link\/#\S+)/);
    const page = await story.page({ ...seat, ...COORDINATOR }, address);
    await page.getByRole('button', { name: 'Send me the code' }).click();
    const code = await lettersSay(story, /(?:Your code is|آپ کا کوڈ یہ ہے:) \u2068?(\d{6})/);
    used.add(code);
    await page.getByRole('textbox').fill(code);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('textbox', { name: 'What goes well?' }).waitFor();
    return page;
  },
};

/** Asking several people: the dialog, the card, the page by link, the answers side by side, and how people are reminded. */
export const contributionScreens: readonly Screen[] = [
  onPupil('contribution-ask', COORDINATOR, '&ask=concern', (tab) => tab.getByText('Mark Reid, father').waitFor()),
  onPupil('contribution-answers', COORDINATOR, '', (tab) => tab.getByText('Reads aloud fluently, and is kind').first().waitFor()),
  onPupil('contribution-asked-of-you', TEACHER, '', (tab) => tab.getByRole('button', { name: 'Answer' }).waitFor()),
  onCard('contribution-list'),
  onCard('contribution-card', 'Answer'),
  byLink,
  {
    name: 'contribution-settings',
    show: async (story, _scene, seat) => {
      const { page, tab } = await story.openTab({ ...seat, ...COORDINATOR }, '/tab/settings/asking');
      await tab.getByRole('button', { name: 'Save' }).waitFor();
      return page;
    },
  },
];

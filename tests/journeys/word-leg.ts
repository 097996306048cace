import { wordsOfDocument } from './document-words.ts';
import { exchangesIn, inShort, toGraph } from './exchanges.ts';
import { hold, same } from './expect.ts';
import { graphOf } from './graph.ts';
import type { OpenWord, Seat, Story } from './story.ts';

const COORDINATOR: Seat = { person: 'ruth.okafor' };
const CALLUM = 'Callum Reid';
const CASE = 'WM-0412';
const EDITED = 'Starts writing with a sentence opener on his desk, and goes on alone for ten minutes';

/** *Draft plan* in the tab: composed from record and case folder, filed, and what is missing said at once. */
const drafting = async (story: Story): Promise<string> => {
  const { page, tab } = await story.openTab(COORDINATOR, '/tab/caseload');
  await tab.getByRole('link', { name: 'Reid, Callum' }).click();
  await tab.getByRole('heading', { name: CALLUM, level: 1 }).waitFor();
  const address = await story.step('a plan is drafted from the record and the case folder', async () => {
    await tab.getByRole('button', { name: 'Draft plan in Word' }).click();
    await tab.getByRole('button', { name: 'Draft it' }).click();
    const drafted = tab.getByRole('dialog', { name: 'The draft is in the case folder' });
    await drafted.getByText(/^WM-0412 SEN support plan .*\.docx · version 1 · \d+ sources/).waitFor();
    await drafted.getByText('Parent’s view not received').waitFor();
    return (await drafted.getByRole('link', { name: 'Open in Word' }).getAttribute('href')) ?? '';
  });
  await page.context().close();
  const item = new URL(address).searchParams.get('item');
  if (!item) throw new Error('the draft has no address in Word');
  return item;
};

/** The paragraph that holds a passage, as a person would put the cursor into it. */
const passage = ({ page }: OpenWord, words: string) =>
  page.getByRole('article', { name: 'Document' }).getByRole('textbox').filter({ hasText: words }).first();

/** In Word: read what is missing and where it came from, change a line, save back, accept. */
const saving = async (story: Story, item: string): Promise<void> => {
  const word = await story.openWord(COORDINATOR, item);
  const { page, pane } = word;
  await story.step('Word opens the draft, and the pane says what is missing', async () => {
    await pane.getByRole('heading', { name: CALLUM, level: 1 }).waitFor();
    await pane.getByText('“Regular access to quiet room” has no amount').waitFor();
  });
  await story.step('each passage says where it came from', async () => {
    await pane.getByRole('tab', { name: 'Sources' }).click();
    await pane
      .getByText(/speech and language advice/i)
      .first()
      .waitFor();
  });
  await story.step('a sentence is changed and the document saved', async () => {
    await passage(word, 'Starts writing only with a first sentence given').fill(EDITED);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page
      .getByRole('status')
      .getByText(/^Saved \d\d:\d\d$/)
      .waitFor();
  });
  await story.step('saving back shows the change as issued, on record and in the document', async () => {
    await pane.getByRole('button', { name: 'Save back' }).click();
    await pane.getByText('1 change', { exact: true }).waitFor();
    const line = pane.getByRole('listitem').filter({ hasText: EDITED });
    await line.getByText('Starts writing only with a first sentence given').first().waitFor();
  });
  await story.step('the change is accepted, and record and document say the same', async () => {
    await pane.getByRole('button', { name: /^Take the document’s/ }).click();
    await pane.getByText('The document and the record say the same.').waitFor();
  });
  await page.context().close();
};

/** The record as another page shows it, and the case folder as the tenant holds it. */
const kept = async (story: Story): Promise<void> => {
  await story.step('the accepted words stand in the pupil’s record', async () => {
    const { page, tab } = await story.openTab(COORDINATOR, '/tab/caseload');
    await tab.getByRole('link', { name: 'Reid, Callum' }).click();
    await tab.getByRole('tab', { name: 'Needs' }).click();
    await tab.getByText(EDITED).first().waitFor();
    await page.context().close();
  });
  const { own } = story.suite;
  if (!own) return;
  await story.step('the case folder holds one draft, with the changed sentence in it', async () => {
    const graph = await graphOf(own);
    const drafts = (await graph.filesOf(CASE)).filter(({ name }) => /SEN support plan 2026-1[12]-\d\d\.docx$/.test(name));
    same(drafts.length, 1, 'drafts in the case folder');
    const words = wordsOfDocument(await graph.fileOf(CASE, drafts[0]?.name ?? ''));
    hold(words.includes(EDITED), 'the document in the folder does not hold the changed sentence');
  });
};

/** Fourth leg: Word drafts a plan, a person edits it, saves it back and accepts. */
export const wordLeg = async (story: Story): Promise<void> => {
  const { own } = story.suite;
  const before = own ? exchangesIn(own.graphLog).length : 0;
  const item = await drafting(story);
  if (own) {
    const asked = toGraph(exchangesIn(own.graphLog, before));
    story.tell(`drafting and filing a plan asked Graph ${asked.length} times: ${inShort(asked)}`);
    hold(
      asked.some(({ method, status }) => method === 'PUT' && status < 300),
      'the plan was not filed through Graph',
    );
  }
  await saving(story, item);
  await kept(story);
};

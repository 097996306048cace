import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ONEROSTER } from '#tests/api/roster/sets.ts';
import type { Scene } from '#tests/gallery/screen.ts';
import { prepare, screens } from '#tests/gallery/screens.ts';
import { heldReview } from './held-review.ts';
import { writeSamples } from './samples.ts';
import { Story, type Theme } from './story.ts';
import { startSuite } from './suite.ts';

const pictures = path.resolve(import.meta.dirname, '../../docs/screens');

type Picture = {
  readonly file: string;
  readonly screen: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
};

const PICTURES: readonly Picture[] = [
  { file: 'today-light-1440', screen: 'today', height: 1060 },
  { file: 'caseload-light-1440', screen: 'caseload', height: 900 },
  { file: 'caseload-dark-1440', screen: 'caseload', theme: 'dark', height: 900 },
  { file: 'caseload-contrast-1440', screen: 'caseload', theme: 'contrast', height: 900 },
  { file: 'pupil-light-1440', screen: 'pupil', height: 1060 },
  { file: 'clock-light-1440', screen: 'clock', height: 1060 },
  { file: 'compliance-light-1440', screen: 'compliance', height: 1060 },
  { file: 'way-light-1440', screen: 'pupil-clocks', height: 1060 },
  { file: 'letter-light-1440', screen: 'letter-ar', height: 1000 },
  { file: 'book-light-1440', screen: 'book', height: 1060 },
  { file: 'bot-light', screen: 'bot', width: 1100, height: 820 },
  { file: 'word-light-1440', screen: 'word', height: 1000 },
  { file: 'permissions-light-1440', screen: 'permissions', height: 820 },
  { file: 'start-light-1440', screen: 'start', height: 1000 },
];

const taken = async (
  story: Story,
  scene: Scene,
  { file, screen, theme = 'light', width = 1440, height = 1000 }: Picture,
): Promise<void> => {
  const found = screens.find(({ name }) => name === screen);
  if (!found) throw new Error(`there is no screen named ${screen}`);
  const page = await found.show(story, scene, { theme, width, height });
  // What slides or fades in has come to rest.
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(pictures, `${file}.png`) });
  await page.context().close();
};

/** The preview of a roster: chosen and read, and nothing saved. */
const importPreview = async (story: Story): Promise<void> => {
  const { page, tab } = await story.openTab({ person: 'nadia.rahim', height: 820 }, '/tab/settings/import');
  const wrong = `${ONEROSTER['enrollments.csv']}E3,active,,C1,S1,NOBODY,student,,2026-09-01,2027-07-20\n`;
  const files = Object.entries({ ...ONEROSTER, 'enrollments.csv': wrong });
  await tab
    .getByLabel('Files', { exact: true })
    .setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  await tab.getByRole('heading', { name: 'Check the import' }).waitFor();
  await page.screenshot({ path: path.join(pictures, 'import-light-1440.png') });
  await page.context().close();
};

/** The record beside the video: the panel of 320 pixels, in the middle of the review. */
const sidePanel = async (story: Story, meeting: string): Promise<void> => {
  const { page, tab } = await story.openTab(
    { person: 'ruth.okafor', width: 320, height: 900, sharp: true, sidePanel: true },
    `/tab/meetings/${meeting}`,
  );
  await tab.getByText('Taking notes').waitFor();
  await page.screenshot({ path: path.join(pictures, 'record-light-320.png') });
  await page.context().close();
};

/** Takes the pictures of docs/screens and writes the samples of docs/samples, from a suite of their own. */
export const publish = async (browser: Browser): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  const suite = await startSuite();
  try {
    const story = new Story(suite, browser);
    // Today says what changed since the last visit: it is looked at first, before this run has changed anything.
    const first: Scene = {
      call: async () => {
        throw new Error('not yet');
      },
      callum: '',
      sofia: '',
      jaydon: '',
      ayaan: '',
      review: '',
      plan: '',
    };
    const [today, ...others] = PICTURES;
    if (today) await story.step(`picture: ${today.file}`, () => taken(story, first, today));
    const scene = await prepare(story);
    for (const picture of others) await story.step(`picture: ${picture.file}`, () => taken(story, scene, picture));
    await story.step('picture: import-light-1440', () => importPreview(story));
    const review = await heldReview(story, scene);
    await story.step('picture: record-light-320', () => sidePanel(story, review.meeting));
    await review.finish();
    await story.step('samples: a plan, the minutes and a letter, .docx and PDF', () => writeSamples(suite, scene, review.meeting));
  } finally {
    await suite.stop();
  }
};

/**
 * The main job, told in a real browser against a running suite: a roster comes in, a caseload is read, a review booked and recorded, a
 * plan drafted and saved back. Each step is printed with its time; the first that does not hold ends the story.
 *
 *     npm run journey                                     a suite of its own, with a fresh record, on the story's morning
 *     npm run journey -- --at http://localhost:3978       a suite that runs already from this folder, on the story's morning and not
 *                                                         played on: WAYMARK_LOCAL_NOW=2026-11-23T08:40:00Z npm start
 *     npm run journey -- --publish                        and refreshes docs/screens and docs/samples
 */
import { parseArgs } from 'node:util';
import { startChromium } from '#tests/chromium.ts';
import { accessLeg } from './access-leg.ts';
import { botLeg } from './bot-leg.ts';
import { conformanceLeg } from './conformance-leg.ts';
import { CannotBePlayed } from './found-suite.ts';
import { importLeg } from './import-leg.ts';
import { mondayLeg } from './monday-leg.ts';
import { namesLeg } from './names-leg.ts';
import { publish } from './publish.ts';
import { Story } from './story.ts';
import { type Suite, startSuite, suiteAt } from './suite.ts';
import { tabLeg } from './tab-leg.ts';
import { wordLeg } from './word-leg.ts';

const { values } = parseArgs({ options: { at: { type: 'string' }, publish: { type: 'boolean', default: false } } });

const LEGS = [
  ['A roster comes in', importLeg],
  ['The tab: dates, caseload, pupil', tabLeg],
  ['Monday morning: card, Today, cover, what a teacher says', mondayLeg],
  ['The bot: a review booked and recorded', botLeg],
  ['Word: a plan drafted, changed, saved back', wordLeg],
  ['Who sees what', accessLeg],
  ['Graph', conformanceLeg],
  ['No name where none may be', namesLeg],
] as const;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const begin = async (): Promise<Suite> => {
  const began = performance.now();
  const suite = values.at ? await suiteAt(values.at) : await startSuite();
  console.log(`${suite.own ? 'Waymark started with a fresh record' : 'Waymark found'} at ${suite.address} (${seconds(began)})`);
  return suite;
};

/** Plays every leg; answers whether all held. */
const tell = async (story: Story): Promise<boolean> => {
  try {
    for (const [title, leg] of LEGS) {
      console.log(`\n${title}`);
      await leg(story);
    }
    return true;
  } catch (fault) {
    console.log(`\nThis did not hold: ${fault instanceof Error ? fault.message : String(fault)}`);
    const picture = await story.pictureOfTheEnd();
    if (picture) console.log(`A picture of that moment: ${picture}`);
    return false;
  }
};

/** A suite that cannot be played on is no fault of the story: one sentence, and no story. */
const orSay = (fault: unknown): never => {
  if (!(fault instanceof CannotBePlayed)) throw fault;
  console.log(fault.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
};

const began = performance.now();
const suite = await begin().catch(orSay);
const browser = await startChromium();
const story = new Story(suite, browser);
let held = false;
try {
  held = await tell(story).finally(() => suite.stop());
  console.log(`\nThe journey took ${seconds(began)}.`);
  if (held && values.publish) await publish(browser);
} finally {
  await browser.close();
}
console.log(`${story.held} passed, ${held ? 0 : 1} failed, ${story.leftOut} skipped`);
process.exit(held ? 0 : 1);

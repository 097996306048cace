import Sequencer from '@jest/test-sequencer';

/** Folders whose files start a browser or the whole suite, the longest first. */
const LONG = [
  'tests/tab/record.test',
  'tests/journeys/',
  'tests/server/start',
  'tests/tab/house',
  'tests/tab/case-clocks',
  'tests/tab/looks',
  'tests/tab/caseload',
  'tests/rooms/word-',
  'tests/bot/in-chromium',
  'tests/rooms/',
  'tests/tab/',
  'tests/server/',
];

const place = ({ path }) => {
  const found = LONG.findIndex((start) => path.replaceAll('\\', '/').includes(`/${start}`));
  return found === -1 ? LONG.length : found;
};

/**
 * Jest begins with the files that took longest the last time. In a fresh clone there was no last time, and a long file that is begun last
 * leaves the other processor with nothing to do: those that are known to be long come first.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}

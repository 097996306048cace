import Sequencer from '@jest/test-sequencer';

/** Folders whose files start a browser or the whole suite, the longest first. */
const LONG = [
  'tests/tab/looks',
  'tests/rooms/word-states',
  'tests/journeys/',
  'tests/server/start',
  'tests/rooms/',
  'tests/tab/',
  'tests/bot/in-chromium',
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

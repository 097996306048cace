import type { PaperSize } from './paper-size.ts';
import { cutToLines, linesTaken } from './text-width.ts';

/** What the record holds for a profile, in the order in which it was ranked. `view` is the pupil's own words, whole. */
export type ProfileFacts = {
  readonly liked: readonly string[];
  readonly strengths: readonly string[];
  readonly important: readonly string[];
  readonly strategies: readonly string[];
  readonly ifWrong: readonly string[];
  readonly view: string | null;
};

export type ProfileSection = { readonly heading: string; readonly lines: readonly string[]; readonly none: string };

/** One page; `leftOut` lines found no room on it, `shortened` ones were cut. */
export type OnePageProfile = { readonly sections: readonly ProfileSection[]; readonly leftOut: number; readonly shortened: number };

/** Of the page, in points: 482 wide on both papers; what is left for the sections under the name and above the foot. */
const WIDTH = 482 - 22;
const ROOM = { A4: 600, Letter: 550 } as const;
export const PROFILE_SIZE = 12;
export const PROFILE_LEADING = 16;
const HEADING = 40;
const AFTER_LINE = 4;
const LONGEST = 4;

const unique = (lines: readonly string[]): readonly string[] => [...new Set(lines.map((line) => line.trim()).filter(Boolean))];

const sectionsOf = ({ liked, strengths, important, strategies, ifWrong, view }: ProfileFacts): readonly ProfileSection[] => [
  { heading: 'What people like about me', lines: unique([...liked, ...strengths]), none: 'Nobody has written this down yet.' },
  { heading: 'What matters to me', lines: unique(important), none: 'I have not been asked yet.' },
  ...(view?.trim() ? [{ heading: 'In my own words', lines: [`“${view.trim().replace(/\s+/g, ' ')}”`], none: '' }] : []),
  { heading: 'How to help me', lines: unique(strategies), none: 'Nobody has written this down yet.' },
  ...(ifWrong.length > 0 ? [{ heading: 'If it goes wrong', lines: unique(ifWrong), none: '' }] : []),
];

const heightOf = ({ lines, none }: ProfileSection): number =>
  HEADING +
  (lines.length === 0 ? [none] : lines).reduce(
    (sum, words) => sum + linesTaken(words, WIDTH, PROFILE_SIZE) * PROFILE_LEADING + AFTER_LINE,
    0,
  );

const fits = (sections: readonly ProfileSection[], paper: PaperSize): boolean =>
  sections.reduce((sum, section) => sum + heightOf(section), 0) <= ROOM[paper];

/** The same without the last line of the section that has most; each keeps one. */
const withoutOne = (sections: readonly ProfileSection[]): readonly ProfileSection[] => {
  const longest = sections.reduce((most, section) => (section.lines.length > most.lines.length ? section : most));
  return sections.map((section) => (section === longest ? { ...section, lines: section.lines.slice(0, -1) } : section));
};

const count = (sections: readonly ProfileSection[]): number => sections.reduce((sum, { lines }) => sum + lines.length, 0);

/**
 * A pupil's one-page profile: what people like, what matters, how to help, in the pupil's favour (duty 2 D). It is one page and its type
 * never shrinks: first a line that runs on is cut after its fourth line, then the last lines of the longest section go, and both are counted.
 */
export const onePageProfile = (facts: ProfileFacts, paper: PaperSize): OnePageProfile => {
  const whole = sectionsOf(facts);
  if (fits(whole, paper)) return { sections: whole, leftOut: 0, shortened: 0 };
  let sections = whole.map((section) => ({
    ...section,
    lines: section.lines.map((words) => cutToLines(words, LONGEST, WIDTH, PROFILE_SIZE)),
  })) as readonly ProfileSection[];
  const shortened = whole.flatMap(({ lines }, at) => lines.filter((words, line) => words !== sections[at]?.lines[line])).length;
  while (!fits(sections, paper) && sections.some(({ lines }) => lines.length > 1)) sections = withoutOne(sections);
  return { sections, leftOut: count(whole) - count(sections), shortened };
};

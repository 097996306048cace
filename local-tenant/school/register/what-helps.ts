import type { Provision } from '../casework.ts';
import { COMMUNICATION, LEARNING, SENSORY, SOCIAL } from '../stories/story.ts';

type Measure = {
  readonly words: string;
  readonly area: string;
  readonly measure: string;
  readonly unit: string;
  readonly baseline: number;
  readonly target: number;
};

/** What schools commonly write for a kind of need: difficulties, strengths, what works, how progress is measured, what is given. */
export type Kind = {
  readonly area: string;
  readonly knownAs?: string;
  readonly words: readonly string[];
  readonly strengths: readonly string[];
  readonly strategies: readonly string[];
  /** What to do when it goes wrong, where schools commonly write that down. */
  readonly ifWrong?: string;
  readonly measure: Measure;
  readonly provision: keyof typeof PROVISION;
};

/** SEN types of pupils on SEN Support, about as often as the January census finds them. */
export const NEEDS_OF_SUPPORT = [
  ['SLCN', 30],
  ['SEMH', 23],
  ['MLD', 14],
  ['SPLD', 16],
  ['ASD', 9],
  ['PD', 3],
  ['HI', 2],
  ['VI', 1],
  ['OTH', 2],
] as const;

/** The same of pupils with an EHC plan. */
export const NEEDS_OF_PLANS = [
  ['ASD', 36],
  ['SLCN', 20],
  ['SEMH', 16],
  ['SLD', 8],
  ['MLD', 8],
  ['PD', 6],
  ['HI', 3],
  ['PMLD', 2],
  ['SPLD', 1],
] as const;

export const LANGUAGES = [
  'Urdu',
  'Polish',
  'Arabic',
  'Bengali',
  'Portuguese',
  'Romanian',
  'Somali',
  'Yoruba',
  'Turkish',
  'Punjabi',
  'Vietnamese',
  'Ukrainian',
];

type Given = Pick<Provision<string>, 'what' | 'minutes' | 'timesAWeek' | 'groupSize' | 'place'>;
const given = (what: string, minutes: number, timesAWeek: number, groupSize: number, place: string): Given => ({
  what,
  minutes,
  timesAWeek,
  groupSize,
  place,
});

export const PROVISION = {
  talk: [
    given('Talk partners', 20, 2, 5, 'Talk room'),
    given('Narrative group', 25, 2, 4, 'Library'),
    given('Key words with a picture', 20, 2, 3, 'Base'),
  ],
  calm: [
    given('Check-in and check-out', 10, 5, 1, 'Base'),
    given('Friendship group', 45, 1, 6, 'Base'),
    given('Nurture lunch', 40, 3, 6, 'Base'),
  ],
  reading: [
    given('Precision reading', 10, 4, 1, 'Library'),
    given('Phonics catch-up', 20, 3, 4, 'Talk room'),
    given('Spelling club', 20, 3, 4, 'Library'),
  ],
  number: [given('Maths pre-teach', 30, 2, 5, 'Base'), given('Number counts', 20, 3, 2, 'Library')],
  body: [given('Fine motor group', 15, 3, 3, 'Sensory corner'), given('Touch typing', 20, 3, 4, 'Library')],
} as const satisfies Record<string, readonly Given[]>;

const READING: Measure = {
  words: 'Read 60 words a minute',
  area: 'Reading',
  measure: 'Words read right in a minute',
  unit: 'words a minute',
  baseline: 28,
  target: 60,
};
const TALKING: Measure = {
  words: 'Put up a hand and answer in a sentence, 10 times a week',
  area: 'Talking',
  measure: 'Answers in a sentence a week',
  unit: 'answers',
  baseline: 2,
  target: 10,
};
const CALM: Measure = {
  words: 'Begin lessons on time, 18 of 20',
  area: 'Behaviour for learning',
  measure: 'Lessons begun on time of 20',
  unit: 'of 20',
  baseline: 9,
  target: 18,
};
const NUMBER: Measure = {
  words: 'Answer 30 number facts in three minutes',
  area: 'Number',
  measure: 'Number facts right in three minutes',
  unit: 'facts',
  baseline: 11,
  target: 30,
};
const WRITING: Measure = {
  words: 'Write 50 words in ten minutes',
  area: 'Writing',
  measure: 'Words written in ten minutes',
  unit: 'words',
  baseline: 18,
  target: 50,
};

const KINDS: Readonly<Record<string, Kind>> = {
  SLCN: {
    area: COMMUNICATION,
    measure: TALKING,
    provision: 'talk',
    words: ['Loses the thread of long instructions', 'Finds words late', 'Sounds are hard to follow for those who do not know the child'],
    strengths: ['Listens when there is a picture', 'Good company at lunch'],
    strategies: ['One step at a time', 'Count to seven before helping', 'Partner talk before class talk', 'Show, then tell'],
    ifWrong: 'Say it again in fewer words, with a picture',
  },
  SEMH: {
    area: SOCIAL,
    measure: CALM,
    provision: 'calm',
    words: ['Worry shows as anger', 'Finds the start of the day hard', 'Gives up before starting'],
    strengths: ['Funny, and kind with it', 'Works hard once begun'],
    strategies: ['A job at the door', 'One warning, in private', 'A quiet place that is always open', 'Say what happens next'],
    ifWrong: 'Offer the quiet place once, then give time',
  },
  MLD: {
    area: LEARNING,
    measure: NUMBER,
    provision: 'number',
    words: ['About two years behind in number', 'Needs many turns at a new thing', 'Forgets what was sure last week'],
    strengths: ['Keeps trying', 'Careful with equipment'],
    strategies: ['Counters on the table', 'Same layout each time', 'Let the child show', 'Small parts'],
  },
  SPLD: {
    area: LEARNING,
    knownAs: 'Dyslexia',
    measure: READING,
    provision: 'reading',
    words: ['Reads word by word', 'Spells by sound', 'Copies slowly from the board'],
    strengths: ['Tells a story well', 'Sees how things are built'],
    strategies: [
      'Read the question aloud first',
      'Word bank on the desk',
      'Mark what is said, not how it is spelt',
      'Notes before the lesson',
    ],
    ifWrong: 'Read it with them; writing can wait',
  },
  ASD: {
    area: COMMUNICATION,
    measure: WRITING,
    provision: 'calm',
    words: ['Takes words as they are said', 'Unplanned change causes distress', 'Group work is tiring'],
    strengths: ['Remembers facts', 'Honest', 'On time'],
    strategies: ['Warn of any change', 'Say what you mean', 'A part of one’s own in a group', 'Leave two minutes early'],
    ifWrong: 'Say less, show the plan, give ten minutes',
  },
  PD: {
    area: SENSORY,
    measure: WRITING,
    provision: 'body',
    words: ['Tires with pencil and scissors', 'Stairs take time'],
    strengths: ['Never gives up'],
    strategies: ['Sloping board', 'Laptop for long pieces', 'Rest before it is asked for'],
    ifWrong: 'Stop for the day; the work is done by laptop',
  },
  HI: {
    area: SENSORY,
    measure: TALKING,
    provision: 'talk',
    words: ['Misses talk across a room'],
    strengths: ['Watches closely'],
    strategies: ['Face the child', 'Captions on every film', 'Front, to the left'],
  },
  VI: {
    area: SENSORY,
    measure: READING,
    provision: 'body',
    words: ['Loses the board beyond two metres'],
    strengths: ['Remembers what is heard'],
    strategies: ['18 point paper', 'Name whoever speaks', 'Say what is on the board'],
  },
  SLD: {
    area: LEARNING,
    measure: NUMBER,
    provision: 'number',
    words: ['Learns by doing the same thing many times'],
    strengths: ['Greets everyone by name'],
    strategies: ['Objects before pictures', 'Same words every day', 'One thing at a time'],
  },
  PMLD: {
    area: LEARNING,
    measure: TALKING,
    provision: 'body',
    words: ['Shows with the eyes what is wanted'],
    strengths: ['Laughs at music'],
    strategies: ['Wait ten seconds', 'Say it before you do it'],
  },
  OTH: {
    area: LEARNING,
    measure: WRITING,
    provision: 'reading',
    words: ['Behind for a reason not yet known'],
    strengths: ['Curious'],
    strategies: ['Check what was understood', 'Short pieces, marked at once'],
  },
};

export const needsOf = (code: string): Kind => KINDS[code]!;

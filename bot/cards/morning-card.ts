import type { DueRow, Today } from '#contract/caseload.ts';
import type { Day } from '#domain/calendar/day.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { dueCounts } from '#domain/caseload/today.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  type Element,
  facts,
  fitting,
  heading,
  link,
  moreInWaymark,
  plain,
  quiet,
  row,
  small,
  text,
} from './card.ts';
import { stepButton, type TabLink } from './step-button.ts';
import { urgencyColour } from './urgency.ts';

type Around = {
  /** Contributions the reader is asked for. */
  readonly asked: number;
  readonly dayWords: (day: Day) => string;
  readonly timeZone: string;
  readonly tabLink: TabLink;
  /** The time at which this card comes by itself; null where it does not. */
  readonly comes: string | null;
  readonly at: string;
  readonly notice?: string | undefined;
};

/** Most changes and meetings on the card; the tab has the rest. */
const MOST = 3;

/**
 * A person's day on one card: the counts of the page, what is nearest with its one step, in the page's order, what changed, the week's meetings. The page and this
 * card count with the same function over the same rows. Only for a private chat; the summary, which a notification shows, names nobody.
 */
export const morningCard = (today: Today, around: Around): Card => {
  const counts = dueCounts(today.rows, today.today);
  return fitting(
    today.rows,
    (rows, left) =>
      card(`Today. ${today.sentence}`, [
        ...(around.notice ? [container([text(plain(around.notice))], { style: 'emphasis' })] : []),
        heading(`Today, ${around.dayWords(today.today)}`),
        quiet(plain(today.sentence)),
        facts(
          ['Everyone', String(counts.everyone)],
          ['Mine', String(counts.mine)],
          ['Waiting on others', String(counts.waiting)],
          ...counts.groups.filter(({ count }) => count > 0).map(({ title, count }) => [title, String(count)] as const),
        ),
        ...rows.map((due) => rowOf(due, around)),
        ...moreInWaymark(left),
        ...changesOf(today),
        ...meetingsOf(today, around),
        ...askedOf(today, around),
        buttons(
          link('Open Today', around.tabLink({ page: 'today' })),
          around.comes
            ? button('Stop this morning card', { verb: 'morning-card', on: false })
            : button(`Send me this at ${around.at}`, { verb: 'morning-card', on: true }),
        ),
      ]),
    6,
  );
};

const rowOf = (due: DueRow, { dayWords, tabLink }: Around): Element => {
  const step = stepButton(due, tabLink);
  return row(
    [
      text(`${dayWords(due.due)}, ${due.daysWords}`, { size: 'small', ...urgencyColour(due.urgency) }),
      text(`**${plain(due.pupil ? `${due.pupil.name}: ${due.title}` : due.title)}**`, { spacing: 'none' }),
      small(plain(`${due.owner.words} · ${due.why}`)),
    ],
    step ? [buttons(step)] : [],
  );
};

const part = (title: string, lines: readonly string[]): Element[] => [
  text(`**${title}**`, { spacing: 'medium' }),
  ...lines.map((line) => small(plain(line))),
];

const changesOf = ({ changes }: Today): Element[] => {
  const more = changes.length - MOST;
  return changes.length === 0
    ? []
    : part(`Changed since you looked: ${changes.length}`, [
        ...changes.slice(0, MOST).map(({ words }) => words),
        ...(more > 0 ? [`${more} more in Waymark`] : []),
      ]);
};

const meetingsOf = ({ meetings }: Today, { dayWords, timeZone }: Around): Element[] =>
  meetings.length === 0
    ? []
    : part(
        `Meetings this week: ${meetings.length}`,
        meetings.slice(0, MOST).map(({ startsAt, title, pupil, readiness }) => {
          const { day, time } = localTimeOf(startsAt, timeZone);
          return `${dayWords(day)} ${time}, ${title}, ${pupil.name}: ${readiness}`;
        }),
      );

/** What waits for the reader's own answer: questions of colleagues, strategies not read as they stand. */
const askedOf = ({ taught }: Today, { asked }: Around): Element[] => {
  const words = [
    ...(asked > 0 ? [countWords(asked, 'contribution')] : []),
    ...(taught.toRead > 0 ? [`what helps ${countWords(taught.toRead, 'pupil')}`] : []),
  ];
  return words.length === 0
    ? []
    : [
        ...part('Asked of you', [words.join(', ')]),
        buttons(asked > 0 && button('Answer', { verb: 'asked' }), taught.toRead > 0 && button('Read what helps', { verb: 'strategies' })),
      ];
};

import type { Entry } from '#contract/record.ts';
import { addDays, type Day, mondayOf } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { choiceWords, numberIn, textIn } from '#domain/record/kind.ts';
import { NOT_DELIVERED } from '#domain/record/kinds/session.ts';
import { useReach } from '../../kit/reach.ts';

const WEEKS = 6;

type Week = {
  readonly monday: Day;
  readonly planned: number;
  readonly delivered: number;
  /** Of what was planned, what is still to come: it is not missed yet. */
  readonly toCome: number;
  readonly reasons: readonly string[];
};

/** Minutes of the last weeks, the newest first: planned, delivered, and why the rest was not. Only logged sessions count. */
export const weeksOf = (sessions: readonly Entry[], today: Day): readonly Week[] =>
  Array.from({ length: WEEKS }, (_, back) => addDays(mondayOf(today), -7 * back)).flatMap((monday) => {
    const here = sessions.filter(({ values }) => mondayOf(textIn(values, 'on') as Day) === monday);
    if (!here.length) return [];
    const sum = (of: (entry: Entry) => number | null) => here.reduce((all, entry) => all + (of(entry) ?? 0), 0);
    const reasons = new Map<string, number>();
    for (const { values } of here)
      if (values.state === 'not-delivered') {
        const why = choiceWords(NOT_DELIVERED, values.whyNot).toLowerCase();
        reasons.set(why, (reasons.get(why) ?? 0) + 1);
      }
    const plannedIn = ({ values }: Entry) => numberIn(values, 'planned') ?? numberIn(values, 'minutes');
    return [
      {
        monday,
        planned: sum(plannedIn),
        toCome: sum((entry) => (entry.values.state === 'planned' && textIn(entry.values, 'on') >= today ? plannedIn(entry) : 0)),
        delivered: sum(({ values }) => (values.state === 'delivered' ? numberIn(values, 'minutes') : 0)),
        reasons: [...reasons].map(([why, times]) => (times === 1 ? why : `${why}, ${times} times`)),
      },
    ];
  });

/** The delivery board of one pupil: planned against delivered minutes by week, each gap with its reason. */
export const Delivered = ({ sessions }: { sessions: readonly Entry[] }) => {
  const { me } = useReach();
  const weeks = weeksOf(sessions, me.today);
  if (!weeks.length) return null;
  return (
    // Where the table is wider than its place it scrolls, and must be reached by keys to do so.
    <section className="record-scroll" aria-label="Minutes by week" {...{ tabIndex: 0 }}>
      <table className="pupil-numbers record-delivered">
        <caption className="wm-hidden">Minutes by week, from logged sessions only</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Planned</th>
            <th scope="col">Delivered</th>
            <th scope="col">Not delivered, because</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, planned, delivered, toCome, reasons }) => (
            <tr key={monday}>
              <th scope="row">{dayWords(monday, me.today)}</th>
              <td>{planned} min</td>
              <td className={delivered + toCome < planned ? 'wm-strong' : ''}>
                {delivered === 0 && toCome === planned && planned > 0 ? 'still to come' : `${delivered} min`}
              </td>
              <td>{reasons.join(' · ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

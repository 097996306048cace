import { Button } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import type { Compliance, PeriodKind, Side } from '#contract/compliance.ts';
import { isWithin } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, changeTyped, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { Empty } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useWidth } from '../kit/use-width.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { Chart, Legend, WeekList } from './chart.tsx';
import { ClockTable } from './clock-table.tsx';
import './compliance.css';
import { ExamDates } from './exam-dates.tsx';
import { Narrow } from './narrow.tsx';
import { ExportRows, TakeOut } from './take-out.tsx';
import { type Column, rowsOf, rowsTitle, sideTitle, type View, viewOf } from './view.ts';

const periods = { term: 'Term', month: 'Month', year: 'School year' } as const;

/** Every clock of both sides over a term: what was kept, what comes, and where the load is. */
export const CompliancePage = () => {
  const { query } = usePlace();
  const named = query.get('period');
  const period: PeriodKind = named === 'month' || named === 'year' ? named : 'term';
  const asked = useAnswer('compliance', undefined, { period });
  return (
    <WholePage title="Compliance" asked={asked}>
      {(compliance, stale) => <Shown compliance={compliance} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

const showEverything = () => {
  changeQuery({ rule: '', stage: '', state: '', side: '', week: '', all: '1' });
  changeTyped('');
};

const chooseColumn = (column: Column | null) => changeQuery({ week: column?.from ?? '' });

const Shown = ({ compliance, stale, again }: { compliance: Compliance; stale: boolean; again: () => void }) => {
  const place = usePlace();
  const width = useWidth();
  const view = viewOf(place, compliance);
  const columns = width === 'middle' ? around(compliance) : compliance.period.columns;
  const sides = view.side ? compliance.sides.filter(({ side }) => side === view.side) : compliance.sides;
  const shown = { ...compliance, sides };
  const Drawn = width === 'narrow' ? WeekList : Chart;
  return (
    <div className="wm-page">
      <PageHeader
        title="Compliance"
        aside={compliance.sentence}
        end={
          <Tabs
            label="Over how long"
            value={compliance.period.kind}
            options={(Object.keys(periods) as PeriodKind[]).map((value) => ({ value, words: periods[value] }))}
            onChoose={(value) => changeQuery({ period: value === 'term' ? '' : value, week: '' })}
          />
        }
      />
      <div className="compliance-head">
        <SideTabs compliance={compliance} side={view.side} />
        {stale ? null : <TakeOut />}
      </div>
      <section className="wm-section" aria-label="Clocks over time">
        <Drawn compliance={shown} columns={columns} chosen={view.column} onChoose={chooseColumn} />
        {width === 'narrow' ? null : <Legend />}
      </section>
      <Notes compliance={compliance} />
      <Rows compliance={compliance} view={view} stale={stale} again={again} />
      <ExamDates dates={compliance.examDates} />
      <p>
        <PageLink to="/tab/dates">Dates that people argue about, explained</PageLink>
      </p>
    </div>
  );
};

/** Eight weeks around this one, where there is no room for all. */
const around = ({ period, today }: Compliance): readonly Column[] => {
  const now = period.columns.findIndex((column) => isWithin(today, column));
  const from = Math.max(0, Math.min(now - 3, period.columns.length - 8));
  return period.columns.slice(from, from + 8);
};

const SideTabs = ({ compliance: { sides }, side }: { compliance: Compliance; side: Side | null }) => {
  const { me } = useReach();
  const all = sides.reduce((sum, { open }) => sum + open, 0);
  return (
    <Tabs
      label="Whose clocks"
      className="compliance-sides"
      value={side ?? 'both'}
      options={[
        { value: 'both' as const, words: `Both sides ${all}` },
        ...sides.map((one) => ({ value: one.side, words: `${sideTitle(one.side, me.organisation.jurisdiction)} ${one.open}` })),
      ]}
      onChoose={(value) => changeQuery({ side: value === 'both' ? '' : value })}
    />
  );
};

const Notes = ({ compliance: { notes, period } }: { compliance: Compliance }) => (
  <div className="compliance-notes">
    {notes.map((note) => (
      <section key={note.title} className="wm-section compliance-note">
        <div>
          <h2>{note.title}</h2>
          <p className="wm-second">{note.words}</p>
        </div>
        {note.column ? (
          <Button
            size="small"
            onClick={() => chooseColumn(period.columns.find(({ from }) => from === note.column) ?? null)}
            aria-label={`See them: ${note.title}`}
          >
            See them
          </Button>
        ) : null}
      </section>
    ))}
  </div>
);

const Rows = ({ compliance, view, stale, again }: { compliance: Compliance; view: View; stale: boolean; again: () => void }) => {
  const rows = rowsOf(compliance, view);
  const all = compliance.clocks.length;
  const whole = view.all || view.column !== null;
  return (
    <Section
      title={rowsTitle(compliance, view)}
      aside={`${rows.length} of ${all}`}
      className="compliance-rows"
      end={
        <span className="compliance-narrow">
          <Narrow compliance={compliance} view={view} />
          <Button size="small" appearance="subtle" onClick={() => changeQuery(whole ? { all: '', week: '' } : { all: '1' })}>
            {whole ? 'Late and soon only' : 'Show all'}
          </Button>
        </span>
      }
    >
      {rows.length > 0 ? (
        <ClockTable rows={rows} stale={stale} again={again} />
      ) : (
        <Empty
          title={all === 0 ? 'No clock runs yet' : 'No clock fits'}
          end={
            all > 0 ? (
              <Button size="small" onClick={showEverything}>
                Show every clock
              </Button>
            ) : null
          }
        >
          {all === 0 ? 'Clocks start with what happens in a case: a request, a review, a plan.' : 'Nothing here is late or due soon.'}
        </Empty>
      )}
      {stale || rows.length === 0 ? null : <ExportRows rows={rows} period={compliance.period.kind} />}
      <Counted compliance={compliance} />
    </Section>
  );
};

const Counted = ({ compliance: { countedAt, today } }: { compliance: Compliance }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  const day = dayAt(countedAt, zone);
  return (
    <p className="wm-foot">
      <ClockRegular aria-hidden />
      <span>
        Counted at {clockTime(countedAt, zone)} {day === today ? 'today' : `on ${dayWords(day, today)}`}. Open any date to see the rule and
        the count.
      </span>
    </p>
  );
};

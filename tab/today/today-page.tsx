import { Button } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { lazy, Suspense } from 'react';
import type { Today } from '#contract/caseload.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import { ExportList } from '../kit/export-list.tsx';
import { usePageKeys } from '../kit/keys.ts';
import { clockTime, dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { changeQuery, go, usePlace } from '../kit/place.ts';
import { type Reach, useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { Empty, FailedBar } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { Together, Waiting } from '../kit/together.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useWidth } from '../kit/use-width.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { DueList } from './due-list.tsx';
import { firstLateMine, grouped, rowsOf, type Whose, whoseOf } from './groups.ts';
import { Changes, MeetingsThisWeek, Taught } from './side.tsx';
import './today.css';
import { useStep } from './use-step.ts';

const ServiceLine = lazy(() => import('./service-line.tsx').then((module) => ({ default: module.ServiceLine })));
const AskedOfYou = lazy(() => import('./asked-of-you.tsx').then((module) => ({ default: module.AskedOfYou })));

/** What is due, from whom, and what changed since the reader last looked. */
export const TodayPage = () => {
  const asked = useAnswer('today');
  return (
    <WholePage title="Today" asked={asked}>
      {(today, stale) => <Shown today={today} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

/** Who is told on Today that something is wrong with the service. */
const answersForService = (roles: Reach['me']['roles']): boolean => roles.includes('coordinator') || roles.includes('leader');

const choose = (whose: Whose) => changeQuery({ whose: whose === 'everyone' ? '' : whose });

const Shown = ({ today, stale, again }: { today: Today; stale: boolean; again: () => void }) => {
  const { query } = usePlace();
  const { roles } = useReach().me;
  const narrow = useWidth() === 'narrow';
  const whose = whoseOf(query.get('whose'));
  const { press, failed, busy } = useStep(again);
  const { announce } = useReach();
  const chooseByKey = (to: Whose) => {
    choose(to);
    announce(`${WHOSE[to]}: ${countWords(rowsOf(today.rows, to).length, 'thing')} due`);
  };
  usePageKeys({ '1': () => chooseByKey('everyone'), '2': () => chooseByKey('mine'), '3': () => chooseByKey('waiting') });
  const rows = rowsOf(today.rows, whose);
  const words = dayWords(today.today, today.today);
  return (
    <div className="wm-page">
      <PageHeader
        title={narrow ? words : `Today, ${words}`}
        aside={today.sentence}
        end={
          <>
            <WhoseTabs today={today} whose={whose} />
            <ExportList of="Today" what="today" />
          </>
        }
      />
      {answersForService(roles) ? (
        <Suspense fallback={null}>
          <ServiceLine />
        </Suspense>
      ) : null}
      <div className="wm-two">
        <section className="wm-section" aria-label="What is due">
          {failed ? <FailedBar failed={failed} /> : null}
          {rows.length ? (
            <DueList groups={grouped(rows, today.today)} primary={firstLateMine(rows)?.id} busy={busy} stale={stale} onStep={press} />
          ) : (
            <NothingDue today={today} whose={whose} />
          )}
          {rows.length && today.clocks.count > 0 ? (
            <p className="wm-foot">
              <ClockRegular aria-hidden />
              <Counted today={today} />
            </p>
          ) : null}
        </section>
        <div className="wm-stack">
          <Together>
            <Suspense fallback={<Waiting />}>
              <AskedOfYou listed={today.rows} />
            </Suspense>
            <Taught today={today} />
            <Changes today={today} stale={stale} />
            <MeetingsThisWeek today={today} />
          </Together>
        </div>
      </div>
    </div>
  );
};

const WHOSE: Readonly<Record<Whose, string>> = { everyone: 'Everyone', mine: 'Mine', waiting: 'Waiting on others' };

const WhoseTabs = ({ today, whose }: { today: Today; whose: Whose }) => {
  const options = (['everyone', 'mine', 'waiting'] as const).map((value) => ({
    value,
    words: `${WHOSE[value]} ${rowsOf(today.rows, value).length}`,
  }));
  return <Tabs label="Whose work" value={whose} options={options} onChoose={choose} />;
};

const countedAtWords = ({ clocks, today }: Today, { me }: Reach): string => {
  const zone = me.organisation.timeZone;
  const day = dayAt(clocks.countedAt, zone);
  return `${clockTime(clocks.countedAt, zone)} ${day === today ? 'today' : `on ${dayWords(day, today)}`}`;
};

/** The proof that a short list is short: how many clocks were counted, and when. */
const Counted = ({ today }: { today: Today }) => {
  const reach = useReach();
  return (
    <span>
      {counted(today.clocks.count, 'clock')} for {counted(today.clocks.pupils, 'pupil')}, counted at {countedAtWords(today, reach)}. Open
      any date to see the rule and the count.
    </span>
  );
};

const NothingDue = ({ today, whose }: { today: Today; whose: Whose }) => {
  const reach = useReach();
  const waiting = rowsOf(today.rows, 'waiting').length;
  const from = whose === 'waiting' ? 'others' : 'you';
  return (
    <Empty
      icon={<CheckmarkCircleFilled className="today-done" aria-hidden />}
      title={`Nothing is due from ${from} in the next 14 days`}
      end={
        <>
          {whose === 'mine' && waiting ? (
            <Button size="small" appearance="primary" onClick={() => choose('waiting')}>
              See what waits on others
            </Button>
          ) : null}
          {today.taught.toRead > 0 ? (
            <Button size="small" appearance="primary" onClick={() => go('/tab/classes/mine')}>
              Read what helps my pupils
            </Button>
          ) : null}
          <Button size="small" onClick={() => go('/tab/caseload')}>
            Open caseload
          </Button>
        </>
      }
    >
      {today.clocks.count === 0
        ? 'What a meeting gives you to do, and what you promise a family, stands here with its day.'
        : `All ${counted(today.clocks.count, 'clock')} were counted at ${countedAtWords(today, reach)}.`}
      {whose === 'mine' && waiting ? ` ${waiting === 1 ? '1 thing waits' : `${waiting} things wait`} on others.` : ''}
    </Empty>
  );
};

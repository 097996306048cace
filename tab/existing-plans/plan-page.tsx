import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ExistingPlan, PlanLine } from '#contract/existing-plans.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { Bar, Empty, FailedBar } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useWidth } from '../kit/use-width.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { IntoForce } from './into-force.tsx';
import { LineCard } from './line-card.tsx';
import { NotTaken } from './not-taken.tsx';
import { PageSide } from './page-side.tsx';
import { type Settling, useSettling } from './use-settling.ts';
import { WhosePlan } from './whose-plan.tsx';
import { countsWords, planTitle } from './words.ts';
import './existing-plans.css';

/** One plan beside its own page: each line is confirmed, changed or left out by a person. */
export const ExistingPlanPage = ({ id }: { id: string }) => {
  const asked = useAnswer('existingPlan', { plan: id });
  return (
    <WholePage title="Plan" asked={asked}>
      {(plan, stale) => <Shown plan={plan} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

type View = 'page' | 'to-do' | 'all' | 'not-taken';

const inView = (view: View, lines: readonly PlanLine[], page: number): readonly PlanLine[] =>
  view === 'to-do' ? lines.filter(({ state }) => state === 'found') : view === 'page' ? lines.filter((line) => line.page === page) : lines;

const Shown = ({ plan, stale, again }: { plan: ExistingPlan; stale: boolean; again: () => void }) => {
  const settling = useSettling(plan, again);
  const width = useWidth();
  const [view, setView] = useState<View>(plan.form === 'pdf' ? 'page' : 'all');
  const first = plan.lines.find(({ state }) => state === 'found') ?? plan.lines[0];
  const [current, setCurrent] = useState<string | null>(first?.id ?? null);
  const [page, setPage] = useState(first?.page ?? 1);
  const [showing, setShowing] = useState(false);
  const shut = stale || plan.state === 'in-force';
  const lines = inView(view, plan.lines, page);
  const choose = (line: string) => {
    setCurrent(line);
    setPage(plan.lines.find(({ id }) => id === line)?.page ?? page);
  };
  const beside = width !== 'narrow' || showing;
  return (
    <div className="wm-page">
      <Head plan={plan} settling={settling} />
      {settling.failed ? <FailedBar failed={settling.failed} again={again} words="Look again" /> : null}
      {plan.state === 'in-force' ? (
        <Bar urgency="info">
          This plan is in force. <PageLink to={`/tab/pupil/${plan.pupil?.id}`}>Open {plan.pupil?.name}’s record</PageLink>
          {plan.neighbours.after ? (
            <>
              {' '}
              or <PageLink to={`/tab/plans/${plan.neighbours.after}`}>go on with plan {plan.neighbours.place + 1}</PageLink>
            </>
          ) : null}
        </Bar>
      ) : null}
      {plan.pupil ? null : <WhosePlan plan={plan} settling={settling} />}
      <div className="plan-two">
        {beside ? <PageSide plan={plan} page={page} current={current} onPage={setPage} onLine={choose} /> : null}
        <div className="wm-stack">
          <section className="wm-section" aria-label="Lines found">
            <div className="plan-views">
              <Tabs label="Which lines" value={view} options={viewsOf(plan, page)} onChoose={setView} />
              {width === 'narrow' ? (
                <Button size="small" onClick={() => setShowing(!showing)}>
                  {showing ? 'Hide the passage' : 'Show the passage'}
                </Button>
              ) : null}
              <span className="wm-second plan-saved">{settling.saved ? `Saved ${settling.saved}` : ''}</span>
            </div>
            {view === 'not-taken' ? (
              <NotTaken plan={plan} settling={settling} shut={shut || !plan.pupil} onLook={setPage} />
            ) : (
              <Lines plan={plan} lines={lines} current={current} shut={shut || !plan.pupil} settling={settling} onCurrent={choose} />
            )}
            <p className="wm-foot">
              Words are the plan’s own; numbers are only read where they stand in it. “Not taken” holds every sentence no line was made
              from.
            </p>
          </section>
          {plan.state === 'open' ? <IntoForce key={`${plan.kind}/${plan.dated}`} plan={plan} settling={settling} /> : null}
        </div>
      </div>
    </div>
  );
};

const viewsOf = (plan: ExistingPlan, page: number): readonly { value: View; words: string }[] => [
  ...(plan.form === 'pdf' ? [{ value: 'page' as const, words: `Page ${page}` }] : []),
  { value: 'to-do', words: `To do ${plan.counts.toDo}` },
  { value: 'all', words: `All ${plan.counts.found}` },
  { value: 'not-taken', words: `Not taken ${plan.notTaken.length}` },
];

const Head = ({ plan, settling }: { plan: ExistingPlan; settling: Settling }) => {
  const { before, after, place, of } = plan.neighbours;
  return (
    <PageHeader
      title={planTitle(plan)}
      windowTitle="Plan"
      path={
        <>
          <PageLink to="/tab/plans">Bring in plans</PageLink>
          {place > 0 ? ` / ${place} of ${of}` : ''}
        </>
      }
      below={[countsWords(plan), plan.state === 'open' && 'nothing counts until you confirm it', plan.whyPupil].filter(Boolean).join(' · ')}
      end={
        <span className="plan-turn">
          {plan.state === 'open' && plan.counts.confirmed === 0 ? (
            <Button
              size="small"
              appearance="transparent"
              disabled={settling.busy}
              onClick={async () => (await settling.takeAway()) && go('/tab/plans', { replace: true })}
            >
              Take off the list
            </Button>
          ) : null}
          {before ? <PageLink to={`/tab/plans/${before}`}>← Plan {place - 1}</PageLink> : null}
          {after ? <PageLink to={`/tab/plans/${after}`}>Plan {place + 1} →</PageLink> : null}
        </span>
      }
    />
  );
};

type LinesProps = {
  plan: ExistingPlan;
  lines: readonly PlanLine[];
  current: string | null;
  shut: boolean;
  settling: Settling;
  onCurrent: (line: string) => void;
};

/** Sections of which every open line is on the list in front of the reader: those, and no others, can be confirmed at once. */
const Lines = ({ plan, lines, current, shut, settling, onCurrent }: LinesProps) => {
  const codes = useMemo(() => new Map(plan.codes.map(({ code, words }) => [code, words])), [plan.codes]);
  const moving = useRef(false);
  useEffect(() => {
    if (!moving.current || !current) return;
    moving.current = false;
    document.getElementById(`line-${current}`)?.focus();
  });
  const numbers = useMemo(() => new Map(plan.lines.map(({ id }, index) => [id, index + 1])), [plan.lines]);
  if (plan.lines.length === 0)
    return (
      <Empty title="No line was found in this plan">
        Its headings were not understood. Under “Not taken” each sentence can be made a need, an outcome or provision by hand.
      </Empty>
    );
  if (lines.length === 0) return <Empty title="Nothing here is to do" />;
  const all = [...plan.lines];
  const move = (from: string, by: 1 | -1) => {
    const at = all.findIndex(({ id }) => id === from);
    const next = all[at + by];
    if (!next) return;
    moving.current = true;
    onCurrent(next.id);
  };
  return (
    <>
      <ol className="plan-lines">
        {lines.map((line) => (
          <LineCard
            key={line.id}
            plan={plan}
            line={line}
            number={numbers.get(line.id) ?? 0}
            current={line.id === current}
            shut={shut || settling.busy}
            codes={codes}
            onCurrent={() => onCurrent(line.id)}
            onMove={(by) => move(line.id, by)}
            onDecide={(state, values) => settling.settle([{ line, state, ...(values ? { values } : {}) }])}
          />
        ))}
      </ol>
      {shut ? null : <WholeSection plan={plan} lines={lines} settling={settling} />}
    </>
  );
};

const WholeSection = ({ plan, lines, settling }: { plan: ExistingPlan; lines: readonly PlanLine[]; settling: Settling }) => {
  const places = [...new Set(lines.map(({ place }) => place))];
  const whole = places.flatMap((place) => {
    const open = plan.lines.filter((line) => line.place === place && line.state === 'found');
    const seen = open.every((line) => lines.some(({ id }) => id === line.id));
    const typed = open.every((line) => line.kind !== 'need' || line.values.code !== null);
    return open.length > 1 && seen && typed ? [{ place, open }] : [];
  });
  if (whole.length === 0) return null;
  return (
    <p className="wm-foot">
      {whole.map(({ place, open }) => (
        <Button
          key={place}
          size="small"
          disabled={settling.busy}
          onClick={() => void settling.settle(open.map((line) => ({ line, state: 'confirmed' as const })))}
        >
          Confirm all {open.length} lines of {place}
        </Button>
      ))}
    </p>
  );
};

import { Button } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { type DragEvent, useRef, useState } from 'react';
import type { ExistingPlanSummary, ExistingPlans } from '#contract/existing-plans.ts';
import { ExportList } from '../kit/export-list.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { counted } from '../kit/stage-words.ts';
import { Bar, Empty } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { InFolders } from './in-folders.tsx';
import { type Coming, useBringing } from './use-bringing.ts';
import { countsWords, planTitle, standingWords } from './words.ts';
import './existing-plans.css';

/** Bring in plans: choose files, see how far each has come, go on where one stopped. */
export const PlansPage = () => {
  const asked = useAnswer('existingPlans');
  return (
    <WholePage title="Bring in plans" asked={asked}>
      {(answer) => <Shown plans={answer.plans} again={asked.again} />}
    </WholePage>
  );
};

const asideOf = (plans: ExistingPlans['plans']): string => {
  if (plans.length === 0) return 'EHC plans, IEPs and support plans that others wrote';
  const done = plans.filter(({ state }) => state === 'in-force').length;
  const toDo = plans.reduce((sum, { counts, state }) => sum + (state === 'open' ? counts.toDo : 0), 0);
  const so = `${done} of ${counted(plans.length, 'plan')} in force`;
  return toDo > 0 ? `${so} · ${counted(toDo, 'line')} to do · nothing counts until you confirm it` : so;
};

const Shown = ({ plans, again }: { plans: ExistingPlans['plans']; again: () => void }) => {
  const bringing = useBringing(again);
  const [looking, setLooking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const next = plans.find(({ state, pupil, counts }) => state === 'open' && (!pupil || counts.toDo > 0));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (!bringing.busy) void bringing.files([...event.dataTransfer.files]);
  };
  return (
    <div className="wm-page">
      <PageHeader
        title="Bring in plans"
        aside={asideOf(plans)}
        end={
          <>
            {next ? (
              <PageLink to={`/tab/plans/${next.id}`} className="plans-go-on">
                Go on where you stopped
              </PageLink>
            ) : null}
            {plans.length ? <ExportList of="plans brought in" what="existing-plans" /> : null}
          </>
        }
      />
      <section className="wm-section plans-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop} aria-label="Choose files">
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".pdf,.docx"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            if (chosen.length) void bringing.files(chosen);
          }}
        />
        <Button
          size="small"
          appearance={next ? 'secondary' : 'primary'}
          icon={<ArrowUploadRegular />}
          disabled={bringing.busy}
          onClick={() => input.current?.click()}
        >
          Choose files
        </Button>
        <Button size="small" disabled={bringing.busy} onClick={() => setLooking(true)}>
          Look in the case folders
        </Button>
        <span className="wm-second">
          Word (.docx) or PDF with text, several at once, up to 25 MB and 120 pages each. Or drop them here.
        </span>
      </section>
      {looking ? (
        <InFolders
          onClose={() => setLooking(false)}
          onBring={(files) => {
            setLooking(false);
            void bringing.fromFolders(files);
          }}
        />
      ) : null}
      <OnTheWay coming={bringing.coming} onForget={bringing.forget} />
      {plans.length > 0 ? <List plans={plans} /> : bringing.busy ? null : <None />}
    </div>
  );
};

const None = () => (
  <section className="wm-section">
    <Empty title="No plan brought in yet">
      Needs, outcomes and provision are found in each plan and shown beside its own page. You confirm them line by line.
    </Empty>
  </section>
);

const OnTheWay = ({ coming, onForget }: { coming: readonly Coming[]; onForget: () => void }) => {
  if (coming.length === 0) return null;
  const failed = coming.filter(({ state }) => state === 'failed');
  const done = coming.filter(({ state, why }) => state === 'failed' || why === 'read').length;
  const now = coming.find(({ state }) => state === 'reading');
  return (
    <section className="wm-section" aria-label="Files on their way in">
      {now ? (
        <p className="plans-reading" role="status">
          Reading {done + 1} of {coming.length}: {now.name}
        </p>
      ) : null}
      {failed.map(({ name, why }) => (
        <Bar key={name} urgency="near">
          <strong>{name}</strong> {why}
        </Bar>
      ))}
      {!now && failed.length > 0 ? (
        <p className="wm-foot">
          The other files were read.{' '}
          <Button size="small" onClick={onForget}>
            Understood
          </Button>
        </p>
      ) : null}
    </section>
  );
};

const List = ({ plans }: { plans: readonly ExistingPlanSummary[] }) => (
  <section className="wm-section" aria-label="Plans">
    <ol className="wm-list">
      {plans.map((plan) => (
        <li key={plan.id} className="plans-row">
          <div className="plans-row-words">
            <PageLink to={`/tab/plans/${plan.id}`} className="wm-strong">
              {planTitle(plan)}
            </PageLink>
            <span className="wm-second">{plan.name}</span>
          </div>
          <span className="wm-second plans-row-counts">{countsWords(plan)}</span>
          <span className={plan.state === 'in-force' ? 'plans-standing' : 'plans-standing wm-strong'}>{standingWords(plan)}</span>
        </li>
      ))}
    </ol>
  </section>
);

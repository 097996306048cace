import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, Suspense, useState } from 'react';
import type { GuidanceEntry, GuidancePage as Page } from '#contract/guidance.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { GUIDANCE, GUIDANCE_KINDS, type GuidanceKindName } from '#domain/guidance/kinds.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './guidance.css';
import { Library } from './library.tsx';
import { Plans } from './plans.tsx';

const EntryDialog = lazy(() => import('./entry-dialog.tsx').then((module) => ({ default: module.EntryDialog })));
const HistoryDialog = lazy(() => import('./history-dialog.tsx').then((module) => ({ default: module.HistoryDialog })));

/** Strategies by barrier, and what colleagues plan with them; nothing here is about one pupil. */
export const GuidancePage = () => {
  const asked = useAnswer('guidance');
  return (
    <WholePage title="Guidance" asked={asked}>
      {(page, stale) => <Shown page={page} stale={stale} />}
    </WholePage>
  );
};

/** What stands open over the page: a new entry of a kind, one to change, the history of one. */
export type Over = { readonly add: GuidanceKindName } | { readonly change: GuidanceEntry } | { readonly history: GuidanceEntry };

const Shown = ({ page, stale }: { page: Page; stale: boolean }) => {
  const { query } = usePlace();
  const asked = query.get('tab');
  const part = GUIDANCE_KINDS.find((kind) => kind === asked) ?? 'strategy';
  const [over, setOver] = useState<Over | null>(null);
  const mayAdd = part === 'strategy' ? page.mayKeepStrategies : page.mayPlan;
  const options = GUIDANCE_KINDS.map((value) => ({ value, words: GUIDANCE[value].titles }));
  return (
    <div className="wm-page">
      <PageHeader
        title="Guidance"
        path={<PageLink to="/tab/classes">Classes</PageLink>}
        aside={`${countWords(page.library.length, 'strategy', 'strategies')}, by what makes learning hard`}
        end={
          mayAdd ? (
            <Button size="small" icon={<AddRegular />} disabled={stale} onClick={() => setOver({ add: part })}>
              Add {GUIDANCE[part].title.toLowerCase()}
            </Button>
          ) : null
        }
      />
      <Tabs
        label="Parts of guidance"
        value={part}
        options={options}
        className="guidance-tabs"
        onChoose={(value) => changeQuery({ tab: value === 'strategy' ? '' : value })}
      />
      {part === 'strategy' ? (
        <Library page={page} stale={stale} onOver={setOver} />
      ) : (
        <Plans key={part} page={page} kind={part} stale={stale} onOver={setOver} />
      )}
      <Suspense fallback={null}>
        {over && 'history' in over ? (
          <HistoryDialog entry={over.history} onClose={() => setOver(null)} />
        ) : over ? (
          <EntryDialog
            kind={'add' in over ? over.add : over.change.kind}
            entry={'change' in over ? over.change : null}
            classes={page.classes}
            onClose={() => setOver(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
};

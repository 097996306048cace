import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Caseload } from '#contract/caseload.ts';
import type { SavedView, ViewSaved } from '#contract/caseload-work.ts';
import { changeQuery, changeTyped, go, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { counted, stageWords } from '../kit/stage-words.ts';
import { Bar } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { type Order, orderWords } from './columns.tsx';
import { filtersOf, inUse } from './filters.ts';
import { addressOf, differs, pupilsIn, wordsOf } from './saved-views.ts';
import { rowsOf, type ViewName } from './views.ts';

const ToldBar = lazy(() => import('./told-bar.tsx').then((module) => ({ default: module.ToldBar })));
const ViewDialog = lazy(() => import('./view-dialog.tsx').then((module) => ({ default: module.ViewDialog })));

const BUILT_IN = 'part/';

const NONE: readonly SavedView[] = [];

const titlesIn = (jurisdiction: string): readonly (readonly [ViewName, string])[] => [
  ['all', 'All'],
  ['look', 'Needs a look'],
  ['plans', `${stageWords('plan', jurisdiction)}s`],
  ['silent', 'No contact for 60 days'],
];

/** What was done to a view, and how it is taken back. */
export type Told = { readonly words: string; readonly undo?: () => Promise<unknown> };

type Props = { caseload: Caseload; view: ViewName /** How many are listed. */; count: number; order: Order };

/** The parts of the caseload that everybody has, then the views that were saved, and *Save this view*. */
export const ViewsRow = ({ caseload, view, count, order }: Props) => {
  const { me, answers, announce } = useReach();
  const { query, typed } = usePlace();
  const saved = useAnswer('views').answer?.views ?? NONE;
  const [dialog, setDialog] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const jurisdiction = me.organisation.jurisdiction;
  const open = saved.find(({ id }) => id === query.get('saved')) ?? null;
  const words = wordsOf(query, typed);
  // Somebody came by a view's address, which does not say what was typed: the view does.
  const kept = open?.words.words;
  useEffect(() => {
    if (kept && typed === null) changeTyped(kept);
  }, [kept, typed]);
  const used = inUse(filtersOf(query, typed), caseload.rows, jurisdiction).map((filter) => filter.words);
  const says = [counted(count, 'pupil'), ...used, orderWords(order)].join(' · ');
  const { rows } = caseload;
  const options = useMemo(
    () => [
      ...titlesIn(jurisdiction).map(([value, title]) => ({
        value: `${BUILT_IN}${value}`,
        words: `${title} ${rowsOf(value, rows, me.today).length}`,
      })),
      ...saved.map((each) => ({ value: each.id, words: `${each.name} ${pupilsIn(each, rows, me.today, jurisdiction)}` })),
    ],
    [rows, saved, me.today, jurisdiction],
  );
  const choose = (value: string) => {
    const found = saved.find(({ id }) => id === value);
    if (found) go(addressOf(found), { replace: true, typed: found.words.words ?? '' });
    else if (open) go(`/tab/caseload${value === `${BUILT_IN}all` ? '' : `?view=${value.slice(BUILT_IN.length)}`}`, { replace: true });
    else changeQuery({ view: value === `${BUILT_IN}all` ? '' : value.slice(BUILT_IN.length) });
  };
  const tell = (next: Told) => {
    setDialog(false);
    setTold(next);
    announce(next.words);
  };
  const onSaved = ({ view: now, before }: ViewSaved) => {
    changeQuery({ saved: now.id });
    if (!before) return tell({ words: `Saved as “${now.name}”.` });
    tell({
      words: `Saved over “${before.name}”.`,
      undo: () => answers.change('changeView', { path: { view: now.id }, body: before }),
    });
  };
  const onRemoved = ({ name, words: kept, shared }: SavedView) => {
    changeQuery({ saved: '' });
    tell({ words: `Took away “${name}”.`, undo: () => answers.change('saveView', { body: { name, words: kept, shared } }) });
  };
  const changed = open !== null && differs(words, open);
  const savable = open !== null || Object.keys(words).length > 0;
  return (
    <>
      <div className="caseload-views">
        <Tabs label="Part of the caseload" value={open?.id ?? `${BUILT_IN}${view}`} options={options} onChoose={choose} />
        {savable ? (
          <Button size="small" appearance="transparent" onClick={() => setDialog(true)}>
            {open && !changed ? 'Change this view' : 'Save this view'}
          </Button>
        ) : null}
      </div>
      {open?.left.length ? (
        <Bar urgency="info">
          “{open.name}” also narrowed by {open.left.join(', ')}, which the caseload no longer knows. The rest of it is shown.
        </Bar>
      ) : null}
      <Suspense fallback={null}>
        {told ? <ToldBar told={told} onClose={() => setTold(null)} /> : null}
        {dialog ? (
          <ViewDialog open={open} words={words} says={says} onSaved={onSaved} onRemoved={onRemoved} onClose={() => setDialog(false)} />
        ) : null}
      </Suspense>
    </>
  );
};

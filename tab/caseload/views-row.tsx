import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { lazy, Suspense, useState } from 'react';
import type { Caseload } from '#contract/caseload.ts';
import type { SavedView, ViewSaved } from '#contract/caseload-work.ts';
import { changeQuery, go, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { stageWords } from '../kit/stage-words.ts';
import { Bar } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { addressOf, differs, pupilsIn, wordsOf } from './saved-views.ts';
import { rowsOf, type ViewName } from './views.ts';

const ViewDialog = lazy(() => import('./view-dialog.tsx').then((module) => ({ default: module.ViewDialog })));

const BUILT_IN = 'part/';

/** What was done to a view, and how it is taken back. */
type Told = { readonly words: string; readonly undo?: () => Promise<unknown> };

/** The parts of the caseload that everybody has, then the views that were saved, and *Save this view*. */
export const ViewsRow = ({ caseload, view, says }: { caseload: Caseload; view: ViewName; says: string }) => {
  const { me, answers } = useReach();
  const { query } = usePlace();
  const saved = useAnswer('views').answer?.views ?? [];
  const [dialog, setDialog] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const jurisdiction = me.organisation.jurisdiction;
  const open = saved.find(({ id }) => id === query.get('saved')) ?? null;
  const words = wordsOf(query);
  const titles: readonly (readonly [ViewName, string])[] = [
    ['all', 'All'],
    ['look', 'Needs a look'],
    ['plans', `${stageWords('plan', jurisdiction)}s`],
    ['silent', 'No contact for 60 days'],
  ];
  const options = [
    ...titles.map(([value, title]) => ({
      value: `${BUILT_IN}${value}`,
      words: `${title} ${rowsOf(value, caseload.rows, me.today).length}`,
    })),
    ...saved.map((each) => ({ value: each.id, words: `${each.name} ${pupilsIn(each, caseload.rows, me.today, jurisdiction)}` })),
  ];
  const choose = (value: string) => {
    const found = saved.find(({ id }) => id === value);
    if (found) go(addressOf(found), { replace: true });
    else if (open) go(`/tab/caseload${value === `${BUILT_IN}all` ? '' : `?view=${value.slice(BUILT_IN.length)}`}`, { replace: true });
    else changeQuery({ view: value === `${BUILT_IN}all` ? '' : value.slice(BUILT_IN.length) });
  };
  const tell = (next: Told) => {
    setDialog(false);
    setTold(next);
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
  const undo = async () => {
    await told?.undo?.();
    setTold(null);
    await answers.ask('views');
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
      {told ? (
        <Bar
          urgency="info"
          end={
            <>
              {told.undo ? (
                <Button size="small" onClick={() => void undo()}>
                  Undo
                </Button>
              ) : null}
              <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label="Close" onClick={() => setTold(null)} />
            </>
          }
        >
          {told.words}
        </Bar>
      ) : null}
      <Suspense fallback={null}>
        {dialog ? (
          <ViewDialog open={open} words={words} says={says} onSaved={onSaved} onRemoved={onRemoved} onClose={() => setDialog(false)} />
        ) : null}
      </Suspense>
    </>
  );
};

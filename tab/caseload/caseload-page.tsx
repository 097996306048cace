import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Caseload } from '#contract/caseload.ts';
import { VIEW_WORDS } from '#domain/caseload/view-words.ts';
import { usePageKeys } from '../kit/keys.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { counted, stageWords } from '../kit/stage-words.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { useWidth } from '../kit/use-width.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './caseload.css';
import { List } from './caseload-list.tsx';
import { CaseloadTable } from './caseload-table.tsx';
import { type ColumnName, chosenColumns, ordered, orderOf, orderWords } from './columns.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { FilterBar } from './filter-bar.tsx';
import { filtersOf, narrow } from './filters.ts';
import { type GroupName, groupOf, linesOf } from './lines.ts';
import { useSelection } from './use-selection.ts';
import { rowsOf, viewOf } from './views.ts';

const BulkBar = lazy(() => import('./bulk-bar.tsx').then((module) => ({ default: module.BulkBar })));
const ColumnsMenu = lazy(() => import('./columns-menu.tsx').then((module) => ({ default: module.ColumnsMenu })));
const ViewsRow = lazy(() => import('./views-row.tsx').then((module) => ({ default: module.ViewsRow })));

/** Every pupil in one dense, sortable list: find the ones to look at. */
export const CaseloadPage = () => {
  const asked = useAnswer('caseload');
  return (
    <WholePage title="Caseload" asked={asked}>
      {(caseload) => <Shown caseload={caseload} again={asked.again} />}
    </WholePage>
  );
};

const Shown = ({ caseload, again }: { caseload: Caseload; again: () => void }) => {
  const { me, announce } = useReach();
  const { query, typed } = usePlace();
  const width = useWidth();
  const views = useAnswer('views');
  // as high as the row will be, so that the list stays where it is: whoever narrowed it is offered to save the view
  const viewsOnTheirWay = (
    <div className={VIEW_WORDS.some((word) => query.has(word)) ? 'caseload-views caseload-views-two' : 'caseload-views'} />
  );
  const jurisdiction = me.organisation.jurisdiction;
  const field = useRef<HTMLInputElement>(null);
  const view = viewOf(query.get('view'));
  const order = useMemo(() => orderOf(query.get('order')), [query]);
  const filters = useMemo(() => filtersOf(query, typed), [query, typed]);
  const shown = useMemo(() => chosenColumns(query.get('columns')), [query]);
  const group = groupOf(query.get('group'));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [choosing, setChoosing] = useState(false);
  const inView = useMemo(() => rowsOf(view, caseload.rows, me.today), [view, caseload.rows, me.today]);
  const rows = useMemo(() => ordered(narrow(inView, filters, jurisdiction), order), [inView, filters, jurisdiction, order]);
  const lines = useMemo(() => linesOf(rows, group, folded, jurisdiction), [rows, group, folded, jurisdiction]);
  const selection = useSelection(rows);
  // The bar is fetched with the first pupil chosen, and stays for what it says once nobody is chosen any more.
  const [chose, setChose] = useState(false);
  if (selection.chosen.length && !chose) setChose(true);
  const coordinates = me.roles.includes('coordinator');
  const mayExport = rows.length > 0 && (coordinates || me.roles.includes('leader'));
  usePageKeys({ f: () => field.current?.focus() });
  useEffect(() => {
    announce(counted(rows.length, 'pupil'));
  }, [rows.length, announce]);
  const onOrder = (by: ColumnName) => changeQuery({ order: by === order.by && !order.down ? `-${by}` : by === 'due' ? '' : by });
  const onFold = (key: string) =>
    setFolded((now) => (now.has(key) ? new Set([...now].filter((each) => each !== key)) : new Set([...now, key])));
  const chooses = coordinates && (width !== 'narrow' || choosing || selection.chosen.length > 0);
  return (
    <div className="wm-page caseload-page">
      <PageHeader
        title="Caseload"
        aside={countsWords(caseload, jurisdiction)}
        end={
          <>
            {coordinates ? <PageLink to="/tab/plans">Bring in plans</PageLink> : null}
            {width === 'narrow' && coordinates ? (
              <Button size="small" aria-pressed={choosing} onClick={() => setChoosing(!choosing)}>
                Select
              </Button>
            ) : null}
            <Columns shown={shown} group={group} />
            {mayExport ? <ExportButtons pupils={rows} /> : null}
          </>
        }
      />
      <Suspense fallback={viewsOnTheirWay}>
        {views.answer || views.failed ? <ViewsRow caseload={caseload} view={view} count={rows.length} order={order} /> : viewsOnTheirWay}
      </Suspense>
      <section className="wm-section caseload-section" aria-label="Pupils">
        {caseload.rows.length && !(chooses && selection.chosen.length) ? (
          <FilterBar rows={inView} filters={filters} orderWords={orderWords(order)} field={field} />
        ) : null}
        <Suspense fallback={null}>{chooses && chose ? <BulkBar selection={selection} again={again} /> : null}</Suspense>
        <List rows={rows} all={inView} filters={filters} empty={!caseload.rows.length}>
          {(onGlance) => (
            <CaseloadTable
              key={`${view} ${group}`}
              lines={lines}
              rows={rows}
              shown={shown}
              order={order}
              selection={chooses ? selection : null}
              onOrder={onOrder}
              onGlance={onGlance}
              onFold={onFold}
            />
          )}
        </List>
      </section>
    </div>
  );
};

/** Which columns, and what the list is parted by. */
const Columns = ({ shown, group }: { shown: readonly ColumnName[]; group: GroupName | null }) => {
  const [at, setAt] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button size="small" aria-haspopup="menu" aria-expanded={at !== null} onClick={(event) => setAt(event.currentTarget)}>
        Columns
      </Button>
      <Suspense fallback={null}>{at ? <ColumnsMenu at={at} shown={shown} group={group} onClose={() => setAt(null)} /> : null}</Suspense>
    </>
  );
};

const countsWords = ({ counts }: Caseload, jurisdiction: string): string =>
  [counted(counts.pupils, 'pupil'), counted(counts.plans, stageWords('plan', jurisdiction)), `${counts.needALook} need a look`].join(' · ');

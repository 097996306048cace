import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Caseload, CaseloadRow } from '#contract/caseload.ts';
import { usePageKeys } from '../kit/keys.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, go, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { counted, stageWords } from '../kit/stage-words.ts';
import { Empty } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './caseload.css';
import { CaseloadTable } from './caseload-table.tsx';
import { type ColumnName, ordered, orderOf, orderWords } from './columns.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, filtersOf, hardest, inUse, narrow } from './filters.ts';
import { rowsOf, type ViewName, viewOf } from './views.ts';

const ExportButtons = lazy(() => import('./export-buttons.tsx').then((module) => ({ default: module.ExportButtons })));
const Glance = lazy(() => import('./glance.tsx').then((module) => ({ default: module.Glance })));

/** Every pupil in one dense, sortable list: find the ones to look at. */
export const CaseloadPage = () => {
  const asked = useAnswer('caseload');
  return (
    <WholePage title="Caseload" asked={asked}>
      {(caseload) => <Shown caseload={caseload} />}
    </WholePage>
  );
};

const Shown = ({ caseload }: { caseload: Caseload }) => {
  const { me, announce } = useReach();
  const { query } = usePlace();
  const jurisdiction = me.organisation.jurisdiction;
  const field = useRef<HTMLInputElement>(null);
  const view = viewOf(query.get('view'));
  const order = useMemo(() => orderOf(query.get('order')), [query]);
  const filters = useMemo(() => filtersOf(query), [query]);
  const inView = useMemo(() => rowsOf(view, caseload.rows, me.today), [view, caseload.rows, me.today]);
  const rows = useMemo(() => ordered(narrow(inView, filters, jurisdiction), order), [inView, filters, jurisdiction, order]);
  const mayExport = rows.length > 0 && me.roles.some((role) => role === 'coordinator' || role === 'leader');
  usePageKeys({ f: () => field.current?.focus() });
  useEffect(() => {
    announce(counted(rows.length, 'pupil'));
  }, [rows.length, announce]);
  const onOrder = (by: ColumnName) => changeQuery({ order: by === order.by && !order.down ? `-${by}` : by === 'due' ? '' : by });
  return (
    <div className="wm-page caseload-page">
      <PageHeader
        title="Caseload"
        aside={countsWords(caseload, jurisdiction)}
        end={
          <>
            {me.roles.includes('coordinator') ? <PageLink to="/tab/plans">Bring in plans</PageLink> : null}
            {mayExport ? (
              <Suspense fallback={null}>
                <ExportButtons pupils={rows} />
              </Suspense>
            ) : null}
          </>
        }
      />
      <Views caseload={caseload} view={view} />
      <section className="wm-section caseload-section" aria-label="Pupils">
        {caseload.rows.length ? <FilterBar rows={inView} filters={filters} orderWords={orderWords(order)} field={field} /> : null}
        <List rows={rows} all={inView} filters={filters} empty={!caseload.rows.length}>
          {(onGlance) => <CaseloadTable key={view} rows={rows} order={order} onOrder={onOrder} onGlance={onGlance} />}
        </List>
      </section>
    </div>
  );
};

const countsWords = ({ counts }: Caseload, jurisdiction: string): string =>
  [counted(counts.pupils, 'pupil'), counted(counts.plans, stageWords('plan', jurisdiction)), `${counts.needALook} need a look`].join(' · ');

const Views = ({ caseload, view }: { caseload: Caseload; view: ViewName }) => {
  const { me } = useReach();
  const titles: readonly (readonly [ViewName, string])[] = [
    ['all', 'All'],
    ['look', 'Needs a look'],
    ['plans', `${stageWords('plan', me.organisation.jurisdiction)}s`],
    ['silent', 'No contact for 60 days'],
  ];
  return (
    <Tabs
      label="Part of the caseload"
      className="caseload-views"
      value={view}
      options={titles.map(([value, title]) => ({ value, words: `${title} ${rowsOf(value, caseload.rows, me.today).length}` }))}
      onChoose={(value) => changeQuery({ view: value === 'all' ? '' : value })}
    />
  );
};

type Looked = { readonly row: CaseloadRow; readonly at: HTMLElement; readonly byKey: boolean };
type ListProps = {
  rows: readonly CaseloadRow[];
  all: readonly CaseloadRow[];
  filters: Filters;
  empty: boolean;
  children: (onGlance: (row: CaseloadRow, at: HTMLElement, byKey: boolean) => void) => React.ReactNode;
};

/** The table, or why there is none: first use, or a filter that leaves nothing. */
const List = ({ rows, all, filters, empty, children }: ListProps) => {
  const { me } = useReach();
  const [looked, setLooked] = useState<Looked | null>(null);
  if (empty) return <NobodyYet mayImport={me.pages.includes('settings')} />;
  if (!rows.length) return <NoMatch all={all} filters={filters} />;
  return (
    <>
      {children((row, at, byKey) => setLooked({ row, at, byKey }))}
      <Suspense fallback={null}>
        {looked ? (
          <Glance
            {...looked}
            onClose={() => {
              setLooked(null);
              if (looked.byKey) looked.at.focus();
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
};

const NobodyYet = ({ mayImport }: { mayImport: boolean }) => (
  <Empty
    title="No pupil of yours is on the register yet"
    end={
      mayImport ? (
        <Button appearance="primary" size="small" onClick={() => go('/tab/settings/import')}>
          Import your register
        </Button>
      ) : null
    }
  >
    {mayImport
      ? 'Bring in the files of your pupil system; nothing is saved before you have seen what they hold.'
      : 'Your coordinator adds pupils to the register.'}
  </Empty>
);

const NoMatch = ({ all, filters }: { all: readonly CaseloadRow[]; filters: Filters }) => {
  const { me } = useReach();
  const jurisdiction = me.organisation.jurisdiction;
  const used = inUse(filters, all, jurisdiction);
  if (!used.length) return <Empty title="No pupil is in this part of the caseload" />;
  const name = hardest(all, filters, jurisdiction);
  const words = used.find((each) => each.name === name)?.words ?? '';
  return (
    <Empty
      title={`No pupil matches ${words}`}
      end={
        <>
          <Button size="small" onClick={() => changeQuery({ [name]: '' })}>
            Take out {words}
          </Button>
          {used.length > 1 ? (
            <Button size="small" onClick={() => changeQuery(Object.fromEntries(used.map((each) => [each.name, ''])))}>
              Clear all filters
            </Button>
          ) : null}
        </>
      }
    >
      {used.length > 1 ? 'Of the filters in use this one keeps out most.' : undefined}
    </Empty>
  );
};

import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { changeQuery, go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Empty } from '../kit/states.tsx';
import { type Filters, hardest, inUse } from './filters.ts';

const Glance = lazy(() => import('./glance.tsx').then((module) => ({ default: module.Glance })));

type Looked = { readonly row: CaseloadRow; readonly at: HTMLElement; readonly byKey: boolean };
type ListProps = {
  rows: readonly CaseloadRow[];
  all: readonly CaseloadRow[];
  filters: Filters;
  empty: boolean;
  children: (onGlance: (row: CaseloadRow, at: HTMLElement, byKey: boolean) => void) => React.ReactNode;
};

/** The table, or why there is none: first use, or a filter that leaves nothing. */
export const List = ({ rows, all, filters, empty, children }: ListProps) => {
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

import { lazy, Suspense, useCallback, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { Filters } from './filters.ts';

const NobodyListed = lazy(() => import('./nobody-listed.tsx').then((module) => ({ default: module.NobodyListed })));
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
  const [looked, setLooked] = useState<Looked | null>(null);
  // the same function for good, so that a row that did not change is not drawn again
  const onGlance = useCallback((row: CaseloadRow, at: HTMLElement, byKey: boolean) => setLooked({ row, at, byKey }), []);
  if (empty || !rows.length)
    return (
      <Suspense fallback={null}>
        <NobodyListed all={all} filters={filters} empty={empty} />
      </Suspense>
    );
  return (
    <>
      {children(onGlance)}
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

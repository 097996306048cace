import { Button } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { lazy, type Ref, Suspense, useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { changeQuery, changeTyped } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { SearchField } from '../kit/search-field.tsx';
import { useWidth } from '../kit/use-width.ts';
import { type FilterName, type Filters, filtersFor, filterTitles, inUse } from './filters.ts';

const FilterMenu = lazy(() => import('./filter-menu.tsx').then((module) => ({ default: module.FilterMenu })));
const FiltersDialog = lazy(() => import('./filters-dialog.tsx').then((module) => ({ default: module.FiltersDialog })));

type Props = {
  rows: readonly CaseloadRow[];
  filters: Filters;
  /** `Ordered by next date`. */
  orderWords: string;
  field: Ref<HTMLInputElement>;
};

/** Text filter, one menu a filter, and the filters in use as words that can be taken out. */
export const FilterBar = ({ rows, filters, orderWords, field }: Props) => {
  const { me } = useReach();
  const width = useWidth();
  const [open, setOpen] = useState<{ name: FilterName; at: HTMLElement } | null>(null);
  const [dialog, setDialog] = useState(false);
  const used = inUse(filters, rows, me.organisation.jurisdiction).filter((each) => each.name !== 'words');
  return (
    <>
      <div className="caseload-filters" role="toolbar" aria-label="Filters">
        <SearchField
          label={`Filter these ${rows.length.toLocaleString('en-GB')}`}
          words={filters.words}
          onWords={changeTyped}
          field={field}
        />
        {width === 'wide' ? (
          filtersFor(rows).map((name) => (
            <Button
              key={name}
              size="small"
              appearance="transparent"
              className={filters.chosen[name] ? 'caseload-filter caseload-filter-used' : 'caseload-filter'}
              icon={<ChevronDownRegular />}
              iconPosition="after"
              aria-haspopup="menu"
              aria-expanded={open?.name === name}
              onClick={(event) => setOpen({ name, at: event.currentTarget })}
            >
              {filterTitles[name]}
            </Button>
          ))
        ) : (
          <Button size="small" appearance="transparent" icon={<FilterRegular />} onClick={() => setDialog(true)}>
            Filters{used.length ? ` (${used.length})` : ''}
          </Button>
        )}
        {width === 'narrow' ? null : <span className="wm-end wm-aside">{orderWords}</span>}
      </div>
      {used.length ? (
        <ul className="caseload-used" aria-label="Filters in use">
          {used.map((each) => (
            <li key={each.name}>
              <Button
                size="small"
                shape="circular"
                icon={<DismissRegular />}
                iconPosition="after"
                onClick={() => changeQuery({ [each.name]: '' })}
                aria-label={`Take out ${each.words}`}
              >
                {each.words}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Suspense fallback={null}>
        {open ? <FilterMenu name={open.name} at={open.at} rows={rows} filters={filters} onClose={() => setOpen(null)} /> : null}
        {dialog ? <FiltersDialog rows={rows} filters={filters} onClose={() => setDialog(false)} /> : null}
      </Suspense>
    </>
  );
};

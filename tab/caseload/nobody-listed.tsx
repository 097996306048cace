import { Button } from '@fluentui/react-components';
import type { CaseloadRow } from '#contract/caseload.ts';
import { changeQuery, changeTyped, go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Empty } from '../kit/states.tsx';
import { type FilterName, type Filters, inUse } from './filters.ts';
import { hardest } from './hardest.ts';

/** Why nobody is listed: the register is empty, or a filter leaves nobody; and what to press. */
export const NobodyListed = ({ all, filters, empty }: { all: readonly CaseloadRow[]; filters: Filters; empty: boolean }) => {
  const { me } = useReach();
  return empty ? <NobodyYet mayImport={me.pages.includes('settings')} /> : <NoMatch all={all} filters={filters} />;
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

const takeOut = (names: readonly (FilterName | 'words')[]) => {
  changeQuery(Object.fromEntries(names.map((name) => [name, ''])));
  if (names.includes('words')) changeTyped('');
};

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
          <Button size="small" onClick={() => takeOut([name])}>
            {used.length > 1 ? `Clear ${words}` : 'Clear the filter'}
          </Button>
          {used.length > 1 ? (
            <Button size="small" onClick={() => takeOut(used.map((each) => each.name))}>
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

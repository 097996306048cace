import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { CaseloadRow } from '#contract/caseload.ts';
import { changeQuery } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { asQuery, choicesBeside, type FilterName, type Filters, filterNames, filtersFor, filterTitles, narrow } from './filters.ts';

type Props = { rows: readonly CaseloadRow[]; filters: Filters; onClose: () => void };

const toggled = (values: readonly string[], key: string): readonly string[] =>
  values.includes(key) ? values.filter((value) => value !== key) : [...values, key];

/** All filters on one sheet, where the bar has no room for them. */
export const FiltersDialog = ({ rows, filters, onClose }: Props) => {
  const { me } = useReach();
  const jurisdiction = me.organisation.jurisdiction;
  const left = narrow(rows, filters, jurisdiction).length;
  const toggle = (name: FilterName, key: string) => changeQuery({ [name]: asQuery(toggled(filters.chosen[name] ?? [], key)) });
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Filters</DialogTitle>
          <DialogContent>
            {filtersFor(rows).map((name) => (
              <fieldset key={name} className="caseload-fieldset">
                <legend>{filterTitles[name]}</legend>
                {choicesBeside(rows, name, filters, jurisdiction).map((choice) => (
                  <Checkbox
                    key={choice.key}
                    label={`${choice.words} (${choice.count})`}
                    checked={filters.chosen[name]?.includes(choice.key) ?? false}
                    onChange={() => toggle(name, choice.key)}
                  />
                ))}
              </fieldset>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => changeQuery(Object.fromEntries(filterNames.map((name) => [name, ''])))}>Clear all</Button>
            <Button appearance="primary" onClick={onClose}>
              Show {left}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};

import type { CaseloadRow } from '#contract/caseload.ts';
import type { Selection } from './use-selection.ts';

/** The box beside a pupil. The keyboard stands on the row, where Space does the same, so the box is no stop of its own. */
export const SelectBox = ({ row, chosen, onChoose }: { row: CaseloadRow; chosen: boolean; onChoose: (pupil: string) => void }) => (
  <input
    type="checkbox"
    className="caseload-box"
    tabIndex={-1}
    aria-label={`Select ${row.givenName} ${row.surname}`}
    checked={chosen}
    onChange={() => onChoose(row.id)}
  />
);

/** The box over all: ticked where everybody in the list is chosen, half where some are. */
export const SelectAll = ({ selection, count }: { selection: Selection; count: number }) => {
  const chosen = selection.chosen.length;
  return (
    <input
      type="checkbox"
      className="caseload-box"
      tabIndex={-1}
      aria-label={`Select all ${count}`}
      checked={chosen > 0 && chosen === count}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < count;
      }}
      onChange={() => (chosen === count ? selection.clear() : selection.all())}
    />
  );
};

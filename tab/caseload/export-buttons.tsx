import type { CaseloadRow } from '#contract/caseload.ts';
import { ExportButtons as Buttons } from '../kit/export-buttons.tsx';
import { useReach } from '../kit/reach.ts';

/** Takes the rows that are shown, in their order, out as a file; what was taken is said and noted. */
export const ExportButtons = ({ pupils }: { pupils: readonly CaseloadRow[] }) => {
  const { answers } = useReach();
  const ids = pupils.map(({ id }) => id);
  return <Buttons of="the caseload" take={(format) => answers.change('exportList', { body: { what: 'caseload', format, pupils: ids } })} />;
};

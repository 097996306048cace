import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { CaseloadRow } from '#contract/caseload.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';

/** Takes the rows that are shown, in their order, out as a file; what was taken is said and noted. */
export const ExportButtons = ({ pupils }: { pupils: readonly CaseloadRow[] }) => {
  const { answers, announce } = useReach();
  const [said, setSaid] = useState('');
  const take = async (format: 'csv' | 'xlsx') => {
    try {
      const file = await answers.change('exportList', { body: { what: 'caseload', format, pupils: pupils.map(({ id }) => id) } });
      saveFile(file);
      setSaid(file.words);
      announce(file.words);
    } catch (fault) {
      setSaid((fault as Error).message);
    }
  };
  return (
    <>
      {said ? (
        <span className="wm-second" role="status">
          {said}
        </span>
      ) : null}
      <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void take('xlsx')}>
        Export .xlsx
      </Button>
      <Button size="small" onClick={() => void take('csv')}>
        CSV
      </Button>
    </>
  );
};

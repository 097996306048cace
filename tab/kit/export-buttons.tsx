import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { Exported } from '#contract/exports.ts';
import { useReach } from './reach.ts';
import { saveFile } from './save-file.ts';

type Props = {
  /** What is taken out, for whoever hears the buttons: `Today`. */
  of: string;
  take: (format: 'csv' | 'xlsx') => Promise<Exported>;
  words?: string;
};

/** Takes what is shown out as a file, a workbook or CSV; how much it was is said and noted. */
export const ExportButtons = ({ of, take, words = 'Export .xlsx' }: Props) => {
  const { announce } = useReach();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const press = async (format: 'csv' | 'xlsx') => {
    setBusy(true);
    try {
      const file = await take(format);
      saveFile(file);
      setSaid(file.words);
      announce(file.words);
    } catch (fault) {
      setSaid((fault as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="wm-export">
      {said ? (
        <span className="wm-second" role="status">
          {said}
        </span>
      ) : null}
      <Button
        size="small"
        icon={<ArrowDownloadRegular />}
        disabled={busy}
        onClick={() => void press('xlsx')}
        aria-label={`${words}: ${of}`}
      >
        {words}
      </Button>
      <Button size="small" disabled={busy} onClick={() => void press('csv')} aria-label={`CSV: ${of}`}>
        CSV
      </Button>
    </span>
  );
};

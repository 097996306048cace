import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { Exported } from '#contract/exports.ts';
import { FileButtons } from './file-buttons.tsx';

type Props = {
  /** What is taken out, for whoever hears the buttons: `Today`. */
  of: string;
  take: (format: 'csv' | 'xlsx') => Promise<Exported>;
  words?: string;
};

/** Takes what is shown out as a file, a workbook or CSV; how much it was is said and noted. */
export const ExportButtons = ({ of, take, words = 'Export .xlsx' }: Props) => (
  <FileButtons
    take={take}
    ways={[
      { format: 'xlsx', words, label: `${words}: ${of}`, icon: <ArrowDownloadRegular /> },
      { format: 'csv', words: words.replace('.xlsx', '.csv'), label: `${words.replace('.xlsx', '.csv')}: ${of}` },
    ]}
  />
);

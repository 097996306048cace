import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { lazy, Suspense, useState } from 'react';
import type { PeriodKind, WatchedClock } from '#contract/compliance.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';

const FollowDialog = lazy(() => import('./follow-dialog.tsx').then((module) => ({ default: module.FollowDialog })));
const ReportDialog = lazy(() => import('./report-dialog.tsx').then((module) => ({ default: module.ReportDialog })));

/** Takes the rows that are shown, in their order, out as a file; what was taken is said and noted. */
export const ExportRows = ({ rows, period }: { rows: readonly WatchedClock[]; period: PeriodKind }) => {
  const { answers, announce } = useReach();
  const [said, setSaid] = useState('');
  const take = async (format: 'csv' | 'xlsx') => {
    try {
      const body = { what: 'compliance', format, period, clocks: rows.map(({ clock }) => clock) };
      const file = await answers.change('exportList', { body });
      saveFile(file);
      setSaid(file.words);
      announce(file.words);
    } catch (fault) {
      setSaid((fault as Error).message);
    }
  };
  return (
    <span className="compliance-export">
      <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => void take('xlsx')}>
        Export .xlsx
      </Button>
      <Button size="small" onClick={() => void take('csv')}>
        CSV
      </Button>
      {said ? (
        <span className="wm-second" role="status">
          {said}
        </span>
      ) : null}
    </span>
  );
};

/** What leads from the page to a calendar of one's own and to the year's report. */
export const TakeOut = () => {
  const [open, setOpen] = useState<'follow' | 'report' | null>(null);
  const close = () => setOpen(null);
  return (
    <span className="compliance-take-out">
      <Button size="small" appearance="subtle" icon={<CalendarRegular />} onClick={() => setOpen('follow')}>
        Follow these dates
      </Button>
      <Button size="small" appearance="subtle" icon={<DocumentRegular />} onClick={() => setOpen('report')}>
        Year report
      </Button>
      <Suspense fallback={null}>
        {open === 'follow' ? <FollowDialog onClose={close} /> : null}
        {open === 'report' ? <ReportDialog onClose={close} /> : null}
      </Suspense>
    </span>
  );
};

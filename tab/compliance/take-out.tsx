import { Button } from '@fluentui/react-components';
import { CalendarRegular } from '@fluentui/react-icons/svg/calendar';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { lazy, Suspense, useState } from 'react';
import type { PeriodKind, WatchedClock } from '#contract/compliance.ts';
import { ExportButtons } from '../kit/export-buttons.tsx';
import { useReach } from '../kit/reach.ts';

const FollowDialog = lazy(() => import('./follow-dialog.tsx').then((module) => ({ default: module.FollowDialog })));
const ReportDialog = lazy(() => import('./report-dialog.tsx').then((module) => ({ default: module.ReportDialog })));

/** Takes the rows that are shown, in their order, out as a file; what was taken is said and noted. */
export const ExportRows = ({ rows, period }: { rows: readonly WatchedClock[]; period: PeriodKind }) => {
  const { answers } = useReach();
  const take = (format: 'csv' | 'xlsx') =>
    answers.change('exportList', { body: { what: 'compliance', format, period, clocks: rows.map(({ clock }) => clock) } });
  return (
    <div className="compliance-export">
      <ExportButtons of="dates" take={take} />
    </div>
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

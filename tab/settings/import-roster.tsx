import { Button, Link } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import { type DragEvent, useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { RosterReport, RosterUpload } from '#contract/roster.ts';
import { CLASS_LIST_TEMPLATES } from '#domain/roster/class-lists.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { Bar, FailedBar, SkeletonRows } from '../kit/states.tsx';
import { ImportReport } from './import-report.tsx';
import { csvOf, filesProblem, readFiles } from './read-files.ts';

type Step =
  | { readonly at: 'choose'; readonly problem?: string }
  | { readonly at: 'reading'; readonly words: string }
  | { readonly at: 'preview'; readonly files: RosterUpload['files']; readonly report: RosterReport }
  | { readonly at: 'done'; readonly report: RosterReport };

const shapeNames = {
  'sds-v2.1': 'School Data Sync',
  'oneroster-1.1': 'OneRoster',
  'edfi-special-education': 'Ed-Fi special education',
  'class-lists': 'Class lists and timetable',
} as const;

/** Bring in a roster: choose, look at what it holds while nothing is saved, import. */
export const ImportRoster = () => {
  const { answers, announce, me } = useReach();
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [failed, setFailed] = useState<CallFailed | null>(null);

  const preview = async (chosen: readonly File[]) => {
    const csv = csvOf(chosen);
    const problem = filesProblem(csv);
    setFailed(null);
    if (problem) return setStep({ at: 'choose', problem });
    setStep({ at: 'reading', words: `Reading ${counted(csv.length, 'file')}` });
    try {
      const files = await readFiles(csv);
      const report = await answers.change('rosterPreview', { body: { files, withoutRejected: true } });
      setStep({ at: 'preview', files, report });
      announce(`${counted(report.counts.rows, 'row')} read, ${report.counts.rejected} rejected. Nothing is saved yet.`);
    } catch (fault) {
      setFailed(fault as CallFailed);
      setStep({ at: 'choose' });
    }
  };

  const bringIn = async (files: RosterUpload['files'], rejected: number) => {
    const before = step;
    setFailed(null);
    setStep({ at: 'reading', words: 'Importing' });
    try {
      const report = await answers.change('rosterImport', { body: { files, withoutRejected: rejected > 0 } });
      setStep({ at: 'done', report });
      // An administrator imports and opens no caseload.
      if (me.pages.includes('caseload')) void answers.ask('caseload');
      announce('Imported');
    } catch (fault) {
      setFailed(fault as CallFailed);
      setStep(before);
    }
  };

  const cancel = () => setStep({ at: 'choose' });
  return (
    <>
      <PageHeader title={step.at === 'preview' ? 'Check the import' : 'Import'} aside={asideOf(step)} />
      {failed ? (
        <section className="wm-section">
          <FailedBar failed={failed} />
        </section>
      ) : null}
      {step.at === 'choose' ? <Choose problem={step.problem} onFiles={preview} /> : null}
      {step.at === 'reading' ? (
        <section className="wm-section">
          <SkeletonRows />
        </section>
      ) : null}
      {step.at === 'preview' ? (
        <>
          <ImportReport report={step.report} />
          <ImportButtons report={step.report} onImport={() => bringIn(step.files, step.report.counts.rejected)} onCancel={cancel} />
        </>
      ) : null}
      {step.at === 'done' ? (
        <>
          <ImportReport report={step.report} />
          <div>
            <Button onClick={cancel}>Import another set</Button>
          </div>
        </>
      ) : null}
    </>
  );
};

const asideOf = (step: Step): string => {
  if (step.at === 'reading') return step.words;
  if (step.at === 'choose') return 'Nothing is saved before you have seen what the files hold.';
  const { report } = step;
  const shape = report.shape ? shapeNames[report.shape] : 'Not a set Waymark knows';
  const end = { preview: 'nothing is saved yet', imported: 'imported', unchanged: 'nothing to change', refused: 'nothing was saved' }[
    report.outcome
  ];
  return `${shape} · ${counted(report.counts.rows, 'row')} · ${end}`;
};

/** The two files of class lists and timetable, with every column and a made-up row or two. */
const Templates = () => (
  <>
    {CLASS_LIST_TEMPLATES.map(({ name, content }, index) => (
      <span key={name}>
        {index > 0 ? ' and ' : ''}
        <Link inline href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${content}`)}`} download={name}>
          {name}
        </Link>
      </span>
    ))}
    .
  </>
);

const Choose = ({ problem, onFiles }: { problem: string | undefined; onFiles: (files: readonly File[]) => void }) => {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      className={`wm-section settings-drop${over ? ' settings-drop-over' : ''}`}
      aria-label="Choose the files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {problem ? <Bar urgency="late">{problem}</Bar> : null}
      <div className="wm-empty">
        <ArrowUploadRegular className="wm-empty-icon" aria-hidden />
        <p className="wm-empty-title">Choose the .csv files of one set, or drop them here</p>
        <p className="wm-empty-words">
          School Data Sync, OneRoster or Ed-Fi special education, as your pupil system writes them; or class lists and a timetable of your
          own. To begin with: <Templates />
        </p>
        <div className="wm-empty-end">
          <Button appearance="primary" size="small" onClick={() => files.current?.click()}>
            Choose files
          </Button>
          <Button size="small" onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        </div>
      </div>
      <input
        ref={files}
        type="file"
        accept=".csv,text/csv"
        multiple
        hidden
        aria-label="Files"
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
      <input
        ref={(input) => {
          input?.setAttribute('webkitdirectory', '');
          folder.current = input;
        }}
        type="file"
        hidden
        aria-label="Folder"
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
    </section>
  );
};

const ImportButtons = ({ report, onImport, onCancel }: { report: RosterReport; onImport: () => void; onCancel: () => void }) => {
  const { counts } = report;
  const ready = counts.new + counts.changed + counts.closed;
  const may = report.outcome === 'preview' && ready > 0;
  return (
    <div className="settings-buttons">
      {may ? (
        <Button appearance="primary" onClick={onImport}>
          Import {counted(ready, 'row')}
        </Button>
      ) : null}
      <Button onClick={onCancel}>{may ? 'Cancel' : 'Choose other files'}</Button>
      <span className="wm-second">
        {counts.rejected ? `${counted(counts.rejected, 'rejected row')} will be left out. ` : ''}
        Importing the same files again makes no doubles. No message is sent by an import.
      </span>
    </div>
  );
};

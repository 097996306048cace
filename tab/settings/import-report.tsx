import type { RosterReport } from '#contract/roster.ts';
import { type CountBox, CountBoxes } from '../kit/count-boxes.tsx';
import { Section } from '../kit/section.tsx';
import { Bar } from '../kit/states.tsx';
import { UrgencyIcon } from '../kit/urgency-mark.tsx';

/** What the files hold: four counts that add up to the rows, why the set was refused, each rejected row, and counts by file. */
export const ImportReport = ({ report }: { report: RosterReport }) => (
  <>
    {report.reasons.length ? (
      <section className="wm-section" aria-label="Why">
        {report.reasons.map((reason) => (
          <Bar urgency={report.outcome === 'refused' ? 'late' : 'near'} key={reason}>
            {reason}
          </Bar>
        ))}
      </section>
    ) : null}
    <Counts report={report} />
    <Rejected report={report} />
    <ByFile report={report} />
  </>
);

const Counts = ({ report: { counts, outcome } }: { report: RosterReport }) => {
  const done = outcome === 'imported';
  const boxes: readonly CountBox[] = [
    ['good', counts.new + counts.changed, done ? 'imported' : 'ready', `${counts.new} new, ${counts.changed} update what is there`],
    ['info', counts.unchanged, 'unchanged', 'same as the record'],
    ['late', counts.rejected, 'rejected', done ? 'left out' : 'left out unless the file is put right'],
    ['near', counts.closed, 'ended', 'no longer in the files; closed, not deleted'],
  ];
  return <CountBoxes boxes={boxes} />;
};

const Rejected = ({ report }: { report: RosterReport }) =>
  report.rejections.length ? (
    <Section
      title={`Rejected ${report.counts.rejected.toLocaleString('en-GB')}`}
      aside={report.more ? `The first ${report.rejections.length} are shown.` : undefined}
    >
      <div className="settings-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className="settings-number">
                Line
              </th>
              <th scope="col">Column</th>
              <th scope="col">The file says</th>
              <th scope="col">Why it was rejected</th>
            </tr>
          </thead>
          <tbody>
            {report.rejections.map((row) => (
              <tr key={`${row.file} ${row.line} ${row.column} ${row.reason}`}>
                <td>{row.file}</td>
                <td className="settings-number">{row.line.toLocaleString('en-GB')}</td>
                <td>{row.column ?? ''}</td>
                <td className="settings-value">
                  {row.value === null || row.value === '' ? <span className="wm-second">(empty)</span> : row.value}
                </td>
                <td>
                  <UrgencyIcon urgency="late" /> {row.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  ) : null;

const ByFile = ({ report }: { report: RosterReport }) =>
  report.perFile.length ? (
    <Section title="By file">
      <div className="settings-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              {['File', 'Rows', 'New', 'Update', 'Unchanged', 'Ended', 'Rejected'].map((title) => (
                <th scope="col" key={title} className={title === 'File' ? '' : 'settings-number'}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.perFile.map(({ file, counts }) => (
              <tr key={file}>
                <td>{file}</td>
                {[counts.rows, counts.new, counts.changed, counts.unchanged, counts.closed, counts.rejected].map((count, index) => (
                  // the numbers stand in the order of the head
                  <td key={['rows', 'new', 'changed', 'unchanged', 'closed', 'rejected'][index]} className="settings-number">
                    {count.toLocaleString('en-GB')}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  ) : null;

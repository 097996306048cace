import { Button } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useState } from 'react';
import type { ClassSheet } from '#contract/classes.ts';
import { clockTime } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { PaperButtons } from '../kit/paper-buttons.tsx';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './classes.css';

/** What helps, on one side of paper: harmless if left on a desk. */
export const ClassSheetPage = ({ id }: { id: string }) => {
  const asked = useAnswer('classSheet', { class: id });
  return (
    <WholePage title="Class sheet" asked={asked}>
      {(sheet) => <Sheet sheet={sheet} />}
    </WholePage>
  );
};

const Sheet = ({ sheet }: { sheet: ClassSheet }) => {
  const { me, answers } = useReach();
  const goesWrong = sheet.rows.some(({ ifWrong }) => ifWrong.length > 0);
  return (
    <div className="wm-page">
      <PageHeader
        title={`${sheet.name}: what helps`}
        path={<PageLink to="/tab/classes">Classes</PageLink>}
        aside={sheet.sentence}
        end={
          <>
            <PaperButtons
              of="the class sheet"
              words="Sheet as Word"
              pdfWords="Sheet as PDF"
              take={(format) => answers.change('classSheetPaper', { path: { class: sheet.id }, body: { format } })}
            />
            <Button size="small" icon={<PrintRegular />} onClick={() => window.print()}>
              Print
            </Button>
          </>
        }
      />
      <section className="wm-section sheet" aria-label="The sheet">
        <div className="sheet-head">
          <p className="sheet-title" aria-hidden>
            {sheet.name}: what helps
          </p>
          <p>
            {sheet.school}
            <br />
            {sheet.dayWords} · {sheet.validWords}
          </p>
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">Pupil, and good at</th>
              <th scope="col">Do this</th>
              {goesWrong ? <th scope="col">If it goes wrong</th> : null}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <span className="sheet-name">{row.name}</span>
                  <span className="sheet-good">{row.goodAt.join('; ')}</span>
                  {row.profile ? <ProfileLink pupil={row} /> : null}
                </th>
                <td data-title="Do this">
                  {row.doThis.length === 0 ? (
                    'Nothing is written down yet: ask the coordinator'
                  ) : (
                    <ol>
                      {row.doThis.map(({ words, said }) => (
                        <li key={words}>
                          {words}
                          {said ? <p className="sheet-said">{said}</p> : null}
                        </li>
                      ))}
                    </ol>
                  )}
                </td>
                {goesWrong ? (
                  <td data-title="If it goes wrong">
                    {row.ifWrong.length === 0 ? 'Not asked yet' : row.ifWrong.map((words) => <p key={words}>{words}</p>)}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
        <div className="sheet-foot">
          <p>
            {sheet.coordinator ? (
              <>
                <strong>Coordinator:</strong> {sheet.coordinator}.{' '}
              </>
            ) : null}
            A worry about safety goes to the safeguarding lead at once.
          </p>
          <p>
            Printed by {sheet.printedBy}, {clockTime(me.now, me.organisation.timeZone)}. Give it back today, or shred it.
          </p>
        </div>
      </section>
      {sheet.leftOff > 0 ? (
        <p className="wm-second sheet-left-off">
          {sheet.leftOff === 1 ? '1 line is' : `${sheet.leftOff} lines are`} left off because{' '}
          {sheet.leftOff === 1 ? 'it names' : 'they name'} a diagnosis or the family.
        </p>
      ) : null}
    </div>
  );
};

/** The pupil's one-page profile as a PDF, for those who may have it; never on the printed sheet. */
const ProfileLink = ({ pupil }: { pupil: ClassSheet['rows'][number] }) => {
  const { answers, announce } = useReach();
  const [failed, setFailed] = useState('');
  const take = async () => {
    setFailed('');
    try {
      const file = await answers.change('profilePaper', { path: { pupil: pupil.id }, body: { format: 'pdf' } });
      saveFile(file);
      announce(file.words);
    } catch (fault) {
      setFailed((fault as Error).message);
    }
  };
  return (
    <p className="sheet-profile">
      <PressLink onPress={() => void take()}>Profile of {pupil.name}</PressLink>
      {failed ? <span role="alert"> {failed}</span> : null}
    </p>
  );
};

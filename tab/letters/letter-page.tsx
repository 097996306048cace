import { Button } from '@fluentui/react-components';
import type { FiledLetter } from '#contract/letters.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { DocumentLink } from '../kit/document-link.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { GiveLetter } from './give-letter.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import './letters.css';

/** A letter that was filed: as it was printed, its document, and how it went out. */
export const LetterPage = ({ id }: { id: string }) => {
  const asked = useAnswer('letter', { letter: id });
  return (
    <WholePage title="Letter" asked={asked}>
      {(filed, stale) => <Shown filed={filed} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

const Shown = ({ filed, stale, again }: { filed: FiledLetter; stale: boolean; again: () => void }) => {
  const { me } = useReach();
  const { line, pupil } = filed;
  return (
    <div className="wm-page">
      <PageHeader
        title={line.title}
        windowTitle={`${line.title}, ${pupil.caseRef ?? 'pupil'}`}
        path={
          <>
            <PageLink to={`/tab/pupil/${pupil.id}`}>{pupil.name}</PageLink>
            {pupil.caseRef ? ` / ${pupil.caseRef} / ` : ' / '}
            <PageLink to={`/tab/pupil/${pupil.id}/letters`}>Letters</PageLink>
          </>
        }
        below={`To ${line.addressee}, in ${line.languageName}, ${dayWords(line.dated, me.today)}${line.by ? `, written by ${line.by}` : ''}`}
      />
      <div className="letters-write">
        <div className="wm-stack">
          <Documents filed={filed} stale={stale} />
          <GiveLetter filed={filed} stale={stale} again={again} />
        </div>
        <LetterSheet letter={filed.letter} own={filed.own} />
      </div>
    </div>
  );
};

const Documents = ({ filed: { line, pupil, to, meeting, interpreter }, stale }: { filed: FiledLetter; stale: boolean }) => {
  const { answers } = useReach();
  const { busy, failed, run } = useDeed();
  const download = async (as: 'docx' | 'pdf') => {
    const file = await run('letterFile', { path: { letter: line.id }, query: { as } }, 'The letter is downloaded');
    if (file) saveFile({ name: file.name, type: file.type, content: file.base64 });
  };
  const change = () => {
    // the version that is there now is the one to change
    void answers.ask('letter', { path: { letter: line.id } });
    const asked = new URLSearchParams({
      kind: line.kind,
      to,
      letter: line.id,
      ...(meeting ? { meeting } : {}),
      ...(interpreter ? { interpreter } : {}),
    });
    go(`/tab/pupil/${pupil.id}/letters?${asked}`);
  };
  return (
    <Section title="The document">
      {failed ? <FailedBar failed={failed} /> : null}
      <p className="letters-line">
        <DocumentLink name={line.name} webUrl={line.webUrl} />
      </p>
      <div className="letters-foot">
        <Button size="small" disabled={busy} onClick={() => void download('docx')}>
          Download for Word
        </Button>
        <Button size="small" disabled={busy} onClick={() => void download('pdf')}>
          Download as PDF
        </Button>
        <Button size="small" disabled={stale || line.given !== null} onClick={change}>
          Change the words
        </Button>
      </div>
      <p className="wm-foot">What is downloaded is the document as it lies in the case folder, edits made in Word included.</p>
    </Section>
  );
};

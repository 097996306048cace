import { Button } from '@fluentui/react-components';
import type { Letters } from '#contract/letters.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { DocumentLink } from '../kit/document-link.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './letters.css';
import { WriteLetter } from './write-letter.tsx';

/** The letters of a pupil: what was written, what can be, and the one that is being written. */
export const LettersPage = ({ id }: { id: string }) => {
  const asked = useAnswer('letters', { pupil: id });
  const { query } = usePlace();
  const kind = query.get('kind');
  return (
    <WholePage title="Letters" asked={asked}>
      {(letters, stale) => {
        const chosen = letters.kinds.find((one) => one.kind === kind);
        return (
          <div className="wm-page">
            <PageHeader
              title={chosen?.title ?? 'Letters'}
              windowTitle={`${chosen?.title ?? 'Letters'}, ${letters.pupil.caseRef ?? 'pupil'}`}
              path={
                <>
                  <PageLink to={`/tab/pupil/${id}`}>{letters.pupil.name}</PageLink>
                  {letters.pupil.caseRef ? ` / ${letters.pupil.caseRef}` : ''}
                  {chosen ? (
                    <>
                      {' / '}
                      <PageLink to={`/tab/pupil/${id}/letters`}>Letters</PageLink>
                    </>
                  ) : null}
                </>
              }
              below={
                chosen ? (
                  <>
                    {`${chosen.use} ${chosen.citation}`} <NotVerified words={chosen.unverified} />
                  </>
                ) : (
                  letters.rights.words
                )
              }
            />
            {chosen ? (
              <WriteLetter key={chosen.kind} letters={letters} kind={chosen} stale={stale} again={asked.again} />
            ) : (
              <Lists letters={letters} stale={stale} />
            )}
          </div>
        );
      }}
    </WholePage>
  );
};

/** What of the law nobody has read at its source; for whoever writes, never in the letter. */
const NotVerified = ({ words }: { words: string | null }) =>
  words ? <UrgencyMark urgency="info">Not verified: {words}</UrgencyMark> : null;

const Lists = ({ letters, stale }: { letters: Letters; stale: boolean }) => (
  <div className="wm-two">
    <Section title="Write a letter" aside="from the record’s facts and set phrases">
      <ul className="wm-list">
        {letters.kinds.map(({ kind, title, use, citation, unverified }) => (
          <li key={kind} className="letters-kind">
            <span className="letters-kind-words">
              <strong>{title}</strong>
              <span>{use}</span>
              <span className="wm-second">{citation}</span>
              <NotVerified words={unverified} />
            </span>
            <Button size="small" disabled={stale} aria-label={`Write: ${title}`} onClick={() => changeQuery({ kind })}>
              Write
            </Button>
          </li>
        ))}
      </ul>
      <p className="wm-foot">
        <span>
          Plans, the annual review report and the IEP are drafted in Word from the{' '}
          <PageLink to={`/tab/pupil/${letters.pupil.id}`} className="wm-link-lined">
            pupil’s page
          </PageLink>
          .
        </span>
      </p>
    </Section>
    <Written letters={letters} />
  </div>
);

const Written = ({ letters }: { letters: Letters }) => {
  const { me } = useReach();
  return (
    <Section title="Letters written" aside={letters.letters.length ? String(letters.letters.length) : undefined}>
      {letters.letters.length ? (
        <ul className="wm-list">
          {letters.letters.map((letter) => (
            <li key={letter.id} className="letters-written">
              <PageLink to={`/tab/letters/${letter.id}`}>{`${letter.title}, ${dayWords(letter.dated, me.today)}`}</PageLink>
              <span>
                To {letter.addressee}, in {letter.languageName}
              </span>
              <span className="wm-second">
                {letter.given ?? 'Not sent yet'}
                {letter.by ? ` · written by ${letter.by}` : ''}
              </span>
              <span className="wm-second">
                <DocumentLink name={letter.name} webUrl={letter.webUrl} />
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="letters-none">No letter has been written yet.</p>
      )}
    </Section>
  );
};

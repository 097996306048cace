import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { DocumentLink } from '../kit/document-link.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

const SHORT = 5;

/** What lies in the case folder, with who it is from, or how many differences wait in it. */
export const DocumentsPart = ({ pupil, short }: { pupil: Pupil; short?: boolean }) => {
  const { me, wordRoom, openOutside } = useReach();
  const { folderUrl } = pupil;
  const shown = short ? pupil.documents.slice(0, SHORT) : pupil.documents;
  return (
    <Section
      title="Documents"
      end={
        folderUrl && !wordRoom ? (
          <a
            className="wm-link"
            href={folderUrl}
            onClick={(event) => {
              event.preventDefault();
              openOutside(folderUrl);
            }}
          >
            Folder {pupil.caseRef}
          </a>
        ) : null
      }
    >
      {shown.length ? (
        <ul className="wm-list">
          {shown.map((document) => (
            <li key={document.id} className="pupil-document">
              <DocumentTextRegular aria-hidden />
              <DocumentLink name={document.name} webUrl={document.webUrl} />
              <span className="wm-second">
                {document.differences ? (
                  <UrgencyMark urgency="near">{counted(document.differences, 'difference')}</UrgencyMark>
                ) : (
                  [document.from, !short && document.filedOn ? dayWords(document.filedOn, me.today) : null].filter(Boolean).join(' · ')
                )}
              </span>
            </li>
          ))}
          {pupil.documents.length > shown.length ? (
            <li>
              <PageLink to={`/tab/pupil/${pupil.id}?tab=documents`}>All {pupil.documents.length}</PageLink>
            </li>
          ) : null}
        </ul>
      ) : (
        <p className="pupil-none">The case folder is empty.</p>
      )}
    </Section>
  );
};

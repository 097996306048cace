import { DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { PRIVACY_PAPERS, type PrivacyPaper, privacyPapers } from '#domain/privacy/papers/names.ts';
import { FileButtons } from '../kit/file-buttons.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { useReach } from '../kit/reach.ts';

/** The papers that a data protection officer asks for, filled from what Waymark knows of itself. */
export const PrivacyPapers = () => (
  <>
    <PageHeader title="Privacy papers" aside="Templates, filled from this school’s Waymark today" />
    <p>Fill in what is in square brackets. What nobody has verified in its source is marked so. None of it is legal advice.</p>
    <ul className="wm-section status-lines">
      {privacyPapers.map((paper) => (
        <PaperLine key={paper} paper={paper} />
      ))}
    </ul>
  </>
);

const PaperLine = ({ paper }: { paper: PrivacyPaper }) => {
  const { answers } = useReach();
  const { title, about } = PRIVACY_PAPERS[paper];
  return (
    <li className="status-line">
      <div>
        <h2>{title}</h2>
        <p className="wm-second">{about}</p>
      </div>
      <FileButtons
        take={(as: 'docx' | 'md') => answers.change('privacyPaper', { path: { paper }, query: { as } })}
        ways={[
          { format: 'docx', words: 'Download Word', label: `Download Word: ${title}`, icon: <DocumentTextRegular /> },
          { format: 'md', words: 'Download text', label: `Download text: ${title}` },
        ]}
      />
    </li>
  );
};

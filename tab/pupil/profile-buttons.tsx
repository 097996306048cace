import { PaperButtons } from '../kit/paper-buttons.tsx';
import { useReach } from '../kit/reach.ts';

/** The one-page profile, for every adult who works with the pupil tomorrow morning. */
export const ProfileButtons = ({ pupil }: { pupil: string }) => {
  const { answers } = useReach();
  return (
    <PaperButtons
      of="the one-page profile"
      words="One-page profile"
      pdfWords="Profile as PDF"
      take={(format) => answers.change('profilePaper', { path: { pupil }, body: { format } })}
    />
  );
};

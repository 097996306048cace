import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';
import { RecordPart } from './record/record-part.tsx';

/** Exam arrangements of one pupil: what is asked for and on what it rests, and the draft that is made of it. */
export const ExamsPart = ({ pupil, readOnly }: { pupil: Pupil; readOnly: boolean }) => (
  <RecordPart pupil={pupil} part="exams" readOnly={readOnly}>
    {pupil.can.includes('draft-plan') ? <Application pupil={pupil.id} /> : null}
  </RecordPart>
);

const Application = ({ pupil }: { pupil: string }) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const draft = async () => {
    const file = await run('examApplication', { path: { pupil } }, 'The draft application is saved');
    if (file) saveFile({ ...file, content: file.base64 });
  };
  return (
    <Section
      title="Application"
      end={
        <Button size="small" icon={<ArrowDownloadRegular />} disabled={busy} onClick={() => void draft()}>
          Draft as .docx
        </Button>
      }
    >
      {failed ? <FailedBar failed={failed} /> : null}
      <p className="pupil-none">
        Made only from what is recorded above; it lists what is missing.{' '}
        {me.roles.some((role) => role === 'coordinator' || role === 'leader') ? (
          <PageLink to="/tab/exams">Everybody in exam years</PageLink>
        ) : null}
      </p>
    </Section>
  );
};

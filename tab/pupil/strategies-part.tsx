import { GatheredMarks } from '../kit/gathered-marks.tsx';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

const TITLE = 'What colleagues say works';

/** What colleagues say of the pupil's strategies; not there for whoever may not read how the school works on the case. */
export const StrategiesPart = ({ pupil }: { pupil: string }) => {
  const { answer, failed, again } = useAnswer('strategyMarks', { pupil });
  if (answer) return <GatheredMarks gathered={answer} title={TITLE} />;
  if (failed && [403, 404].includes(failed.problem.status)) return null;
  return <Section title={TITLE}>{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows rows={3} />}</Section>;
};

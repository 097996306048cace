import { GatheredMarks } from '../kit/gathered-marks.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** Among the papers of a review: what colleagues say of the strategies. Nothing where nothing is written down, or not for the reader. */
export const ReviewMarks = ({ meeting }: { meeting: string }) => {
  const { answer } = useAnswer('reviewMarks', { meeting });
  return answer?.strategies.length ? <GatheredMarks gathered={answer} title="Papers: what colleagues say works" /> : null;
};

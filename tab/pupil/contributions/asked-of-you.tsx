import { Button } from '@fluentui/react-components';
import { changeQuery } from '../../kit/place.ts';
import { Bar } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';

/** What the reader is asked about this pupil and has not answered: one press from here, too, and not only on the card in Teams. */
export const AskedOfYou = ({ pupil }: { pupil: string }) => {
  const { answer } = useAnswer('askedOfMe');
  const mine = answer?.asked.filter((one) => one.pupil.id === pupil) ?? [];
  return mine.map((one) => (
    <Bar
      key={one.contribution}
      urgency="info"
      end={
        <Button size="small" appearance="primary" onClick={() => changeQuery({ answer: one.contribution })}>
          Answer
        </Button>
      }
    >
      <strong>{one.askedBy}</strong> asks you: {one.title}. {one.dueWords}.
    </Bar>
  ));
};

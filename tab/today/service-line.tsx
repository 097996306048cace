import { Button } from '@fluentui/react-components';
import { go } from '../kit/place.ts';
import { Bar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

/** One line when something is wrong with the service, and nothing while all is well. */
export const ServiceLine = () => {
  const { answer } = useAnswer('status');
  if (!answer?.wrong) return null;
  return (
    <Bar
      urgency="near"
      end={
        <Button size="small" onClick={() => go('/tab/settings/status')}>
          See status
        </Button>
      }
    >
      {answer.sentence}
    </Bar>
  );
};

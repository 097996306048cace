import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useReach } from '../kit/reach.ts';
import { Bar } from '../kit/states.tsx';
import type { Told } from './views-row.tsx';

/** What was done to a view, and the press that takes it back. */
export const ToldBar = ({ told, onClose }: { told: Told; onClose: () => void }) => {
  const { answers } = useReach();
  const undo = async () => {
    await told.undo?.();
    onClose();
    await answers.ask('views');
  };
  return (
    <Bar
      urgency="info"
      end={
        <>
          {told.undo ? (
            <Button size="small" onClick={() => void undo()}>
              Undo
            </Button>
          ) : null}
          <Button size="small" appearance="transparent" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />
        </>
      }
    >
      {told.words}
    </Bar>
  );
};

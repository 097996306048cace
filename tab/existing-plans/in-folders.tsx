import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlansInFolders } from '#contract/existing-plans.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { Empty, FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';

type File = PlansInFolders['files'][number];

/** Plans that lie in the case folders already: all are ticked, and what is no plan is unticked before they are read. */
export const InFolders = ({ onBring, onClose }: { onBring: (files: readonly File[]) => void; onClose: () => void }) => {
  const { answer, failed, again } = useAnswer('plansInFolders');
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const chosen = answer?.files.filter(({ itemId }) => !off.has(itemId)) ?? [];
  const turn = (item: string) => {
    const next = new Set(off);
    if (!next.delete(item)) next.add(item);
    setOff(next);
  };
  return (
    <Section
      title="In the case folders"
      aside={answer ? `${counted(answer.files.length, 'file')} that may be a plan, in ${counted(answer.folders, 'folder')}` : ''}
      end={
        <Button size="small" appearance="transparent" onClick={onClose}>
          Close
        </Button>
      }
    >
      {failed && !answer ? <FailedBar failed={failed} again={again} /> : null}
      {!answer && !failed ? <SkeletonRows rows={4} /> : null}
      {answer?.files.length === 0 ? <Empty title="No plan lies there that was not brought in" /> : null}
      {answer && answer.files.length > 0 ? (
        <>
          <ul className="wm-list">
            {answer.files.map((file) => (
              <li key={file.itemId} className="plans-row">
                <Checkbox checked={!off.has(file.itemId)} onChange={() => turn(file.itemId)} label={`${file.name} · ${file.pupilName}`} />
              </li>
            ))}
          </ul>
          <p className="wm-foot">
            <Button size="small" appearance="primary" disabled={chosen.length === 0} onClick={() => onBring(chosen)}>
              Read {counted(chosen.length, 'file')}
            </Button>
          </p>
        </>
      ) : null}
    </Section>
  );
};

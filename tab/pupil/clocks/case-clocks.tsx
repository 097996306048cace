import { useState } from 'react';
import type { CaseEvent } from '#contract/case-events.ts';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { changeQuery, usePlace } from '../../kit/place.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import './case-clocks.css';
import { CaseSteps } from './case-steps.tsx';
import { ChainView } from './chain-view.tsx';
import { EventDialog } from './event-dialog.tsx';
import { EventList } from './event-list.tsx';
import type { EventTask } from './event-task.ts';
import { FirstDay } from './first-day.tsx';

/** The ways a case is on, what the law asks for without a date, and the events that everything is counted from. */
export const CaseClocks = ({ pupil, readOnly }: { pupil: Pupil; readOnly: boolean }) => {
  const { answers } = useReach();
  const { query } = usePlace();
  const path = { pupil: pupil.id };
  const { answer, failed, again } = useAnswer('caseEvents', path);
  const [task, setTask] = useState<EventTask | null>(null);
  const asked = query.get('record');
  if (!answer)
    return <Section title="What happened">{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows rows={4} />}</Section>;

  const mayRecord = answer.groups.length > 0 && !readOnly;
  const open: EventTask | null = task ?? (asked && mayRecord ? { what: 'record', kind: asked } : null);
  const close = () => {
    setTask(null);
    if (asked) changeQuery({ record: '' });
  };
  const done = () => {
    close();
    void answers.ask('caseEvents', { path });
    void answers.ask('pupil', { path });
  };
  const start = (what: 'correct' | 'withdraw' | 'restore', event: CaseEvent) => setTask({ what, event });
  return (
    <>
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      {answer.unknown && !readOnly ? <FirstDay key={answer.unknown.kind} pupil={pupil.id} unknown={answer.unknown} onSaved={done} /> : null}
      <ChainView chains={answer.chains} />
      <EventList
        events={answer.events}
        pupil={pupil.id}
        onRecord={mayRecord ? () => setTask({ what: 'record', kind: '' }) : null}
        onTask={mayRecord ? start : null}
      />
      <CaseSteps steps={answer.steps} />
      {open ? <EventDialog pupil={pupil} groups={answer.groups} task={open} onClose={close} onSaved={done} onOvertaken={again} /> : null}
    </>
  );
};

import { lazy, Suspense } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { Together, Waiting } from '../kit/together.tsx';
import { ClocksPart } from './clocks-part.tsx';
import { ContactsInShort } from './contacts-in-short.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { GoalsInShort } from './goals-part.tsx';
import { MeetingsPart } from './meetings-part.tsx';
import { PlanPart } from './plan-part.tsx';
import type { PartName } from './pupil-tabs.tsx';
import type { RecordPartName } from './record/record-part.tsx';
import { Timeline } from './timeline/timeline.tsx';

const AttendancePart = lazy(() => import('./attendance/attendance-part.tsx').then((module) => ({ default: module.AttendancePart })));
const ExamsPart = lazy(() => import('./exams-part.tsx').then((module) => ({ default: module.ExamsPart })));
const StrategiesPart = lazy(() => import('./strategies-part.tsx').then((module) => ({ default: module.StrategiesPart })));
const RecordPart = lazy(() => import('./record/record-part.tsx').then((module) => ({ default: module.RecordPart })));

type Props = { pupil: Pupil; part: PartName; stale: boolean; may: (deed: Pupil['can'][number]) => boolean };

/** The part of the record that is open, all of its lists at once. */
export const PupilPart = (props: Props) => (
  <Together key={props.part}>
    <OpenPart {...props} />
  </Together>
);

const OpenPart = ({ pupil, part, stale, may }: Props) => {
  const kept = (name: RecordPartName) => (
    <Suspense fallback={<Waiting />}>
      <RecordPart pupil={pupil} part={name} readOnly={stale || pupil.leftOn !== null} />
    </Suspense>
  );
  switch (part) {
    case 'needs':
      return (
        <div className="wm-stack">
          {kept(part)}
          <Suspense fallback={<Waiting />}>
            <StrategiesPart pupil={pupil.id} />
          </Suspense>
        </div>
      );
    case 'assessments':
    case 'provision':
    case 'contacts':
    case 'agencies':
      return kept(part);
    case 'plan':
      return <PlanPart pupil={pupil} mayScore={may('record-score')} goals={kept('plan')} />;
    case 'documents':
      return (
        <div className="wm-stack">
          <DocumentsPart pupil={pupil} />
          {kept('notes')}
        </div>
      );
    case 'exams':
      return (
        <Suspense fallback={<Waiting />}>
          <ExamsPart pupil={pupil} readOnly={stale || pupil.leftOn !== null} />
        </Suspense>
      );
    case 'attendance':
      return (
        <Suspense fallback={<Waiting />}>
          <AttendancePart pupil={pupil} readOnly={stale || pupil.leftOn !== null} />
        </Suspense>
      );
    case 'meetings':
      return <MeetingsPart pupil={pupil} />;
    case 'clocks':
      return <ClocksPart pupil={pupil} stale={stale} />;
    case 'overview':
      return (
        <div className="pupil-overview">
          <Timeline pupil={pupil} />
          <div className="wm-stack">
            <ContactsInShort pupil={pupil} mayLog={may('log')} />
            <GoalsInShort pupil={pupil} />
            <DocumentsPart pupil={pupil} short />
          </div>
        </div>
      );
    default:
      return part satisfies never;
  }
};

import type { PupilPage as Pupil } from '#contract/pupils.ts';
import { ClocksPart } from './clocks-part.tsx';
import { ContactsPart } from './contacts-part.tsx';
import { DocumentsPart } from './documents-part.tsx';
import { GoalsInShort } from './goals-part.tsx';
import { MeetingsPart } from './meetings-part.tsx';
import { NeedsPart } from './needs-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { ProvisionPart } from './provision-part.tsx';
import type { PartName } from './pupil-tabs.tsx';
import { Timeline } from './timeline.tsx';

type Props = { pupil: Pupil; part: PartName; may: (deed: Pupil['can'][number]) => boolean };

/** The part of the record that is open. */
export const PupilPart = ({ pupil, part, may }: Props) => {
  switch (part) {
    case 'needs':
      return <NeedsPart pupil={pupil} />;
    case 'plan':
      return <PlanPart pupil={pupil} mayScore={may('record-score')} />;
    case 'provision':
      return <ProvisionPart pupil={pupil} />;
    case 'meetings':
      return <MeetingsPart pupil={pupil} />;
    case 'contacts':
      return <ContactsPart pupil={pupil} mayLog={may('log')} />;
    case 'documents':
      return <DocumentsPart pupil={pupil} />;
    case 'clocks':
      return <ClocksPart pupil={pupil} />;
    case 'overview':
      return (
        <div className="pupil-overview">
          <Timeline pupil={pupil} />
          <div className="wm-stack">
            <ContactsPart pupil={pupil} mayLog={may('log')} short />
            <GoalsInShort pupil={pupil} />
            <DocumentsPart pupil={pupil} short />
          </div>
        </div>
      );
    default:
      return part satisfies never;
  }
};

import type { ExportPupilRequest } from '#contract/exports.ts';
import { ExportButtons } from '../kit/export-buttons.tsx';
import { useReach } from '../kit/reach.ts';
import type { PartName } from './pupil-tabs.tsx';

/** What stands behind each part of the page. */
const PARTS: Readonly<Record<string, readonly [ExportPupilRequest['part'], string]>> = {
  overview: ['timeline', 'the timeline'],
  needs: ['needs', 'needs'],
  assessments: ['assessments', 'assessments'],
  plan: ['goals', 'goals'],
  provision: ['provision', 'provision'],
  meetings: ['meetings', 'meetings'],
  contacts: ['contacts', 'contacts'],
  agencies: ['agencies', 'agencies'],
  exams: ['exams', 'exam arrangements'],
  attendance: ['attendance', 'attendance and suspensions'],
  documents: ['documents', 'the list of documents'],
  clocks: ['clocks', 'clocks'],
};

/** Takes the part of the record that is open out as a file named by the case. */
export const ExportPart = ({ pupil, part }: { pupil: string; part: PartName }) => {
  const { answers } = useReach();
  const [name, of] = PARTS[part] ?? [];
  if (!name || !of) return null;
  return (
    <ExportButtons key={name} of={of} take={(format) => answers.change('exportPupil', { path: { pupil }, body: { part: name, format } })} />
  );
};

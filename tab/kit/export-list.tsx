import type { ExportListRequest } from '#contract/exports.ts';
import { ExportButtons } from './export-buttons.tsx';
import { useReach } from './reach.ts';

type Props = {
  of: string;
  what: Exclude<ExportListRequest['what'], 'caseload' | 'compliance'>;
  /** What the first button says where a page has more than one list. */
  words?: string;
};

/** Buttons that take a list of the school out, for whoever may; nothing for everybody else. */
export const ExportList = ({ of, what, words }: Props) => {
  const { answers, me } = useReach();
  if (!me.roles.some((role) => role === 'coordinator' || role === 'leader')) return null;
  return (
    <ExportButtons of={of} {...(words ? { words } : {})} take={(format) => answers.change('exportList', { body: { what, format } })} />
  );
};

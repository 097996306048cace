import type { ReactNode } from 'react';
import type { DoneForMany } from '#contract/caseload-work.ts';
import { FormDialog } from '../kit/form-dialog.tsx';
import { useSaving } from '../kit/use-saving.ts';

type Props = {
  title: string;
  save: string;
  ready: boolean;
  onSave: () => Promise<DoneForMany>;
  /** Hears what was done for each pupil, and closes the dialog. */
  onDone: (reply: DoneForMany) => void;
  onClose: () => void;
  children: ReactNode;
};

/** One question about several pupils; what failed as a whole stands above the field, which keeps its answer. */
export const WorkDialog = ({ onSave, onDone, ...form }: Props) => {
  const saving = useSaving();
  const work = async () => {
    await saving.save(async () => onDone(await onSave()));
    return false;
  };
  return <FormDialog {...form} saving={saving} onSave={work} />;
};

import type { ReactNode } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import type { KindName } from '#domain/record/kind.ts';
import { useAnswer } from '../../kit/use-answer.ts';
import { type Choosable, ChoosersProvider, choosersOf } from './choosers.ts';

/** The entries of a kind as things a field can name. */
const useNamed = (pupil: string, kind: KindName): readonly Choosable[] =>
  (useAnswer('entries', { pupil, kind }).answer?.entries ?? []).map(({ id, line }) => ({ value: id, words: line }));

/** Hands the fields of this pupil's record what they can name: family, goals, needs, provision, documents, agencies, colleagues. */
export const RecordProvider = ({ pupil, children }: { pupil: Pupil; children: ReactNode }) => {
  const agency = useNamed(pupil.id, 'agency');
  const intervention = useNamed(pupil.id, 'intervention');
  const people = useAnswer('colleagues').answer?.people ?? [];
  const person = people.map(({ id, name }) => ({ value: id, words: name }));
  return <ChoosersProvider value={{ ...choosersOf(pupil), agency, intervention, person }}>{children}</ChoosersProvider>;
};

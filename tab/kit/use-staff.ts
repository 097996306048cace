import type { Colleagues } from '#contract/people.ts';
import { useAnswer } from './use-answer.ts';

/** The school's own staff, by surname, for a field that names whoever takes a class or carries support; empty until they have come. */
export const useStaff = (): Colleagues['people'] => useAnswer('colleagues').answer?.people.filter(({ staff }) => staff) ?? [];

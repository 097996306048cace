import type { KeptEntry } from '../../casework.ts';

/** What is kept of a pupil beside the story itself. People stand there by their keys, goals and the like by their place in the story. */
export type Kept = readonly KeptEntry<string>[];

/** The school's autumn screening of reading, with its norms. */
export const READING = {
  instrument: 'Sentence Reading 3',
  edition: 'form B',
  normGroup: 'United Kingdom 2019, ages 6 to 11',
  mean: 100,
  sd: 15,
  reliability: 0.94,
  level: '95',
  method: 'score',
} as const;

/** One pupil's result of that screening. */
export const readingOf = (on: string, standard: number, raw: number): KeptEntry<string> => ({
  kind: 'screening',
  by: 'leanne.foster',
  values: { ...READING, on, raw, rawMost: 48, standard, by: 'leanne.foster', language: 'English' },
});

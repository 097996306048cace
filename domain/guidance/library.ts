import { ANXIETY } from './library/anxiety.ts';
import { ATTENTION } from './library/attention.ts';
import { LANGUAGE } from './library/language.ts';
import { MOTOR } from './library/motor.ts';
import { OTHER } from './library/other.ts';
import { READING_LOAD } from './library/reading-load.ts';
import { SENSORY } from './library/sensory.ts';
import { WORKING_MEMORY } from './library/working-memory.ts';
import { WRITING } from './library/writing.ts';
import { asEntry, type LibraryEntry, type Strategy } from './strategy.ts';

/** Waymark's strategies, barrier by barrier. A school adds its own beside them; these are not changed by it. */
export const STRATEGIES: readonly Strategy[] = [
  ...ATTENTION,
  ...WORKING_MEMORY,
  ...READING_LOAD,
  ...WRITING,
  ...LANGUAGE,
  ...SENSORY,
  ...MOTOR,
  ...ANXIETY,
  ...OTHER,
];

/** The same as entries of the library. */
export const SHIPPED: readonly LibraryEntry[] = STRATEGIES.map(asEntry);

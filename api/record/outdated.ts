import type { Conflict } from '#contract/record.ts';
import { Refusal } from '../refusal.ts';

/** Somebody else saved meanwhile. Carries what both wrote, so that nothing has to be typed again. */
export class Outdated extends Refusal {
  readonly conflict: Conflict;

  constructor(words: string, conflict: Conflict) {
    super('changed-meanwhile', words);
    this.name = 'Outdated';
    this.conflict = conflict;
  }
}

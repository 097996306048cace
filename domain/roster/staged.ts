import type { Day } from '#domain/calendar/day.ts';

/** What a person of the roster is to a school. Roles we do not know stay `other`: they come onto no roll and get no rights. */
export type RosterRole = 'pupil' | 'teacher' | 'assistant' | 'guardian' | 'other';

/**
 * One fact of a roster, whatever shape of file it came from. `key` is the file's own id for the thing; facts name one another by
 * these ids, and whether they lead anywhere is checked over the whole set.
 */
export type StagedFact =
  | {
      readonly kind: 'school';
      readonly key: string;
      /** The school's own system's id, where the source has one of its own besides. So for people and classes. */
      readonly externalId?: string | null;
      readonly name: string;
      readonly type: string;
      readonly parent: string | null;
    }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly externalId?: string | null;
      readonly givenName: string;
      readonly surname: string;
      readonly email: string | null;
      readonly username: string | null;
      readonly phone: string | null;
      readonly role: RosterRole | null;
      readonly yearGroup: number | null;
      readonly school: string | null;
      readonly birthday: Day | null;
      readonly sex?: string | null;
      /** The form a pupil is in, `6 Oak`. */
      readonly form?: string | null;
      readonly closed: boolean;
    }
  | {
      readonly kind: 'role';
      readonly key: string;
      readonly person: string;
      readonly school: string;
      readonly role: RosterRole;
      readonly yearGroup: number | null;
      readonly primary: boolean;
      readonly from: Day | null;
      readonly to: Day | null;
    }
  | {
      readonly kind: 'class';
      readonly key: string;
      readonly externalId?: string | null;
      /** None: the school that the set is for. */
      readonly school: string | null;
      readonly name: string;
      readonly subject: string | null;
      readonly course: string | null;
      readonly yearGroup: number | null;
      readonly closed: boolean;
    }
  | {
      readonly kind: 'enrolment';
      readonly key: string;
      readonly class: string;
      readonly person: string;
      readonly role: RosterRole;
      readonly from: Day | null;
      readonly to: Day | null;
      readonly closed: boolean;
    }
  | { readonly kind: 'course'; readonly key: string; readonly name: string; readonly yearGroup: number | null }
  | { readonly kind: 'guardian'; readonly key: string; readonly pupil: string; readonly guardian: string; readonly relation: string }
  | {
      readonly kind: 'family';
      readonly key: string;
      readonly pupil: string;
      readonly givenName: string;
      readonly surname: string;
      readonly email: string | null;
      readonly phone: string | null;
      readonly relation: string;
    }
  | {
      readonly kind: 'account';
      readonly key: string;
      readonly email: string | null;
      readonly username: string;
      readonly jobTitle: string | null;
      readonly closed: boolean;
    }
  | {
      readonly kind: 'lesson';
      readonly key: string;
      readonly class: string;
      readonly person: string;
      /** Monday 1, as ISO 8601 counts. */
      readonly weekday: number;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'details'; readonly key: string; readonly birthday: Day | null; readonly sex: string | null }
  | { readonly kind: 'flag'; readonly key: string; readonly person: string; readonly flag: string }
  | {
      readonly kind: 'case';
      readonly key: string;
      readonly pupil: string;
      readonly begins: Day;
      readonly disabilities: readonly string[];
      readonly services: readonly string[];
      readonly setting: string | null;
      readonly lastEvaluation: Day | null;
      readonly iepReview: Day | null;
      readonly iepBegin: Day | null;
      readonly iepEnd: Day | null;
      readonly exit: Day | null;
    }
  | { readonly kind: 'term'; readonly key: string };

/** Why one field of a row was not taken. */
export type FieldFault = { readonly column: string; readonly value: string; readonly reason: string };

/** A row read: the facts in it, or why it was refused. */
export type ReadRow = { readonly facts: readonly StagedFact[] } | { readonly faults: readonly FieldFault[] };

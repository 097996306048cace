import type { Day } from '../calendar/day.ts';

/** The collections of people and classes that Microsoft 365 keeps, each read by its own delta. */
export type PeopleCollection =
  | 'schools'
  | 'classes'
  | 'people'
  | 'memberships'
  | 'accounts'
  | `places:${string}`
  | `class-places:${string}`;

/** Whom the school's own system names as family; Microsoft 365 gives them no id. */
export type FamilyMember = {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly relation: 'parent' | 'relative' | 'aide' | 'doctor' | 'guardian' | 'child' | 'other';
};

/**
 * One thing as Microsoft 365 tells of it, in our words. `externalId` is the id that the school's own system gave it. Somebody of role
 * `other` has an account and is neither pupil nor teacher there.
 */
export type GraphThing =
  | { readonly kind: 'school'; readonly id: string; readonly externalId: string | null; readonly name: string }
  | {
      readonly kind: 'class';
      readonly id: string;
      readonly externalId: string | null;
      readonly name: string;
      readonly subject: string | null;
      readonly yearGroup: number | null;
    }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly role: 'pupil' | 'teacher' | 'other';
      readonly externalId: string | null;
      readonly givenName: string;
      readonly surname: string;
      readonly email: string | null;
      readonly username: string | null;
      readonly birthday: Day | null;
      readonly sex: string | null;
      readonly yearGroup: number | null;
      readonly family: readonly FamilyMember[];
    }
  | { readonly kind: 'member'; readonly id: string; readonly class: string; readonly person: string }
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly email: string | null;
      readonly username: string;
      readonly jobTitle: string | null;
      readonly enabled: boolean;
    }
  | { readonly kind: 'place'; readonly id: string; readonly school: string; readonly of: string };

/** A thing, or only its id where it is there no longer. */
export type Told = { readonly thing: GraphThing } | { readonly gone: string };

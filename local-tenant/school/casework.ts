/**
 * The casework side of the made-up school as plain data: what a coordinator knows of each pupil on the register. The stories write its
 * dates as of autumn 2026 (text); `told` turns them into days around today. People are named by their keys.
 */
import type { Day } from '#domain/calendar/day.ts';
import type { KindName, Value } from '#domain/record/kind.ts';

export type Case<Date = Day> = {
  /** Key of the pupil on roll. */
  readonly pupil: string;
  readonly caseRef: string;
  readonly stage: 'monitoring' | 'support' | 'assessment' | 'plan';
  readonly stageSince: Date;
  readonly keyWorker: string;
  readonly homeLanguage: string | null;
  readonly attendance: number | null;
  readonly needs: readonly Need[];
  readonly strengths: readonly string[];
  readonly difficulties: readonly string[];
  readonly strategies: readonly string[];
  /** What the one-page profile and the class sheet say beside: liked for, what matters, what to do if it goes wrong. */
  readonly liked: readonly string[];
  readonly important: readonly string[];
  readonly ifWrong: readonly string[];
  readonly contacts: readonly Contact<Date>[];
  readonly team: readonly Member<Date>[];
  readonly goals: readonly Goal<Date>[];
  readonly provision: readonly Provision<Date>[];
  readonly events: readonly Happening<Date>[];
  readonly log: readonly Entry<Date>[];
  readonly contributions: readonly Contribution<Date>[];
  readonly consents: readonly { readonly scope: string; readonly received: Date; readonly expires: Date | null }[];
  readonly meetings: readonly Meeting<Date>[];
  readonly actions: readonly Action<Date>[];
  /** Suspensions and the like, in school days. */
  readonly removals: readonly Away<Date>[];
  /** Timetables of less than the whole week. */
  readonly partTime: readonly ShortWeek<Date>[];
  /** What else is kept of the pupil, kind by kind. */
  readonly record: readonly KeptEntry<Date>[];
  /** What people told the school of their time. */
  readonly times: readonly ToldTime<Date>[];
};

/**
 * An entry of the record in the fields of its kind. People stand in it by their keys; a goal, a need or a line of provision by its place in
 * the story, from 1.
 */
export type KeptEntry<Date> = {
  readonly kind: KindName;
  /** Key of whoever wrote it. */
  readonly by: string;
  readonly values: Readonly<Record<string, Value | Date>>;
};

export type Away<Date> = {
  readonly kind: 'suspension' | 'exclusion' | 'in-school' | 'lunchtime';
  readonly from: Date;
  readonly to: Date;
  readonly days: number | null;
  readonly reason: string;
};

export type ShortWeek<Date> = {
  readonly from: Date;
  readonly to: Date | null;
  readonly hoursAWeek: number;
  readonly reviewOn: Date | null;
  readonly reason: string;
};

/** Someone's own word about a time, stronger than any calendar: of a person, a contact, or an interpreter (`Urdu`). */
export type ToldTime<Date> = {
  readonly who: { readonly person: string } | { readonly contact: string } | { readonly interpreter: string };
  readonly on: Date;
  readonly from: string;
  readonly to: string;
  readonly can: 'yes' | 'no' | 'maybe';
  readonly words?: string;
};

export type Need = {
  readonly code: string;
  readonly area: string;
  readonly words: string;
  /** What the staff-room says: `Dyslexia`, `ADHD (SEMH)`; the code's own name where it says nothing else. */
  readonly knownAs?: string;
  readonly source: string;
};

export type Contact<Date> = {
  readonly name: string;
  readonly relation: string;
  readonly responsibility?: boolean;
  readonly phone?: string;
  readonly email?: string;
  readonly language?: string;
  readonly interpreter?: boolean;
  readonly prefers?: string;
  readonly restriction?: string;
  readonly restrictedOn?: Date;
};

export type Member<Date> = {
  readonly person: string;
  readonly relation: 'coordinates' | 'manages-case' | 'supports' | 'teaches' | 'advises';
  readonly words?: string;
  readonly from: Date;
  readonly to?: Date;
};

export type Goal<Date> = {
  readonly words: string;
  readonly area?: string;
  readonly measure?: string;
  readonly unit?: string;
  readonly baseline?: number;
  readonly baselineOn?: Date;
  readonly criterion?: string;
  readonly target?: number;
  readonly targetOn?: Date;
  readonly improves?: 'up' | 'down';
  readonly state?: 'open' | 'met' | 'stopped';
  readonly metOn?: Date;
  readonly by?: string;
  readonly points: readonly (readonly [on: Date, value: number])[];
};

export type Provision<Date> = {
  readonly what: string;
  readonly person?: string;
  readonly minutes?: number;
  readonly timesAWeek?: number;
  readonly groupSize?: number;
  readonly place?: string;
  /** Lesson that is missed for it: `science`. */
  readonly misses?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly lastSession?: Date;
  readonly need?: number;
  readonly goal?: number;
};

/** Something that happened in a case, in the words of domain/timelines; `owner` says of whom it is expected, and in which words. */
export type Happening<Date> = {
  readonly kind: string;
  readonly on: Date;
  readonly about?: string;
  readonly outcome?: string;
  readonly until?: Date;
  readonly agreed?: Date;
  readonly who?: string;
  readonly exception?: string;
  readonly because?: string;
  readonly source?: string;
  readonly owner?: { readonly person?: string; readonly words?: string; readonly short?: string };
  /** Stays in its place in the school year, whatever today is: a transfer in September. */
  readonly inSchoolYear?: boolean;
};

export type Entry<Date> = {
  readonly kind: 'call' | 'message' | 'observation' | 'visit' | 'note' | 'restricted-note' | 'letter';
  readonly on: Date;
  readonly at?: string;
  readonly words: string;
  /** Name of a contact of the case, or of anyone else. */
  readonly with?: string;
  readonly minutes?: number;
  readonly promise?: string;
  readonly promiseDue?: Date;
  readonly by?: string;
  readonly byWords?: string;
  readonly openTo?: readonly string[];
};

export type Contribution<Date> = {
  readonly askedOf: string;
  readonly kind: 'parent-view' | 'pupil-view' | 'teacher-view' | 'advice' | 'report';
  readonly forWhat?: string;
  readonly asked?: Date;
  readonly due?: Date;
  readonly received?: Date;
  readonly receivedAt?: string;
  readonly words?: string;
};

export type Meeting<Date> = {
  readonly purpose: 'annual-review' | 'support-review' | 'parent-meeting';
  readonly state: 'booked' | 'held' | 'reported';
  readonly on: Date;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly people: readonly {
    readonly who: string;
    readonly words: string;
    readonly required?: boolean;
    readonly reply?: string;
    readonly attended?: string;
  }[];
  readonly decisions?: readonly string[];
  readonly view?: { readonly words: string; readonly saidBy: string; readonly against?: boolean };
};

export type Action<Date> = {
  readonly words: string;
  readonly owner: string;
  readonly due: Date;
  readonly done?: Date;
  readonly doneAt?: string;
};

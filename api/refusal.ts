import type { FaultName } from '#domain/faults/faults.ts';

/** Why a deed was not done, in a kind that each door turns into its manners and in words fit to show a person. */
export type RefusalKind = 'not-found' | 'not-allowed' | 'not-ready' | 'changed-meanwhile' | 'not-valid' | 'elsewhere-unwell';

/** Thrown by deeds. If the asker may not know that a record exists, the kind is `not-found`. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly fields: readonly { readonly field: string; readonly reason: string }[];
  /** The known fault behind it, where there is one: its code is shown beside the words. */
  readonly fault: FaultName | undefined;

  constructor(kind: RefusalKind, words: string, fields: readonly { field: string; reason: string }[] = [], fault?: FaultName) {
    super(words);
    this.name = 'Refusal';
    this.kind = kind;
    this.fields = fields;
    this.fault = fault;
  }
}

/** Something outside that the deed needs does not do its part just now; `fault` says what, in a code that can be looked up. */
export class Unwell extends Refusal {
  constructor(fault: FaultName, words: string) {
    super('elsewhere-unwell', words, [], fault);
  }
}

/** Microsoft asks the person for one more step before Waymark may act in their name; `claims` is what the sign-in must then bring. */
export class OneMoreStep extends Refusal {
  readonly claims: string;

  constructor(words: string, fault: FaultName, claims: string) {
    super('not-allowed', words, [], fault);
    this.claims = claims;
  }
}

/** Asked for more, or more often, than is given at once; after `seconds` it may be asked again. Nothing was read or changed. */
export class TooOften extends Refusal {
  readonly seconds: number;

  constructor(words: string, seconds: number) {
    super('not-ready', words);
    this.seconds = seconds;
  }
}

/** The thing was changed by somebody else after the version that the person saw. */
export class Overtaken extends Refusal {
  constructor(words: string) {
    super('changed-meanwhile', words);
    this.name = 'Overtaken';
  }
}

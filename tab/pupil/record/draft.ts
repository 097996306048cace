import type { CallFailed } from '#contract/calls.ts';
import type { Entry } from '#contract/record.ts';
import type { Fault, Field, RecordKind, Values } from '#domain/record/kind.ts';
import { mergeValues, sameValue } from '#domain/record/merge.ts';
import { type Typed, typedOf, valuesOf } from './typed.ts';

/** Someone saved this entry after it was opened here: what both began from, what they made of it, what was typed here. */
export type Meeting = { readonly base: Values; readonly theirs: Entry; readonly yours: Values };

/** How what was typed stands to what is kept. */
export type Standing =
  | { readonly is: 'as-kept' }
  | { readonly is: 'typing' }
  | { readonly is: 'saving' }
  /** `with`: the version of somebody else that went together with what was typed here, field by field. */
  | { readonly is: 'saved'; readonly entry: Entry; readonly with: Entry | null }
  | { readonly is: 'not-valid'; readonly faults: readonly Fault[] }
  | { readonly is: 'refused'; readonly failed: CallFailed; readonly faults: readonly Fault[] }
  | { readonly is: 'not-sent'; readonly failed: CallFailed; readonly tries: number }
  | { readonly is: 'met'; readonly meeting: Meeting };

/** How a draft reaches the record. */
export type Ways = {
  readonly save: (values: Values, version: number | null, reason: string | null) => Promise<Entry>;
  readonly faultsOf: (values: Values) => readonly Fault[];
  /** Told of each version that was kept, so that lists show it. */
  readonly onKept: (entry: Entry) => void;
};

/** A person who stops for this long has finished a thought. */
const PAUSE_MS = 1500;
/** A save that did not arrive is sent again after these pauses, then every minute. */
const AGAIN_MS = [3_000, 10_000, 30_000] as const;
const LATER_MS = 60_000;

/** A lost connection, or a service that is unwell: the same save may well be taken in a moment. */
const mayPass = ({ problem }: CallFailed): boolean => problem.status === 0 || problem.status === 429 || problem.status >= 500;

/**
 * What one person is writing about one entry. It outlives the fields it is typed in: leaving the page saves what can be saved, and what did
 * not arrive is sent again until it does. An entry that exists saves itself; a new one, or a correction of a finished one, waits for its
 * button.
 */
export class Draft {
  readonly kind: RecordKind;
  readonly fields: readonly Field[];
  private readonly ways: Ways;
  private kept: Entry | null;
  private typed: Typed;
  private standing: Standing = { is: 'as-kept' };
  private joinedWith: Entry | null = null;
  private reason: string | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly watchers = new Set<() => void>();

  constructor(kind: RecordKind, fields: readonly Field[], kept: Entry | null, ways: Ways, start: Values = {}) {
    this.kind = kind;
    this.fields = fields;
    this.kept = kept;
    this.ways = ways;
    this.typed = typedOf(fields, kept?.values ?? start);
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
  readonly now = (): Standing => this.standing;
  readonly words = (): Typed => this.typed;
  readonly values = (): Values => valuesOf(this.fields, this.typed);

  /** True while something typed here is not in the record. */
  get isOpen(): boolean {
    return this.standing.is !== 'as-kept' && this.standing.is !== 'saved';
  }

  private get savesItself(): boolean {
    return this.kept !== null && !this.kept.finished;
  }

  change(field: string, typed: string | readonly string[]): void {
    this.typed = { ...this.typed, [field]: typed };
    if (this.standing.is !== 'met' && this.standing.is !== 'saving') this.stand({ is: 'typing' });
    else this.tell();
    if (this.savesItself) this.plan(PAUSE_MS);
  }

  /** The entry as the service now tells it; taken over where nothing is being typed. */
  refresh(entry: Entry): void {
    if (this.isOpen || (this.kept && entry.version <= this.kept.version)) return;
    this.kept = entry;
    this.typed = typedOf(this.fields, entry.values);
    this.stand({ is: 'as-kept' });
  }

  /** Saves now what can be saved. A finished entry needs the reason of its correction. */
  async save(reason: string | null = this.reason): Promise<void> {
    this.unplan();
    if (this.standing.is === 'saving' || this.standing.is === 'met') return;
    const sent = this.typed;
    const values = valuesOf(this.fields, sent);
    const faults = this.ways.faultsOf(values);
    if (faults.length) return this.stand({ is: 'not-valid', faults });
    if (this.kept && same(values, this.kept.values, this.fields)) return this.stand({ is: 'as-kept' });
    const tries = this.standing.is === 'not-sent' ? this.standing.tries : 0;
    this.reason = reason;
    this.stand({ is: 'saving' });
    try {
      this.keep(await this.ways.save(values, this.kept?.version ?? null, reason), sent);
    } catch (fault) {
      await this.missed(fault as CallFailed, tries + 1, values);
    }
  }

  /** Saves without being asked, as a person leaves the fields or the page. */
  flush(): void {
    if (this.savesItself && (this.standing.is === 'typing' || this.standing.is === 'not-sent')) void this.save();
  }

  /** What both wrote, joined: it is saved upon their version, with the reason where theirs is finished. */
  async join(values: Values, theirs: Entry, reason: string | null = null): Promise<void> {
    this.kept = theirs;
    this.ways.onKept(theirs);
    this.joinedWith = theirs;
    this.typed = typedOf(this.fields, values);
    this.standing = { is: 'typing' };
    await this.save(reason);
  }

  /** What an undo, a withdrawal or a return made of the entry. */
  become(entry: Entry): void {
    this.unplan();
    this.kept = entry;
    this.typed = typedOf(this.fields, entry.values);
    this.stand({ is: 'saved', entry, with: null });
    this.ways.onKept(entry);
  }

  /** Lets go of what was typed and not kept. */
  drop(): void {
    this.unplan();
    this.typed = typedOf(this.fields, this.kept?.values ?? {});
    this.stand({ is: 'as-kept' });
  }

  private keep(entry: Entry, sent: Typed): void {
    const typedSince = this.typed !== sent;
    const values = valuesOf(this.fields, sent);
    // what stands in the fields stays as it was typed, a last space too; only what the record keeps otherwise is shown as it is kept
    const otherwise = this.fields.filter(({ key }) => !sameValue(values[key] ?? null, entry.values[key] ?? null));
    if (!typedSince && otherwise.length) this.typed = { ...this.typed, ...typedOf(otherwise, entry.values) };
    this.kept = entry;
    this.reason = null;
    this.stand(typedSince ? { is: 'typing' } : { is: 'saved', entry, with: this.joinedWith });
    this.joinedWith = null;
    this.ways.onKept(entry);
    if (typedSince && this.savesItself) this.plan(PAUSE_MS);
  }

  private async missed(failed: CallFailed, tries: number, yours: Values): Promise<void> {
    const { conflict, fields, status } = failed.problem;
    if (status === 412 && conflict) return this.meet({ base: conflict.base ?? this.kept?.values ?? {}, theirs: conflict.current, yours });
    if (!mayPass(failed)) return this.stand({ is: 'refused', failed, faults: fields ?? [] });
    this.stand({ is: 'not-sent', failed, tries });
    this.plan(AGAIN_MS[tries - 1] ?? LATER_MS);
  }

  /** Changes of different fields go together by themselves; where both touched the same one, a person reads or chooses. */
  private async meet(meeting: Meeting): Promise<void> {
    const { base, theirs, yours } = meeting;
    const { merged, clashes, joined } = mergeValues(this.kind, base, theirs.values, yours);
    const alone = clashes.length === 0 && joined.length === 0 && theirs.withdrawn === null && !theirs.finished;
    if (alone) return this.join(merged, theirs);
    this.stand({ is: 'met', meeting });
  }

  private plan(pause: number): void {
    this.unplan();
    this.timer = setTimeout(() => void this.save(), pause);
  }

  private unplan(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private stand(standing: Standing): void {
    this.standing = standing;
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

/** Whether two sets of values say the same in these fields. */
const same = (one: Values, other: Values, fields: readonly Field[]): boolean =>
  fields.every(({ key }) => sameValue(one[key] ?? null, other[key] ?? null));

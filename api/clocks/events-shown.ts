import type { CaseEvent, CaseEvents, EventAsks } from '#contract/case-events.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';
import type { KeptEvent } from './event-records.ts';
import { detailWords, saidOf } from './event-said.ts';

const wordsOf = (kind: string, rules: RuleSet): string => rules.events[kind] ?? kind;

/** Bookings are made, moved and called off where the meeting is. */
const OF_MEETINGS = ['review-meeting-booked', 'iep-meeting-booked'];

/** The events of a case as a person reads them, each with what it said before. */
export const eventsShown = (kept: readonly KeptEvent[], rules: RuleSet): CaseEvent[] =>
  kept.filter(({ replacedBy }) => replacedBy === null).map((event) => eventShown(event, kept, rules));

/** One event with its earlier wordings, the newest first. */
export const eventShown = (event: KeptEvent, kept: readonly KeptEvent[], rules: RuleSet): CaseEvent => {
  const said = saidOf(event);
  const before = kept.filter(({ replacedBy }) => replacedBy === event.id).sort((a, b) => b.version - a.version);
  return {
    id: event.id,
    version: event.version,
    words: wordsOf(event.kind, rules),
    detail: detailWords(said, rules),
    said,
    recordedAt: event.recordedAt,
    recordedBy: event.recordedBy,
    withdrawn: event.withdrawnAt === null ? null : { at: event.withdrawnAt, by: event.settledBy, reason: event.reason },
    from: event.fromEntry ? 'record' : OF_MEETINGS.includes(event.kind) ? 'meeting' : 'here',
    before: [...(event.withdrawnAt === null ? [] : [event]), ...before].map((was) => ({
      words: wordsOf(was.kind, rules),
      on: was.on,
      detail: detailWords(saidOf(was), rules),
      at: was.withdrawnAt ?? was.recordedAt,
      by: was.settledBy,
      reason: was.reason,
      moved: [...was.moved],
    })),
  };
};

/** Kinds to record, those groups first that fit the pupil's stage. */
export const groupsShown = (rules: RuleSet, stage: string): CaseEvents['groups'] => {
  const groups = rules.groups ?? [{ title: 'Events', stages: [], kinds: Object.keys(rules.events) }];
  const first = groups.filter(({ stages }) => stages.includes(stage));
  const rest = groups.filter((group) => !first.includes(group));
  return [...first, ...rest].map(({ title, kinds }) => ({
    title,
    kinds: kinds.flatMap((kind) => (kind in rules.events ? [{ kind, words: wordsOf(kind, rules), asks: asksShown(kind, rules) }] : [])),
  }));
};

const asksShown = (kind: string, { asks, exceptions }: RuleSet): EventAsks => {
  const asked = asks?.[kind] ?? {};
  return {
    outcomes: [...(asked.outcomes ?? [])],
    outcomeNeeded: asked.outcomeNeeded ?? false,
    of: [...(asked.of ?? [])],
    about: asked.about ?? null,
    until: asked.until ?? null,
    days: asked.days ?? null,
    agreed: asked.agreed ?? null,
    owner: asked.owner ?? null,
    exceptions: asked.exception
      ? exceptions.map(({ id, title, source }) => ({ value: id, words: `${title} (${source.split(';')[0]})` }))
      : [],
    ahead: asked.ahead ?? false,
  };
};

import type { Passage } from '#domain/plans/passage.ts';
import { missing } from '#domain/plans/passage.ts';
import type { PlanRecord, View } from '#domain/plans/plan.ts';
import type { StoredContribution, StoredDocument } from '#domain/plans/stored.ts';
import { viewIn } from '#domain/plans/stored.ts';
import { shortDay } from '#domain/plans/written-day.ts';

const possessive = (name: string): string => `${name}’s`;

/** Words as they were said, between quotation marks unless they carry their own. */
export const quoted = (words: string): string => (/^[“"‘']/.test(words.trim()) ? words.trim() : `“${words.trim()}”`);

/** "Fiona Reid was asked on Mon 9 Nov, by phone on Wed 18 Nov." */
export function askedWords(view: View, record: PlanRecord): string {
  if (view.asked.length === 0) return `${view.from} has not been asked.`;
  const times = view.asked.map((asked, index) => {
    const on = `on ${shortDay(asked.on, record.dated, record.jurisdiction)}`;
    return asked.how === 'phone' || (index > 0 && asked.how !== 'in person') ? `by ${asked.how} ${on}` : on;
  });
  return `${view.from} was asked ${times.join(', ')}.`;
}

function notReceived(label: string, view: View, record: PlanRecord): Passage {
  const first = view.asked[0];
  const asked = first ? `Asked ${shortDay(first.on, record.dated, record.jurisdiction)}.` : 'Not asked yet.';
  return missing(label, `${possessive(view.from)} view has not been received. ${asked}`);
}

const letterFrom = (view: View, stored: readonly StoredDocument[]): StoredContribution | undefined =>
  stored.find(
    (one): one is StoredContribution =>
      one.kind === 'contribution' && one.role === view.role && one.by.trim().toLowerCase() === view.from.trim().toLowerCase(),
  );

/** The view in the record; else what lies in the case folder from that person; else a gap that says when they were asked. */
export function composeView(label: string, view: View, record: PlanRecord, stored: readonly StoredDocument[]): Passage {
  if (view.words) return { label, kind: 'text', text: quoted(view.words), sources: view.source ? [view.source] : [], composed: false };
  const letter = letterFrom(view, stored);
  const words = letter ? viewIn(letter) : null;
  if (letter && words) return { label, kind: 'text', text: quoted(words), sources: [letter.file], composed: false };
  return notReceived(label, view, record);
}

/** All parents' views, each after its author's name where there is more than one. */
export function composeParentViews(record: PlanRecord, stored: readonly StoredDocument[]): Passage {
  const label = 'Parent’s view';
  const [first, ...others] = record.parentViews;
  if (!first) return missing(label, 'no parent is recorded who could be asked.');
  if (others.length === 0) return composeView(label, first, record, stored);
  const parts = record.parentViews.map((view) => ({ view, passage: composeView(label, view, record, stored) }));
  const received = parts.filter(({ passage }) => passage.kind === 'text');
  const open = parts.filter(({ passage }) => passage.kind === 'gap').map(({ passage }) => passage.text);
  if (received.length === 0) return { ...missing(label, ''), text: open.join('\n') };
  const text = received.map(({ view, passage }) => `${view.from}: ${passage.text}`).join('\n');
  const whole: Passage = { label, kind: 'text', text, sources: received.flatMap(({ passage }) => passage.sources), composed: false };
  return open.length === 0 ? whole : { ...whole, gap: open.join(' ') };
}

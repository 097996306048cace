import type { Answer } from '#domain/meetings/availability.ts';
import type { Invitee } from '#domain/meetings/invitees.ts';
import type { Candidate } from '#domain/meetings/slot.ts';

const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const counted = (count: number): string => NUMBERS[count] ?? String(count);

type Pair = { readonly who: Invitee; readonly answer: Answer };

const pairs = (invited: readonly Invitee[], answers: readonly Answer[]): readonly Pair[] =>
  invited.flatMap((who, index) => (answers[index] ? [{ who, answer: answers[index] }] : []));

/** Staff and agencies: whom a verdict counts. The family and the pupil are asked; an interpreter is found for the time that is chosen. */
const counts = ({ who }: Pair): boolean => !['family', 'pupil', 'interpreter'].includes(who.part) && who.person !== null;

const cannot = (all: readonly Pair[]): readonly Pair[] => all.filter((one) => counts(one) && one.answer.can === 'no');
const unsure = (all: readonly Pair[]): readonly Pair[] =>
  all.filter((one) => counts(one) && one.answer.can === 'maybe' && one.answer.cover === null);
const unknown = (all: readonly Pair[]): readonly Pair[] => all.filter((one) => counts(one) && one.answer.can === 'not-known');

/** An adviser who cannot come can put the advice in writing; the education officer, who speaks for the council, cannot be replaced by paper. */
export const givesAdvice = ({ part }: Invitee): boolean => part === 'health' || part === 'social-care' || part === 'agency';

/** `All staff and agencies can`, `One cannot`, `Two not sure`: never said of the family, who are asked first. */
export function verdictOf(invited: readonly Invitee[], answers: readonly Answer[]): { verdict: string; urgency: 'good' | 'near' | 'info' } {
  const all = pairs(invited, answers);
  if (cannot(all).length > 0) return { verdict: `${counted(cannot(all).length)} cannot`, urgency: 'near' };
  if (unsure(all).length > 0) return { verdict: `${counted(unsure(all).length)} not sure`, urgency: 'near' };
  const blind = unknown(all).length;
  if (blind > 0 && blind === all.filter(counts).length) return { verdict: 'Nobody’s time is known', urgency: 'info' };
  if (blind > 0) return { verdict: `All known can; ${counted(blind).toLowerCase()} not known`, urgency: 'info' };
  return { verdict: 'All staff and agencies can', urgency: 'good' };
}

/** Who is missing and why, what needs cover, what the family said: the second line of a slot. */
export function reasonOf(invited: readonly Invitee[], answers: readonly Answer[]): string {
  const all = pairs(invited, answers);
  const missing = cannot(all).map(({ who, answer }) => {
    const why = answer.words.replace(/^Cannot:? ?/, '');
    return `${who.name}${why ? `, ${why}` : ''}${givesAdvice(who) ? '; can send advice' : ''}.`;
  });
  const doubtful = unsure(all).map(({ who, answer }) => (answer.words === 'Tentative' ? `${who.name}.` : `${who.name}: ${answer.words}.`));
  const blind = unknown(all).map(({ who }) => who.name);
  const cover = [...new Set(all.flatMap(({ answer }) => answer.cover ?? []))];
  return [
    ...missing,
    ...doubtful,
    ...(blind.length > 0 ? [`Not known: ${listed(blind)}.`] : []),
    cover.length > 0 ? `Cover for ${listed(cover)}.` : missing.length + doubtful.length > 0 ? '' : 'No lesson needs cover.',
    ...aside(all),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What the family or pupil is known to wish, and whether an interpreter is held. */
function aside(all: readonly Pair[]): readonly string[] {
  return all.flatMap(({ who, answer }) => {
    if (who.part === 'interpreter') return answer.can === 'yes' ? ['Interpreter is held.'] : [];
    if (who.part === 'pupil') return answer.can === 'maybe' ? [`${answer.words}.`] : [];
    if (who.part !== 'family' || answer.can === 'will-be-asked') return [];
    return [answer.can === 'yes' ? `${who.name} can.` : `${who.name}: ${answer.words.replace(/^Cannot: /, 'cannot, ')}.`];
  });
}

/** `11 other slots were looked at; 6 clash with Kirsty Bell, 3 with no room, 2 with parents’ evening.` */
export function whyNotOthers(others: readonly Candidate[], invited: readonly Invitee[]): string {
  if (others.length === 0) return 'No other slot was looked at.';
  const causes = new Map<string, number>();
  for (const other of others) {
    const cause = causeOf(other, invited);
    if (cause) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
  const named = [...causes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 4);
  const looked = others.length === 1 ? '1 other slot was looked at' : `${others.length} other slots were looked at`;
  if (named.length === 0) return `${looked}; none was better than these.`;
  const [first, ...rest] = named.map(
    ([cause, count]) => `${count} ${count === 1 && cause === named[0]?.[0] ? 'clashes' : 'clash'} with ${cause}`,
  );
  const more = rest.map((words) => words.replace(/ clash(es)? with/, ' with'));
  return `${looked}; ${[first, ...more].join(', ')}.`;
}

function causeOf(other: Candidate, invited: readonly Invitee[]): string | null {
  if (other.obstacle) return other.obstacle;
  const all = pairs(invited, other.answers);
  const absent = cannot(all).find(({ who }) => who.required) ?? cannot(all)[0];
  return absent?.who.name ?? null;
}

/** `Ruth Okafor, Tomasz Zieliński and Anna Devlin`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

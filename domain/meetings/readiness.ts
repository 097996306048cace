import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';

/** Something that was asked of somebody for a meeting. */
export type Paper = {
  readonly kind: 'parent-view' | 'pupil-view' | 'teacher-view' | 'advice' | 'report';
  readonly askedOf: string;
  readonly forWhat: string | null;
  readonly askedOn: Day | null;
  readonly dueOn: Day | null;
  readonly receivedOn: Day | null;
};

export type PaperLine = { readonly words: string; readonly state: 'in' | 'asked' | 'missing'; readonly detail: string };

const isView = (paper: Paper): boolean => paper.kind === 'parent-view' || paper.kind === 'pupil-view';

/** One line a paper: what it is, and when it came or why it has not. */
export function paperLine(paper: Paper, givenName: string, today: Day): PaperLine {
  const words = nameOf(paper, givenName);
  if (paper.receivedOn) return { words, state: 'in', detail: dayWords(paper.receivedOn, today) };
  if (!paper.askedOn) return { words, state: 'missing', detail: 'not asked' };
  if (paper.dueOn && paper.dueOn < today) return { words, state: 'missing', detail: `was due ${dayWords(paper.dueOn, today)}` };
  if (paper.dueOn === today) return { words, state: 'missing', detail: 'due today' };
  return { words, state: 'asked', detail: `asked ${dayWords(paper.askedOn, today)}` };
}

function nameOf(paper: Paper, givenName: string): string {
  if (paper.kind === 'pupil-view') return `${givenName}’s view`;
  if (paper.kind === 'parent-view') return 'Parent’s view';
  return paper.forWhat ?? (paper.kind === 'report' ? 'School report' : paper.askedOf);
}

/** `4 of 7 in`, or `None needed`. */
export function papersWords(papers: readonly Paper[]): string {
  if (papers.length === 0) return 'None needed';
  return `${papers.filter((paper) => paper.receivedOn).length} of ${papers.length} in`;
}

/** The views of child and parent, who must both be heard: `Both in`, `Child’s in`, `Parent’s asked`, `Not asked yet`. */
export function viewsWords(papers: readonly Paper[]): string {
  const views = papers.filter(isView);
  const inFrom = (kind: Paper['kind']): boolean => views.some((view) => view.kind === kind && view.receivedOn);
  const [child, parent] = [inFrom('pupil-view'), inFrom('parent-view')];
  if (child && parent) return 'Both in';
  if (child) return views.some((view) => view.kind === 'parent-view' && view.askedOn) ? 'Child’s in, parent’s asked' : 'Child’s in';
  if (parent) return 'Parent’s in';
  return views.some((view) => view.askedOn) ? 'Asked' : 'Not asked yet';
}

export type Coming = { readonly name: string; readonly required: boolean; readonly reply: string | null };

/** Whether those who must come are coming. An accepted invitation is an answer; a free calendar is not. */
export function peopleWords(people: readonly Coming[], booked: boolean): string {
  if (!booked) return 'Not booked';
  const must = people.filter((person) => person.required);
  const yes = must.filter((person) => person.reply === 'yes').length;
  if (must.length > 0 && yes === must.length) return must.length === 1 ? 'Coming' : `All ${must.length} coming`;
  const declined = must.filter((person) => person.reply === 'no');
  if (declined.length === 1) return `${declined[0]?.name} cannot`;
  if (declined.length > 1) return `${declined.length} cannot`;
  return `${yes} of ${must.length} so far`;
}

/** `7 invited, 5 accepted`. */
export function comingWords(people: readonly Coming[]): string {
  const accepted = people.filter((person) => person.reply === 'yes').length;
  return `${people.length} invited, ${accepted === 0 ? 'none' : accepted} accepted`;
}

/** `5 of 8 coming · 2 have not answered · 4 of 7 papers in`: how ready a booked meeting is, in one line. */
export function readinessWords(
  { asked, coming, silent }: { readonly asked: number; readonly coming: number; readonly silent: number },
  papers: readonly Paper[],
): string {
  const received = papers.filter((paper) => paper.receivedOn).length;
  return [
    `${coming} of ${asked} coming`,
    silent > 0 && `${silent === 1 ? '1 has' : `${silent} have`} not answered`,
    papers.length > 0 && (received === papers.length ? 'all papers in' : `${received} of ${papers.length} papers in`),
  ]
    .filter(Boolean)
    .join(' · ');
}

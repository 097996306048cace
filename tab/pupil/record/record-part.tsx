import type { ReactNode } from 'react';
import type { PupilPage as Pupil } from '#contract/pupils.ts';
import type { Entry } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type KindName, numberIn, textIn, type Values } from '#domain/record/kind.ts';
import { PROFILE_SORTS } from '#domain/record/kinds/profile-line.ts';
import { useReach } from '../../kit/reach.ts';
import { counted } from '../../kit/stage-words.ts';
import { AskAbout } from '../contributions/ask-about.tsx';
import { Requests } from '../contributions/requests.tsx';
import { GoalLine } from '../goals-part.tsx';
import { ContactLook, restrictedFirst } from './contact-look.tsx';
import { Delivered } from './delivered.tsx';
import { EntryList } from './entry-list.tsx';
import { lookOf } from './looks.tsx';
import { RecordProvider } from './record-provider.tsx';
import './record.css';

/** Where kinds stand on the page, in the order in which they are read. */
export const kindsOf = {
  needs: ['need', 'profile-line'],
  assessments: ['screening', 'assessment', 'contribution', 'concern', 'referral'],
  plan: ['goal'],
  provision: ['provision-line', 'session', 'intervention', 'accommodation', 'lesson-observation'],
  exams: ['exam-arrangement', 'exam-evidence', 'exam-score', 'exam-notice'],
  contacts: ['contact', 'consent', 'log-entry'],
  agencies: ['agency', 'outside-referral'],
  notes: ['restricted-note', 'document-note'],
} as const satisfies Readonly<Record<string, readonly KindName[]>>;

export type RecordPartName = keyof typeof kindsOf;

type Props = { pupil: Pupil; part: RecordPartName; readOnly: boolean; children?: ReactNode };

/** One part of the record: each kind of fact as a list to read, to add to and to change. */
export const RecordPart = ({ pupil, part, readOnly, children }: Props) => (
  <RecordProvider pupil={pupil}>
    <div className="wm-stack record-part">
      {part === 'assessments' ? <Requests pupil={pupil} readOnly={readOnly} /> : null}
      {kindsOf[part].map((kind) => (
        <KindList key={kind} pupil={pupil} kind={kind} readOnly={readOnly} />
      ))}
      {children}
    </div>
  </RecordProvider>
);

const byDay =
  (...keys: readonly string[]) =>
  (one: Entry, other: Entry): number => {
    const at = ({ values, madeOn }: Entry) => keys.map((key) => textIn(values, key)).find(Boolean) ?? madeOn;
    return at(other).localeCompare(at(one));
  };

const byRank = (one: Entry, other: Entry): number =>
  (numberIn(one.values, 'rank') ?? 99) - (numberIn(other.values, 'rank') ?? 99) || one.madeOn.localeCompare(other.madeOn);

const SORTS: readonly string[] = PROFILE_SORTS.map(({ value }) => value);
const bySort = (one: Entry, other: Entry): number =>
  SORTS.indexOf(textIn(one.values, 'sort')) - SORTS.indexOf(textIn(other.values, 'sort')) || byRank(one, other);

const orders: Readonly<Partial<Record<KindName, (one: Entry, other: Entry) => number>>> = {
  need: byRank,
  'profile-line': bySort,
  goal: byRank,
  'provision-line': byRank,
  screening: byDay('on'),
  assessment: byDay('on'),
  contribution: byDay('receivedOn', 'dueOn', 'askedOn'),
  concern: byDay('raisedOn'),
  referral: byDay('raisedOn'),
  session: byDay('on'),
  intervention: byDay('from'),
  contact: restrictedFirst,
  consent: byDay('receivedOn', 'askedOn'),
  'lesson-observation': byDay('on'),
  'exam-arrangement': byDay('approvedOn', 'appliedOn'),
  'exam-evidence': byDay('on'),
  'exam-score': byDay('on'),
  'exam-notice': byDay('signedOn', 'givenOn'),
  'log-entry': byDay('on'),
  'outside-referral': byDay('sentOn'),
  'restricted-note': byDay('on'),
  'document-note': byDay('on'),
};

/** Minutes a week that all lines come to; `so far` while a line does not say how long or how often. */
const minutesAWeek = (lines: readonly Entry[]): string | undefined => {
  if (!lines.length) return undefined;
  const of = ({ values }: Entry) => (numberIn(values, 'minutes') ?? 0) * (numberIn(values, 'timesAWeek') ?? 0);
  const open = lines.some(({ values }) => numberIn(values, 'minutes') === null || numberIn(values, 'timesAWeek') === null);
  return `${counted(lines.length, 'line')} · ${lines.reduce((all, line) => all + of(line), 0)} min a week${open ? ' so far' : ''}`;
};

/** What most new entries of a kind begin with. */
const startOf = (kind: KindName, today: Day, reader: string): Values | null => {
  const starts: Readonly<Partial<Record<KindName, Values>>> = {
    concern: { raisedOn: today, raisedBy: reader },
    referral: { raisedOn: today, raisedBy: reader },
    screening: { on: today },
    assessment: { on: today },
    contribution: { askedOn: today },
    goal: { state: 'open', improves: 'up' },
    session: { on: today, state: 'delivered', person: reader },
    intervention: { state: 'running', from: today },
    'lesson-observation': { on: today },
    'exam-arrangement': { state: 'considered' },
    'exam-evidence': { on: today, teacher: reader },
    'exam-score': { on: today },
    'exam-notice': { givenOn: today },
    'log-entry': { on: today },
    'outside-referral': { sentOn: today, state: 'sent' },
    'restricted-note': { on: today },
    'document-note': { on: today },
  };
  return starts[kind] ?? null;
};

const KindList = ({ pupil, kind, readOnly }: { pupil: Pupil; kind: KindName; readOnly: boolean }) => {
  const { me } = useReach();
  const start = startOf(kind, me.today, me.person.id);
  const order = orders[kind];
  return (
    <EntryList
      pupil={pupil.id}
      kind={kind}
      readOnly={readOnly}
      look={(entry) => <KindLook kind={kind} entry={entry} pupil={pupil} readOnly={readOnly} />}
      {...(order ? { order } : {})}
      {...(start ? { start } : {})}
      {...(kind === 'provision-line' ? { aside: minutesAWeek } : {})}
      {...(kind === 'session' ? { above: (entries) => <Delivered sessions={entries} /> } : {})}
    />
  );
};

/** How an entry reads: its kind's own look, and for those that the page knows more of, with what it knows. */
const KindLook = ({ kind, entry, pupil, readOnly }: { kind: KindName; entry: Entry; pupil: Pupil; readOnly: boolean }) => {
  const { me } = useReach();
  const goal = kind === 'goal' ? pupil.goals.find(({ id }) => id === entry.id) : undefined;
  if (goal)
    return (
      <div className="pupil-goal">
        <GoalLine goal={goal} pupil={pupil} withGaps={false} />
      </div>
    );
  if (kind === 'contact') return <ContactLook entry={entry} pupil={pupil.id} mayLog={!readOnly && pupil.can.includes('log')} />;
  const look = lookOf(kind)(entry, me.today);
  if (kind !== 'concern' && kind !== 'referral') return look;
  return (
    <>
      {look}
      <AskAbout pupil={pupil.id} kind={kind} entry={entry.id} readOnly={readOnly} />
    </>
  );
};

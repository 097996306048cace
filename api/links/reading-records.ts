import { sql } from 'kysely';
import type { VisitPage } from '#contract/visits.ts';
import type { Letter } from '#domain/letters/letter.ts';
import { letterParts } from '#domain/letters/letter-parts.ts';
import type { Transaction } from '../database/connection.ts';

type Reading = NonNullable<VisitPage['reading']>;

const PLANS: Readonly<Record<string, string>> = {
  senSupport: 'SEN support plan',
  ehcp: 'EHC plan',
  iep: 'Individualized Education Program',
  profile: 'One-page profile',
  annualReview: 'Annual review report',
  transition: 'Transition plan',
};

const MEETINGS: Readonly<Record<string, string>> = {
  'annual-review': 'Minutes of the annual review',
  'support-review': 'Minutes of the SEN Support review',
  'parent-meeting': 'Minutes of the parent meeting',
};

type Found = {
  readonly plan: string | null;
  readonly version: number | null;
  readonly draft: boolean;
  readonly purpose: string | null;
  readonly letter: Letter | null;
};

/** A plan of the pupil that no newer one has replaced, a meeting that was held, or a letter that was filed; undefined for anything else. */
const readable = async (tx: Transaction, organisation: string, pupil: string, about: string): Promise<Found | undefined> => {
  const { rows } = await sql<Found>`
    select kind as plan, current_version as version, state = 'draft' as draft, null as purpose, null::jsonb as letter from waymark.plan
     where organisation_id = ${organisation} and pupil_id = ${pupil} and id = ${about}::uuid and state <> 'superseded'
    union all
    select null, null, false, purpose, null from waymark.meeting
     where organisation_id = ${organisation} and pupil_id = ${pupil} and id = ${about}::uuid and state in ('held','reported')
    union all
    select null, null, false, null, letter from waymark.letter
     where organisation_id = ${organisation} and pupil_id = ${pupil} and id = ${about}::uuid and letter is not null`.execute(tx);
  return rows[0];
};

/** `SEN support plan, version 3`, `Minutes of the annual review`; undefined where it cannot be sent. */
export const readableWords = async (tx: Transaction, organisation: string, pupil: string, about: string): Promise<string | undefined> => {
  const found = await readable(tx, organisation, pupil, about);
  if (!found) return undefined;
  if (found.letter) return found.letter.title;
  if (found.plan) return `${PLANS[found.plan] ?? 'Plan'}, version ${found.version}${found.draft ? ' (draft)' : ''}`;
  return MEETINGS[found.purpose ?? ''];
};

type Block = { readonly label: string; readonly text: string; readonly kind: string };

/** What is to be read, as headings and paragraphs. Gaps and marks of a draft are left out: they are for the school. */
export const readingOf = async (tx: Transaction, organisation: string, pupil: string, about: string): Promise<Reading | null> => {
  const found = await readable(tx, organisation, pupil, about);
  const title = await readableWords(tx, organisation, pupil, about);
  if (!found || !title) return null;
  if (found.letter) return { title, parts: letterParts(found.letter) };
  return { title, parts: found.plan ? await planParts(tx, organisation, about) : await minutesParts(tx, organisation, about) };
};

const planParts = async (tx: Transaction, organisation: string, plan: string): Promise<Reading['parts']> => {
  const { rows } = await sql<{ blocks: Block[] }>`
    select v.blocks from waymark.plan p join waymark.plan_version v on v.organisation_id = p.organisation_id and v.plan_id = p.id and v.version = p.current_version
     where p.organisation_id = ${organisation} and p.id = ${plan}`.execute(tx);
  const parts = new Map<string, string[]>();
  for (const { label, text, kind } of rows[0]?.blocks ?? [])
    if (kind !== 'gap' && text) parts.set(label, [...(parts.get(label) ?? []), text]);
  return [...parts].map(([heading, paragraphs]) => ({ heading, paragraphs }));
};

const ENTRIES = { decision: 'What was decided', view: 'What was said', disagreement: 'What was not agreed' } as const;

const minutesParts = async (tx: Transaction, organisation: string, meeting: string): Promise<Reading['parts']> => {
  const entries = await sql<{ kind: keyof typeof ENTRIES; words: string; saidBy: string | null }>`
    select kind, words, said_by as "saidBy" from waymark.meeting_entry
     where organisation_id = ${organisation} and meeting_id = ${meeting} and kind in ('decision','view','disagreement') and words is not null order by at, id`.execute(
    tx,
  );
  const actions = await sql<{ words: string; owner: string | null }>`
    select a.words, coalesce(a.owner_name, w.given_name || ' ' || w.surname) as owner from waymark.action a
      left join waymark.person w on w.organisation_id = a.organisation_id and w.id = a.owner_id
     where a.organisation_id = ${organisation} and a.meeting_id = ${meeting} order by a.number`.execute(tx);
  const said = (Object.keys(ENTRIES) as (keyof typeof ENTRIES)[]).map((kind) => ({
    heading: ENTRIES[kind],
    paragraphs: entries.rows.filter((entry) => entry.kind === kind).map(({ words, saidBy }) => (saidBy ? `${saidBy}: ${words}` : words)),
  }));
  const todo = { heading: 'Who does what', paragraphs: actions.rows.map(({ words, owner }) => (owner ? `${owner}: ${words}` : words)) };
  return [...said, todo].filter(({ paragraphs }) => paragraphs.length > 0);
};

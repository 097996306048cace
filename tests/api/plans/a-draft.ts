import { randomUUID } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { PlanPane } from '#contract/plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import { plainDocx } from '#local-tenant/graph/plain-docx.ts';
import { type TinyGraph, tinyGraph } from '#tests/api/meetings/tiny-graph.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

/** Callum Reid's case: a goal that is whole, one that is not, provision, views asked for, and advice in his folder. */
export type CallumsCase = {
  readonly world: World;
  readonly graph: TinyGraph;
  readonly ruth: Actor;
  readonly pupil: string;
  readonly caseRef: string;
  readonly rows: Readonly<Record<'need' | 'goal' | 'vague' | 'line' | 'quiet' | 'strategy', string>>;
  draft(request?: string): Promise<PlanPane>;
  /** The bytes of the plan's file as it lies in the folder. */
  file(name?: string): Uint8Array;
};

export const ADVICE = [
  { style: 'heading', text: 'Speech and language advice' },
  { style: 'heading', text: 'What I found' },
  { style: 'text', text: 'Understands spoken instructions of one step.' },
  { style: 'heading', text: 'Recommendations' },
  { style: 'text', text: 'Give instructions one step at a time, with a picture of the finished task.' },
] as const;

let refs = 411;

/** The case on Mon 23 Nov 2026, with the advice of 7 October in its folder. */
export const callumsCase = async (): Promise<CallumsCase> => {
  const graph = tinyGraph();
  const world = await aWorld({ graph });
  const { sql, organisation } = world;
  const ruth = { ...(await world.actorFor('coordinator')), name: 'Ruth Okafor' };
  refs += 1;
  const caseRef = `WM-0${refs}`;
  const pupil = await world.enrol({ givenName: 'Callum', surname: 'Reid', caseRef, yearGroup: 6, className: '6 Oak', stage: 'support' });
  const rows = {
    need: randomUUID(),
    goal: randomUUID(),
    vague: randomUUID(),
    line: randomUUID(),
    quiet: randomUUID(),
    strategy: randomUUID(),
  };
  const own = [organisation, pupil];
  await sql(
    `insert into waymark.need (organisation_id, pupil_id, id, rank, code, area, description, source, from_day)
     values ($1, $2, $3, 1, 'ASD', 'communication', 'Loses the thread of spoken instructions at three steps or more', 'Joanna Tse, advice', '2026-10-07')`,
    [...own, rows.need],
  );
  await sql(
    `insert into waymark.profile_line (organisation_id, pupil_id, id, kind, rank, words, said_by, on_day) values
     ($1, $2, gen_random_uuid(), 'strength', 1, 'Reads aloud fluently', 'Anna Devlin', '2026-11-13'),
     ($1, $2, $3, 'strategy', 1, 'Show, then tell: a picture of the task first', 'Anna Devlin', '2026-11-13')`,
    [...own, rows.strategy],
  );
  await sql(
    `insert into waymark.goal (organisation_id, pupil_id, id, rank, words, measure, unit, baseline, baseline_on, criterion, target, target_on) values
     ($1, $2, $3, 1, 'Write 60 words in ten minutes on his own', 'Words in ten minutes', 'words', 22, '2026-09-08', '60 words', 60, '2027-03-26'),
     ($1, $2, $4, 2, 'Ask for help more often', null, 'lessons of 5', 1, '2026-09-08', null, null, null)`,
    [...own, rows.goal, rows.vague],
  );
  await sql(
    `insert into waymark.measurement (organisation_id, pupil_id, id, goal_id, on_day, value) values
     ($1, $2, gen_random_uuid(), $3, '2026-11-17', 41)`,
    [...own, rows.goal],
  );
  await sql(
    `insert into waymark.provision_line (organisation_id, pupil_id, id, rank, what, who, minutes, times_a_week, group_size, to_day, need_id, goal_id) values
     ($1, $2, $3, 1, 'Sentence starters', 'Sian Morgan', 15, 5, 1, '2027-03-26', $5, $6),
     ($1, $2, $4, 2, 'Regular access to quiet room', null, null, null, null, null, null, null)`,
    [...own, rows.line, rows.quiet, rows.need, rows.goal],
  );
  await sql(
    `insert into waymark.contact (organisation_id, pupil_id, id, given_name, surname, relation, parental_responsibility, restriction) values
     ($1, $2, gen_random_uuid(), 'Fiona', 'Reid', 'mother', true, null),
     ($1, $2, gen_random_uuid(), 'Mark', 'Reid', 'father', true, 'Court order')`,
    own,
  );
  await sql(
    `insert into waymark.contribution (organisation_id, pupil_id, id, asked_of, kind, asked_on) values
     ($1, $2, gen_random_uuid(), 'Fiona Reid, mother', 'parent-view', '2026-11-09')`,
    own,
  );
  await fileAdvice({ graph, caseRef });
  graph.calls.length = 0;
  const draft = (request: string = randomUUID()) => world.casework.draftPlan(ruth, { pupil, request, kind: 'senSupport' });
  const file = (name = `${caseRef} SEN support plan 2026-11-23.docx`) => graph.files_.get(`${caseRef}/${name}`)?.bytes ?? new Uint8Array();
  return { world, graph, ruth, pupil, caseRef, rows, draft, file };
};

/** The therapist files her advice, or a newer edition of it. */
export const fileAdvice = async ({ graph, caseRef }: { graph: TinyGraph; caseRef: string }, more: string[] = []): Promise<void> => {
  const paragraphs = [...ADVICE, ...more.map((text) => ({ style: 'text' as const, text }))];
  await graph.files.save(null, caseRef, `${caseRef} speech and language advice 2026-10-07.docx`, plainDocx(paragraphs));
};

/** The file as somebody saved it in Word after typing into one control. */
export function typed(bytes: Uint8Array, tag: string, words: string): Uint8Array {
  const files = unzipSync(bytes);
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
  if (at < 0) throw new Error(`there is no control ${tag}`);
  const end = xml.indexOf('</w:sdt>', at);
  const control = xml.slice(at, end).replace('<w:showingPlcHdr/>', '');
  const changed = control.replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/, `<w:t xml:space="preserve">${words}</w:t>`);
  if (changed === control) throw new Error(`nothing could be typed into ${tag}`);
  return zipSync({ ...files, 'word/document.xml': strToU8(xml.slice(0, at) + changed + xml.slice(end)) });
}

const rowAround = (xml: string, tag: string): readonly [start: number, end: number] => {
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`);
  const item = xml.lastIndexOf('<w15:repeatingSectionItem/>', at);
  if (at < 0 || item < 0) throw new Error(`there is no row with ${tag}`);
  const close = '</w:tr></w:sdtContent></w:sdt>';
  return [xml.lastIndexOf('<w:sdt>', item), xml.indexOf(close, at) + close.length];
};

const inPage = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => {
  const files = unzipSync(bytes);
  return zipSync({ ...files, 'word/document.xml': strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array()))) });
};

/** The file after somebody pressed Word's *add* button at a row and typed over the copy. */
export const withCopiedRow = (bytes: Uint8Array, tag: string, from: string, to: string): Uint8Array =>
  inPage(bytes, (xml) => {
    const [start, end] = rowAround(xml, tag);
    return xml.slice(0, end) + xml.slice(start, end).replaceAll(from, to) + xml.slice(end);
  });

/** The file after somebody deleted the row that holds a control. */
export const withoutRow = (bytes: Uint8Array, tag: string): Uint8Array =>
  inPage(bytes, (xml) => {
    const [start, end] = rowAround(xml, tag);
    return xml.slice(0, start) + xml.slice(end);
  });

/** The file with another id where it says which plan it is. */
export function claiming(bytes: Uint8Array, plan: string, other: string): Uint8Array {
  const claimed = other.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) =>
    name.startsWith('customXml/') ? ([name, strToU8(strFromU8(part).replaceAll(plan, claimed))] as const) : ([name, part] as const),
  );
  return zipSync(Object.fromEntries(parts));
}

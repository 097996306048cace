import type { DraftRequest } from '#contract/plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Block, Fields } from '#domain/plans/block.ts';
import { draftPlan as draftBlocks } from '#domain/plans/draft.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { StoredFile } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { agreedWords, type KeptBlock, lastPlan, withAgreedWords } from './agreed-words.ts';
import type { CaseFacts } from './case-facts-records.ts';
import { composeDocument, planFileName, planTemplate } from './compose-plan.ts';
import { decidedForRecord, dropOpenDifferences } from './difference-records.ts';
import type { DocumentMeta } from './document/meta.ts';
import { forgetMissing, type KnownDocument, knownDocuments, type Reading, saveDocument } from './document-records.ts';
import { planPane } from './plan-pane.ts';
import { planRecord } from './plan-record.ts';
import { addVersion, answeredBefore, keepAnswer, type PlanRow, planInWork } from './plan-records.ts';
import { factsOf, STATES, voicesOf, whoseOf } from './read-case.ts';
import { type FolderFile, readFolder, sourceOfFile, storedDocuments } from './read-folder.ts';
import { digestOf } from './reproduce.ts';

/** All that the record gives before the case folder is opened. */
type Prepared = {
  readonly facts: CaseFacts;
  readonly plan: PlanRow | undefined;
  readonly known: readonly KnownDocument[];
  readonly keptRecord: ReadonlySet<string>;
};

/** A draft ready to be written down. */
type Draft = {
  readonly record: PlanRecord;
  readonly blocks: readonly KeptBlock[];
  readonly fields: Fields;
  readonly template: { readonly id: string; readonly version: number };
  readonly file: StoredFile;
  readonly meta: DocumentMeta;
  readonly digest: string;
};

/**
 * Composes a plan from the record and from what is stored in the case folder, fills the template on the server and files it. Graph is
 * asked twice (list, save) and once more for each source that changed since it was last read. What somebody edited in the last draft
 * is carried on. The same request again answers with the same plan.
 */
export const draftPlan =
  (parts: Parts): Casework['draftPlan'] =>
  async (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const ready = await parts.database.within(actor.scope, (tx) => prepare(tx, parts, actor, ask, today));
    if (ready.before) return ready.before;
    const folder = await readFolder(parts, actor, whoseOf(ready.facts), ready.known);
    const draft = await compose(parts, actor, ask, today, ready, folder);
    return parts.database.within(actor.scope, (tx) => write(tx, parts, actor, ask, today, ready, folder, draft));
  };

type Ask = { pupil: string } & DraftRequest;

async function prepare(tx: Transaction, parts: Parts, actor: Actor, ask: Ask, today: Day) {
  await permit(tx, actor, 'draft-plan', ask.pupil, today);
  const organisation = actor.scope.organisation;
  const facts = await factsOf(tx, actor, ask.pupil, today);
  if (!facts.caseRef) throw new Refusal('not-ready', `${facts.givenName} has no case yet. Put the pupil on the register first.`);
  const answered = await answeredBefore(tx, organisation, ask.request);
  const plan = await planInWork(tx, organisation, ask.pupil, ask.kind);
  return {
    facts,
    plan,
    known: await knownDocuments(tx, organisation, ask.pupil),
    keptRecord: plan ? await decidedForRecord(tx, organisation, plan.id) : new Set<string>(),
    before: answered ? await planPane(tx, parts, actor, answered.plan, today) : null,
  };
}

async function compose(
  parts: Parts,
  actor: Actor,
  ask: Ask,
  today: Day,
  { facts, plan, keptRecord }: Prepared,
  folder: readonly FolderFile[],
): Promise<Draft> {
  const record = planRecord(facts, {
    planId: plan?.id ?? ask.request,
    kind: ask.kind,
    version: (plan?.version ?? 0) + 1,
    state: STATES[plan?.state ?? 'draft'],
    dated: today,
    coordinator: actor.name,
    zone: actor.timeZone,
  });
  const template = planTemplate(record);
  const now = parts.clock.now();
  const stored = storedDocuments(folder, voicesOf(facts));
  const pure = draftBlocks(record, stored, template.mapping);
  const composed = composeDocument(record, pure, template, now).fields;
  const agreed = plan ? agreedWords(plan.blocks, plan.fields, pure, composed) : {};
  const last = plan && issuedFile(folder, plan);
  const before = last && plan ? lastPlan(sourceOfFile(last.file), last.reading, plan.blocks, pure, keptRecord) : null;
  const edited = before ? draftBlocks(record, [...stored, before], template.mapping) : pure;
  const kept = withEdits(withAgreedWords(pure, composed, agreed), pure, edited);
  const { bytes, fields, meta } = composeDocument(record, kept, template, now, parts.addIn);
  const name = planFileName(record);
  const there = folder.find((one) => one.file.name === name)?.file;
  const file = await parts.graph.files.save(actor, record.caseRef, name, bytes, there?.eTag);
  return {
    record,
    blocks: kept,
    fields,
    template: { id: template.mapping.id, version: template.mapping.version },
    file,
    meta,
    digest: digestOf(bytes),
  };
}

/** What somebody wrote into the last file stands before what was agreed earlier. */
const withEdits = (agreed: readonly KeptBlock[], pure: readonly Block[], edited: readonly Block[]): readonly KeptBlock[] => {
  const own = new Map(pure.map((block) => [block.tag, block]));
  const written = new Map(edited.map((block) => [block.tag, block]));
  return agreed.map((block) => {
    const [before, after] = [own.get(block.tag), written.get(block.tag)];
    return before && after && (after.text !== before.text || after.gap !== before.gap) ? { ...after, record: block.record } : block;
  });
};

/** The file of the plan's newest issued version, if it still lies in the folder. */
function issuedFile(
  folder: readonly FolderFile[],
  plan: PlanRow,
): { file: FolderFile; reading: Extract<Reading, { kind: 'plan' }> } | null {
  for (const file of folder) {
    const { reading } = file;
    if (reading?.kind === 'plan' && reading.planId === plan.id && reading.version === plan.issued) return { file, reading };
  }
  return null;
}

/** Writes the version, its file and what was read. Another draft that came first is kept, and this one is refused. */
async function write(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  ask: Ask,
  today: Day,
  { plan, known }: Prepared,
  folder: readonly FolderFile[],
  { record, blocks, fields, template, file, meta, digest }: Draft,
) {
  const organisation = actor.scope.organisation;
  if (!(await keepAnswer(tx, organisation, ask.request, 'draft-plan', record.planId)))
    return planPane(tx, parts, actor, record.planId, today);
  const at = parts.clock.now();
  for (const one of folder) {
    if (!one.fresh && known.some((before) => before.itemId === one.file.itemId)) continue;
    if (one.file.itemId === file.itemId) continue;
    const { kind, fromWhom, filedOn, reading } = one;
    await saveDocument(tx, organisation, { id: parts.ids.next(), pupil: ask.pupil, file: one.file, kind, fromWhom, filedOn, at, reading });
  }
  await forgetMissing(tx, organisation, ask.pupil, [file.itemId, ...folder.map((one) => one.file.itemId)]);
  const reading: Reading = { kind: 'plan', planId: record.planId, version: record.version, issued: fields, now: fields };
  const own = { id: parts.ids.next(), pupil: ask.pupil, file, kind: 'plan', fromWhom: actor.name, filedOn: today, at, reading };
  const document = await saveDocument(tx, organisation, own);
  const version = {
    plan: record.planId,
    pupil: ask.pupil,
    kind: ask.kind,
    version: record.version,
    template: template.id,
    templateVersion: template.version,
    fields,
    blocks,
    document,
    by: actor.person,
    at: meta.issuedAt,
    drafted: true,
    madeWith: meta,
    digest,
  };
  if (!(await addVersion(tx, organisation, version))) {
    throw new Refusal('changed-meanwhile', 'Somebody else drafted this plan at the same moment. Open it, or draft again.');
  }
  if (plan) await dropOpenDifferences(tx, organisation, plan.id, actor.person, at);
  await note(tx, parts, actor, 'draft-plan', ask.pupil, { plan: record.planId, version: record.version });
  return planPane(tx, parts, actor, record.planId, today);
}

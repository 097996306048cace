import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import type { Whose } from '#domain/plans/contribution-workbook.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import type { PlanRecord, PlanState } from '#domain/plans/plan.ts';
import type { StoredDocument } from '#domain/plans/stored.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { agreedWords } from './agreed-words.ts';
import { type CaseFacts, caseFacts } from './case-facts-records.ts';
import { composeDocument, planTemplate } from './compose-plan.ts';
import { type KnownDocument, knownDocuments } from './document-records.ts';
import { planRecord } from './plan-record.ts';
import type { PlanRow } from './plan-records.ts';
import { type FolderFile, storedDocuments, type Voices } from './read-folder.ts';

export const STATES: Readonly<Record<PlanRow['state'], PlanState>> = {
  draft: 'draft',
  'in-consultation': 'in consultation',
  agreed: 'agreed',
  'in-force': 'in force',
  superseded: 'superseded',
};

/** The facts of a case; refuses where there is none, in the words for one that is not the reader's. */
export async function factsOf(tx: Transaction, actor: Actor, pupil: string, today: Day): Promise<CaseFacts> {
  const facts = await caseFacts(tx, actor.scope.organisation, pupil, today);
  if (!facts) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  return facts;
}

/** Who may be heard in a plan: nobody under a restriction. */
export const voicesOf = ({ givenName, contacts }: CaseFacts): Voices => ({
  pupil: givenName,
  parents: contacts.filter(({ restricted }) => !restricted).map(({ name }) => name),
  unheard: contacts.filter(({ restricted }) => restricted).map(({ name }) => name),
});

/** Whose case it is, as a sheet about a class would name the pupil. */
export const whoseOf = ({ caseRef, givenName, rollName, surname }: CaseFacts): Whose => ({
  caseRef: caseRef ?? '',
  givenNames: [...new Set([givenName, rollName])],
  surname,
});

/** What was read from the case folder at its last draft, without asking Graph again. */
export const rememberedFiles = (known: readonly KnownDocument[], today: Day): readonly FolderFile[] =>
  known.flatMap((one) => {
    if (!one.itemId || !one.reading) return [];
    const file = {
      driveId: '',
      itemId: one.itemId,
      eTag: one.readEtag ?? '',
      name: one.name,
      webUrl: '',
      size: 0,
      changedBy: one.fromWhom,
    };
    const about = { kind: one.kind, fromWhom: one.fromWhom, filedOn: one.filedOn ?? today, reading: one.reading, fresh: false };
    return [{ ...about, file: { ...file, changedAt: '1970-01-01T00:00:00.000Z' as FolderFile['file']['changedAt'] } }];
  });

/** The values a plan is composed from, as the record has them now. */
export async function planValues(tx: Transaction, actor: Actor, plan: PlanRow, today: Day) {
  const facts = await factsOf(tx, actor, plan.pupil, today);
  const record: PlanRecord = planRecord(facts, {
    planId: plan.id,
    kind: plan.kind,
    version: plan.issued ?? plan.version,
    state: STATES[plan.state],
    dated: dayIn(actor.timeZone, plan.issuedAt ?? plan.madeAt),
    coordinator: actor.name,
    zone: actor.timeZone,
  });
  return { facts, record, template: planTemplate(record) };
}

/** A plan as the record has it now: its values, what the record alone would print, and the words that are agreed. */
export async function planNow(tx: Transaction, actor: Actor, plan: PlanRow, today: Day) {
  const { facts, record, template } = await planValues(tx, actor, plan, today);
  const known = await knownDocuments(tx, actor.scope.organisation, plan.pupil);
  const stored: readonly StoredDocument[] = storedDocuments(rememberedFiles(known, today), voicesOf(facts));
  const blocks = draftPlan(record, stored, template.mapping);
  const composed = composeDocument(record, blocks, template, plan.madeAt).fields;
  return { facts, blocks, composed, agreed: agreedWords(plan.blocks, plan.fields, blocks, composed) };
}

import type { PlanPane } from '#contract/plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { checkPlan } from '#domain/plans/missing.ts';
import { otherPupilsNamed } from '#domain/plans/other-names.ts';
import { planNames } from '#domain/plans/particulars.ts';
import { numberSources, type Source } from '#domain/plans/source.ts';
import { checkWording } from '#domain/plans/wording.ts';
import { note } from '../audit/note.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { isOfDocument } from './agreed-words.ts';
import { otherPupils } from './case-facts-records.ts';
import { openDifferences } from './difference-records.ts';
import { addressesOf } from './document-records.ts';
import { acceptedPassages, type PlanRow, planRow } from './plan-records.ts';
import { planValues } from './read-case.ts';
import { unreadableFiles } from './unreadable-files.ts';

/** The pane's view of one plan: what is missing, where each passage came from, wording, and what waits to be settled. */
export async function planPane(tx: Transaction, parts: Parts, actor: Actor, id: string, today: Day, page = ''): Promise<PlanPane> {
  const organisation = actor.scope.organisation;
  const plan = await planRow(tx, organisation, id);
  if (!plan) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
  const { facts, record, template } = await planValues(tx, actor, plan, today);
  const check = checkPlan(record);
  const named = await namedOthers(tx, organisation, plan, page);
  const unread = await unreadableFiles(tx, organisation, plan.pupil);
  const differences = await openDifferences(tx, organisation, id);
  await note(tx, parts, actor, 'open-plan', plan.pupil, { plan: id, version: plan.version });
  return {
    plan: id,
    pupil: { id: plan.pupil, name: `${facts.givenName} ${facts.surname}`, caseRef: facts.caseRef ?? '' },
    kind: plan.kind,
    title: planNames[plan.kind],
    state: plan.state,
    version: plan.version,
    savedAt: plan.madeAt,
    readAt: parts.clock.now(),
    template: { name: template.mapping.name, version: plan.templateVersion },
    document: documentOf(plan),
    ...passagesOf(plan, await acceptedPassages(tx, organisation, id), await addressesOf(tx, organisation, plan.pupil)),
    missing: [...named, ...unread, ...missingOf(check.gaps)],
    checksPassed: check.passed,
    wording: checkWording(record).map(({ phrase, tag, why, suggestion }, index) => ({
      id: `wording-${index + 1}`,
      tag,
      phrase,
      why,
      suggestion,
    })),
    differences: differences.map(({ baseVersion: _, ...difference }) => difference),
  };
}

function documentOf({ document }: PlanRow): PlanPane['document'] {
  if (!document?.driveId || !document.itemId || !document.eTag) return null;
  const { id, name, webUrl, driveId, itemId, eTag } = document;
  return { id, name, webUrl, driveId, itemId, eTag };
}

/** Passages in the order of the page, each with the numbers of its sources; the list of sources beside them. */
function passagesOf(
  plan: PlanRow,
  accepted: Readonly<Record<string, string>>,
  addresses: ReadonlyMap<string, string>,
): Pick<PlanPane, 'passages' | 'sources'> {
  const shown = plan.blocks.filter((block) => !isOfDocument(block.tag));
  const { sources, numbersOf } = numberSources(plan.blocks);
  return {
    passages: shown
      .filter((block) => block.sources.length > 0 || block.kind === 'gap' || block.gap)
      .map((block) => ({
        tag: block.tag,
        label: block.label,
        text: plan.fields[block.tag] ?? block.text,
        gap: block.kind === 'gap' || block.gap !== undefined,
        composed: block.composed,
        accepted: block.composed && accepted[block.tag] === (plan.fields[block.tag] ?? block.text),
        sources: [...numbersOf(block.sources)],
      })),
    sources: sources.map(({ number, source }) => ({ number, ...sourceWords(source, addresses) })),
  };
}

/** A source as a reader meets it, with the address of a file that lies in the folder. */
export const sourceWords = (source: Source, addresses: ReadonlyMap<string, string>) => ({
  kind: source.kind,
  words: source.words,
  on: source.on,
  webUrl: source.kind === 'file' ? (addresses.get(source.driveItemId) ?? null) : null,
});

const missingOf = (gaps: ReturnType<typeof checkPlan>['gaps']): PlanPane['missing'] =>
  gaps.map(({ rule, severity, title, detail, citation, tag }) => ({ id: `${rule}:${tag}`, severity, title, detail, citation, tag }));

/** Another pupil’s whole name in the text stops the plan: it was copied from another one, most often. */
async function namedOthers(tx: Transaction, organisation: string, plan: PlanRow, page: string): Promise<PlanPane['missing']> {
  const text = `${Object.values(plan.fields).join('\n')}\n${page}`;
  const named = otherPupilsNamed(text, '', await otherPupils(tx, organisation, plan.pupil));
  return named.map(({ givenName, familyName }) => ({
    id: `named:${givenName} ${familyName}`,
    severity: 'stops' as const,
    title: 'Another pupil is named',
    detail: `“${givenName} ${familyName}” stands in the text.`,
    citation: 'UK GDPR, article 5(1)(f)',
    tag: null,
  }));
}

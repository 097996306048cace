import type { PlanVersion, PlanVersions } from '#contract/plan-versions.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { numberSources } from '#domain/plans/source.ts';
import { versionDifferences, wordsIn } from '#domain/plans/version-differences.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { PLAN_TITLES } from '../pupils/plan-titles.ts';
import { Refusal } from '../refusal.ts';
import { isOfDocument } from './agreed-words.ts';
import { addressesOf } from './document-records.ts';
import { sourceWords } from './plan-pane.ts';
import { isReproducible } from './reproduce.ts';
import { type PlanOfVersions, planOfVersions, type StoredVersion, versionsOf } from './version-records.ts';

const originOf = ({ drafted, template }: StoredVersion): PlanVersion['origin'] =>
  template === 'brought-in' ? 'brought-in' : drafted ? 'drafted' : 'saved-back';

const titleOf = ({ kind }: PlanOfVersions): string => PLAN_TITLES[kind] ?? 'Plan';

/** A plan whose versions may be read, with all of them; `not-found` says nothing of whether it exists. */
export async function readVersions(
  tx: Transaction,
  actor: Actor,
  id: string,
  today: Day,
): Promise<{ readonly plan: PlanOfVersions; readonly versions: readonly StoredVersion[] }> {
  const plan = await planOfVersions(tx, actor.scope.organisation, id);
  if (!plan) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
  await permit(tx, actor, 'draft-plan', plan.pupil, today);
  return { plan, versions: await versionsOf(tx, actor.scope.organisation, id) };
}

/** One of the versions; refuses where the plan never had it. */
export const versionAmong = (versions: readonly StoredVersion[], wanted: number): StoredVersion => {
  const found = versions.find(({ version }) => version === wanted);
  if (!found) throw new Refusal('not-found', `This plan has no version ${wanted}.`);
  return found;
};

/** Every version there was of a plan, the newest first, each with how much reads otherwise than before. */
export const openPlanVersions =
  (parts: Parts): Casework['openPlanVersions'] =>
  (actor, ask) =>
    parts.database.within(actor.scope, async (tx): Promise<PlanVersions> => {
      const { plan, versions } = await readVersions(tx, actor, ask.plan, parts.clock.today(actor.timeZone));
      await note(tx, parts, actor, 'open-plan', plan.pupil, { plan: plan.id, versions: versions.length });
      return {
        plan: plan.id,
        title: titleOf(plan),
        versions: versions.map((version, index) => {
          const before = versions[index + 1];
          return {
            version: version.version,
            madeAt: version.madeAt,
            by: version.by,
            origin: originOf(version),
            changed: before ? versionDifferences(before, version).length : null,
            reproducible: isReproducible(version),
          };
        }),
      };
    });

/** One version as it was made, and beside another what reads otherwise. Nothing of it can be changed. */
export const openPlanVersion =
  (parts: Parts): Casework['openPlanVersion'] =>
  (actor, ask) =>
    parts.database.within(actor.scope, async (tx): Promise<PlanVersion> => {
      const { plan, versions } = await readVersions(tx, actor, ask.plan, parts.clock.today(actor.timeZone));
      const version = versionAmong(versions, ask.version);
      const other = ask.against === undefined ? null : versionAmong(versions, ask.against);
      await note(tx, parts, actor, 'open-plan', plan.pupil, { plan: plan.id, version: version.version });
      const addresses = await addressesOf(tx, actor.scope.organisation, plan.pupil);
      const { sources, numbersOf } = numberSources(version.blocks);
      const [earlier, later] = other && other.version > version.version ? [version, other] : [other, version];
      return {
        plan: plan.id,
        title: titleOf(plan),
        version: version.version,
        madeAt: version.madeAt,
        by: version.by,
        origin: originOf(version),
        newest: version === versions[0],
        passages: version.blocks
          .filter((block) => !isOfDocument(block.tag) && wordsIn(version, block) !== '')
          .map((block) => ({
            tag: block.tag,
            label: block.label,
            text: wordsIn(version, block),
            gap: block.kind === 'gap' || block.gap !== undefined,
            sources: [...numbersOf(block.sources)],
          })),
        sources: sources.map(({ number, source }) => ({ number, ...sourceWords(source, addresses) })),
        against: other?.version ?? null,
        differences: earlier ? [...versionDifferences(earlier, later)] : [],
      };
    });

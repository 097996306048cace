import type { PlanVersionFile } from '#contract/plan-versions.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { planNames } from '#domain/plans/particulars.ts';
import type { PlanKind } from '#domain/plans/plan.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { planFileName, planMeta } from './compose-plan.ts';
import type { DocumentMeta } from './document/meta.ts';
import { readVersions, versionAmong } from './plan-versions.ts';
import { digestOf, reproduce } from './reproduce.ts';
import type { PlanOfVersions, StoredVersion } from './version-records.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the file of an old version again, and says whether its bytes are those that were filed. */
export const reproducePlanVersion =
  (parts: Parts): Casework['reproducePlanVersion'] =>
  (actor, ask) =>
    parts.database.within(actor.scope, async (tx): Promise<PlanVersionFile> => {
      const { plan, versions } = await readVersions(tx, actor, ask.plan, parts.clock.today(actor.timeZone));
      const version = versionAmong(versions, ask.version);
      const meta = metaFor(plan, version, versions, actor.timeZone);
      const bytes = reproduce(version, meta);
      const same = version.digest === null ? null : digestOf(bytes) === version.digest;
      await note(tx, parts, actor, 'open-plan', plan.pupil, { plan: plan.id, version: version.version, file: true });
      const name = planFileName({ caseRef: meta.caseRef, kind: meta.kind as PlanKind, dated: dayIn(actor.timeZone, version.madeAt) });
      return {
        name: name.replace(/\.docx$/, ` version ${version.version}.docx`),
        type: DOCX,
        content: Buffer.from(bytes).toString('base64'),
        same,
        words: WORDS[String(same) as keyof typeof WORDS],
      };
    });

const WORDS = {
  true: 'Made again: byte for byte the file that was filed.',
  false: 'Made again: the words are those of this version, but the file is not byte for byte the one that was filed.',
  null: 'Made again from the words that were saved. No file of this version was filed.',
} as const;

/** What the newest file up to this version was made with; for versions from before that was kept, what they must have been made with. */
const metaFor = (plan: PlanOfVersions, version: StoredVersion, versions: readonly StoredVersion[], zone: string): DocumentMeta => {
  const kept = versions.find((one) => one.version <= version.version && one.madeWith)?.madeWith;
  if (kept) return kept;
  const kind = plan.kind as PlanKind;
  const template = { mapping: { id: version.template, version: version.templateVersion } };
  const record = {
    planId: plan.id,
    kind: kind in planNames ? kind : ('senSupport' as const),
    version: version.version,
    caseRef: plan.caseRef ?? '',
    dated: dayIn(zone, version.madeAt),
  };
  return planMeta(record, template, version.madeAt);
};

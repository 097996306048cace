import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { planKind } from '#contract/plans.ts';
import { Plain, WrongUse } from '../plain.ts';
import type { Answer } from './answer.ts';
import type { Workbench } from './workbench.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A pupil by id, or by case reference. */
export const pupilOf = async ({ deeds, actor }: Workbench, given: string): Promise<string> => {
  if (UUID.test(given)) return given;
  const { pupils } = await deeds.findPupil(actor, { words: given });
  const found = pupils.find((pupil) => pupil.caseRef?.toLowerCase() === given.toLowerCase());
  if (!found) throw new Plain(`There is no case ${given}.`);
  return found.id;
};

/** `draft --pupil ID --template KIND --out FILE.docx`: drafts into the case folder, as Word and tab do, and writes a copy to the file. */
export const draftCommand = async (
  bench: Workbench,
  options: { pupil: string; template: string; out?: string | undefined },
): Promise<Answer> => {
  const kind = planKind.safeParse(options.template);
  if (!kind.success) throw new WrongUse(`There is no template ${options.template}. Templates: ${planKind.options.join(', ')}.`);
  const { parts, deeds, actor } = bench;
  const plan = await deeds.draftPlan(actor, { pupil: await pupilOf(bench, options.pupil), request: randomUUID(), kind: kind.data });
  const { document } = plan;
  if (options.out && document) await writeFile(options.out, await parts.graph.files.read(actor, document), { mode: 0o600 });
  const gaps = plan.missing.filter((one) => one.severity === 'stops');
  return {
    code: 0,
    lines: [
      `${plan.title}, version ${plan.version}: ${plan.passages.length} passages from ${plan.sources.length} sources.`,
      ...gaps.map((gap) => `Gap: ${gap.title}. ${gap.detail}`),
      ...(document ? [`In the case folder: ${document.name}`] : []),
      ...(options.out ? [`Copy: ${options.out}`] : []),
    ],
    json: plan,
  };
};

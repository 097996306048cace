import { writeFile } from 'node:fs/promises';
import { complianceReportQuery } from '#contract/compliance.ts';
import { WrongUse } from '../plain.ts';
import type { Answer } from './answer.ts';
import type { Workbench } from './workbench.ts';

type Options = { readonly year?: string; readonly format: string; readonly publication: boolean; readonly out?: string };

/** `report compliance`: writes the file and says where. */
export const complianceReportCommand = async ({ deeds, actor }: Workbench, options: Options): Promise<Answer> => {
  if (options.format !== 'docx' && options.format !== 'xlsx') throw new WrongUse('The format is docx or xlsx.');
  const year = complianceReportQuery.shape.year.safeParse(options.year);
  if (!year.success) throw new WrongUse(`${options.year} is no year. Name the one in which the school year began, as in --year 2026.`);
  const { name, content, rows, words } = await deeds.reportCompliance(actor, {
    year: year.data,
    format: options.format,
    publication: options.publication,
  });
  const file = options.out ?? name;
  await writeFile(file, Buffer.from(content, 'base64'), { mode: 0o600 });
  return { code: 0, lines: [`${file}: ${words}`], json: { file, rows } };
};

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Meeting } from '#contract/meetings.ts';
import type { PlanPane } from '#contract/plans.ts';
import type { Scene } from '#tests/gallery/screen.ts';
import { eventually } from './expect.ts';
import { type GraphReader, graphOf } from './graph.ts';
import { sampleLetter } from './sample-letter.ts';
import type { Suite } from './suite.ts';

const folder = path.resolve(import.meta.dirname, '../../docs/samples');
const PLAN = 'sen-support-plan.docx';
const MINUTES = 'minutes.docx';
const LETTER = 'consent-form-arabic.docx';

/** A PDF of each through LibreOffice, for those who have no Word at hand. */
const asPdf = (files: readonly string[]): void => {
  const done = spawnSync('soffice', [
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files.map((file) => path.join(folder, file)),
  ]);
  if (done.error || done.status !== 0) throw new Error('LibreOffice (soffice) could not write the PDFs: install it to publish.');
  for (const file of files) if (!existsSync(path.join(folder, file.replace(/docx$/, 'pdf')))) throw new Error(`${file} became no PDF.`);
};

const cell = (words: string): string => words.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

const passagesOf = ({ passages, sources }: PlanPane): string =>
  passages
    .map(({ label, text, gap, sources: numbers }) => {
      const from = sources.filter(({ number }) => numbers.includes(number)).map(({ words }) => words);
      const origin = gap ? 'a gap: nothing is stored for it' : from.length > 0 ? from.join('; ') : 'the register';
      return `| ${cell(label)} | ${cell(text)} | ${cell(origin)} |`;
    })
    .join('\n');

const entriesOf = ({ agenda, entries }: Meeting): string =>
  entries
    .filter(({ kind }) => kind !== 'off-record')
    .map(({ kind, item, words, saidBy, owner, due }) => {
      const who = saidBy ?? [owner, due].filter(Boolean).join(', by ');
      return `| ${cell(agenda[item ?? 0]?.title ?? '')} | ${kind} | ${cell(words)} | ${cell(who)} |`;
    })
    .join('\n');

const LETTERS = `
## A letter: [${LETTER}](${LETTER}), [PDF](${LETTER.replace('docx', 'pdf')})

A consent form to Amina Said’s mother in Arabic, from right to left: set phrases around the record’s facts, names and figures in their own
direction, the coordinator’s own words left in English and said to be so, and the note that no native speaker has checked the phrases yet.
`;

const readme = (plan: PlanPane, meeting: Meeting): string => `# Samples

Written by \`npm run journey -- --publish\` from the made-up school: school, pupils and staff are invented. The .docx are the bytes that
Waymark filed into the case folders; the PDFs were made from them with LibreOffice.

## A plan: [${PLAN}](${PLAN}), [PDF](${PLAN.replace('docx', 'pdf')})

${plan.title} for ${plan.pupil.name}, ${plan.pupil.caseRef}, version ${plan.version}: ${plan.passages.length} passages from ${plan.sources.length} sources, ${plan.missing.length} points that it says are
missing. Where each passage came from:

| passage | what it says | from |
|---|---|---|
${passagesOf(plan)}

## Minutes: [${MINUTES}](${MINUTES}), [PDF](${MINUTES.replace('docx', 'pdf')})

${meeting.title} of ${meeting.pupil.caseRef}, ${meeting.when}. Attendance comes from what was marked in the meeting, everything else from these entries of its record:

| item | kind | words | who, by when |
|---|---|---|---|
${entriesOf(meeting)}
${LETTERS}`;

const minutesName = (graph: GraphReader, caseRef: string): Promise<string> =>
  eventually(
    async () => (await graph.filesOf(caseRef)).find(({ name }) => /minutes.*\.docx$/i.test(name))?.name ?? '',
    (name) => name !== '',
    'minutes in the case folder',
  );

/** One plan, one set of minutes and one letter as Waymark filed them, as PDF, and a page that names the source of each passage. */
export const writeSamples = async (suite: Suite, scene: Scene, review: string): Promise<void> => {
  const { call, callum } = scene;
  if (!suite.own) throw new Error('samples come from a suite of one’s own');
  mkdirSync(folder, { recursive: true });
  const graph = await graphOf(suite.own);
  const meeting = await call('meeting', { path: { meeting: review } });
  const found = (await call('pupil', { path: { pupil: callum } })).plans[0];
  const plan = await call('plan', { path: { plan: found?.id ?? '' } });
  writeFileSync(path.join(folder, PLAN), await graph.fileOf(plan.pupil.caseRef, plan.document?.name ?? ''));
  writeFileSync(path.join(folder, MINUTES), await graph.fileOf(meeting.pupil.caseRef, await minutesName(graph, meeting.pupil.caseRef)));
  writeFileSync(path.join(folder, LETTER), (await sampleLetter(scene)).bytes);
  asPdf([PLAN, MINUTES, LETTER]);
  writeFileSync(path.join(folder, 'README.md'), readme(plan, meeting));
};

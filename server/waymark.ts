import { Command, CommanderError } from 'commander';
import { Refusal } from '#api/refusal.ts';
import { type Answer, type ExitCode, say } from './command-line/answer.ts';
import { draftCommand } from './command-line/draft.ts';
import { importRosterCommand } from './command-line/import-roster.ts';
import { manifestCommand } from './command-line/manifest.ts';
import { preflightAnswer } from './command-line/preflight.ts';
import { readDocumentCommand } from './command-line/read-document.ts';
import { openWorkbench, type Workbench } from './command-line/workbench.ts';
import { Plain } from './plain.ts';

let code: ExitCode = 0;

/** Runs a command and says its answer; a refusal or a plain fault is one sentence and exit 1. */
const run = async (work: () => Promise<Answer>, asJson: boolean | undefined): Promise<void> => {
  try {
    code = say(await work(), asJson ?? false);
  } catch (error) {
    if (!(error instanceof Plain || error instanceof Refusal)) throw error;
    code = say({ code: 1, lines: [error.message], json: { error: error.message } }, asJson ?? false);
  }
};

const onTheRecord = (work: (bench: Workbench) => Promise<Answer>) => async (): Promise<Answer> => {
  const bench = await openWorkbench();
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
};

const JSON_OPTION = ['--json', 'one JSON document on the last line'] as const;

const program = new Command('waymark')
  .description('Waymark for administrators. Exit codes: 0 done, 1 refused with reasons, 2 used wrongly.')
  .exitOverride()
  .showHelpAfterError();

program
  .command('import')
  .description('bring data in')
  .command('roster')
  .description('import a set of CSV files: School Data Sync V2.1, OneRoster 1.1 or Ed-Fi special education')
  .argument('<folder>', 'where the files lie')
  .option('--preview', 'tell what would change and write nothing', false)
  .option('--strict', 'refuse the whole set where one row is refused', false)
  .option('--school <name>', 'the school that pupils go to whose set names none')
  .option(...JSON_OPTION)
  .action((folder: string, options: { preview: boolean; strict: boolean; school?: string; json?: boolean }) =>
    run(
      onTheRecord((bench) => importRosterCommand(bench, folder, options)),
      options.json,
    ),
  );

program
  .command('draft')
  .description('draft a plan from the record and the case folder, and file it there')
  .requiredOption('--pupil <id>', 'the pupil’s id, or the case (WM-0412)')
  .requiredOption('--template <kind>', 'senSupport, annualReview, profile, iep or transition')
  .option('--out <file>', 'write a copy of the document here')
  .option(...JSON_OPTION)
  .action((options: { pupil: string; template: string; out?: string; json?: boolean }) =>
    run(
      onTheRecord((bench) => draftCommand(bench, options)),
      options.json,
    ),
  );

program
  .command('document')
  .description('look into documents')
  .command('read')
  .description('read a .docx as Waymark reads it')
  .argument('<file>', 'a .docx')
  .option(...JSON_OPTION)
  .action((file: string, options: { json?: boolean }) => run(() => readDocumentCommand(file), options.json));

program
  .command('audit')
  .description('the audit trail')
  .command('verify')
  .description('check the chain of seals and say what is not sealed yet')
  .option(...JSON_OPTION)
  .action((options: { json?: boolean }) =>
    run(
      onTheRecord(async ({ deeds, actor }) => {
        const verdict = await deeds.verifyAudit(actor);
        return { code: verdict.sound ? 0 : 1, lines: [verdict.words], json: verdict };
      }),
      options.json,
    ),
  );

program
  .command('preflight')
  .description('try each Microsoft Graph permission live')
  .option(...JSON_OPTION)
  .action((options: { json?: boolean }) =>
    run(
      onTheRecord(async ({ deeds, actor }) => preflightAnswer(await deeds.preflight(actor))),
      options.json,
    ),
  );

program
  .command('manifest')
  .description('print the Teams manifest, or write the app package and the Word manifest')
  .option('--zip', 'write waymark.zip and waymark-word.xml', false)
  .option('--out <folder>', 'where to write them', 'dist/manifest')
  .option(...JSON_OPTION)
  .action((options: { zip: boolean; out: string; json?: boolean }) => run(() => manifestCommand(options), options.json));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  code = error.exitCode === 0 ? 0 : 2;
}
process.exitCode = code;

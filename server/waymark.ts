import { Command, CommanderError } from 'commander';
import { Refusal } from '#api/refusal.ts';
import { type Answer, type ExitCode, say } from './command-line/answer.ts';
import type { OpenParts, Workbench } from './command-line/workbench.ts';
import { Plain } from './plain.ts';

// Each command loads what it needs when it runs: help must not wait for Graph's client and the queue.
let code: ExitCode = 0;

/** The command was carried out, and said its answer, in a process of its own. */
class PassedOn extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode) {
    super('passed on');
    this.code = code;
  }
}

/** Runs a command and says its answer; a refusal or a plain fault is one sentence and exit 1. */
const run = async (work: () => Promise<Answer>, asJson: boolean | undefined): Promise<void> => {
  try {
    code = say(await work(), asJson ?? false);
  } catch (error) {
    if (error instanceof PassedOn) code = error.code;
    else if (!(error instanceof Plain || error instanceof Refusal)) throw error;
    else code = say({ code: 1, lines: [error.message], json: { error: error.message } }, asJson ?? false);
  }
};

const onTheRecord = (work: (bench: Workbench) => Promise<Answer>) => async (): Promise<Answer> => {
  const { openWorkbench, sleepingSuite } = await import('./command-line/workbench.ts');
  const folder = sleepingSuite();
  if (folder) throw new PassedOn(await (await import('./command-line/suite-for-now.ts')).besideSuiteForNow(folder));
  const bench = await openWorkbench();
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
};

/** For a tenant in whose record nothing stands yet: there is nobody to act as. */
const withParts = (work: (open: OpenParts) => Promise<Answer>) => async (): Promise<Answer> => {
  const { openParts } = await import('./command-line/workbench.ts');
  const open = await openParts();
  try {
    return await work(open);
  } finally {
    await open.close();
  }
};

const JSON_OPTION = ['--json', 'one JSON document on the last line'] as const;

const program = new Command('waymark')
  .description('Waymark for administrators. Exit codes: 0 done, 1 refused with reasons, 2 used wrongly.')
  .exitOverride()
  .showHelpAfterError();

const imports = program.command('import').description('bring data in');
imports
  .command('register')
  .description('bring in a register: an Excel workbook or a CSV, columns as guessed or as they were chosen before')
  .argument('<file>', 'an .xlsx or .csv')
  .option('--preview', 'tell what would change and write nothing', false)
  .option('--map <file>', 'a JSON file of choices, as --preview --json prints them')
  .option(...JSON_OPTION)
  .action((file: string, options: { preview: boolean; map?: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/register.ts')).importRegisterCommand(bench, file, options)),
      options.json,
    ),
  );
imports
  .command('roster')
  .description('import a set of CSV files: School Data Sync V2.1, OneRoster 1.1, Ed-Fi special education, or class lists and timetable')
  .argument('<folder>', 'where the files lie')
  .option('--preview', 'tell what would change and write nothing', false)
  .option('--strict', 'refuse the whole set where one row is refused', false)
  .option('--school <name>', 'the school that pupils go to whose set names none')
  .option(...JSON_OPTION)
  .action((folder: string, options: { preview: boolean; strict: boolean; school?: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/import-roster.ts')).importRosterCommand(bench, folder, options)),
      options.json,
    ),
  );

program
  .command('export')
  .description('take a list out as a file in which nothing is run as a formula')
  .argument('<list>', 'register, caseload, meetings, actions or compliance')
  .option('--format <format>', 'csv or xlsx', 'xlsx')
  .option('--period <period>', 'of compliance: term, month or year', 'term')
  .option('--out <file>', 'where to write it')
  .option(...JSON_OPTION)
  .action((list: string, options: { format: string; period: string; out?: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/register.ts')).exportCommand(bench, list, options)),
      options.json,
    ),
  );

program
  .command('report')
  .description('write a report')
  .command('compliance')
  .description('how a school year’s dates were kept, with the rows behind each figure')
  .option('--year <year>', 'the year in which it began; the current one where it is left out')
  .option('--format <format>', 'docx or xlsx', 'docx')
  .option('--publication', 'withhold small numbers and leave out cases', false)
  .option('--out <file>', 'where to write it')
  .option(...JSON_OPTION)
  .action((options: { year?: string; format: string; publication: boolean; out?: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/report.ts')).complianceReportCommand(bench, options)),
      options.json,
    ),
  );

program
  .command('sync')
  .description('read from Microsoft 365 now')
  .command('people')
  .description('read people, classes and families, and tell what that changed')
  .option('--close-many', 'close all who are gone, though they are more than a fifth', false)
  .option(...JSON_OPTION)
  .action((options: { closeMany: boolean; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/sync-people.ts')).syncPeopleCommand(bench, options)),
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
      onTheRecord(async (bench) => (await import('./command-line/draft.ts')).draftCommand(bench, options)),
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
  .action((file: string, options: { json?: boolean }) =>
    run(async () => (await import('./command-line/read-document.ts')).readDocumentCommand(file), options.json),
  );

const clocks = program.command('clocks').description('count statutory dates');
clocks
  .command('check')
  .description('work out a file of cases and tell which differ')
  .argument('<cases>', 'a JSON file with calendars and examples')
  .option(...JSON_OPTION)
  .action((cases: string, options: { json?: boolean }) =>
    run(async () => (await import('./command-line/clocks.ts')).checkClocksCommand(cases), options.json),
  );
clocks
  .command('explain')
  .description('what a rule answers to what is given, and how it is counted; without a rule the list of them')
  .argument('[rule]', 'the rule’s id, eng.plan.final')
  .option('--given <name=value...>', 'what is given, requestReceived=2026-01-05', [])
  .option('--calendars <cases>', 'take calendars from this file of cases')
  .option(...JSON_OPTION)
  .action((rule: string | undefined, options: { given: string[]; calendars?: string; json?: boolean }) =>
    run(async () => {
      const { explainClockCommand, listClocksCommand } = await import('./command-line/clocks.ts');
      return rule === undefined ? listClocksCommand() : explainClockCommand(rule, options.given, options.calendars);
    }, options.json),
  );

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

const KEY_OPTION = ['--key <file>', 'a file that holds a key, or to take a backup its public half'] as const;
const PASSPHRASE_OPTION = ['--passphrase <file>', 'a file whose first line is a passphrase'] as const;

program
  .command('backup')
  .description('write the whole record to a file that only a key or passphrase opens')
  .requiredOption('--out <file>', 'where to write it')
  .option(...KEY_OPTION)
  .option(...PASSPHRASE_OPTION)
  .option(...JSON_OPTION)
  .action((options: { out: string; key?: string; passphrase?: string; json?: boolean }) =>
    run(async () => (await import('./command-line/backup.ts')).backupCommand(options), options.json),
  );
program
  .command('backup-key')
  .description('make a key for backups')
  .requiredOption('--out <file>', 'where to write it')
  .option(...JSON_OPTION)
  .action((options: { out: string; json?: boolean }) =>
    run(async () => (await import('./command-line/backup.ts')).backupKeyCommand(options), options.json),
  );
program
  .command('restore')
  .description('put a backup into the empty database that the settings name, altogether or not at all')
  .argument('<file>', 'a backup')
  .option('--check', 'read the backup through and restore nothing', false)
  .option(...KEY_OPTION)
  .option(...PASSPHRASE_OPTION)
  .option(...JSON_OPTION)
  .action((file: string, options: { check: boolean; key?: string; passphrase?: string; json?: boolean }) =>
    run(async () => (await import('./command-line/backup.ts')).restoreCommand(file, options), options.json),
  );

program
  .command('papers')
  .description('write the privacy papers: data map, record of processing, impact assessment, processor terms, steps after a breach')
  .requiredOption('--out <folder>', 'where to write them, each as Word and as text')
  .option(...JSON_OPTION)
  .action((options: { out: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/papers.ts')).papersCommand(bench, options)),
      options.json,
    ),
  );

const privacy = program.command('privacy').description('requests to see a record, retention, holds, erasure');
privacy
  .command('export')
  .description('write down who asked to see a record and gather it; with --request build and fetch the archive')
  .argument('[case]', 'the case, WM-0412')
  .option('--asked-by <words>', 'who asked')
  .option('--received <day>', 'the day on which the request was received')
  .option('--request <id>', 'a request whose passages are decided')
  .option('--out <file>', 'where to write the archive')
  .option(...JSON_OPTION)
  .action((given: string | undefined, options: { askedBy?: string; received?: string; request?: string; out?: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/privacy.ts')).exportCommand(bench, given, options)),
      options.json,
    ),
  );
privacy
  .command('retention')
  .description('records whose last day has come, or comes within a year')
  .option(...JSON_OPTION)
  .action((options: { json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/privacy.ts')).retentionCommand(bench)),
      options.json,
    ),
  );
privacy
  .command('erase')
  .description('list every copy of a record, ask for its erasure, confirm one, or tell how far it is')
  .argument('[case]', 'the case, WM-0412')
  .option('--ask <ground>', 'retention, asked or mistake')
  .option('--reason <words>', 'why')
  .option('--told <day>', 'when the parent was told (US)')
  .option('--confirm <id>', 'confirm an erasure that somebody else asked for')
  .option('--look <id>', 'how far an erasure is')
  .option(...JSON_OPTION)
  .action(
    (
      given: string | undefined,
      options: { ask?: string; reason?: string; told?: string; confirm?: string; look?: string; json?: boolean },
    ) =>
      run(
        onTheRecord(async (bench) => (await import('./command-line/privacy.ts')).eraseCommand(bench, given, options)),
        options.json,
      ),
  );
privacy
  .command('hold')
  .description('put a record under a hold, or lift it')
  .argument('<case>', 'the case, WM-0412')
  .requiredOption('--reason <words>', 'why')
  .option('--lift', 'lift the hold in force', false)
  .option(...JSON_OPTION)
  .action((given: string, options: { reason: string; lift: boolean; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => (await import('./command-line/privacy.ts')).holdCommand(bench, given, options)),
      options.json,
    ),
  );

program
  .command('preflight')
  .description('try each Microsoft Graph permission live')
  .option(...JSON_OPTION)
  .action((options: { json?: boolean }) =>
    run(
      onTheRecord(async ({ deeds, actor }) => (await import('./command-line/preflight.ts')).preflightAnswer(await deeds.preflight(actor))),
      options.json,
    ),
  );

program
  .command('verify-tenant')
  .description('try, one by one, what only this tenant can prove; what is made for it is taken away again')
  .option('--other <address>', 'a mailbox that Waymark was not given, which must stay closed')
  .option('--outside <address>', 'somebody of another organisation, whose free times may show')
  .option(...JSON_OPTION)
  .action((options: { other?: string; outside?: string; json?: boolean }) =>
    run(
      onTheRecord(async (bench) => {
        const [{ verifyTenantCommand }, { placeOf }] = await Promise.all([
          import('./command-line/verify-tenant.ts'),
          import('./command-line/workbench.ts'),
        ]);
        return verifyTenantCommand(bench, { ...options, ...placeOf() });
      }),
      options.json,
    ),
  );

const several = (one: string, before: readonly string[] = []): string[] => [...before, one];
program
  .command('begin')
  .description('write the first school of a new tenant, and let its coordinator and administrator in')
  .requiredOption('--school <name>', 'what the school is called')
  .requiredOption('--coordinator <address>', 'whom to let in as coordinator; may be said again', several)
  .option('--administrator <address>', 'whom to let in for settings and permissions; may be said again', several)
  .option('--rules <jurisdiction>', 'whose law counts: england, us-federal, us-tx, us-ca, us-ny or us-mi', 'england')
  .option('--time-zone <zone>', 'where the school lies', 'Europe/London')
  .option(...JSON_OPTION)
  .action((options: { school: string; coordinator: string[]; administrator?: string[]; rules: string; timeZone: string; json?: boolean }) =>
    run(
      withParts(async (open) =>
        (await import('./command-line/begin.ts')).beginCommand(open, { ...options, administrator: options.administrator ?? [] }),
      ),
      options.json,
    ),
  );

const GRAPH_OPTION = [
  '--graph <address>',
  'another Microsoft Graph: a national cloud’s, or the made-up one',
  'https://graph.microsoft.com/v1.0',
] as const;
const register = program
  .command('register')
  .description('register Waymark in a tenant: files to read, then what sends them, and what takes it back');
register
  .command('write', { isDefault: true })
  .description('write everything that Entra, Exchange, SharePoint, Azure and Teams need, as files to read; nothing is sent')
  .requiredOption('--origin <address>', 'where people will reach Waymark, https://waymark.example.org')
  .requiredOption('--tenant <id>', 'the id of the Entra tenant')
  .requiredOption('--mailbox <address>', 'the shared SEND mailbox')
  .requiredOption('--site <address>', 'the private SEND site, https://school.sharepoint.com/sites/SEND')
  .option('--out <folder>', 'where to write them', 'registration')
  .option(...JSON_OPTION)
  .action((options: { origin: string; tenant: string; mailbox: string; site: string; out: string; json?: boolean }) =>
    run(async () => (await import('./command-line/registration.ts')).registerCommand(options), options.json),
  );
register
  .command('apply')
  .description('send the requests of a registration, with an administrator’s token in GRAPH_TOKEN; goes on where it stopped')
  .argument('<folder>', 'what register wrote')
  .option(...GRAPH_OPTION)
  .option(...JSON_OPTION)
  .action((folder: string, options: { graph: string; json?: boolean }) =>
    run(async () => (await import('./command-line/registration.ts')).applyCommand(folder, options), options.json),
  );
register
  .command('undo')
  .description('take back what apply did, the last first')
  .argument('<folder>', 'what register wrote')
  .option(...GRAPH_OPTION)
  .option(...JSON_OPTION)
  .action((folder: string, options: { graph: string; json?: boolean }) =>
    run(async () => (await import('./command-line/registration.ts')).undoCommand(folder, options), options.json),
  );

program
  .command('manifest')
  .description('print the Teams manifest, or write the app package and the Word manifest')
  .option('--zip', 'write waymark.zip and waymark-word.xml', false)
  .option('--out <folder>', 'where to write them', 'dist/manifest')
  .option(...JSON_OPTION)
  .action((options: { zip: boolean; out: string; json?: boolean }) =>
    run(async () => (await import('./command-line/manifest.ts')).manifestCommand(options), options.json),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  code = error.exitCode === 0 ? 0 : 2;
}
process.exitCode = code;

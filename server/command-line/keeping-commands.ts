import type { Command } from 'commander';
import { JSON_OPTION, onTheRecord, run } from './carry-out.ts';

const KEY_OPTION = ['--key <file>', 'a file that holds a key, or to take a backup its public half'] as const;

const PASSPHRASE_OPTION = ['--passphrase <file>', 'a file whose first line is a passphrase'] as const;

/** Keeps the record: its trail, backups, privacy papers, requests, retention and erasure. */
export const addKeepingCommands = (program: Command): void => {
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
    .command('backup')
    .description('write the whole record to a file that only a key or passphrase opens')
    .requiredOption('--out <file>', 'where to write it')
    .option(...KEY_OPTION)
    .option(...PASSPHRASE_OPTION)
    .option(...JSON_OPTION)
    .action((options: { out: string; key?: string; passphrase?: string; json?: boolean }) =>
      run(async () => (await import('./backup.ts')).backupCommand(options), options.json),
    );

  program
    .command('backup-key')
    .description('make a key for backups')
    .requiredOption('--out <file>', 'where to write it')
    .option(...JSON_OPTION)
    .action((options: { out: string; json?: boolean }) =>
      run(async () => (await import('./backup.ts')).backupKeyCommand(options), options.json),
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
      run(async () => (await import('./backup.ts')).restoreCommand(file, options), options.json),
    );

  program
    .command('papers')
    .description('write the privacy papers: data map, record of processing, impact assessment, processor terms, steps after a breach')
    .requiredOption('--out <folder>', 'where to write them, each as Word and as text')
    .option(...JSON_OPTION)
    .action((options: { out: string; json?: boolean }) =>
      run(
        onTheRecord(async (bench) => (await import('./papers.ts')).papersCommand(bench, options)),
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
        onTheRecord(async (bench) => (await import('./privacy.ts')).exportCommand(bench, given, options)),
        options.json,
      ),
    );

  privacy
    .command('retention')
    .description('records whose last day has come, or comes within a year')
    .option(...JSON_OPTION)
    .action((options: { json?: boolean }) =>
      run(
        onTheRecord(async (bench) => (await import('./privacy.ts')).retentionCommand(bench)),
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
          onTheRecord(async (bench) => (await import('./privacy.ts')).eraseCommand(bench, given, options)),
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
        onTheRecord(async (bench) => (await import('./privacy.ts')).holdCommand(bench, given, options)),
        options.json,
      ),
    );
};

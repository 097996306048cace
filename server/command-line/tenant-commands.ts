import type { Command } from 'commander';
import { JSON_OPTION, onTheRecord, run, withParts } from './carry-out.ts';

const several = (one: string, before: readonly string[] = []): string[] => [...before, one];

const GRAPH_OPTION = [
  '--graph <address>',
  'another Microsoft Graph: a national cloud’s, or the made-up one',
  'https://graph.microsoft.com/v1.0',
] as const;

/** A tenant of one’s own: registering Waymark there, beginning, trying what it was granted, the manifests. */
export const addTenantCommands = (program: Command): void => {
  program
    .command('preflight')
    .description('try each Microsoft Graph permission live')
    .option(...JSON_OPTION)
    .action((options: { json?: boolean }) =>
      run(
        onTheRecord(async ({ deeds, actor }) => (await import('./preflight.ts')).preflightAnswer(await deeds.preflight(actor))),
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
          const [{ verifyTenantCommand }, { placeOf }] = await Promise.all([import('./verify-tenant.ts'), import('./workbench.ts')]);
          return verifyTenantCommand(bench, { ...options, ...placeOf() });
        }),
        options.json,
      ),
    );

  program
    .command('begin')
    .description('write the first school of a new tenant, and let its coordinator and administrator in')
    .requiredOption('--school <name>', 'what the school is called')
    .requiredOption('--coordinator <address>', 'whom to let in as coordinator; may be said again', several)
    .option('--administrator <address>', 'whom to let in for settings and permissions; may be said again', several)
    .option('--rules <jurisdiction>', 'whose law counts: england, us-federal, us-tx, us-ca, us-ny or us-mi', 'england')
    .option('--time-zone <zone>', 'where the school lies', 'Europe/London')
    .option(...JSON_OPTION)
    .action(
      (options: { school: string; coordinator: string[]; administrator?: string[]; rules: string; timeZone: string; json?: boolean }) =>
        run(
          withParts(async (open) =>
            (await import('./begin.ts')).beginCommand(open, { ...options, administrator: options.administrator ?? [] }),
          ),
          options.json,
        ),
    );

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
      run(async () => (await import('./registration.ts')).registerCommand(options), options.json),
    );

  register
    .command('apply')
    .description('send the requests of a registration, with an administrator’s token in GRAPH_TOKEN; goes on where it stopped')
    .argument('<folder>', 'what register wrote')
    .option(...GRAPH_OPTION)
    .option(...JSON_OPTION)
    .action((folder: string, options: { graph: string; json?: boolean }) =>
      run(async () => (await import('./registration.ts')).applyCommand(folder, options), options.json),
    );

  register
    .command('undo')
    .description('take back what apply did, the last first')
    .argument('<folder>', 'what register wrote')
    .option(...GRAPH_OPTION)
    .option(...JSON_OPTION)
    .action((folder: string, options: { graph: string; json?: boolean }) =>
      run(async () => (await import('./registration.ts')).undoCommand(folder, options), options.json),
    );

  program
    .command('manifest')
    .description('print the Teams manifest, or write the app package and the Word manifest')
    .option('--zip', 'write waymark.zip and waymark-word.xml', false)
    .option('--out <folder>', 'where to write them', 'dist/manifest')
    .option(...JSON_OPTION)
    .action((options: { zip: boolean; out: string; json?: boolean }) =>
      run(async () => (await import('./manifest.ts')).manifestCommand(options), options.json),
    );
};

import { Command, CommanderError } from 'commander';
import { exitCode } from './command-line/carry-out.ts';
import { addCaseworkCommands } from './command-line/casework-commands.ts';
import { addDataCommands } from './command-line/data-commands.ts';
import { addKeepingCommands } from './command-line/keeping-commands.ts';
import { addTenantCommands } from './command-line/tenant-commands.ts';

// Each command loads what it needs when it runs: help must not wait for Graph's client and the queue.
const program = new Command('waymark')
  .description('Waymark for administrators. Exit codes: 0 done, 1 refused with reasons, 2 used wrongly.')
  .exitOverride()
  .showHelpAfterError();

addDataCommands(program);
addCaseworkCommands(program);
addKeepingCommands(program);
addTenantCommands(program);

const used = async (): Promise<number> => {
  try {
    await program.parseAsync();
    return exitCode();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
};
process.exitCode = await used();

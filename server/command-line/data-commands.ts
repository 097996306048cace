import { Argument, type Command, Option } from 'commander';
import type { TableFormat } from '#api/exports/write-table.ts';
import type { PeriodKind } from '#contract/compliance.ts';
import { JSON_OPTION, onTheRecord, run } from './carry-out.ts';

const LISTS = ['today', 'register', 'caseload', 'classes', 'meetings', 'actions', 'compliance', 'existing-plans', 'privacy'] as const;

/** Brings data in and takes it out: registers, rosters, lists, reports, what Microsoft 365 knows. */
export const addDataCommands = (program: Command): void => {
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
        onTheRecord(async (bench) => (await import('./register.ts')).importRegisterCommand(bench, file, options)),
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
        onTheRecord(async (bench) => (await import('./import-roster.ts')).importRosterCommand(bench, folder, options)),
        options.json,
      ),
    );

  program
    .command('export')
    .description('take a list out as a file in which nothing is run as a formula')
    .addArgument(new Argument('<list>', 'which one').choices(LISTS))
    .addOption(new Option('--format <format>').choices(['csv', 'xlsx']).default('xlsx'))
    .addOption(new Option('--period <period>', 'of compliance').choices(['term', 'month', 'year']).default('term'))
    .option('--out <file>', 'where to write it')
    .option(...JSON_OPTION)
    .action((what: (typeof LISTS)[number], options: { format: TableFormat; period: PeriodKind; out?: string; json?: boolean }) => {
      const { format, period, out, json } = options;
      const ask = what === 'compliance' ? { what, format, period } : { what, format };
      return run(
        onTheRecord(async (bench) => (await import('./register.ts')).exportCommand(bench, ask, out)),
        json,
      );
    });

  program
    .command('report')
    .description('write a report')
    .command('compliance')
    .description('how a school year’s dates were kept, with the rows behind each figure')
    .option('--year <year>', 'the year in which it began; the current one where it is left out')
    .addOption(new Option('--format <format>').choices(['docx', 'xlsx']).default('docx'))
    .option('--publication', 'withhold small numbers and leave out cases', false)
    .option('--out <file>', 'where to write it')
    .option(...JSON_OPTION)
    .action((options: { year?: string; format: string; publication: boolean; out?: string; json?: boolean }) =>
      run(
        onTheRecord(async (bench) => (await import('./report.ts')).complianceReportCommand(bench, options)),
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
        onTheRecord(async (bench) => (await import('./sync-people.ts')).syncPeopleCommand(bench, options)),
        options.json,
      ),
    );
};

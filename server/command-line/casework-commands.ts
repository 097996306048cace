import type { Command } from 'commander';
import { JSON_OPTION, onTheRecord, run } from './carry-out.ts';

/** Casework without a screen: drafting a plan, reading a document, counting a statutory date. */
export const addCaseworkCommands = (program: Command): void => {
  program
    .command('draft')
    .description('draft a plan from the record and the case folder, and file it there')
    .requiredOption('--pupil <id>', 'the pupil’s id, or the case (WM-0412)')
    .requiredOption('--template <kind>', 'senSupport, annualReview, profile, iep or transition')
    .option('--out <file>', 'write a copy of the document here')
    .option(...JSON_OPTION)
    .action((options: { pupil: string; template: string; out?: string; json?: boolean }) =>
      run(
        onTheRecord(async (bench) => (await import('./draft.ts')).draftCommand(bench, options)),
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
      run(async () => (await import('./read-document.ts')).readDocumentCommand(file), options.json),
    );

  const clocks = program.command('clocks').description('count statutory dates');

  clocks
    .command('check')
    .description('work out a file of cases and tell which differ')
    .argument('<cases>', 'a JSON file with calendars and examples')
    .option(...JSON_OPTION)
    .action((cases: string, options: { json?: boolean }) =>
      run(async () => (await import('./clocks.ts')).checkClocksCommand(cases), options.json),
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
        const { explainClockCommand, listClocksCommand } = await import('./clocks.ts');
        return rule === undefined ? listClocksCommand() : explainClockCommand(rule, options.given, options.calendars);
      }, options.json),
    );
};

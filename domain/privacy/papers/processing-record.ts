import { keptBlocks } from './kept.ts';
import { lawOf } from './law.ts';
import { fillIn, heading, list, type Paper, type PaperFacts, table, text } from './paper.ts';
import { recipients } from './recipients.ts';

/** What security rests on, each with where it can be checked. */
export const MEASURES: readonly (readonly [measure: string, where: string])[] = [
  ['Each deed is permitted by role and relation to the pupil; who may not know of a record is told that there is none', 'docs/access.md'],
  ['Each organisation lies behind row level security of the database, under a role that owns nothing', 'docs/architecture.md'],
  ['Documents lie in one site whose only members are the coordinators; no permission reaches every file or mailbox', 'docs/permissions.md'],
  ['Every reading and every change leaves a line in an audit trail that is sealed into a chain', 'waymark audit verify'],
  ['Logs, addresses, file names and titles of notices hold the case and no name; a test searches the log', 'docs/operations.md'],
  ['Links for people without an account have one purpose, a code, an end, and can be revoked', 'docs/architecture.md'],
  ['Data travels over TLS alone; sign-ins are kept encrypted; there are no cookies', 'docs/architecture.md'],
];

/** The record of processing, with what the code knows filled in. */
export const processingRecord = (facts: PaperFacts): Paper => {
  const law = lawOf(facts);
  return {
    title: 'Record of processing',
    about: `One entry for ${law.record}.`,
    blocks: [
      table(
        ['', ''],
        [
          ['Controller', `${facts.organisation}, ${fillIn('address')}`],
          ['Data protection officer', fillIn('name, e-mail, telephone')],
          ['Processor', fillIn('who runs Waymark; “none” where the school runs it itself')],
          [
            'Purpose',
            'Casework for pupils with special educational needs: finding needs, planning and reviewing provision, meetings, dates that the law sets',
          ],
          ['Legal basis', law.basis],
          ['Whose data', 'Pupils, their families and contacts, staff, professionals from other services'],
          ['Special categories', law.special],
          [
            'Transfers to other countries',
            `None by Waymark itself. Microsoft 365 keeps data where the tenant does: ${fillIn('region of the tenant')}; hosting: ${fillIn('region')}`,
          ],
          [
            'Decisions by machine',
            'None. Waymark takes no decision about diagnosis, eligibility or placement; every sentence it writes is a stored fact, a school’s own wording or a marked gap',
          ],
        ],
      ),
      heading('What data'),
      text(
        'Name, date of birth, class, contacts; needs and what helps; assessments; views and advice; plans and provision; meetings; attendance and removals; letters; consents. The data map lists every table.',
      ),
      heading('Recipients'),
      list(...recipients().map(({ who, what }) => `${who}: ${what}`)),
      heading('Permissions on Microsoft 365'),
      table(
        ['Permission', 'Acts', 'For what'],
        facts.permissions.map(({ name, kind, forWhat }) => [name, kind === 'delegated' ? 'as the person' : 'by itself', forWhat]),
      ),
      heading('How long it is kept'),
      ...keptBlocks(facts),
      heading('Security'),
      table(['Measure', 'Where it can be checked'], MEASURES),
    ],
  };
};

import { lawOf } from './law.ts';
import { fillIn, heading, list, type Paper, type PaperFacts, table, text } from './paper.ts';
import { MEASURES } from './processing-record.ts';
import { recipients } from './recipients.ts';

/** What could happen to somebody, what holds it off, and what is left for the school to weigh. */
const RISKS: readonly (readonly [risk: string, whom: string, holds: string, left: string])[] = [
  [
    'A member of staff reads a record that is not theirs',
    'Pupil, family',
    'Role and relation checked at each deed; each reading noted; “who has seen” on the pupil’s page',
    'A colleague with a right to read looks without need: training, and the list of readings',
  ],
  [
    'One organisation sees another’s records',
    'Everybody',
    'Row level security in the database under a role that cannot step over it',
    'A fault in PostgreSQL itself',
  ],
  [
    'A document is shared too widely',
    'Pupil, family',
    'Single items, signed in, while on the team; no organisation-wide or anonymous links',
    'Coordinators can share by hand in SharePoint: site policy',
  ],
  [
    'A letter reaches somebody who must not know',
    'Pupil, family',
    'Contacts with restrictions are refused; read before it goes; no name in a subject',
    'An address on record is wrong',
  ],
  [
    'A link falls into the wrong hands',
    'Pupil, family',
    'One purpose, a code to the address of record, an end, revocable; the token never reaches a server log',
    'Whoever reads the mailbox of the family',
  ],
  [
    'A name escapes by a log, a URL, a title or a file name',
    'Pupil, family',
    'Case references alone; a test searches what was logged',
    'Names that people type into titles by hand',
  ],
  [
    'A record is lost',
    'Pupil',
    'Database and queue in one transaction; backups; nothing is deleted by an edit',
    'Backups that nobody restores: rehearse it',
  ],
  [
    'A record is kept too long, or goes too soon',
    'Pupil',
    'Retention counted and listed; a person decides; holds; two people for an erasure',
    'The school’s own length must be set',
  ],
  [
    'A date is counted wrongly',
    'Pupil',
    'Each date shows its rule, source and count',
    'Rules marked unverified must be checked by the school',
  ],
  [
    'What the machine wrote is taken for a person’s judgement',
    'Pupil',
    'Composed text is marked until a person accepts it; no language model is used',
    'Accepting without reading',
  ],
  [
    'More is recorded than is needed',
    'Pupil, family, staff',
    'Fields for what a plan needs; restricted notes; reflections are private',
    'Free text: guidance to staff',
  ],
];

/** A data protection impact assessment with the facts filled in; the judgements are left to those who answer for them. */
export const impactAssessment = (facts: PaperFacts): Paper => {
  const law = lawOf(facts);
  return {
    title: 'Data protection impact assessment',
    about: `A draft for ${law.assessment}. Waymark fills in what it knows; in square brackets stands what only you can say.`,
    blocks: [
      heading('Why an assessment'),
      text(`Waymark keeps data about children’s needs and health on a large scale. ${law.special}`),
      heading('What happens'),
      text(
        'Staff record needs, provision and progress, hold meetings and write plans, in Teams and Word; dates that the law sets are counted; families and professionals are asked by signed link. The data map and the record of processing say what, whose, whence and whither.',
      ),
      heading('Necessity and proportion'),
      list(
        `Basis: ${law.basis}`,
        'A fact is entered once; each sentence of a plan names its source.',
        'Names, accounts and classes are read and not written; each permission is the narrowest that works.',
        'Whoever asks to see a record is answered from the record itself, with what concerns others decided passage by passage.',
        `Who was consulted: ${fillIn('parents, pupils, staff; when and how')}`,
      ),
      heading('Permissions asked for'),
      table(
        ['Permission', 'Acts', 'For what'],
        facts.permissions.map(({ name, kind, forWhat }) => [name, kind === 'delegated' ? 'as the person' : 'by itself', forWhat]),
      ),
      heading('Recipients'),
      list(...recipients().map(({ who, heldBy }) => `${who}: ${heldBy}`)),
      heading('Risks'),
      table(
        ['Risk', 'To whom', 'What holds it off', 'What is left', 'Likelihood and harm'],
        RISKS.map((risk) => [...risk, fillIn('low, medium, high')]),
      ),
      heading('Measures'),
      table(['Measure', 'Where it can be checked'], MEASURES),
      heading('Advice and decision'),
      table(
        ['', ''],
        [
          ['Advice of the data protection officer', fillIn('advice, name, date')],
          ['Decision', fillIn('accepted, with which further measures; name, date')],
          ['Looked at again on', fillIn('date; at the latest when a permission or a recipient is added')],
        ],
      ),
    ],
  };
};

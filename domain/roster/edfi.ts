import type { Fields } from './fields.ts';
import type { RosterShapeRules } from './shape.ts';
import type { StagedFact } from './staged.ts';

const parts = (text: string | null): string[] =>
  (text ?? '')
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean);

const caseFacts = (f: Fields, today: Parameters<RosterShapeRules['files'][number]['read']>[1]): StagedFact[] => {
  const pupil = f.id('studentUniqueId');
  const begins = f.day('beginDate');
  if (begins === null && f.faults.length === 0) f.refuse('beginDate', 'is empty');
  return [
    {
      kind: 'person',
      key: pupil,
      givenName: f.name('firstName'),
      surname: f.name('lastSurname'),
      email: null,
      username: null,
      phone: null,
      role: 'pupil',
      yearGroup: null,
      school: null,
      birthday: f.birthday('birthDate', today),
      closed: false,
    },
    {
      kind: 'case',
      key: `${pupil}|${f.word('program')}|${begins}`,
      pupil,
      begins: begins ?? today,
      disabilities: parts(f.text('disability', 400)),
      services: parts(f.text('service', 400)),
      setting: f.text('setting'),
      lastEvaluation: f.day('lastEvaluationDate'),
      iepReview: f.day('iepReviewDate'),
      iepBegin: f.day('iepBeginDate'),
      iepEnd: f.day('iepEndDate'),
      exit: f.day('exitDate') ?? f.day('endDate'),
    },
  ];
};

/** Special education program associations of the Ed-Fi Data Standard 5.2, one row an association. */
export const EDFI: RosterShapeRules = {
  id: 'edfi-special-education',
  words: 'Ed-Fi special education',
  knownBy: ['special-education-associations.csv'],
  files: [
    {
      name: 'special-education-associations.csv',
      required: true,
      columns: ['studentUniqueId', 'firstName', 'lastSurname', 'birthDate', 'program', 'beginDate'],
      read: caseFacts,
    },
  ],
};

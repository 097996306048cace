import type { Role } from './actor.ts';

/** A deed of the house, about no single pupil. */
export type HouseRule = { readonly what: string; readonly by: readonly Role[]; readonly why: string; readonly refusal: string };

/** The deeds of the house, one line each. */
export const HOUSE_DEEDS = {
  'open-caseload': {
    what: 'open the caseload, Today and meetings: the pupils one may open, and no others',
    by: ['coordinator', 'leader', 'teacher', 'assistant', 'specialist'],
    why: 'Everyone who works with pupils sees their own.',
    refusal: 'The caseload is for school staff and specialists.',
  },
  'share-views': {
    what: 'share a view of the caseload with everybody, and change one that is shared',
    by: ['coordinator', 'leader'],
    why: 'It stands in everybody’s row of views; it holds filters and no pupil.',
    refusal: 'Only the coordinator or a leader can change what everybody’s caseload offers.',
  },
  'sync-people': {
    what: 'read people and classes from Microsoft 365, and see what that changed',
    by: ['coordinator', 'administrator'],
    why: 'Whoever answers for the accounts or for the register must be able to bring both together; names are shown to the coordinator alone.',
    refusal: 'Only the coordinator or an administrator can read people from Microsoft 365.',
  },
  'tell-people-apart': {
    what: 'say whether somebody of a roster is somebody of the record',
    by: ['coordinator'],
    why: 'Both sides are shown, with names and birthdays; a wrong answer joins two children’s records.',
    refusal: 'Only the coordinator can say who is the same person.',
  },
  'open-compliance': {
    what: 'open the dates of both sides over a term',
    by: ['coordinator', 'leader'],
    why: 'The coordinator keeps the dates; the leader answers for them.',
    refusal: 'The dates of the whole register are for the coordinator and the leader.',
  },
  'open-exams': {
    what: 'open exam arrangements by year with what is missing, and make the list for invigilators',
    by: ['coordinator', 'leader'],
    why: 'Whoever answers for the register must see in time who lacks what.',
    refusal: 'Exam arrangements of the whole register are for the coordinator and the leader.',
  },
  'keep-exam-dates': {
    what: 'change the dates by which exam arrangements are asked for',
    by: ['coordinator'],
    why: 'Awarding bodies set them each year; one person copies them.',
    refusal: 'Only the coordinator can change the dates of exam arrangements.',
  },
  'open-guidance': {
    what: 'read strategies, session plans, co-teaching plans and links to class materials',
    by: ['coordinator', 'leader', 'teacher', 'assistant', 'specialist'],
    why: 'Advice that is not read helps nobody; it holds nothing about any pupil.',
    refusal: 'Guidance is for school staff and specialists.',
  },
  'plan-lessons': {
    what: 'write session plans, co-teaching plans and links to class materials, and change one’s own',
    by: ['coordinator', 'teacher', 'assistant', 'specialist'],
    why: 'Who gives the lesson plans it.',
    refusal: 'Session plans and co-teaching plans are written by those who give them.',
  },
  'keep-guidance': {
    what: 'add and change the school’s own strategies, and what colleagues planned',
    by: ['coordinator'],
    why: 'Advice to a whole staff has one editor.',
    refusal: 'Only the coordinator can change the school’s strategies and what others planned.',
  },
  'follow-dates': {
    what: 'follow dates in a calendar of one’s own',
    by: ['coordinator', 'leader'],
    why: 'Whoever sees the dates of the whole register may have them at hand, by case and without names.',
    refusal: 'Dates can be followed by the coordinator and the leader.',
  },
  'set-reminders': {
    what: 'see and choose how far ahead people are told of dates',
    by: ['coordinator'],
    why: 'Whoever is told when others are late chooses when that is.',
    refusal: 'Only the coordinator can choose when people are told of dates.',
  },
  'open-calendar': {
    what: 'open the school’s calendar',
    by: ['coordinator', 'leader'],
    why: 'School days decide dates; it holds nothing of any case.',
    refusal: 'The school’s calendar is opened by the coordinator and the leader.',
  },
  'keep-calendar': {
    what: 'change the school’s calendar, and see first which dates that moves',
    by: ['coordinator'],
    why: 'A closed day moves dates of the whole register; whoever keeps the dates sees which.',
    refusal: 'Only the coordinator can change the school’s calendar.',
  },
  'open-information-report': {
    what: 'open the school’s SEN information report, its editions and what it lacks',
    by: ['coordinator', 'leader'],
    why: 'The coordinator writes it, the leader answers for it; it holds nothing of any case.',
    refusal: 'The SEN information report is opened by the coordinator and the leader.',
  },
  'keep-information-report': {
    what: 'write and publish the school’s SEN information report',
    by: ['coordinator'],
    why: 'Preparing the report is the coordinator’s work, and every family reads it.',
    refusal: 'Only the coordinator can write and publish the SEN information report.',
  },
  'import-roster': {
    what: 'import a roster',
    by: ['coordinator', 'administrator'],
    why: 'The roster says who is at the school; it holds nothing of any case.',
    refusal: 'Only the coordinator or an administrator can import a roster.',
  },
  'open-privacy': {
    what: 'open what is kept, asked for, held and erased, and set how long records are kept',
    by: ['coordinator', 'leader'],
    why: 'Whoever decides how long a record is kept must see which are due.',
    refusal: 'Only a coordinator or a leader can open what is kept, asked for and erased.',
  },
  'take-privacy-papers': {
    what: 'take the privacy papers: data map, record of processing, impact assessment, processor terms, steps after a breach',
    by: ['coordinator', 'leader', 'administrator', 'auditor'],
    why: 'Whoever answers for the data or for the machine needs them; they hold nothing about anyone.',
    refusal: 'The privacy papers are for the coordinator, a leader, an administrator and an auditor.',
  },
  'bring-in-plans': {
    what: 'bring in plans that others wrote',
    by: ['coordinator'],
    why: 'Whose plan a file is must be told by somebody who knows the whole register.',
    refusal: 'Only the coordinator can bring in plans.',
  },
  'import-register': {
    what: 'bring in the register, attendance, suspensions and part-time timetables out of workbooks',
    by: ['coordinator'],
    why: 'The register says what each pupil needs: it is the coordinator’s.',
    refusal: 'Only the coordinator can bring in a register.',
  },
  'export-lists': {
    what: 'take lists out as a file: the register, the caseload, meetings, actions, dates; the year’s compliance report',
    by: ['coordinator', 'leader'],
    why: 'A file leaves the walls of the record; whoever answers for the whole school may take it out, and the audit trail says so.',
    refusal: 'Only the coordinator or a leader can take lists out as a file.',
  },
  'set-chasing': {
    what: 'see and set how long people have to answer, and when they are reminded',
    by: ['coordinator', 'leader'],
    why: 'How a school asks its staff is the school’s to say.',
    refusal: 'Only the coordinator or a leader can set how people are reminded.',
  },
  'see-readings': {
    what: 'see who has read what helps the pupils they teach',
    by: ['coordinator', 'leader'],
    why: 'Whoever answers for provision must know that each teacher knows their part (duty 4 A3).',
    refusal: 'Who has read what is for the coordinator and the leader.',
  },
  'roll-over': {
    what: 'take the step into the next school year, and take it back',
    by: ['coordinator', 'leader'],
    why: 'It moves everyone on the roll at once; whoever answers for the school’s provision sees it through.',
    refusal: 'Only a coordinator or a leader can take the step into the next school year.',
  },
  'arrange-cover': {
    what: 'give a class to somebody for a day',
    by: ['coordinator', 'leader'],
    why: 'Whoever arranges the day’s cover hands over the class sheet with it.',
    refusal: 'Only the coordinator or a leader can arrange cover.',
  },
  'review-languages': {
    what: 'read the set phrases of family letters, and say that a native speaker has checked them',
    by: ['coordinator', 'leader'],
    why: 'The school answers for what its letters say in each language.',
    refusal: 'Only the coordinator or a leader can say that a language was checked.',
  },
  'manage-roles': {
    what: 'see and give roles',
    by: ['coordinator', 'administrator'],
    why: 'The coordinator knows the staff, the administrator the accounts; nobody gives a role to themselves.',
    refusal: 'Only the coordinator or an administrator can see and give roles.',
  },
  'open-status': {
    what: 'see how the service is doing: Microsoft 365, work that waits, last readings',
    by: ['coordinator', 'leader', 'administrator'],
    why: 'Whoever answers for dates must know what waits; an administrator sees neither case nor name there.',
    refusal: 'How the service is doing is shown to the coordinator, a leader and an administrator.',
  },
  'settle-jobs': {
    what: 'have work that failed tried again, or give it up with a reason',
    by: ['coordinator', 'administrator'],
    why: 'The coordinator knows what it was for, the administrator what stood in its way.',
    refusal: 'Only the coordinator or an administrator can try failed work again or give it up.',
  },
  preflight: {
    what: 'try the permissions on Microsoft 365',
    by: ['administrator'],
    why: 'It shows the tenant’s grants.',
    refusal: 'Only an administrator can check permissions.',
  },
  'verify-audit': {
    what: 'check that the audit trail is whole',
    by: ['administrator', 'auditor'],
    why: 'It reads seals and no record.',
    refusal: 'Only an administrator or an auditor can check the audit trail.',
  },
} as const satisfies Record<string, HouseRule>;

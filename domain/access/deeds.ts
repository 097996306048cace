import type { Relation, Role } from './actor.ts';

/*
 * Who may do what: the whole of it, one line a deed. A line says to whom the deed is given, why, and what somebody hears who may open the
 * record but not do this. To add a deed, add its line here, run `npm run docs`, and read the row it makes in docs/access.md: the tests try each
 * cell of that page.
 */

/** Whom a deed is given to: a role held at the pupil's school, or a relation to the pupil. One of them is enough; nothing else opens a record. */
type Audience = { readonly roles: readonly Role[]; readonly relations: readonly Relation[] };

/** A deed on one pupil's record. */
export type PupilRule = { readonly what: string; readonly by: Audience; readonly why: string; readonly refusal: string };

/** A deed of the house, about no single pupil. */
export type HouseRule = { readonly what: string; readonly by: readonly Role[]; readonly why: string; readonly refusal: string };

/** Whoever answers for the case: the coordinator, and the case manager where there is one. */
const WHO_ANSWERS: Audience = { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] };
const WHO_ANSWERS_AND_LEADS: Audience = { ...WHO_ANSWERS, roles: ['coordinator', 'leader'] };
/** The coordinator, and everyone at work with this pupil. */
const WHO_WORKS: Audience = { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] };
const WHO_WORKS_AND_LEADS: Audience = { ...WHO_WORKS, roles: ['coordinator', 'leader'] };
/** The coordinator alone, by role: a relation does not carry so far. */
const THE_COORDINATOR: Audience = { roles: ['coordinator'], relations: [] };

const PUPIL_DEEDS = {
  'open-pupil': {
    what: 'open the record',
    by: WHO_WORKS_AND_LEADS,
    why: 'Whoever teaches, supports or advises a pupil must know the needs; the leader answers for the school’s provision.',
    refusal: 'You cannot open this record.',
  },
  'read-casework': {
    what: 'read what passes between school and family, and working notes',
    by: { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches'] },
    why: 'It is for the school’s own people; an adviser from outside sees what is shared with them (duty 3 A4).',
    refusal: 'This part of the record is for the school’s own staff.',
  },
  'read-contacts': {
    what: 'read how to reach the family',
    by: WHO_ANSWERS_AND_LEADS,
    why: 'Addresses and restrictions concern those who write to the family.',
    refusal: 'How to reach a family is for the coordinator, the leader and the case manager.',
  },
  'read-restricted': {
    what: 'see that a restricted note exists; its words only where it names the reader',
    by: { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches'] },
    why: 'A note that nobody knows of protects nobody; what it says is for those it names.',
    refusal: 'Restricted notes are for the school’s own staff.',
  },
  'raise-concern': {
    what: 'raise a concern',
    by: WHO_WORKS,
    why: 'Whoever sees something says so.',
    refusal: 'Only the coordinator and people who work with this pupil can raise a concern.',
  },
  'export-part': {
    what: 'take a part of the record out as a file',
    by: WHO_ANSWERS_AND_LEADS,
    why: 'A file leaves the walls of the record; whoever answers for the case may take it out, and the audit trail says so.',
    refusal: 'Only the coordinator, the leader and the case manager can take a record out as a file.',
  },
  'record-assessment': {
    what: 'record an assessment',
    by: { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'advises'] },
    why: 'A score stands with whoever gave the test or answers for it.',
    refusal: 'Only the coordinator, the case manager and advising specialists can record an assessment.',
  },
  'record-session': {
    what: 'record a session',
    by: WHO_WORKS,
    why: 'Who gave the session says that it took place.',
    refusal: 'Only the coordinator and people who work with this pupil can record a session.',
  },
  'observe-lesson': {
    what: 'write down what was seen in a lesson, and share it with the teacher',
    by: { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'advises'] },
    why: 'Whoever visits a lesson for a pupil says what helped; the teacher who was visited reads it.',
    refusal: 'Only the coordinator and people who support or advise this pupil can write down a lesson observation.',
  },
  'give-exam-evidence': {
    what: 'say what a pupil’s normal way of working is in a subject, for exam arrangements',
    by: { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches'] },
    why: 'Evidence for exams comes from whoever teaches the subject.',
    refusal: 'Only the coordinator and people who teach or support this pupil can give evidence for exams.',
  },
  'draft-exam-application': {
    what: 'draft an application for exam arrangements out of the record',
    by: WHO_ANSWERS,
    why: 'An application tells awarding bodies of a need; whoever answers for the case reads it first.',
    refusal: 'Only the coordinator or the case manager can draft an application for exam arrangements.',
  },
  'keep-record': {
    what: 'change the rest of the record',
    by: WHO_ANSWERS,
    why: 'Needs, goals and provision are one person’s to answer for.',
    refusal: 'Only the coordinator or the case manager can change this part of the record.',
  },
  'keep-contacts': {
    what: 'change contacts and consents',
    by: WHO_ANSWERS,
    why: 'A wrong address sends a child’s record to a stranger.',
    refusal: 'Only the coordinator or the case manager can change contacts and consents.',
  },
  'restrict-contact': {
    what: 'say that somebody must not be contacted, or lift that',
    by: { roles: ['coordinator'], relations: ['coordinates'] },
    why: 'A restriction rests on a paper that the coordinator has seen.',
    refusal: 'Only a coordinator can say that somebody must not be contacted, or lift that.',
  },
  'write-restricted': {
    what: 'write a restricted note',
    by: { roles: ['coordinator', 'leader'], relations: ['coordinates'] },
    why: 'The safeguarding lead is a leader; few write, and fewer read.',
    refusal: 'Only a coordinator or a leader can write a restricted note.',
  },
  'explain-clock': {
    what: 'read how a statutory date is counted',
    by: WHO_ANSWERS_AND_LEADS,
    why: 'The dates are owed by those who answer for the case.',
    refusal: 'Statutory dates are explained to the coordinator, the leader and the case manager.',
  },
  'record-event': {
    what: 'record, correct and take out what happened in a case, from which its dates are counted',
    by: WHO_ANSWERS,
    why: 'One wrong day moves every date of the case; whoever answers for the case answers for its events.',
    refusal: 'Only the coordinator or the case manager can record what happened in a case.',
  },
  'give-late-reason': {
    what: 'say why a date was not kept',
    by: WHO_ANSWERS,
    why: 'Whoever answers for the case answers for its dates.',
    refusal: 'Only the coordinator or the case manager can say why a date was not kept.',
  },
  chase: {
    what: 'write to an agency, an authority or a colleague who owes a date',
    by: WHO_ANSWERS,
    why: 'A letter goes out in the name of whoever answers for the case.',
    refusal: 'Only the coordinator or the case manager can chase a date.',
  },
  log: {
    what: 'log a call, an observation or a note',
    by: WHO_WORKS,
    why: 'Who sees the child notes what was seen; a leader reads, and does not write into the case.',
    refusal: 'Only the coordinator and people who work with this pupil can add to the log.',
  },
  'record-score': {
    what: 'record a progress point',
    by: WHO_WORKS,
    why: 'Who teaches towards the goal measures it.',
    refusal: 'Only the coordinator and people who work with this pupil can record progress.',
  },
  'draft-plan': {
    what: 'draft and change a plan',
    by: WHO_ANSWERS,
    why: 'A plan binds the school; one person answers for its words.',
    refusal: 'Only the coordinator or the case manager can draft a plan.',
  },
  'schedule-review': {
    what: 'find a date and book a review',
    by: WHO_ANSWERS,
    why: 'An invitation goes out in the name of whoever answers for the case.',
    refusal: 'Only the coordinator or the case manager can arrange a review.',
  },
  'record-meeting': {
    what: 'record a meeting',
    by: WHO_ANSWERS,
    why: 'The minutes have one author.',
    refusal: 'Only the coordinator or the case manager can record this meeting.',
  },
  'do-action': {
    what: 'close an action',
    by: WHO_WORKS,
    why: 'Whoever was given it closes it.',
    refusal: 'Only the coordinator and people who work with this pupil can close this action.',
  },
  'export-record': {
    what: 'prepare the record for somebody who asked to see it',
    by: THE_COORDINATOR,
    why: 'One person decides what about others is taken out, and answers for it.',
    refusal: 'Only the coordinator can prepare the record for somebody who asked to see it.',
  },
  'hold-record': {
    what: 'put a record under a hold, and lift it',
    by: { roles: ['coordinator', 'leader'], relations: [] },
    why: 'A dispute reaches the leader first; while it lasts nothing is erased (duty 9 A7).',
    refusal: 'Only a coordinator or a leader can put a record under a hold, or lift it.',
  },
  'erase-record': {
    what: 'keep a record longer, ask for its erasure, confirm what another asked for',
    by: { roles: ['coordinator', 'leader'], relations: [] },
    why: 'Two people stand behind every erasure.',
    refusal: 'Only a coordinator or a leader can decide how long a record is kept.',
  },
  'read-class-sheet': {
    what: 'read the class sheet',
    by: { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'covers'] },
    why: 'Whoever stands before the class must know what helps, for as long as they do; it holds no diagnosis and no family fact.',
    refusal: 'The class sheet is for those who teach, support or cover the class.',
  },
  'mark-strategy': {
    what: 'say of a strategy whether it works, and that one has read what helps',
    by: WHO_WORKS,
    why: 'Whoever works with the pupil sees what works; the review hears it from them (duty 4 A3).',
    refusal: 'Only people who work with this pupil say what works.',
  },
  'take-profile': {
    what: 'take the one-page profile',
    by: { roles: ['coordinator', 'leader'], relations: ['coordinates', 'manages-case', 'supports', 'teaches'] },
    why: 'It is written for every adult who works with the pupil tomorrow morning, and holds what the pupil would say to them.',
    refusal: 'The one-page profile is for those who teach or support this pupil.',
  },
  'see-access': {
    what: 'see who may see the record, and who has',
    by: WHO_ANSWERS,
    why: 'Whoever gives access must be able to check it.',
    refusal: 'Only the coordinator or the case manager can see who has access.',
  },
  'assign-key-worker': {
    what: 'give a pupil a key worker',
    by: WHO_ANSWERS,
    why: 'A key worker may open the record; it is given by whoever answers for the case.',
    refusal: 'Only the coordinator or the case manager can give a pupil a key worker.',
  },
  'change-team': {
    what: 'let people join and leave the team',
    by: WHO_ANSWERS,
    why: 'A place on the team opens the record; it is given by whoever answers for the case.',
    refusal: 'Only the coordinator or the case manager can change the team.',
  },
  'send-link': {
    what: 'send a link to the family or to someone without an account',
    by: WHO_ANSWERS,
    why: 'What leaves the school leaves in the name of whoever answers for the case.',
    refusal: 'Only the coordinator or the case manager can send a link.',
  },
  'ask-contributions': {
    what: 'ask teachers, specialists and family for contributions, remind them and end it',
    by: WHO_ANSWERS,
    why: 'Whoever answers for the case gathers what others know of the pupil, and answers for whom is asked.',
    refusal: 'Only the coordinator or the case manager can ask for contributions.',
  },
  'answer-contribution': {
    what: 'answer what one is asked oneself',
    by: WHO_WORKS,
    why: 'Who works with the pupil says what they see; who no longer does is told so (duty 3 A3).',
    refusal: 'Only people who work with this pupil answer about them.',
  },
  'write-letter': {
    what: 'write a letter or notice, file it, and note that it has gone',
    by: WHO_ANSWERS,
    why: 'What leaves the school leaves in the name of whoever answers for the case.',
    refusal: 'Only the coordinator or the case manager can write a letter.',
  },
  'report-disclosures': {
    what: 'make the report of access and disclosures for the family',
    by: THE_COORDINATOR,
    why: 'The school answers a parent who asks who has seen the record (34 CFR 300.614, 99.32); the coordinator reads it first.',
    refusal: 'Only the coordinator can make the report for the family.',
  },
} as const satisfies Record<string, PupilRule>;

const HOUSE_DEEDS = {
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

/** Every deed that touches a pupil's record, as a coordinator would say it. */
export type PupilDeed = keyof typeof PUPIL_DEEDS;

/** Deeds that are about the service, not about one pupil. */
export type HouseDeed = keyof typeof HOUSE_DEEDS;

export const pupilDeeds = Object.keys(PUPIL_DEEDS) as readonly PupilDeed[];
export const houseDeeds = Object.keys(HOUSE_DEEDS) as readonly HouseDeed[];

/** The line of the table about a deed on a pupil's record. */
export const pupilRule = (deed: PupilDeed): PupilRule => PUPIL_DEEDS[deed];

/** The line of the table about a deed of the house. */
export const houseRule = (deed: HouseDeed): HouseRule => HOUSE_DEEDS[deed];

/** Whether someone with these roles, standing so to the pupil today, may do the deed. An administrator's role opens no record. */
export const mayDo = (deed: PupilDeed, roles: readonly Role[], relations: readonly Relation[]): boolean =>
  pupilRule(deed).by.roles.some((role) => roles.includes(role)) ||
  pupilRule(deed).by.relations.some((relation) => relations.includes(relation));

/** Whether one of these roles may do a deed of the house. */
export const mayDoInHouse = (deed: HouseDeed, roles: readonly Role[]): boolean => houseRule(deed).by.some((role) => roles.includes(role));

/** True where the role sees the whole register and not only the pupils it stands in a relation to. */
export const seesWholeRegister = (roles: readonly Role[]): boolean => roles.includes('coordinator') || roles.includes('leader');

import type { Relation, Role } from './actor.ts';

/** Whom a deed is given to: a role held at the pupil's school, or a relation to the pupil. One of them is enough; nothing else opens a record. */
type Audience = { readonly roles: readonly Role[]; readonly relations: readonly Relation[] };

/** A deed on one pupil's record. */
export type PupilRule = { readonly what: string; readonly by: Audience; readonly why: string; readonly refusal: string };

/** Whoever answers for the case: the coordinator, and the case manager where there is one. */
const WHO_ANSWERS: Audience = { roles: ['coordinator'], relations: ['coordinates', 'manages-case'] };
const WHO_ANSWERS_AND_LEADS: Audience = { ...WHO_ANSWERS, roles: ['coordinator', 'leader'] };
/** The coordinator, and everyone at work with this pupil. */
const WHO_WORKS: Audience = { roles: ['coordinator'], relations: ['coordinates', 'manages-case', 'supports', 'teaches', 'advises'] };
const WHO_WORKS_AND_LEADS: Audience = { ...WHO_WORKS, roles: ['coordinator', 'leader'] };
/** The coordinator alone, by role: a relation does not carry so far. */
const THE_COORDINATOR: Audience = { roles: ['coordinator'], relations: [] };

/** The deeds on one pupil's record, one line each. */
export const PUPIL_DEEDS = {
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

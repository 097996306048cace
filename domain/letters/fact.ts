import type { Day } from '#domain/calendar/day.ts';

/** A fact as a letter prints it: words and rows stay as they were written, days and times are written in the letter's language. */
export type FactValue =
  | { readonly as: 'words'; readonly words: string }
  | { readonly as: 'day'; readonly day: Day }
  | { readonly as: 'language'; readonly name: string }
  | { readonly as: 'slot'; readonly day: Day; readonly from: string; readonly to: string }
  | { readonly as: 'list'; readonly lines: readonly string[] }
  | { readonly as: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Where in Waymark a fact is kept: the part of the Pupil page, or another page. */
export type MendPlace =
  | 'overview'
  | 'needs'
  | 'assessments'
  | 'plan'
  | 'provision'
  | 'meetings'
  | 'contacts'
  | 'agencies'
  | 'documents'
  | 'clocks'
  | 'find-a-date'
  | 'people';

type FactFacts = { readonly label: string; readonly mend: MendPlace; readonly lacking: string };

/** Every fact that a letter can use: what it is called, where it is kept, and what to do where it is missing. */
export const FACTS = {
  addressee: { label: 'Written to', mend: 'contacts', lacking: 'Choose whom the letter is for.' },
  address: { label: 'Address', mend: 'contacts', lacking: 'No postal address is recorded for this contact.' },
  child: { label: 'Pupil', mend: 'overview', lacking: 'The pupil has no name in the record.' },
  reference: { label: 'Case reference', mend: 'overview', lacking: 'The pupil is not on the register, so there is no case.' },
  born: { label: 'Born', mend: 'overview', lacking: 'The date of birth is not recorded.' },
  year: { label: 'Year and class', mend: 'overview', lacking: 'Year and class are not recorded.' },
  stage: { label: 'Stage of support', mend: 'overview', lacking: 'The stage of support is not recorded.' },
  school: { label: 'School', mend: 'people', lacking: 'The school has no name.' },
  telephone: { label: 'Telephone of the school', mend: 'people', lacking: 'The school’s telephone number is not recorded.' },
  coordinator: { label: 'Coordinator', mend: 'overview', lacking: 'Nobody coordinates this case.' },
  meetingWhen: { label: 'Day and time', mend: 'find-a-date', lacking: 'No meeting is booked. Find a date first.' },
  meetingPlace: { label: 'Place', mend: 'meetings', lacking: 'The booked meeting has no place.' },
  meetingLink: { label: 'Link to join online', mend: 'meetings', lacking: 'The booked meeting has no link to join.' },
  meetingPeople: { label: 'Who is asked to come', mend: 'meetings', lacking: 'Nobody is asked to this meeting.' },
  papersBy: { label: 'Papers sent by', mend: 'meetings', lacking: 'The day by which papers go out is past or not known.' },
  interpreterFor: { label: 'Interpreter', mend: 'contacts', lacking: 'No interpreter is arranged.' },
  heldOn: { label: 'Meeting held on', mend: 'meetings', lacking: 'No meeting has been held and recorded.' },
  heldPeople: { label: 'Who was there', mend: 'meetings', lacking: 'Nobody is noted as present.' },
  views: { label: 'What was said', mend: 'meetings', lacking: 'No views were noted in the meeting.' },
  decisions: { label: 'Decisions', mend: 'meetings', lacking: 'No decision is recorded in the last meeting.' },
  disagreements: { label: 'What was not agreed', mend: 'meetings', lacking: 'No disagreement is recorded.' },
  actions: { label: 'Who does what', mend: 'meetings', lacking: 'No action came out of the last meeting.' },
  meetingNumber: { label: 'Meetings this school year', mend: 'meetings', lacking: 'No meeting with parents is recorded this school year.' },
  supportSince: { label: 'On SEN Support since', mend: 'overview', lacking: 'The pupil is not on SEN Support.' },
  needs: { label: 'Needs', mend: 'needs', lacking: 'No need is recorded.' },
  help: { label: 'Help at school', mend: 'provision', lacking: 'No provision is recorded.' },
  nextMeeting: { label: 'Next meeting', mend: 'find-a-date', lacking: 'No next meeting is booked.' },
  ageOfRights: { label: 'Age of majority', mend: 'people', lacking: 'The age of majority is not known for this State.' },
  rightsOn: { label: 'Rights pass on', mend: 'overview', lacking: 'The date of birth is not recorded, so the day cannot be counted.' },
  goals: { label: 'Goals and progress', mend: 'plan', lacking: 'No goal is recorded.' },
  cycles: { label: 'Reviewed cycles', mend: 'meetings', lacking: 'No review of support has been held and recorded.' },
  provision: { label: 'Provision, planned and delivered', mend: 'provision', lacking: 'No provision is recorded.' },
  costs: { label: 'Cost', mend: 'provision', lacking: 'No line of provision has a cost.' },
  attendance: { label: 'Attendance', mend: 'overview', lacking: 'Attendance is not recorded.' },
  familyViews: { label: 'Views of the family and the pupil', mend: 'contacts', lacking: 'No view of the family or the pupil has come in.' },
  advice: { label: 'Advice received', mend: 'agencies', lacking: 'No advice has come in.' },
  assessments: { label: 'Assessments', mend: 'assessments', lacking: 'No assessment is recorded.' },
  documents: { label: 'Documents in the case folder', mend: 'documents', lacking: 'The case folder is empty.' },
} as const satisfies Readonly<Record<string, FactFacts>>;

export type FactKey = keyof typeof FACTS;

/** A fact with where it comes from, in words: `Meeting booked for Tue 8 Dec`. */
export type Fact = { readonly key: FactKey; readonly value: FactValue; readonly source: string };
export type LetterFacts = Readonly<Partial<Record<FactKey, Fact>>>;

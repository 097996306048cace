import { madeUpId } from './made-up-id.ts';
import { addressWord } from './names.ts';
import type { StaffMember } from './school.ts';

export const DOMAIN = 'hollinbank.example';

type Line = readonly [name: string, jobTitle: string];
type Role = StaffMember['role'];

const LEADERS: readonly Line[] = [
  ['Margaret Ellery', 'Headteacher'],
  ['Femi Adeyemi', 'Deputy head, secondary'],
  ['Catrin Bowen', 'Deputy head, primary'],
  ['Helen Marsh', 'Designated safeguarding lead'],
];

/** Class teachers of the primary years in the order of their classes: R Ash, R Fir, R Oak, 1 Ash … 6 Oak. */
export const PRIMARY_TEACHERS = [
  'Beth Calloway',
  'Noreen Sweeney',
  'Idris Vaughan',
  'Ottoline Grey',
  'Rashid Malek',
  'Jess Tilbury',
  'Harriet Lomax',
  'Sunita Rao',
  'Callie Winter',
  'Owen Pritchard',
  'Marta Kowalczyk',
  'Delroy Haines',
  'Grace Oyelaran',
  'Simon Arkless',
  'Yvette Laurent',
  'Paula Whitcombe',
  'Hassan Mirza',
  'Lorna Keir',
  'Bryony Peel',
  'Tunde Bakare',
  'Anna Devlin',
] as const;

/** Secondary teachers by subject. The first of each leads it. */
export const SECONDARY_TEACHERS = {
  Maths: ['Tomasz Zieliński', 'Ingrid Solberg', 'Nathan Quaye', 'Meera Subramanian', 'Alun Prosser'],
  English: ['Rosalind Fenn', 'Kwabena Mensah-Ward', 'Lydia Hargrave', 'Peter Yarrow', 'Shauna Devine'],
  Science: ['Chidinma Eze', 'Robert Tranter', 'Aoife Gorman', 'Vikram Sethi', 'Joan Birtles'],
  History: ['Elinor Cray', 'Marcus Thorne'],
  Geography: ['Dev Patel', 'Sally Ormond'],
  French: ['Camille Durand', 'Nkechi Obiora'],
  Art: ['Juno Castellane', 'Fergus Blane'],
  PE: ['Carl Rossiter', 'Zoe Hamblin'],
  Computing: ['Lin Wei Tang'],
  Music: ['Gwen Hathersage'],
  RE: ['Miriam Osgood'],
} as const satisfies Record<string, readonly string[]>;

/** Those who carry support: key workers, learning mentors, teaching assistants. */
const SUPPORT: readonly Line[] = [
  ['Gareth Pugh', 'Learning mentor, Years 4 to 6'],
  ['Priya Nair', 'Early years and Key Stage 1 support lead'],
  ['Leanne Foster', 'Key Stage 2 support lead'],
  ['Hannah Brook', 'Secondary support lead'],
  ['Sian Morgan', 'Teaching assistant, Year 6'],
  ['Jodie Hallam', 'Teaching assistant'],
  ['Amir Haddadi', 'Teaching assistant'],
  ['Pauline Stack', 'Teaching assistant'],
  ['Kezia Boamah', 'Teaching assistant'],
  ['Declan Rooney', 'Teaching assistant'],
  ['Wiktoria Lis', 'Teaching assistant'],
  ['Tracey Ibbotson', 'Higher level teaching assistant'],
];

const OFFICE: readonly (readonly [...Line, Role])[] = [
  ['Nadia Rahim', 'IT administrator', 'administrator'],
  ['Colin Speight', 'Governor for SEND', 'auditor'],
  ['Judith Amos', 'SEND administrator', 'assistant'],
];

/** People outside with a calendar that the school can read, because their organisations share free and busy times with it. */
const SHARED_CALENDARS: readonly (readonly [...Line, employer: string, domain: string])[] = [
  ['Joanna Tse', 'Speech and language therapist', 'NHS therapy', 'westmere-nhs.example'],
  ['Kirsty Bell', 'Education officer', 'Westmere Council', 'westmere.example'],
  ['Dawn Keeling', 'Social care officer', 'Westmere Council', 'westmere.example'],
  ['Miriam Feld', 'Educational psychologist', 'Westmere Council', 'westmere.example'],
  ['Sanjay Kulkarni', 'Occupational therapist', 'NHS therapy', 'westmere-nhs.example'],
];

/** People outside of whom only an address is known. */
const ADDRESS_ONLY: readonly (readonly [...Line, employer: string, domain: string])[] = [
  ['Farida Anjum', 'Urdu interpreter', 'Westmere language service', 'westmere-language.example'],
  ['Howard Pell', 'Careers adviser', 'Westmere Careers', 'westmere-careers.example'],
  ['Elspeth Dunbar', 'Teacher of the deaf', 'Westmere sensory service', 'westmere.example'],
  ['Oskar Brandt', 'Qualified teacher of vision impairment', 'Westmere sensory service', 'westmere.example'],
];

export const staffKey = (name: string): string =>
  name
    .split(' ')
    .map(addressWord)
    .join('.')
    .replace(/\.(?=.*\.)/g, '-');

/** `maths`, but `French` and `PE`. */
export const subjectWords = (subject: string): string => (/^(English|French|PE|RE)$/.test(subject) ? subject : subject.toLowerCase());

const member = (name: string, jobTitle: string, role: Role): StaffMember => {
  const words = name.split(' ');
  const surname = words.pop() ?? '';
  const key = staffKey(name);
  return {
    key,
    id: madeUpId(`account ${key}`),
    givenName: words.join(' '),
    surname,
    upn: `${key}@${DOMAIN}`,
    jobTitle,
    account: 'staff',
    role,
  };
};

const outsider = ([name, jobTitle, employer, domain]: (typeof SHARED_CALENDARS)[number], account: 'mailbox' | 'outside'): StaffMember => {
  const person = member(name, jobTitle, 'specialist');
  return { ...person, upn: `${person.key}@${domain}`, account, employer };
};

/** Rooms that are booked like people: each has a calendar. */
export const MEETING_ROOMS: readonly StaffMember[] = ['Room 4', 'Room 7'].map((name) => ({
  ...member(name, 'Meeting room', 'assistant'),
  account: 'mailbox' as const,
  employer: 'Hollin Bank rooms',
}));

/** Everyone who works at Hollin Bank, and the people outside whom its cases know. */
export const hollinBankStaff = (): StaffMember[] => [
  member('Ruth Okafor', 'SEND coordinator', 'coordinator'),
  ...LEADERS.map(([name, title]) => member(name, title, 'leader')),
  ...PRIMARY_TEACHERS.map((name) => member(name, 'Class teacher', 'teacher')),
  ...Object.entries(SECONDARY_TEACHERS).flatMap(([subject, names]) =>
    names.map((name, index) => member(name, `${index === 0 ? 'Head' : 'Teacher'} of ${subjectWords(subject)}`, 'teacher')),
  ),
  ...SUPPORT.map(([name, title]) => member(name, title, 'assistant')),
  ...OFFICE.map(([name, title, role]) => member(name, title, role)),
  ...SHARED_CALENDARS.map((line) => outsider(line, 'mailbox')),
  ...ADDRESS_ONLY.map((line) => outsider(line, 'outside')),
  ...MEETING_ROOMS,
];

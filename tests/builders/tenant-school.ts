/** A school of seven people for tests of the local tenant: small enough to know by heart. */
import type { Day } from '#domain/calendar/day.ts';
import type { MadeUpSchool, StaffMember } from '#local-tenant/school/school.ts';

export const TENANT_ID = '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e5f';
const day = (text: string) => text as Day;
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const staff = (number: number, key: string, jobTitle: string, role: StaffMember['role']): StaffMember => {
  const [given = '', surname = ''] = key.split('.');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    key,
    id: idOf(number),
    givenName: capital(given),
    surname: capital(surname),
    upn: `${key}@hollinbank.example`,
    jobTitle,
    account: 'staff',
    role,
  };
};

/** Ruth coordinates, Gareth and Priya teach, Sian assists, Hannah leads; Joanna has no account; the SEND mailbox is nobody's own. */
export const aTenantSchool = (change: Partial<MadeUpSchool> = {}): MadeUpSchool => ({
  organisation: { tenantId: TENANT_ID, name: 'Hollin Bank School', domain: 'hollinbank.example', timeZone: 'Europe/London' },
  school: { id: '11111111-2222-4333-8444-555555555555', name: 'Hollin Bank School', code: 'HBS' },
  staff: [
    staff(1, 'ruth.okafor', 'SENCO', 'coordinator'),
    staff(2, 'gareth.pugh', 'Class teacher, 6 Oak', 'teacher'),
    staff(3, 'priya.nair', 'Teacher of mathematics', 'teacher'),
    staff(4, 'sian.morgan', 'Teaching assistant', 'assistant'),
    staff(5, 'hannah.brook', 'Headteacher', 'leader'),
    {
      ...staff(6, 'send.mailbox', 'Shared mailbox', 'coordinator'),
      givenName: 'SEND',
      surname: 'Team',
      upn: 'send@hollinbank.example',
      account: 'mailbox',
    },
    {
      ...staff(7, 'joanna.tse', 'Speech and language therapist', 'specialist'),
      upn: 'joanna.tse@nhs.example',
      account: 'outside',
      employer: 'NHS',
    },
  ],
  pupils: [
    {
      key: 'callum.reid',
      id: idOf(101),
      sex: 'male',
      givenName: 'Callum',
      surname: 'Reid',
      upn: 'A123456789012',
      birthday: day('2016-02-11'),
      yearGroup: 6,
      className: '6 Oak',
    },
    {
      key: 'ayaan.malik',
      id: idOf(102),
      sex: 'male',
      givenName: 'Ayaan',
      surname: 'Malik',
      upn: 'A123456789013',
      birthday: day('2012-10-03'),
      yearGroup: 9,
      className: '9 B',
    },
  ],
  classes: [
    { id: idOf(201), name: '6 Oak', subject: 'Primary', yearGroup: 6, teachers: ['gareth.pugh'], pupils: ['callum.reid'] },
    { id: idOf(202), name: '9 B Maths', subject: 'Mathematics', yearGroup: 9, teachers: ['priya.nair'], pupils: ['ayaan.malik'] },
  ],
  calendar: [
    { person: 'gareth.pugh', day: day('2026-11-23'), from: '09:00', to: '10:00', subject: '6 Oak: English', showAs: 'busy' },
    { person: 'gareth.pugh', day: day('2026-11-23'), from: '11:00', to: '12:00', subject: '6 Oak: Maths', showAs: 'tentative' },
    { person: 'ruth.okafor', day: day('2026-11-23'), from: '09:30', to: '10:30', subject: 'Annual review', showAs: 'busy' },
  ],
  documents: [
    {
      folder: 'WM-0412',
      name: 'WM-0412 speech and language advice 2026-10-14.docx',
      filedOn: day('2026-10-14'),
      filedBy: 'ruth.okafor',
      kind: 'advice',
      paragraphs: [
        { style: 'heading', text: 'Advice' },
        { style: 'text', text: 'Short instructions, one at a time.' },
      ],
    },
  ],
  ...change,
});

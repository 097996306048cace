import type { Circle, FamilyContact, Invitee, TeamPerson } from '#domain/meetings/invitees.ts';

/** A colleague with whatever the test is about. */
export const aColleague = (about: Partial<TeamPerson> & { name: string }): TeamPerson => ({
  id: about.name.toLowerCase().replace(/\s/g, '-'),
  jobTitle: null,
  roleWords: null,
  relation: 'advises',
  employer: null,
  email: null,
  ...about,
});

export const aContact = (about: Partial<FamilyContact> & { name: string }): FamilyContact => ({
  id: about.name.toLowerCase().replace(/\s/g, '-'),
  relation: 'mother',
  parentalResponsibility: true,
  email: null,
  language: null,
  needsInterpreter: false,
  restricted: false,
  ...about,
});

/** Ayaan Malik's circle: mother, tutor, council, therapist. */
export const aCircle = (about: Partial<Circle> = {}): Circle => ({
  pupil: { givenName: 'Ayaan', sex: 'male', birthday: '2013-03-02' as never },
  contacts: [aContact({ name: 'Saima Malik', language: 'Urdu', needsInterpreter: true })],
  team: [
    aColleague({ name: 'Tomasz Zieliński', relation: 'teaches', roleWords: 'tutor, maths' }),
    aColleague({ name: 'Kirsty Bell', jobTitle: 'Education officer', employer: 'Westmere Council' }),
    aColleague({ name: 'Joanna Tse', jobTitle: 'Speech and language therapist', employer: 'NHS therapy' }),
    aColleague({ name: 'Dawn Keeling', jobTitle: 'Social care officer', employer: 'Westmere Council' }),
  ],
  arranger: { id: 'ruth', name: 'Ruth Okafor', email: null },
  ...about,
});

/** Somebody who was asked, as slots see them. */
export const anInvitee = (about: Partial<Invitee> & { name: string }): Invitee => ({
  key: `person/${about.name}`,
  person: about.name,
  contact: null,
  words: '',
  why: 'Must be invited',
  required: true,
  organisation: false,
  part: 'school',
  email: null,
  ...about,
});

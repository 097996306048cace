import type { LetterTemplate } from '#domain/letters/letter.ts';

/** The invitation to a review or an IEP meeting. What kind of meeting it is, the booked meeting says. */
export const INVITATION: LetterTemplate = {
  kind: 'invitation',
  nations: ['england', 'us'],
  title: 'Invitation to a meeting',
  use: 'When a meeting about the pupil is booked.',
  citation: { england: 'SEND Regulations 2014, reg 20(3)', us: '34 CFR 300.322' },
  unverified: { us: 'Section 300.322 has not been read in full.' },
  reader: 'family',
  heading: 'invitation.title',
  about: 'booked-meeting',
  needs: ['addressee', 'child', 'reference', 'meetingWhen', 'meetingPlace', 'coordinator'],
  own: [
    {
      key: 'purpose',
      label: 'What kind of meeting it is',
      help: 'The booked meeting says it; choose another where that is not right.',
      required: true,
      rows: 1,
      choices: [
        { value: 'annual-review', words: 'Annual review of the EHC plan', say: 'invitation.annual', nation: 'england' },
        { value: 'support-review', words: 'SEN Support review', say: 'invitation.support', nation: 'england' },
        { value: 'parent-meeting', words: 'Meeting with parents', say: 'invitation.parent' },
        { value: 'iep', words: 'IEP meeting', say: 'invitation.iep', nation: 'us' },
      ],
    },
    {
      key: 'more',
      label: 'What you want to add',
      help: 'Such as: we would like to show you the new reading room.',
      required: false,
      rows: 3,
    },
  ],
  parts: [
    { chosen: 'purpose' },
    { say: 'invitation.purpose', to: 'family' },
    { say: 'invitation.learnerPurpose', to: 'learner' },
    {
      rows: [
        { label: 'invitation.when', fact: 'meetingWhen' },
        { label: 'invitation.where', fact: 'meetingPlace' },
        { label: 'invitation.online', fact: 'meetingLink' },
      ],
    },
    { heading: 'invitation.people', when: 'meetingPeople' },
    { quote: 'meetingPeople' },
    { own: 'more' },
    { say: 'invitation.papers', when: 'papersBy' },
    { say: 'invitation.view' },
    { say: 'invitation.interpreter', when: 'interpreterFor' },
    { say: 'invitation.askInterpreter', unless: 'interpreterFor' },
    { say: 'invitation.bring', to: 'family' },
    { say: 'invitation.cannotCome' },
  ],
};

import type { LetterTemplate } from '#domain/letters/letter.ts';

/** Tells family and learner that rights pass: at majority under IDEA, at the end of compulsory school age in England (CFA 2014 s.83). */
const shared = {
  kind: 'rights-transfer',
  title: 'Notice that rights pass to the learner',
  reader: 'family',
  heading: 'rights.title',
  about: null,
  own: [{ key: 'more', label: 'What you want to add', help: 'Such as: who can help with these choices.', required: false, rows: 3 }],
} as const;

export const RIGHTS_TRANSFER_US: LetterTemplate = {
  ...shared,
  nations: ['us'],
  use: 'At least a year before the age of majority, and at that age, to both.',
  citation: { us: '34 CFR 300.320(c) and 300.520' },
  unverified: { us: 'Section 300.520 has not been read in full.' },
  needs: ['addressee', 'child', 'reference', 'rightsOn', 'ageOfRights', 'coordinator'],
  parts: [
    { say: 'rights.usFamily', to: 'family' },
    { say: 'rights.usLearner', to: 'learner' },
    { say: 'rights.usNotice' },
    { say: 'rights.meansLearner', to: 'learner' },
    { own: 'more' },
    { say: 'rights.help' },
  ],
};

export const RIGHTS_TRANSFER_ENGLAND: LetterTemplate = {
  ...shared,
  nations: ['england'],
  use: 'Before compulsory school age ends, the last Friday of June of the school year in which the pupil turns 16; to both.',
  citation: { england: 'Education Act 1996, s.8(3); Children and Families Act 2014, s.83' },
  unverified: { england: 'Section 83 has not been read in the Act itself.' },
  needs: ['addressee', 'child', 'reference', 'rightsOn', 'coordinator'],
  parts: [
    { say: 'rights.englandFamily', to: 'family' },
    { say: 'rights.englandLearner', to: 'learner' },
    { say: 'rights.meansFamily', to: 'family' },
    { say: 'rights.meansLearner', to: 'learner' },
    { own: 'more' },
    { say: 'rights.help' },
  ],
};

import type { LetterTemplate } from '#domain/letters/letter.ts';

/** Asks for consent on a page that comes back. In the US consent to evaluate is not consent to services (34 CFR 300.300). */
export const CONSENT_FORM: LetterTemplate = {
  kind: 'consent',
  nations: ['england', 'us'],
  title: 'Consent form',
  use: 'Before an assessment, and before anything is shared with others.',
  citation: { england: 'UK GDPR, article 7', us: '34 CFR 300.300(a)-(b) and 300.9(c)' },
  unverified: { england: 'Article 7 has not been read in the regulation itself.' },
  reader: 'family',
  heading: 'consent.title',
  about: null,
  needs: ['addressee', 'child', 'reference', 'coordinator'],
  own: [
    {
      key: 'purpose',
      label: 'Consent to what',
      help: 'When the page comes back, write the day it came into the record: consent counts from that day.',
      required: true,
      rows: 1,
      choices: [
        { value: 'assessment', words: 'Assessment by a specialist', say: 'consent.assessment' },
        { value: 'sharing', words: 'Sharing with others', say: 'consent.sharing' },
        { value: 'evaluation', words: 'Evaluation', say: 'consent.evaluation', nation: 'us' },
        { value: 'services', words: 'First services', say: 'consent.services', nation: 'us' },
        { value: 'other', words: 'Something else', say: 'consent.other' },
      ],
    },
    { key: 'what', label: 'What you ask', help: 'What exactly is to be done, by whom, and when.', required: true, rows: 3 },
    { key: 'why', label: 'Why you ask', help: 'What it is for, in plain words.', required: true, rows: 3 },
  ],
  parts: [
    { say: 'consent.intro' },
    { chosen: 'purpose' },
    { heading: 'consent.what' },
    { own: 'what' },
    { heading: 'consent.why' },
    { own: 'why' },
    { say: 'consent.free' },
    { ticks: ['consent.yes', 'consent.no', 'consent.talk'] },
    { sign: ['consent.name', 'consent.signature', 'consent.date'] },
    { say: 'consent.return' },
  ],
};

import type { LetterTemplate } from '#domain/letters/letter.ts';

/** The letter that goes with the State’s own notice of procedural safeguards, and says why it is given now (34 CFR 300.504(a)). */
export const PROCEDURAL_SAFEGUARDS: LetterTemplate = {
  kind: 'procedural-safeguards',
  nations: ['us'],
  title: 'Procedural safeguards notice',
  use: 'Once a school year, and at each event the law names. Put the State’s own notice in with it.',
  citation: { us: '34 CFR 300.504(a)' },
  reader: 'family',
  heading: 'safeguards.title',
  about: null,
  needs: ['addressee', 'child', 'reference', 'coordinator'],
  own: [
    {
      key: 'why',
      label: 'Why it is given now',
      help: 'Each of these events asks for it anew.',
      required: true,
      rows: 1,
      choices: [
        { value: 'year', words: 'Once a school year', say: 'safeguards.year' },
        { value: 'request', words: 'First referral or request to evaluate', say: 'safeguards.request' },
        { value: 'complaint', words: 'First complaint of a school year', say: 'safeguards.complaint' },
        { value: 'discipline', words: 'Disciplinary change of placement', say: 'safeguards.discipline' },
        { value: 'asked', words: 'The parent asked', say: 'safeguards.asked' },
      ],
    },
  ],
  parts: [
    { say: 'safeguards.intro' },
    { chosen: 'why' },
    { say: 'safeguards.talk' },
    { ticks: ['safeguards.received'] },
    { sign: ['consent.name', 'consent.signature', 'consent.date'] },
    { say: 'consent.return' },
    { say: 'consent.keep' },
  ],
};

/** The privacy papers by their names in addresses and file names, with what each is for. */
export const PRIVACY_PAPERS = {
  'data-map': { title: 'Data map', about: 'Where personal data lies, where it comes from and whom it goes to; every table.' },
  'processing-record': {
    title: 'Record of processing',
    about: 'Purpose, basis, people, recipients, permissions, time, security: one entry for the record that a controller keeps.',
  },
  'impact-assessment': {
    title: 'Data protection impact assessment',
    about: 'Necessity, risks and what holds them off, with the judgements left open.',
  },
  'processor-terms': { title: 'Processor terms', about: 'For a school that has Waymark run by somebody else.' },
  'breach-steps': { title: 'Steps after a breach', about: 'What to do in the first hour, day and days, and where Waymark answers.' },
} as const;
export type PrivacyPaper = keyof typeof PRIVACY_PAPERS;

export const privacyPapers = Object.keys(PRIVACY_PAPERS) as readonly PrivacyPaper[];

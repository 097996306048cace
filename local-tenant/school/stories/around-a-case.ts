/** Who stands around many cases, and what happens in many of them. */
export const COUNCIL = { owner: { words: 'Westmere Council', short: 'Council' } };
export const COORDINATOR = { person: 'ruth.okafor', relation: 'coordinates', from: '2024-09-02' } as const;
export const OFFICER = { person: 'kirsty.bell', relation: 'advises', words: 'education officer', from: '2025-09-01' } as const;

/** How lists name those who carry a title. */
const TITLES: Readonly<Record<string, { words: string; short: string }>> = {
  'miriam.feld': { words: 'Dr Miriam Feld', short: 'Dr M Feld' },
};

/** Advice that the council asked for, and the day it came if it has come. */
export const advice = (about: string, who: string, asked: string, received?: string, person?: string) => [
  { kind: 'advice-requested', on: asked, who, about, ...(person ? { owner: { person, ...TITLES[person] } } : {}) },
  ...(received ? [{ kind: 'advice-received', on: received, who, about }] : []),
];

/** The last annual review: the council kept the plan as it was. */
export const lastReview = (on: string) => ({ kind: 'review-decision-sent', on, outcome: 'keep', ...COUNCIL });

/** A move to the next school in September. */
export const MOVES_ON = { kind: 'phase-transfer-planned', on: '2027-09-01', inSchoolYear: true, ...COUNCIL };

import type { PaperFacts } from './paper.ts';

/** The names that the law of a nation gives to the same things. Article numbers were not read in the source: each is marked. */
export type PaperLaw = {
  readonly law: string;
  readonly record: string;
  readonly processor: string;
  readonly assessment: string;
  readonly breach: string;
  readonly authority: string;
  readonly tellWithin: string;
  readonly special: string;
  readonly basis: string;
};

const LAWS: Readonly<Record<PaperFacts['jurisdiction'], PaperLaw>> = {
  england: {
    law: 'UK GDPR and the Data Protection Act 2018 [unverified: article numbers below were not read in the source]',
    record: 'UK GDPR Article 30 [unverified]',
    processor: 'UK GDPR Article 28 [unverified]',
    assessment: 'UK GDPR Article 35 [unverified]',
    breach: 'UK GDPR Articles 33 and 34 [unverified]',
    authority: 'the Information Commissioner',
    tellWithin: '72 hours [unverified]',
    special: 'Health, disability and the special educational need itself: special category data (England rules, section 9).',
    basis:
      'The school’s duties towards pupils with special educational needs (Children and Families Act 2014, Part 3; SEND Regulations 2014): a public task, and for special category data a reason of substantial public interest [unverified: your data protection officer confirms basis and condition].',
  },
  idea: {
    law: 'FERPA (34 CFR Part 99) and the confidentiality rules of IDEA (34 CFR 300.610 to 300.627) [unverified: not read word for word]',
    record: 'the record of access of 34 CFR 300.614 [unverified], and the inventory a district keeps of its systems',
    processor:
      'the direct control of a “school official” under FERPA, 34 CFR 99.31(a)(1) [unverified], and your State’s student privacy law',
    assessment: 'your State’s student privacy law where it asks for one',
    breach: 'your State’s breach law',
    authority: 'your State’s education agency and attorney general, as State law says',
    tellWithin: 'the time that State law sets',
    special: 'Disability, evaluations and services: education records in confidence (34 CFR 300.610 to 300.627 [unverified]).',
    basis: 'The district’s duties under IDEA Part B to children with disabilities, with consent where 34 CFR Part 300 asks for it.',
  },
};

export const lawOf = ({ jurisdiction }: Pick<PaperFacts, 'jurisdiction'>): PaperLaw => LAWS[jurisdiction];

import { days, fromNext, laterOf, lodging, months, tribunalDays, weeks, workingDays } from '#domain/timelines/reckoning.ts';
import { type EventMatch, on, type Rule } from '#domain/timelines/rule.ts';
import { FTT_RULES, regs, SEND_REGS, TRIBUNAL_RULES } from '#domain/timelines/rules/england/sources.ts';

/** Decisions that can be appealed (Children and Families Act 2014 s.51). */
const APPEALABLE: readonly EventMatch[] = [
  on('assessment-decision-sent', 'refuse'),
  on('no-plan-decision-sent'),
  on('plan-final'),
  on('amended-plan-final'),
  on('no-amendment-decision-sent'),
  on('review-decision-sent', 'keep'),
  on('reassessment-decision-sent', 'refuse'),
  on('cease-decision-sent'),
];

/** Mediation and the way to the tribunal (regs 32 to 42; SI 2008/2699). */
export const APPEAL_RULES: readonly Rule[] = [
  {
    id: 'eng.mediation.contact',
    title: 'Family’s time to contact a mediation adviser',
    from: APPEALABLE,
    due: months(2),
    owedBy: 'family',
    nature: 'right',
    unless: [],
    metBy: [on('mediation-adviser-contacted'), on('certificate-issued')],
    endedBy: [on('appeal-lodged')],
    words:
      'A family that may want to appeal contacts a mediation adviser **within 2 months of the decision letter**. It is not needed where only the school named in section I is disputed.',
    source: `${SEND_REGS} reg 33; Children and Families Act 2014 s.55`,
    sourceLink: regs(33),
  },
  {
    id: 'eng.mediation.certificate',
    title: 'Mediation certificate',
    from: [on('mediation-declined'), on('mediation-ended')],
    due: workingDays(3),
    owedBy: 'mediation-adviser',
    unless: [],
    metBy: [on('certificate-issued')],
    words: 'The mediation adviser issues the certificate **within 3 working days** of the family declining mediation, or of its end.',
    source: `${SEND_REGS} reg 34`,
    sourceLink: regs(34),
  },
  {
    id: 'eng.mediation.arrange',
    title: 'Mediation arranged',
    from: [on('mediation-requested')],
    due: days(30),
    owedBy: 'local-authority',
    unless: [],
    metBy: [on('mediation-arranged')],
    endedBy: [on('mediation-ended')],
    words: 'When a family tells the council that it wants mediation, the council arranges it **within 30 days**. These are calendar days.',
    source: `${SEND_REGS} regs 35-39`,
    sourceLink: regs(36),
    unverified: 'The numbers of the regulations; the lengths are as IPSEA states them.',
  },
  {
    id: 'eng.mediation.agreement',
    title: 'Mediation agreement carried out',
    from: [on('mediation-agreed')],
    due: weeks(2),
    owedBy: 'local-authority',
    unless: [],
    metBy: [on('mediation-agreement-kept')],
    words:
      'What was agreed in mediation is done **within 2 weeks of the agreement**, where it could not have been appealed. What could have been appealed follows the limits after a tribunal order, counted from the agreement. Other times only if agreed in writing.',
    source: `${SEND_REGS} reg 42`,
    sourceLink: regs(42),
  },
  {
    id: 'eng.appeal.lodge',
    title: 'Family’s time to appeal',
    from: APPEALABLE,
    due: lodging(laterOf(months(2), months(1, fromNext('certificate-issued')))),
    owedBy: 'family',
    nature: 'right',
    unless: [],
    metBy: [on('appeal-lodged')],
    words:
      'An appeal must reach the tribunal by 5 pm on **the later of 2 months from the decision letter and 1 month from the mediation certificate**. A last day from 25 December to 1 January or in August moves to the first working day after; any other day off to the next working day.',
    source: `${FTT_RULES} r.20(1)(c), r.12`,
    sourceLink: TRIBUNAL_RULES,
  },
  {
    id: 'eng.appeal.response',
    title: 'Council’s answer to the appeal',
    from: [on('appeal-received')],
    due: tribunalDays(30),
    owedBy: 'local-authority',
    unless: [],
    metBy: [on('appeal-response-sent')],
    endedBy: [on('appeal-conceded')],
    words:
      'The council answers an appeal **within 30 working days of receiving it**. Days from 25 December to 1 January and all of August are not counted. A date in the registration letter takes its place.',
    source: `${FTT_RULES} r.12(3)(b), r.21`,
    sourceLink: TRIBUNAL_RULES,
    unverified: 'Rule 21 has not been read word for word; 30 working days is as IPSEA and others state it.',
  },
];

import { days, daysBeginningWith, weeks } from '#domain/timelines/reckoning.ts';
import { on, type Rule } from '#domain/timelines/rule.ts';
import { CODE, CODE_OF_PRACTICE, COUNCIL_EXCEPTIONS, regs, SEND_REGS } from '#domain/timelines/rules/england/sources.ts';

const CHAIN = 'eng.chain.new';
const FROM_REQUEST = [on('request-received'), on('became-responsible')];
const REQUEST_OVER = [on('became-responsible'), on('request-withdrawn'), on('assessment-decision-sent', 'refuse')];

/** From a request to the final plan (regs 5 to 14). */
export const ASSESSMENT_RULES: readonly Rule[] = [
  {
    id: 'eng.ehcna.decision',
    title: 'Decision whether to assess',
    from: FROM_REQUEST,
    due: weeks(6),
    owedBy: 'local-authority',
    unless: COUNCIL_EXCEPTIONS,
    metBy: [on('assessment-decision-sent')],
    endedBy: [on('became-responsible'), on('request-withdrawn')],
    expectedAfter: [on('request-sent')],
    chain: CHAIN,
    milestone: '6 weeks: will it assess?',
    words:
      'When a council is asked to assess a child, it must tell the family **within 6 weeks of the day it received the request** whether it will. Weekends and holidays count. The date does not move if it falls on a day off.',
    consequence: 'The family can complain to the council and then to the Local Government and Social Care Ombudsman.',
    source: `${SEND_REGS} reg 5(1), (4)`,
    sourceLink: regs(5),
  },
  {
    id: 'eng.advice.response',
    title: 'Advice for the assessment',
    from: [on('advice-requested')],
    due: weeks(6),
    owedBy: 'agency',
    owedByWho: { school: 'school' },
    unless: ['A2', 'A1', 'A3'],
    metBy: [on('advice-received')],
    endedBy: [on('request-withdrawn')],
    words:
      'A body that a council asks for advice must answer **within 6 weeks of receiving the request**. Holidays count; a closed school is not known to be an excuse for this limit.',
    source: `${SEND_REGS} reg 8(1)-(2)`,
    sourceLink: regs(8),
    unverified: 'The word “receives”, and the exceptional circumstances excuse, have not been read in the regulation itself.',
  },
  {
    id: 'eng.ehcna.noPlan',
    title: 'Decision not to make a plan',
    from: FROM_REQUEST,
    due: weeks(16),
    owedBy: 'local-authority',
    unless: COUNCIL_EXCEPTIONS,
    metBy: [on('no-plan-decision-sent')],
    endedBy: [...REQUEST_OVER, on('draft-plan-served'), on('plan-final')],
    chain: CHAIN,
    waitsFor: ['eng.ehcna.decision', 'eng.advice.response'],
    milestone: '16 weeks: say if there will be no plan',
    words:
      'If the council decides after assessing that there will be no plan, it must tell the family **within 16 weeks of the day it received the request**. Weekends and holidays count.',
    source: `${SEND_REGS} reg 10(1), (4)`,
    sourceLink: regs(10),
  },
  {
    id: 'eng.plan.representations',
    title: 'Family’s time to comment on the draft plan',
    from: [on('draft-plan-served')],
    due: daysBeginningWith(15),
    owedBy: 'family',
    nature: 'right',
    unless: [],
    metBy: [on('representations-received')],
    words:
      'The council must give the family **at least 15 days, the day the draft arrives being day 1**, to comment and to name the school they want. Weekends and holidays count. The family may take this time and need not.',
    source: `${SEND_REGS} reg 13(1)(a); Children and Families Act 2014 s.38`,
    sourceLink: regs(13),
  },
  {
    id: 'eng.school.consultation',
    title: 'School’s answer to the consultation',
    from: [on('consultation-sent')],
    due: days(15),
    owedBy: 'school',
    unless: [],
    metBy: [on('consultation-answered')],
    endedBy: [on('plan-final')],
    words:
      'When a council asks a school whether it can meet a child’s needs, the school should answer **within 15 days**. These are calendar days; holidays count. The council may decide without an answer.',
    guidance: true,
    source: `${CODE} para 9.83; Children and Families Act 2014 ss.39-40`,
    sourceLink: CODE_OF_PRACTICE,
  },
  {
    id: 'eng.plan.final',
    title: 'Final EHC plan',
    from: FROM_REQUEST,
    due: weeks(20),
    owedBy: 'local-authority',
    unless: COUNCIL_EXCEPTIONS,
    metBy: [on('plan-final')],
    endedBy: [...REQUEST_OVER, on('no-plan-decision-sent')],
    chain: CHAIN,
    waitsFor: ['eng.ehcna.decision', 'eng.advice.response', 'eng.plan.representations', 'eng.school.consultation'],
    milestone: '20 weeks: final plan',
    words:
      'When a council is asked to assess a child, it must send the final plan **within 20 weeks of the day it received the request**. Weekends and holidays count. The date does not move if it falls on a day off.',
    consequence: 'The family can complain to the council and then to the Ombudsman, or ask a court to order the plan.',
    source: `${SEND_REGS} reg 13(2)-(3)`,
    sourceLink: regs(13),
  },
];

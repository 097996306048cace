import { weeks } from '#domain/timelines/reckoning.ts';
import { type EventMatch, on, type Rule } from '#domain/timelines/rule.ts';
import { regs, SEND_REGS } from '#domain/timelines/rules/england/sources.ts';

/** What an order or a conceded appeal asks of a council, and for how many weeks. */
type OrderLimit = {
  readonly part: string;
  readonly outcome: string;
  readonly title: string;
  readonly weeks: number;
  readonly metBy: readonly EventMatch[];
  readonly endedBy?: readonly EventMatch[];
  readonly asks: string;
  readonly paragraph: string;
  readonly unverified?: string;
};

const NO_PLAN = on('no-plan-decision-sent');
const FINAL = [on('plan-final'), on('plan-reissued')];

const ORDER_LIMITS: readonly OrderLimit[] = [
  {
    part: 'assess.notify',
    outcome: 'assess',
    title: 'Notice that the council will assess',
    weeks: 2,
    metBy: [on('assessment-decision-sent', 'assess'), on('reassessment-decision-sent', 'reassess')],
    asks: 'tell the family that it will assess',
    paragraph: '(b)',
  },
  {
    part: 'assess.noPlan',
    outcome: 'assess',
    title: 'Decision not to make a plan, after the tribunal',
    weeks: 10,
    metBy: [NO_PLAN],
    endedBy: [on('draft-plan-served'), ...FINAL],
    asks: 'tell the family if there will be no plan',
    paragraph: '(b)',
  },
  {
    part: 'assess.final',
    outcome: 'assess',
    title: 'Final plan, after the tribunal',
    weeks: 14,
    metBy: FINAL,
    endedBy: [NO_PLAN],
    asks: 'send the final plan',
    paragraph: '(b)',
  },
  {
    part: 'makePlan.draft',
    outcome: 'make-plan',
    title: 'Draft plan, after the tribunal',
    weeks: 5,
    metBy: [on('draft-plan-served')],
    endedBy: FINAL,
    asks: 'send a draft plan',
    paragraph: '(c)',
  },
  {
    part: 'makePlan.final',
    outcome: 'make-plan',
    title: 'Final plan, after the tribunal',
    weeks: 11,
    metBy: FINAL,
    asks: 'send the final plan',
    paragraph: '(c)',
  },
  {
    part: 'amend',
    outcome: 'amend',
    title: 'Plan amended as ordered',
    weeks: 5,
    metBy: [on('plan-reissued'), on('amended-plan-final')],
    asks: 'send the amended plan',
    paragraph: '(e)',
  },
  {
    part: 'placement',
    outcome: 'placement',
    title: 'School named as ordered',
    weeks: 2,
    metBy: [on('placement-changed'), on('plan-reissued'), on('amended-plan-final')],
    asks: 'change the school named in section I',
    paragraph: '(f)',
  },
  {
    part: 'continue',
    outcome: 'continue',
    title: 'Plan continued and amended as ordered',
    weeks: 5,
    metBy: [on('plan-reissued'), on('amended-plan-final')],
    asks: 'make the ordered amendments; the plan itself goes on at once',
    paragraph: '',
  },
  {
    part: 'reconsider',
    outcome: 'reconsider',
    title: 'Decision reconsidered',
    weeks: 2,
    metBy: [on('decision-reconsidered'), on('assessment-decision-sent'), NO_PLAN],
    asks: 'reconsider its decision',
    paragraph: '',
    unverified: 'The length of 2 weeks.',
  },
];

/** Limits after an order (reg 44), calendar weeks without any pause; a direction in the order overrides. */
export const TRIBUNAL_RULES: readonly Rule[] = ORDER_LIMITS.map((limit) => ({
  ...shared(limit),
  id: `eng.tribunal.${limit.part}`,
  from: [on('tribunal-order-made', limit.outcome)],
  chain: `eng.tribunal.${limit.outcome}`,
  unless: ['E3', 'T1', 'E1', 'E2'],
  words: `After the tribunal’s order the council must ${limit.asks} **within ${limit.weeks} weeks of the date on the order**. August and Christmas count. A direction in the order takes the place of this limit.`,
  source: `${SEND_REGS} reg 44(2)${limit.paragraph}`,
  sourceLink: regs(44),
}));

/** The same lengths where the council concedes before it has answered, counted from the day it told the tribunal (reg 45). */
export const CONCEDED_RULES: readonly Rule[] = ORDER_LIMITS.filter(({ part }) => part !== 'reconsider' && part !== 'continue').map(
  (limit) => ({
    ...shared(limit),
    id: `eng.appeal.conceded.${limit.part}`,
    from: [on('appeal-conceded', limit.outcome)],
    chain: `eng.appeal.conceded.${limit.outcome}`,
    unless: ['E3', 'T1', 'E1', 'E2'],
    words: `A council that gives way in an appeal before it has answered must ${limit.asks} **within ${limit.weeks} weeks of the day it told the tribunal**.`,
    source: `${SEND_REGS} reg 45 as replaced by SI 2015/359 reg 8`,
    sourceLink: regs(45),
  }),
);

function shared(limit: OrderLimit) {
  return {
    title: limit.title,
    due: weeks(limit.weeks),
    owedBy: 'local-authority',
    metBy: limit.metBy,
    milestone: `${limit.weeks} weeks: ${limit.asks}`,
    ...(limit.endedBy ? { endedBy: limit.endedBy } : {}),
    ...(limit.unverified ? { unverified: limit.unverified } : {}),
  } as const;
}

import type { ExceptionRule } from '#domain/timelines/rule.ts';

const REGS = 'SEND Regulations 2014 (SI 2014/1530)';

/** Reasons for which a limit need not be met where they make it impractical. None of them moves a date. */
export const ENGLAND_EXCEPTIONS: readonly ExceptionRule[] = [
  {
    id: 'E1',
    title: 'School closed four weeks or more',
    test: 'closure',
    leastDays: 28,
    windowDays: 7,
    askedOf: ['school'],
    advice: 'a head’s advice',
    source: `${REGS} regs 5(4)(a), 10(4)(a), 13(3)`,
  },
  {
    id: 'E2',
    title: 'Early years provider closed four weeks or more',
    test: 'closure',
    leastDays: 28,
    windowDays: 7,
    askedOf: ['early-years'],
    advice: 'the provider’s advice',
    onlyIfAsked: 'early-years',
    source: `${REGS} regs 5(4)(b), 10(4)(b), 13(3)`,
  },
  { id: 'E3', title: 'Exceptional personal circumstances', test: 'claim', source: `${REGS} regs 5(4)(c), 10(4)(c), 13(3)` },
  { id: 'E4', title: 'Child or parent away four weeks', test: 'absence', leastDays: 28, source: `${REGS} regs 5(4)(d), 10(4)(d), 13(3)` },
  { id: 'A1', title: 'Exceptional personal circumstances', test: 'claim', source: `${REGS} reg 8(2) [wording unverified]` },
  { id: 'A2', title: 'Child or parent away four weeks', test: 'absence', leastDays: 28, source: `${REGS} reg 8(2)` },
  { id: 'A3', title: 'Missed appointment inside the six weeks', test: 'claim', source: `${REGS} reg 8(2)` },
  { id: 'T1', title: 'Child or parent away two weeks', test: 'absence', leastDays: 14, source: `${REGS} reg 44(3)` },
];

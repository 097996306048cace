/**
 * Something the pages on the law answer that is no limit of its own: whether an exception is open, whether somebody is a young person, what a
 * limit becomes where something else happened. The answer is worked out of the rules; the citation stands here.
 */
export type Question = {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly source: string;
  readonly unverified?: string;
};

const REGS = 'SEND Regulations 2014 (SI 2014/1530)';

export const QUESTIONS: readonly Question[] = [
  {
    id: 'eng.exception.schoolClosed',
    title: 'Is the exception for a closed school open?',
    words:
      'A closure of at least 4 continuous weeks; advice asked for from one week before it until one week before it ends. The date does not move.',
    source: `${REGS} regs 5(4)(a)-(b), 10(4)(a)-(b), 13(3)`,
  },
  {
    id: 'eng.exception.absence',
    title: 'Is the exception for an absence open?',
    words: 'Child or parent away from the council’s area for at least 28 days on end, all of them inside the limit that is to be excused.',
    source: `${REGS} regs 5(4)(d), 10(4)(d), 13(3)`,
  },
  {
    id: 'eng.exception.perChild',
    title: 'Whose absence counts in whose case?',
    words: 'Each child has a clock and exceptions of their own; a parent’s absence counts for every child of that parent.',
    source: `${REGS} reg 5(1), (4)`,
  },
  {
    id: 'eng.pfa.year9',
    title: 'Is the pupil in or beyond Year 9?',
    words:
      'The year group by date of birth: the age on 31 August before the year begins, less 4. From Year 9 on plans and reviews look at adulthood.',
    source: `${REGS} regs 12(3), 20(6), 21(6)`,
  },
  {
    id: 'eng.status.youngPerson',
    title: 'When do the rights pass to the young person?',
    words: 'After the last Friday of June in the academic year of the sixteenth birthday: for a summer birthday before it.',
    source: 'Education Act 1996 s.8(3)',
  },
  {
    id: 'us.consent.withdrawn',
    title: 'What becomes of the 60 days where consent is withdrawn?',
    words: 'The clock closes on that day and nothing falls due. A new consent starts a new 60 days, never the rest of the old ones.',
    source: '34 CFR 300.9(c), 300.300(b)(4)',
    unverified: 'That a new consent starts the count anew is inference.',
  },
  {
    id: 'us.discipline.cumulative',
    title: 'From which day are services owed?',
    words: 'School days removed are summed over the school year; services are owed from the 11th.',
    source: '34 CFR 300.530(b), (d)',
  },
  {
    id: 'us.discipline.changeOfPlacement',
    title: 'Is it a change of placement?',
    words:
      'More than 10 school days on end; or more than 10 in the school year in removals that form a pattern, which a person judges case by case.',
    source: '34 CFR 300.536',
  },
  {
    id: 'us.dueProcess.adjusted',
    title: 'When does the decision fall due where the resolution period ends early?',
    words: 'The 45 days begin the day after both waive it, agree in writing that no agreement is possible, or one leaves mediation.',
    source: '34 CFR 300.510(c), 300.515(a)',
  },
  {
    id: 'tx.eval.endOfYear',
    title: 'When is the Texas report due that was consented to late in the year?',
    words:
      'With 35 to 44 school days left by 30 June; absent three days or more in that time, 45 school days and the absences; with fewer left the count runs on.',
    source: '19 TAC 89.1011(e)',
  },
  {
    id: 'ca.eval.endOfYear',
    title: 'When is the Californian meeting due where the referral came late in the year?',
    words: 'After a referral made 30 days or less before the end of the regular year, 30 days after the next one begins.',
    source: 'Cal. Ed. Code 56344(a)',
  },
];

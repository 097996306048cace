import { on, type Step } from '#domain/timelines/rule.ts';
import { act, CFA, regs, SEND_REGS } from '#domain/timelines/rules/england/sources.ts';

/** What England's law asks for without a number of days. */
export const ENGLAND_STEPS: readonly Step[] = [
  {
    id: 'eng.support.tellParents',
    title: 'Tell the parents that SEN provision has started',
    when: [on('provision-started')],
    owedBy: 'school',
    takenBy: [on('parents-told')],
    words:
      'The governing body, proprietor or management committee tells the parent when special educational provision is made for a child without a plan.',
    source: `${CFA} s.68`,
    sourceLink: act(68),
  },
  {
    id: 'eng.cease.consult',
    title: 'Consult before the plan ends',
    when: [on('cease-decision-sent')],
    before: true,
    owedBy: 'local-authority',
    takenBy: [on('cease-consulted')],
    words: 'Before it ends a plan the council consults the family and the setting. Under 18 a plan ends only if it is no longer necessary.',
    source: `${CFA} s.45; ${SEND_REGS} regs 29-31`,
    sourceLink: regs(31),
  },
];

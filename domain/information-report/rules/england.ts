import type { ReportItem } from '#domain/information-report/report-item.ts';
import { act, CFA, regs, SEND_REGS } from '#domain/timelines/rules/england/sources.ts';

const SCHEDULE = `${SEND_REGS} reg 51, Sch 1`;
const ORDER = 'the order of items 8 to 13 in the Schedule';

type Box = Pick<ReportItem, 'number' | 'title' | 'asks' | 'holds'>;

/** Items 1 to 13 of Schedule 1; item 3 has seven parts. */
const SCHEDULE_1: readonly Box[] = [
  { number: '1', title: 'Who we can help', asks: 'The kinds of special educational needs that the school provides for.' },
  {
    number: '2',
    title: 'How we find out what a child needs',
    asks: 'How needs are identified and assessed. Who a parent speaks to who is worried.',
  },
  { number: '3a', title: 'How we know that our help works', asks: 'How the school evaluates how effective its provision is.' },
  {
    number: '3b',
    title: 'How we check progress',
    asks: 'How progress towards outcomes is assessed and reviewed, and how parents and the child take part.',
  },
  { number: '3c', title: 'How we teach', asks: 'The approach to teaching pupils with special educational needs.' },
  {
    number: '3d',
    title: 'How we adapt lessons and rooms',
    asks: 'How the curriculum and the learning environment are adapted.',
  },
  { number: '3e', title: 'Extra help with learning', asks: 'The additional support for learning that is available.' },
  {
    number: '3f',
    title: 'Joining in with others',
    asks: 'How pupils take part in activities, physical ones among them, together with children who have no special educational needs.',
  },
  {
    number: '3g',
    title: 'Feeling well and making friends',
    asks: 'The support for emotional, mental and social development: pupils who are listened to, bullying prevented.',
  },
  {
    number: '4',
    title: 'Our SENCO',
    asks: 'The name of the special educational needs co-ordinator (SENCO) and how to reach them.',
    holds: 'contact',
  },
  {
    number: '5',
    title: 'What our staff know',
    asks: 'Expertise and training of staff, and how specialist expertise is secured.',
  },
  { number: '6', title: 'Equipment and facilities', asks: 'How equipment and facilities for pupils are secured.' },
  { number: '7', title: 'How parents take part', asks: 'How parents are consulted about, and involved in, their child’s education.' },
  { number: '8', title: 'How pupils take part', asks: 'How pupils are consulted about, and involved in, their own education.' },
  { number: '9', title: 'If you are not happy', asks: 'What the school does about complaints from parents about the provision.' },
  {
    number: '10',
    title: 'Who we work with',
    asks: 'How health, social care, local authority services and voluntary bodies are involved in meeting needs and supporting families.',
  },
  { number: '11', title: 'Who else can help', asks: 'Contact details of these services, for parents.', holds: 'contact' },
  {
    number: '12',
    title: 'Moving on',
    asks: 'How pupils are supported when they move between phases of education, or prepare for adult life.',
  },
  { number: '13', title: 'The Local Offer', asks: 'Where the local authority’s Local Offer is published.', holds: 'link' },
];

const UNVERIFIED_FROM = 8;

/** What section 69 of the Act adds to the Schedule. */
const SECTION_69: readonly Box[] = [
  { number: '69a', title: 'Admission of disabled pupils', asks: 'The arrangements for the admission of disabled pupils.' },
  {
    number: '69b',
    title: 'Treated fairly',
    asks: 'The steps taken to prevent disabled pupils from being treated less favourably than others.',
  },
  { number: '69c', title: 'Getting around', asks: 'The facilities that help disabled pupils to get into and around the school.' },
  {
    number: '69d',
    title: 'Our accessibility plan',
    asks: 'What the accessibility plan says and where it is published.',
  },
];

/** The SEN information report of a school in England: one box an item, none of which may be empty when it is published. */
export const INFORMATION_REPORT: readonly ReportItem[] = [
  ...SCHEDULE_1.map((box): ReportItem => {
    const number = Number.parseInt(box.number, 10);
    return {
      ...box,
      id: `eng.report.${box.number}`,
      citation: `${SCHEDULE} item ${number}`,
      sourceLink: regs(51),
      ...(number >= UNVERIFIED_FROM ? { unverified: ORDER } : {}),
    };
  }),
  ...SECTION_69.map((box): ReportItem => ({ ...box, id: `eng.report.${box.number}`, citation: `${CFA} s.69`, sourceLink: act(69) })),
];

import type { MeetingRecord } from '#domain/plans/minutes.ts';
import type { PlanRecord, Stated } from '#domain/plans/plan.ts';
import type { RecordSource } from '#domain/plans/source.ts';
import { aLine, callum, day } from '#tests/domain/plans/callum.ts';

const from = (id: string, words: string, on = '2026-11-16'): RecordSource => ({ kind: 'record', id, field: 'text', on: day(on), words });
const stated = (id: string, text: string, words: string): Stated[] => [{ id, text, source: from(id, words) }];

/** The one-page profile that goes with Callum's plan. */
export const callumsProfile: PlanRecord = {
  ...callum,
  planId: 'plan-0412-profile',
  kind: 'profile',
  version: 2,
  sections: { important: stated('imp', 'Knowing what is next. Trains. Sitting where I can see the door.', 'Views sheet with symbols') },
};

/** Ayaan Malik, 9 B, WM-0398, after his annual review. */
export const ayaansReview: PlanRecord = {
  ...callum,
  planId: 'plan-0398-ar',
  kind: 'annualReview',
  version: 1,
  caseRef: 'WM-0398',
  pupil: { givenName: 'Ayaan', familyName: 'Malik', born: day('2013-01-22'), year: 'Year 9', className: '9 B', stage: 'EHC plan' },
  strengths: stated(
    'as1',
    'Ayaan explains chess openings to younger pupils and has led the club since September.',
    'Form tutor’s contribution, Tomasz Zieliński',
  ),
  pupilView: {
    ...callum.pupilView,
    id: 'av',
    from: 'Ayaan Malik',
    words: 'I want to do the same exams as my friends.',
    source: from('av', 'Conversation, Hannah Brook'),
  },
  parentViews: [
    {
      id: 'avp',
      from: 'Samina Malik',
      role: 'parent',
      asked: [],
      words: 'He comes home less tired since the lift pass.',
      source: from('avp', 'Letter from Samina Malik'),
    },
  ],
  needs: [
    {
      id: 'an1',
      text: 'Writes slowly and tires after ten minutes.',
      code: 'PD',
      area: 'sensory-and-physical',
      rank: 1,
      source: from('an1', 'EHC plan, section B'),
    },
  ],
  goals: [
    {
      id: 'ag1',
      statement: 'By the end of Key Stage 4 Ayaan will dictate and edit a whole essay in forty minutes.',
      needs: ['an1'],
      baseline: null,
      measure: null,
      criterion: null,
      by: null,
      measurements: [],
      outcome: { state: 'partly met', evidence: 'Two of three essays this term in 48 and 51 minutes.' },
      source: from('ag1', 'EHC plan, section E'),
    },
  ],
  provision: [
    aLine({
      id: 'al1',
      what: 'Dictation practice',
      who: 'Hannah Brook',
      minutes: 30,
      timesAWeek: 2,
      needs: ['an1'],
      delivered: '19 of 22 sessions',
    }),
  ],
  sections: {
    aspirations: stated('as2', 'To study computer science at college.', 'Conversation, Hannah Brook'),
    'review.meeting': stated('r1', 'Mon 16 Nov 2026, 14:00 to 15:10, room 12 and online.', 'Meeting record'),
    'review.stillFits': stated('r2', 'Yes. The shorter target moves from 45 to 40 minutes.', 'Meeting record, decision 1'),
    'review.needs': stated('r3', 'No change asked for.', 'Meeting record'),
    'review.provision': stated('r4', 'Add a laptop with dictation for homework.', 'Meeting record, decision 2'),
    'review.placement': stated('r5', 'No change asked for.', 'Meeting record'),
    'review.health': stated('r6', 'Occupational therapy goes on, one visit a half term.', 'Meeting record'),
    'review.nextPhase': stated('r7', 'College visits in spring.', 'Meeting record'),
    'review.adulthood': stated('r8', 'Travel training from January; a work taster in the summer term.', 'Meeting record'),
    'review.recommendation': stated('r9', 'Amend the plan: add assistive technology to section F.', 'Meeting record, decision 3'),
    'review.differences': stated(
      'r10',
      'Samina Malik asks for three sessions a week; the school proposes two.',
      'Meeting record, disagreement 1',
    ),
    'review.sent': stated('r11', 'Thu 19 Nov 2026, to Westmere Council and everyone invited.', 'Outbox'),
  },
  invited: [
    { id: 'i1', name: 'Samina Malik', role: 'parent', came: true, advice: 'letter', source: from('i1', 'Meeting record') },
    { id: 'i2', name: 'Gareth Pugh', role: 'head teacher', came: true, advice: 'school report', source: from('i2', 'Meeting record') },
    {
      id: 'i3',
      name: 'Kirsty Bell',
      role: 'education officer, Westmere',
      came: false,
      advice: 'none',
      source: from('i3', 'Meeting record'),
    },
    { id: 'i4', name: 'Dawn Keeling', role: 'social care', came: false, advice: 'received', source: from('i4', 'Meeting record') },
  ],
  agreements: [],
  strategies: [],
  accommodations: [],
};

/** A move to secondary school. */
export const callumsMove: PlanRecord = {
  ...callum,
  planId: 'plan-0412-move',
  kind: 'transition',
  version: 1,
  sections: {
    'transition.from': stated('t1', 'Year 6, Hollin Bank School', 'Transfer record'),
    'transition.to': stated('t2', 'Year 7, Alderbrook High School', 'Transfer record'),
    'transition.on': stated('t3', 'Wed 1 Sep 2027', 'Transfer record'),
    'transition.worries': stated('t4', 'The bell, the canteen, and five changes of room a day.', 'Conversation, Sian Morgan'),
    'transition.summer': stated('t5', 'Ruth Okafor, until Fri 23 Jul; Alderbrook’s office from Mon 23 Aug.', 'Transfer record'),
    'transition.steps': [
      { id: 'st1', text: 'Visit on a quiet afternoon with Sian Morgan, May.', source: from('st1', 'Transfer record') },
      { id: 'st2', text: 'Map and photographs of the rooms, June.', source: from('st2', 'Transfer record') },
    ],
  },
};

/** An IEP of a fourth-grader. */
export const anIep: PlanRecord = {
  ...callum,
  planId: 'plan-iep-1',
  kind: 'iep',
  version: 1,
  jurisdiction: 'us',
  caseRef: 'LN-0027',
  school: { name: 'Linden Elementary School', address: null },
  coordinator: 'Dana Whitfield',
  pupil: {
    givenName: 'Marcus',
    familyName: 'Bell',
    born: day('2016-11-02'),
    year: 'Grade 4',
    className: null,
    stage: 'Specific learning disability',
  },
  strengths: stated('is1', 'Marcus reasons well aloud and knows how machines work.', 'Teacher report, Ms. Alvarez'),
  pupilView: {
    ...callum.pupilView,
    from: 'Marcus Bell',
    words: 'I like science. Reading makes me tired.',
    source: from('iv', 'Interview'),
  },
  parentViews: [
    {
      id: 'ip',
      from: 'Tanya Bell',
      role: 'parent',
      asked: [],
      words: 'I want him to read a chapter book by summer.',
      source: from('ip', 'Parent input form'),
    },
  ],
  needs: [
    {
      id: 'in1',
      text: 'Reads 42 words correct per minute in grade-level text.',
      code: 'SLD',
      area: null,
      rank: 1,
      source: from('in1', 'Evaluation report'),
    },
  ],
  goals: [
    {
      ...callum.goals[0]!,
      id: 'ig1',
      statement: 'Marcus will read 95 words correct per minute in unseen fourth-grade text',
      needs: ['in1'],
      measure: 'one-minute probe each week',
      criterion: '95 words correct in 3 of 4 probes',
      reporting: 'with each report card, four times a year',
      source: from('ig1', 'IEP meeting'),
    },
  ],
  provision: [
    aLine({
      id: 'il1',
      what: 'Specially designed instruction in reading',
      who: 'Special education teacher',
      minutes: 45,
      timesAWeek: 5,
      place: 'resource room',
      needs: ['in1'],
    }),
  ],
  accommodations: [{ id: 'ia1', text: 'Text read aloud in science and social studies.', source: from('ia1', 'IEP meeting') }],
  strategies: [],
  sections: {
    presentLevels: stated(
      'pl',
      'Reading fluency: 42 words correct per minute (10th percentile). Mathematics: at grade level.',
      'Evaluation report',
    ),
    effect: stated('ef', 'Slow reading keeps Marcus from grade-level text in every subject.', 'Evaluation report'),
    specialFactors: stated(
      'sf',
      'Behavior: considered, not needed. Limited English: considered, not needed. Braille: considered, not needed. Communication: considered, not needed. Assistive technology: considered, needed.',
      'IEP meeting',
    ),
    nonParticipation: stated(
      'np',
      'Marcus is outside the regular class 45 minutes a day (12 %) for reading that cannot be given there.',
      'IEP meeting',
    ),
    assessments: stated('asm', 'State assessment with text-to-speech for directions and items other than reading.', 'IEP meeting'),
  },
  invited: [{ id: 'ii1', name: 'Tanya Bell', role: 'parent', came: true, advice: '', source: from('ii1', 'IEP meeting') }],
  agreements: [],
};

/** A review of Callum's plan, as the record page holds it. */
export const callumsMeeting: MeetingRecord = {
  meetingId: 'meeting-0412-7',
  version: 1,
  jurisdiction: 'england',
  caseRef: 'WM-0412',
  school: 'Hollin Bank School',
  purpose: 'SEN support review',
  on: day('2026-11-23'),
  from: '14:00',
  until: '14:50',
  place: 'Room 4 and online',
  chair: 'Ruth Okafor',
  recorder: 'Ruth Okafor',
  people: [
    { id: 'p1', name: 'Fiona Reid', role: 'mother', attendance: 'came' },
    { id: 'p2', name: 'Anna Devlin', role: 'class teacher', attendance: 'came' },
    { id: 'p3', name: 'Joanna Tse', role: 'speech and language therapist, NHS', attendance: 'online' },
    { id: 'p4', name: 'Sian Morgan', role: 'teaching assistant', attendance: 'apologies' },
  ],
  items: [
    { id: 'i1', title: 'What has gone well', notes: ['Writing alone: 22 to 41 words.', 'Two weeks without leaving the room.'] },
    { id: 'i2', title: 'Asking for help', notes: [] },
  ],
  decisions: [{ id: 'd1', text: 'Sentence starters go on until the end of the spring term.', item: 'What has gone well' }],
  actions: [
    { id: 'a1', text: 'Count in five lessons how often Callum asks for help.', owner: 'Anna Devlin', due: day('2026-12-04') },
    { id: 'a2', text: 'Find out whether the bell can be turned down in 6 Oak.', owner: null, due: null },
  ],
  views: [
    { id: 'v1', from: 'Fiona Reid', role: 'mother', words: 'He talks about school at tea now. He never did.' },
    { id: 'v2', from: 'Callum', role: 'pupil', words: 'The card is good. The bell is bad.' },
  ],
  disagreements: [{ id: 'x1', from: 'Fiona Reid', words: 'Four sessions a week are not enough; she asks for five.' }],
  offRecord: [{ from: '14:31', until: '14:36' }],
};

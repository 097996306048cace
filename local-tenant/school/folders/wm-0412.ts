import type { StoryDocument } from './document.ts';

/** Callum Reid's folder: what the next support plan is drafted from. */
export const WM_0412: readonly StoryDocument[] = [
  {
    folder: 'WM-0412',
    title: 'speech and language advice',
    on: '2026-10-07',
    by: 'joanna.tse',
    kind: 'advice',
    from: 'J Tse, NHS',
    text: [
      [
        'About this advice',
        'Joanna Tse, speech and language therapist, NHS therapy. Seen in class and alone on two mornings. Written for the EHC needs assessment.',
      ],
      [
        'What I found',
        'Understands spoken instructions of one step; loses the thread at three or more. Receptive language falls well below his reading aloud, which can hide it.',
        'Says what he needs when a picture or a card is in front of him; rarely asks in words when a lesson is under way.',
        'Retells a known story in order with pictures; without them he begins in the middle and stops after two sentences.',
      ],
      [
        'Recommendations',
        'Give instructions one step at a time, with a picture of the finished task shown before the words.',
        'Ten minutes’ warning of any change, on his now–next card, by the adult who is with him.',
        'Sentence starters for writing, fifteen minutes, four times a week, one to one, reviewed after a term.',
      ],
      ['Next steps', 'I will see Callum again in March and can join his review if the date falls on a Tuesday or a Thursday afternoon.'],
    ],
  },
  {
    folder: 'WM-0412',
    title: 'draft EHC plan',
    on: '2026-11-09',
    by: 'kirsty.bell',
    kind: 'plan',
    from: 'Westmere Council',
    text: [
      [
        'Section A: views, interests and aspirations',
        'Callum likes maps, timetables and reading to younger pupils. His mother hopes that secondary school will feel safe from the first week.',
      ],
      [
        'Section B: special educational needs',
        'Callum is autistic. He understands instructions of one step; unplanned change causes him distress; he starts writing only when a first sentence is given.',
      ],
      [
        'Section E: outcomes',
        'By the end of Year 7 Callum asks for help by card or word in four lessons of five.',
        'By the end of Year 7 Callum writes for twenty minutes from a starter without an adult beside him.',
      ],
      [
        'Section F: special educational provision',
        'Sentence starters, 15 minutes, four times a week, one to one, by a trained teaching assistant.',
        'Access to a quiet room as required.',
      ],
      ['Section I', 'Left open in the draft.'],
    ],
  },
  {
    folder: 'WM-0412',
    title: 'SEN support plan',
    on: '2026-07-10',
    by: 'ruth.okafor',
    kind: 'plan',
    from: 'Hollin Bank School',
    text: [
      ['About Callum', 'Callum reads aloud fluently and remembers facts, maps and timetables. He is kind to younger pupils.'],
      ['Callum’s view', '“I like it when I know what is next. I do not like the bell.”'],
      ['Needs', 'Long spoken instructions. Unplanned change. Getting started with writing.'],
      ['Goals', 'By Friday 18 December Callum writes 40 words in ten minutes on his own (22 in September).'],
      [
        'Provision',
        'Sentence starters, Sian Morgan, 15 minutes, 5 times a week. Now–next card check, Anna Devlin, 5 minutes, 5 times a week.',
      ],
    ],
  },
  {
    folder: 'WM-0412',
    title: 'class teacher’s contribution',
    on: '2026-11-13',
    by: 'anna.devlin',
    kind: 'contribution',
    from: 'Anna Devlin',
    text: [
      [
        'Strengths',
        'Callum reads aloud fluently and remembers facts, maps and timetables.',
        'He is kind to younger pupils and helps in the Year 1 library session on Fridays.',
      ],
      ['What is hard', 'He starts writing only with a first sentence given. When the plan changes without warning he leaves the room.'],
      [
        'What helps',
        'A picture of the task first. Ten minutes’ warning on the now–next card. Beginning the first sentence together and stepping back.',
      ],
    ],
  },
  {
    folder: 'WM-0412',
    title: 'pupil’s views, sheet with symbols',
    on: '2026-10-12',
    by: 'sian.morgan',
    kind: 'contribution',
    from: 'Callum, with Sian Morgan',
    text: [
      ['What I like', '“I like it when I know what is next.”'],
      ['What I do not like', '“I do not like the bell.”'],
      ['My hopes', '“I want to know which corridor I will use.”'],
    ],
  },
];

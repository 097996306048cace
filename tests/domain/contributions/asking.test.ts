import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { answerProblem, composedWords, MOST_IN_ALL, saidOf } from '#domain/contributions/answers.ts';
import { type AroundPupil, asAskable, groupOf, sortOf } from '#domain/contributions/askable.ts';
import { isStandard, MOST_QUESTIONS, QUESTION_SETS } from '#domain/contributions/purpose.ts';

const TODAY = '2026-11-23' as Day;
const teacher: AroundPupil = {
  person: '00000000-0000-4000-8000-000000000001',
  contact: null,
  agency: null,
  name: 'Gareth Pugh',
  words: '9 B Maths, 4 lessons a week',
  relation: 'teaches',
  jobTitle: 'Teacher',
  employer: null,
  leftOn: null,
  restricted: false,
  hasChat: true,
  hasEmail: true,
};
const mother: AroundPupil = {
  ...teacher,
  person: null,
  contact: teacher.person,
  name: 'Saima Malik',
  words: 'mother',
  relation: 'family',
  hasChat: false,
};

describe('who can be asked', () => {
  it('a member of staff with the bot by a card, anybody else with an e-mail address by a link', () => {
    expect(asAskable(teacher, TODAY)).toMatchObject({ key: `person/${teacher.person}`, group: 'teachers', door: 'card', cannot: null });
    expect(asAskable({ ...teacher, hasChat: false }, TODAY)).toMatchObject({ door: 'link' });
    expect(asAskable(mother, TODAY)).toMatchObject({ key: `contact/${mother.contact}`, group: 'family', door: 'link' });
  });

  it('duty 6 A1: somebody who must not be contacted cannot be asked, whatever else holds', () => {
    expect(asAskable({ ...mother, restricted: true }, TODAY)).toMatchObject({ door: null, cannot: 'must not be contacted' });
  });

  it('duty 3 A3: somebody who has left cannot be asked from that day on', () => {
    expect(asAskable({ ...teacher, leftOn: TODAY }, TODAY)).toMatchObject({ door: null, cannot: 'has left' });
    expect(asAskable({ ...teacher, leftOn: '2026-11-24' as Day }, TODAY).door).toBe('card');
  });

  it('without an account and without an address nobody on the staff can be asked; family and people from outside are, by a letter to print', () => {
    expect(asAskable({ ...teacher, hasChat: false, hasEmail: false }, TODAY).cannot).toBe('no account in Teams and no e-mail address');
    expect(asAskable({ ...mother, hasEmail: false }, TODAY)).toMatchObject({ door: 'letter', cannot: null });
    const outside = { ...teacher, employer: 'NHS therapy', hasChat: false, hasEmail: false };
    expect(asAskable(outside, TODAY)).toMatchObject({ group: 'outside', door: 'letter', cannot: null });
    expect(asAskable({ ...outside, leftOn: TODAY }, TODAY)).toMatchObject({ door: null, cannot: 'has left' });
    expect(asAskable({ ...mother, hasEmail: false, restricted: true }, TODAY)).toMatchObject({
      door: null,
      cannot: 'must not be contacted',
    });
  });

  it('a professional of the list of agencies by a link, and by a letter without an address', () => {
    const agency = '00000000-0000-4000-8000-000000000009';
    const therapist = { ...teacher, person: null, agency, relation: 'advises', employer: 'NHS therapy', hasChat: false } as const;
    expect(asAskable(therapist, TODAY)).toMatchObject({ key: `agency/${agency}`, group: 'outside', door: 'link', cannot: null });
    expect(asAskable({ ...therapist, hasEmail: false }, TODAY)).toMatchObject({ door: 'letter', cannot: null });
  });

  it.each([
    [{ relation: 'teaches' }, 'teachers'],
    [{ relation: 'supports', jobTitle: 'Teaching assistant' }, 'assistants'],
    [{ relation: 'gives-provision', jobTitle: 'Learning support assistant' }, 'assistants'],
    [{ relation: 'advises', jobTitle: 'Specialist teacher' }, 'specialists'],
    [{ relation: 'advises', employer: 'NHS therapy', words: 'speech and language' }, 'outside'],
  ] as const)('%j is asked among the %s', (more, group) => {
    expect(groupOf({ ...teacher, ...more })).toBe(group);
  });

  it('what a teacher says is a view, what somebody from outside says is advice', () => {
    expect(['teachers', 'assistants', 'outside', 'family'].map((group) => sortOf(group as 'teachers'))).toEqual([
      'teacher-view',
      'teacher-view',
      'advice',
      'parent-view',
    ]);
  });
});

describe('the questions', () => {
  it('are few, and each stands under an id of its own', () => {
    for (const { questions } of Object.values(QUESTION_SETS)) {
      expect(questions.length).toBeLessThanOrEqual(MOST_QUESTIONS);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    }
  });

  it('are known to be Waymark’s own until a word is changed', () => {
    const [first] = QUESTION_SETS.concern.questions;
    expect(isStandard(first!)).toBe(true);
    expect(isStandard({ ...first!, words: 'What goes well in PE?' })).toBe(false);
  });
});

describe('answers', () => {
  const { questions } = QUESTION_SETS.concern;

  it('stand in the record under their questions, in the order in which they were asked; empty ones are left out', () => {
    const given = [
      { question: 'tried', words: ' A task list. ' },
      { question: 'well', words: 'Reads aloud.' },
      { question: 'hard', words: '  ' },
      { question: 'not-asked', words: 'x' },
    ];
    expect(composedWords(questions, saidOf(questions, given))).toBe(
      'What goes well?\nReads aloud.\n\nWhat has been tried, and what came of it?\nA task list.',
    );
  });

  it('are refused where there is none, and where the record does not take so much, with by how much', () => {
    expect(answerProblem(questions, [{ question: 'well', words: ' ' }])).toMatch(/^Nothing is written yet/);
    const question = 'What goes well?\n'.length;
    expect(answerProblem(questions, [{ question: 'well', words: 'x'.repeat(MOST_IN_ALL - question) }])).toBeUndefined();
    expect(answerProblem(questions, [{ question: 'well', words: 'x'.repeat(MOST_IN_ALL - question + 12) }])).toContain('by 12 characters');
  });

  it('are refused where a character in them cannot be kept', () => {
    expect(answerProblem(questions, [{ question: 'well', words: 'a\0b' }])).toContain('cannot be kept');
  });
});

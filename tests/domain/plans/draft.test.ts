import { describe, expect, it } from '@jest/globals';
import type { Block, PlanTemplate } from '#domain/plans/block.ts';
import { fieldsOf } from '#domain/plans/block.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import { minutesBlocks } from '#domain/plans/minutes.ts';
import type { PlanRecord } from '#domain/plans/plan.ts';
import { numberSources } from '#domain/plans/source.ts';
import type { StoredDocument, StoredPlan } from '#domain/plans/stored.ts';
import { callum, day, inTheFolder, speechAdvice } from '#tests/domain/plans/callum.ts';
import { anIep, callumsMeeting } from '#tests/domain/plans/other-plans.ts';

/** A template of the fields that the pictures show. */
const template: PlanTemplate = {
  id: 'test',
  kind: 'senSupport',
  name: 'SEN support plan',
  jurisdiction: 'england',
  version: 1,
  validFrom: day('2026-09-01'),
  order: ['strengths', 'pupil.view', 'parent.view', 'needs', 'goals', 'provision', 'sources'],
  controls: ['parent.view', 'pupil.view', 'strengths'].map((field) => ({ tag: field, field })),
  repeats: [
    { tag: 'needs', field: 'needs', cells: [{ tag: 'needs.text', field: 'text' }] },
    { tag: 'goals', field: 'goals', cells: [{ tag: 'goals.text', field: 'text' }] },
    {
      tag: 'provision',
      field: 'provision',
      cells: ['what', 'who', 'howLong', 'timesAWeek', 'until'].map((field) => ({ tag: `p.${field}`, field })),
    },
    { tag: 'sources', field: 'sources', cells: ['number', 'words', 'on'].map((field) => ({ tag: `s.${field}`, field })) },
  ],
};

const draft = (record: PlanRecord = callum, stored: readonly StoredDocument[] = inTheFolder): readonly Block[] =>
  draftPlan(record, stored, template);
const block = (tag: string, blocks: readonly Block[] = draft()): Block | undefined => blocks.find((one) => one.tag === tag);

describe('A plan is composed from what is stored, and from nothing else', () => {
  it('a whole goal is one sentence with its date, measure, baseline and last reading', () => {
    expect(block('goals/goal-1/text')).toMatchObject({
      text: 'By Fri 26 Mar 2027 Callum will write 60 words in ten minutes on his own, counted weekly (baseline 22, Tue 8 Sep; now 41, Tue 17 Nov).',
      composed: true,
    });
  });

  it('a goal does not say its measure twice, and what was noted as an order is said of the pupil', () => {
    const noted = (goal: Partial<PlanRecord['goals'][number]>) => ({ ...callum, goals: [{ ...callum.goals[0]!, ...goal }] });
    const said = (goal: Partial<PlanRecord['goals'][number]>) => block('goals/goal-1/text', draft(noted(goal)))?.text;
    expect(said({ statement: 'Write 60 words in ten minutes on his own', measure: 'Words in ten minutes' })).toBe(
      'By Fri 26 Mar 2027 Callum will write 60 words in ten minutes on his own (baseline 22, Tue 8 Sep; now 41, Tue 17 Nov).',
    );
    expect(
      said({
        statement: 'Stay in the room when the plan changes',
        measure: 'Changes of plan in which he stays',
        criterion: '8 of 10 changes',
      }),
    ).toBe(
      'By Fri 26 Mar 2027 Callum will stay in the room when the plan changes, reaching 8 of 10 changes (Changes of plan in which he stays: baseline 22, Tue 8 Sep; now 41, Tue 17 Nov).',
    );
    expect(said({ statement: 'Calm starts, 60 in ten weeks', measure: 'counted weekly' })).toMatch(
      /^By Fri 26 Mar 2027: Calm starts, 60 in ten weeks, counted weekly \(/,
    );
  });

  it('an unfinished goal is printed as it was written, with its gap behind it', () => {
    expect(block('goals/goal-2/text')).toMatchObject({
      text: 'Callum will ask for help more often.',
      gap: 'Gap: how often, out of how many, by when?',
      composed: false,
    });
  });

  it('a view that has not come is a gap that says who was asked and when', () => {
    expect(block('parent.view')).toMatchObject({ kind: 'gap', text: 'Gap: Fiona Reid’s view has not been received. Asked Mon 9 Nov.' });
  });

  it('a view stands in the pupil’s own words', () => {
    expect(block('pupil.view')?.text).toBe('“I like it when I know what is next. I do not like the bell.”');
  });

  it('an empty fact of a provision line prints the word Gap, never a nought', () => {
    expect(['who', 'howLong', 'timesAWeek', 'until'].map((field) => block(`provision/line-3/${field}`))).toMatchObject(
      Array(4).fill({ kind: 'gap', text: 'Gap' }),
    );
    expect(block('provision/line-2/howLong')?.text).toBe('5 min');
  });

  it('sources are numbered in the order of the page, each once', () => {
    const { sources, numbersOf } = numberSources(draft().filter((one) => !one.field.startsWith('sources')));
    expect(sources.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbersOf(block('strengths')?.sources ?? [])).toEqual([1]);
    expect(numbersOf(block('needs/need-1/text')?.sources ?? [])).toEqual([3]);
    expect(block('sources/3/words')?.text).toBe('Speech and language advice, Joanna Tse, page 3');
  });

  it('every passage that states a fact about the pupil names where it came from', () => {
    const stating = draft().filter((one) => /^(strengths|pupil\.view|needs\.text|goals\.text|provision\.what)$/.test(one.field));
    expect(stating.length).toBe(9);
    expect(stating.filter((one) => one.sources.length === 0)).toEqual([]);
  });

  it('a contact who must not be reached is not in the plan', () => {
    const contacts = { ...template, repeats: [{ tag: 'contacts', field: 'contacts', cells: [{ tag: 'c.name', field: 'name' }] }] };
    expect(Object.values(fieldsOf(draftPlan(callum, [], contacts)))).toContain('Fiona Reid');
    expect(JSON.stringify(draftPlan(callum, [], contacts))).not.toContain('Darren');
  });

  it('a field that a school’s template asks for and nobody knows is a gap that names it', () => {
    const own = {
      ...template,
      controls: [
        { tag: 'Shoe', field: 'shoe.size' },
        { tag: 'Odd', field: 'constructor' },
      ],
      repeats: [],
    };
    expect(draftPlan(callum, [], own).map(({ text }) => text)).toEqual([
      'Gap: this template asks for “shoe.size”, which is not in the record.',
      'Gap: this template asks for “constructor”, which is not in the record.',
    ]);
  });

  it('an American plan writes its dates the American way', () => {
    expect(draft(anIep).find((one) => one.field === 'goals.text')?.text).toMatch(
      /^By Fri, Mar 26, 2027 Marcus will read .* \(one-minute probe each week: baseline 22, Sep 8, 2026; now 41, Nov 17, 2026\)\.$/,
    );
  });

  it('the same record gives the same draft', () => {
    expect(draft()).toEqual(draft());
  });
});

describe('What people wrote into the last plan is carried on', () => {
  const file = {
    ...speechAdvice,
    driveItemId: 'plan-3',
    name: 'WM-0412 SEN support plan 2026-07-03.docx',
    words: 'The last plan, as edited',
  };
  const issued = fieldsOf(draft());
  const last = (now: Record<string, string>): StoredPlan => ({ kind: 'last-plan', file, issued, now: { ...issued, ...now } });

  it('an edit to a passage that the record has not touched since stands, with the file as its source', () => {
    expect(block('strengths', draft(callum, [last({ strengths: 'He helps in the library.' })]))).toMatchObject({
      text: 'He helps in the library.',
      sources: [file],
      composed: false,
    });
  });

  it('where the record has moved on too, the record stands and the edit is shown as unsettled: nothing is lost', () => {
    const moved = { ...callum, strengths: [{ ...callum.strengths[0]!, text: 'Callum has learned to swim.' }] };
    const found = block('strengths', draft(moved, [last({ strengths: 'He helps in the library.' })]));
    expect(found?.text).toBe('Callum has learned to swim.');
    expect(found?.gap).toBe(
      'Gap: WM-0412 SEN support plan 2026-07-03.docx was changed to “He helps in the library.”. Settle which stands.',
    );
  });

  it('the version and date of the new plan are its own', () => {
    const dated = { ...template, controls: [{ tag: 'plan.version', field: 'plan.version' }] };
    const blocks = draftPlan(
      callum,
      [{ ...last({}), issued: { 'plan.version': 'version 4, draft' }, now: { 'plan.version': 'version 3' } }],
      dated,
    );
    expect(block('plan.version', blocks)?.text).toBe('version 4, draft');
  });
});

describe('Minutes keep what was said', () => {
  const minutes: PlanTemplate = {
    ...template,
    kind: 'minutes',
    controls: [{ tag: 'meeting.time', field: 'meeting.time' }],
    repeats: ['views:words', 'disagreements:words', 'offRecord:text', 'actions:owner', 'decisions:text'].map((pair) => {
      const [tag = '', field = ''] = pair.split(':');
      return { tag, field: tag, cells: [{ tag: `${tag}.${field}`, field }] };
    }),
  };
  const said = fieldsOf(minutesBlocks(callumsMeeting, minutes));

  it('views word for word, disagreement too, and of what was off the record the times alone', () => {
    expect(said).toEqual({
      'meeting.time': '14:00 to 14:50',
      'views/v1/words': '“He talks about school at tea now. He never did.”',
      'views/v2/words': '“The card is good. The bell is bad.”',
      'disagreements/x1/words': 'Four sessions a week are not enough; she asks for five.',
      'offRecord/1/text': '14:31 to 14:36. Nothing was noted.',
      'actions/a1/owner': 'Anna Devlin',
      'actions/a2/owner': 'Gap: not agreed',
      'decisions/d1/text': 'Sentence starters go on until the end of the spring term.',
    });
  });

  it('a meeting that decided nothing says so', () => {
    expect(fieldsOf(minutesBlocks({ ...callumsMeeting, decisions: [] }, minutes))['decisions/none/text']).toBe('Nothing was decided.');
  });
});

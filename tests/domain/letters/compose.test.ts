import { describe, expect, it } from '@jest/globals';
import { INVITATION } from '#domain/letters/kinds/invitation.ts';
import { PRIOR_WRITTEN_NOTICE } from '#domain/letters/kinds/prior-written-notice.ts';
import { RIGHTS_TRANSFER_US } from '#domain/letters/kinds/rights-transfer.ts';
import { SUPPORT_RECORD } from '#domain/letters/kinds/support-record.ts';
import { lackingFacts, unwritten } from '#domain/letters/lacks.ts';
import { letterLanguages, proposeLanguage } from '#domain/letters/language.ts';
import { TEMPLATES } from '#domain/letters/templates.ts';
import { aLetter, allFacts, ownOf, sentences, without } from './a-letter.ts';

describe('an invitation', () => {
  it('says who is written to, which meeting it is, when, where, and whom to ring', () => {
    const letter = aLetter(INVITATION, { own: { purpose: 'support-review' } });
    expect(letter.head).toEqual([
      'Hollin Bank School',
      'Monday 23 November 2026',
      'Our reference: WM-0398',
      'Saima Malik',
      '14 Mill Lane',
      'Westmere',
    ]);
    expect(sentences(letter)[0]).toBe('Dear Saima Malik,');
    expect(sentences(letter)[1]).toBe('We would like you to come to a meeting about Ayaan. We will look at the extra help at school.');
    expect(letter.blocks).toContainEqual({
      kind: 'rows',
      rows: [
        { label: 'When', pieces: [{ text: 'Tuesday 8 December 2026, 2 pm to 3 pm', is: 'fact' }] },
        { label: 'Where', pieces: [{ text: 'Room 4', is: 'fact' }] },
        { label: 'Join online', pieces: [{ text: 'https://teams.example/join', is: 'fact' }] },
      ],
    });
    expect(sentences(letter)).toContain('If you have a question, call Ruth Okafor at Hollin Bank School: 01632 960 412.');
  });

  it('duty 6 A5: says that an interpreter comes where one was asked for, and asks where none was', () => {
    expect(sentences(aLetter(INVITATION))).toContain('Somebody who speaks Urdu will be there to help you.');
    const open = sentences(aLetter(INVITATION, { facts: without('interpreterFor') }));
    expect(open).toContain('Do you need an interpreter? Tell us, and we will find one. You do not pay for it.');
    expect(open.join()).not.toContain('Somebody who speaks');
  });

  it('speaks to the learner who holds the rights as the one whose meeting it is', () => {
    expect(sentences(aLetter(INVITATION, { to: 'learner' }))).toContain(
      'It is your meeting. We want to hear what you think and what you hope for.',
    );
  });

  it('without a booked meeting has a gap where it can be seen, says where to mend it, and prints no half sentence', () => {
    const facts = without('meetingWhen', 'papersBy');
    expect(aLetter(INVITATION, { facts }).blocks[0]).toEqual({
      kind: 'gap',
      fact: 'meetingWhen',
      words: 'No meeting is booked. Find a date first.',
    });
    expect(lackingFacts(INVITATION, facts)).toContainEqual({
      key: 'meetingWhen',
      label: 'Day and time',
      words: 'No meeting is booked. Find a date first.',
      mend: 'find-a-date',
      stops: true,
    });
    expect(sentences(aLetter(INVITATION, { facts })).join()).not.toContain('papers');
  });
});

describe('every letter', () => {
  const all = TEMPLATES.flatMap((template) =>
    (template.reader === 'family' ? letterLanguages : (['en'] as const)).flatMap((language) =>
      (['family', 'learner'] as const).map((to) => ({
        template,
        language,
        to,
        name: `${template.kind} ${template.nations[0]} in ${language} to ${to}`,
      })),
    ),
  );

  it.each(all)(
    '$name has no empty slot, no gap and no heading with nothing under it where the record is whole',
    ({ template, language, to }) => {
      const letter = aLetter(template, { language, to });
      const text = JSON.stringify(letter);
      expect(text).not.toMatch(/\{\w+\}/);
      expect(letter.blocks.some(({ kind }) => kind === 'gap')).toBe(false);
      letter.blocks.forEach((block, at) => {
        if (block.kind === 'heading') expect(letter.blocks[at + 1]?.kind).not.toBe('heading');
      });
      for (const { key, choices } of template.own) if (!choices) expect(text).toContain(`My own words about ${key}.`);
    },
  );

  const templates = TEMPLATES.map((template) => ({ template, name: `${template.kind} ${template.nations[0]}` }));

  it.each(templates)(
    'duty 6 A2: $name takes dates, names and rights from the record alone: without facts it has only gaps and set phrases',
    ({ template }) => {
      const letter = aLetter(template, { facts: {}, own: {} });
      const facts = letter.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? block.pieces.filter(({ is, text }) => is === 'fact' && text !== '') : [],
      );
      expect(facts).toEqual([]);
      expect(letter.blocks.flatMap((block) => (block.kind === 'gap' ? [block.fact] : []))).toEqual(template.needs);
    },
  );
});

describe('free text', () => {
  it('stays in the language in which it was written, and says so in the letter’s own language', () => {
    const own = { more: 'We would like to show you the new reading room.' };
    const letter = aLetter(SUPPORT_RECORD, { language: 'pl', own });
    expect(letter.blocks).toContainEqual({
      kind: 'own',
      field: 'more',
      text: own.more,
      note: 'Te słowa są po angielsku, tak jak zostały napisane. Nie przetłumaczono ich.',
    });
    expect(aLetter(SUPPORT_RECORD, { own }).blocks).toContainEqual({ kind: 'own', field: 'more', text: own.more, note: null });
  });

  it('that a letter cannot do without is named while nobody has written it', () => {
    expect(unwritten(PRIOR_WRITTEN_NOTICE, { ...ownOf(PRIOR_WRITTEN_NOTICE), why: '  ' })).toEqual(['why']);
  });
});

describe('prior written notice', () => {
  it('has the seven parts of 34 CFR 300.503(b), each under its number', () => {
    const letter = aLetter(PRIOR_WRITTEN_NOTICE);
    const headings = letter.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings.map((text) => text.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
    expect(sentences(letter)).toContain('We want to make a change.');
    expect(JSON.stringify(letter.blocks)).toContain(
      JSON.stringify(allFacts.assessments?.value.as === 'list' ? allFacts.assessments.value.lines[0] : ''),
    );
  });
});

describe('the language of a letter', () => {
  it.each([
    ['Urdu', 'ur', 'Urdu: the language of the contact.'],
    ['polish', 'pl', 'Polish: the language of the contact.'],
    ['Turkish', 'en', 'English: there are no phrases in Turkish. Ask for an interpreter or a translation.'],
    [null, 'en', 'English: no language is recorded for this contact.'],
  ] as const)('for a contact who speaks %s is proposed as %s', (contact, language, words) => {
    expect(proposeLanguage(contact)).toEqual({ language, words });
  });

  it('writes dates as that language does, in figures that English readers know', () => {
    const next = (language: 'cy' | 'pl' | 'ur' | 'ar' | 'es') => sentences(aLetter(SUPPORT_RECORD, { language })).join(' ');
    expect(next('cy')).toContain('9 Mawrth 2027');
    expect(next('pl')).toContain('9 marca 2027');
    expect(next('es')).toContain('9 de marzo de 2027');
    expect(next('ur')).toContain('9 مارچ');
    expect(next('ar')).toContain('9 مارس 2027');
  });

  it('duty 6 A6: says at the foot that no native speaker has checked its phrases, until one has', () => {
    const [own, english] = aLetter(INVITATION, { language: 'cy' }).unchecked;
    expect(own).toContain('siaradwr Cymraeg');
    expect(english).toContain('No native speaker has checked them yet.');
    expect(aLetter(INVITATION, { language: 'cy', reviewed: true }).unchecked).toEqual([]);
    expect(aLetter(INVITATION).unchecked).toEqual([]);
  });
});

describe('the notice that rights pass', () => {
  it('is written to both, each in words of their own', () => {
    const family = sentences(aLetter(RIGHTS_TRANSFER_US, { nation: 'us' }));
    const learner = sentences(aLetter(RIGHTS_TRANSFER_US, { nation: 'us', to: 'learner' }));
    expect(family.join(' ')).toContain('your rights in special education pass to Ayaan');
    expect(learner.join(' ')).toContain('your parents’ rights in special education are yours');
    expect(learner.join(' ')).not.toContain('pass to Ayaan');
  });
});

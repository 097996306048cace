import { describe, expect, it } from '@jest/globals';
import type { VisitPage } from '#contract/visits.ts';
import type { Day } from '#domain/calendar/day.ts';
import { LANGUAGES } from '#domain/letters/language.ts';
import type { Words } from '../../tab/links/words.ts';
import { arabic } from '../../tab/links/words-ar.ts';
import { welsh } from '../../tab/links/words-cy.ts';
import { english } from '../../tab/links/words-en.ts';
import { spanish } from '../../tab/links/words-es.ts';
import { polish } from '../../tab/links/words-pl.ts';
import { urdu } from '../../tab/links/words-ur.ts';

const OTHERS: readonly [string, Words][] = [
  ['es', spanish],
  ['cy', welsh],
  ['pl', polish],
  ['ur', urdu],
  ['ar', arabic],
];

const WAYMARKS_QUESTIONS = [
  'What goes well?',
  'What is hard, when and where?',
  'What has been tried, and what came of it?',
  'What else should we know?',
  'What has moved on since the last review?',
  'What helps, and should go on?',
  'What should happen next?',
  'How far are the outcomes in the plan met? Give examples.',
  'What should change in the plan?',
  'What help is given now, how long and how often?',
  'What difference has it made?',
  'What else may be needed?',
];

describe.each(OTHERS)('the pages by link in %s', (code, words) => {
  it('exist in the language of the letters, in its direction', () => {
    const letters = LANGUAGES[code as keyof typeof LANGUAGES];
    expect([words.lang, words.dir, words.name]).toEqual([code, letters.direction, letters.own]);
  });

  it('say that no native speaker has checked them', () => {
    expect(words.unchecked).toBeTruthy();
  });

  it('leave nothing in English that is set', () => {
    const set = Object.entries(words).filter(([key, value]) => typeof value === 'string' && !['lang', 'dir', 'name'].includes(key));
    for (const [key, value] of set) expect([key, value]).not.toEqual([key, english[key as keyof Words]]);
  });

  it('ask Waymark’s own questions in the language, and a school’s own in the words in which it asked', () => {
    for (const question of WAYMARKS_QUESTIONS) expect(words.asked({ id: 'x', words: question })).not.toBe(question);
    expect(words.asked({ id: 'x', words: 'Does he sleep well?' })).toBe('Does he sleep well?');
  });

  it('name child, place and day in their sentences', () => {
    expect(words.title({ purpose: 'view', child: 'Ayaan' } as unknown as VisitPage)).toContain('Ayaan');
    expect(words.until('2026-12-08' as Day)).toContain('8');
    expect(words.codeSent('s…@family.example', 10)).toMatch(/s…@family\.example.*10/);
  });
});

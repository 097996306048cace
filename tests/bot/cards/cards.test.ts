import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CARD_BYTES, type Card, plain } from '#bot/cards/card.ts';
import { caseloadCard } from '#bot/cards/caseload-card.ts';
import { entryCard } from '#bot/cards/entry-card.ts';
import { initialsOf, withoutName } from '#bot/cards/initials.ts';
import { ownViewCard } from '#bot/cards/own-view-card.ts';
import { readCardAction } from '#contract/card-actions.ts';
import { itWithReference, reference } from '#tests/reference.ts';
import { buttonsOf, readingOf } from '../a-chat.ts';
import { cardsForAll, caseloadRow, running, sampleCards } from './sample-cards.ts';

const all = Object.entries(sampleCards());
const bytes = (card: Card) => new TextEncoder().encode(JSON.stringify(card)).length;

describe('the cards', () => {
  itWithReference('fit the published schema 1.5 and the limits of Teams', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'waymark-cards-'));
    try {
      for (const [name, card] of all) writeFileSync(path.join(folder, `${name.replace(/\W+/g, '-')}.json`), JSON.stringify(card));
      const said = execFileSync(process.execPath, [reference('validate-adaptive-cards.mjs'), folder], { encoding: 'utf8' });
      expect(said.trim().split('\n').at(-1)).toBe(`${all.length} cards, 0 violations`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are read by Microsoft’s own renderer without a complaint', () => {
    const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');
    for (const [name, card] of all) {
      const context = new SerializationContext(Versions.v1_5);
      new AdaptiveCard().parse(JSON.parse(JSON.stringify(card)), context);
      const complaints = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
      expect({ name, complaints }).toEqual({ name, complaints: [] });
    }
  });

  it('use only the elements agreed for Waymark', () => {
    const types = new Set(JSON.stringify(all.map(([, card]) => card)).match(/(?<="type":")[A-Z][A-Za-z.]+/g));
    expect([...types].sort()).toEqual(
      [
        'Action.Execute',
        'Action.OpenUrl',
        'Action.Submit',
        'ActionSet',
        'AdaptiveCard',
        'Column',
        'ColumnSet',
        'Container',
        'FactSet',
        'Input.ChoiceSet',
        'Input.Date',
        'Input.Text',
        'TextBlock',
      ].sort(),
    );
  });

  it('say something to a screen reader, and nothing with marks in it', () => {
    for (const [name, card] of all) {
      expect({ name, spoken: card.speak.length > 3 && !/\*\*|\\/.test(card.speak), same: card.fallbackText === card.speak }).toEqual({
        name,
        spoken: true,
        same: true,
      });
    }
  });

  it('carry nothing but ids, versions and choices in their buttons', () => {
    for (const [, card] of all) {
      for (const { data } of buttonsOf(card)) expect(JSON.stringify(data)).not.toMatch(/Ayaan|Malik|Tomasz|Saima|outcome/);
    }
  });

  it('have no button that the bot would not understand', () => {
    for (const [name, card] of all) {
      for (const { title, verb, data } of buttonsOf(card))
        expect({ name, title, read: readCardAction(verb, data)?.verb }).toEqual({ name, title, read: verb });
    }
  });

  it('name no child where a group reads them', () => {
    for (const [name, card] of Object.entries(cardsForAll()))
      expect({ name, text: JSON.stringify(card) }).toEqual({ name, text: expect.not.stringMatching(/Ayaan|Malik/i) });
  });

  it('stay under the size Teams takes, however long the record is', () => {
    const many = Array.from({ length: 400 }, (_, index) => caseloadRow(index, 'Wilhelmina', 'Featherstonehaugh-Cholmondeley'));
    const words = (day: string) => day;
    const long = caseloadCard(
      { rows: many, counts: { pupils: 400, plans: 0, needALook: 400 }, countedAt: running.startedAt! },
      words,
      null,
    );
    expect(bytes(long)).toBeLessThan(CARD_BYTES);
    expect(readingOf(long)).toMatch(/392 more in Waymark/);

    const said = running.entries.map((entry) => ({ ...entry, item: 2, words: 'ä'.repeat(4000) }));
    const talkative = { ...running, entries: Array.from({ length: 20 }, () => said).flat() };
    const view = ownViewCard({ meeting: talkative, timeZone: 'Europe/London', request: running.id }, words);
    expect(bytes(view)).toBeLessThan(CARD_BYTES);
    expect(readingOf(view)).toMatch(/\d+ earlier in Waymark/);
  });

  it('offer to find a date only beside a pupil for whom one is due', () => {
    const due = { flags: [{ kind: 'review-not-booked', urgency: 'near', words: 'Review not booked' }] } as const;
    const rows = [caseloadRow(1, 'Ayaan', 'Malik', { ...due, flags: [...due.flags] }), caseloadRow(2, 'Callum', 'Reid')];
    const shown = caseloadCard({ rows, counts: { pupils: 2, plans: 0, needALook: 2 }, countedAt: running.startedAt! }, (day) => day, null);
    expect(buttonsOf(shown).map(({ title }) => title)).toEqual(['Find a date', 'Who to contact', 'Due', 'My actions']);
  });

  it('show what a person typed as typed: no links, no bold, no tags', () => {
    expect(plain('[sign in](https://evil.example) **now** <b>x</b>')).toBe('\\[sign in\\](https://evil.example) \\*\\*now\\*\\* ‹b›x‹/b›');
    const nasty = { ...running, entries: [{ ...running.entries[1]!, words: '1. [here](https://evil.example)' }] };
    const card = ownViewCard({ meeting: nasty, timeZone: 'Europe/London', request: running.id }, (day) => day);
    expect(JSON.stringify(card)).not.toContain('[here]');
    expect(readingOf(card)).toContain('Decision. 1. [here](https://evil.example).');
  });

  it('ask for an owner and a date with an action, and for a name with a view', () => {
    const sheet = { meeting: running, timeZone: 'Europe/London', request: running.id };
    expect(readingOf(entryCard(sheet, 'action'))).toMatch(/What will be done\nOwner\nBy when/);
    expect(readingOf(entryCard(sheet, 'view'))).toMatch(/In their own words\nWhose view/);
    expect(readingOf(entryCard(sheet, 'decision'))).not.toMatch(/Owner/);
  });
});

describe('initials', () => {
  it.each([
    ['Ayaan Malik', 'A.M.'],
    ['Mei-Lin Zhao', 'M.Z.'],
    ['Sofia de la Cruz Marchetti', 'S.M.'],
    ['Łucja', 'Ł.'],
    ['', ''],
  ])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it('take the child’s name out of an agenda, also in the genitive, and out of nothing else', () => {
    const pupil = { name: 'Ann Lee', initials: 'A.L.' };
    expect(withoutName('Ann’s view', pupil)).toBe('A.L.’s view');
    expect(withoutName('Annual targets, Leeds visit', pupil)).toBe('Annual targets, Leeds visit');
  });
});

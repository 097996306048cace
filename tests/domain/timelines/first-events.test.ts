import { describe, expect, it } from '@jest/globals';
import { firstEventMissing } from '#domain/timelines/first-events.ts';

describe('a case without a first day', () => {
  it('asks for the day on which the council received the request', () => {
    expect(firstEventMissing('england', 'assessment', [])?.words).toBe('the day the council received the request');
  });

  it('asks for nothing once that is known, or the council became responsible another way', () => {
    expect(firstEventMissing('england', 'assessment', ['request-received'])).toBeUndefined();
    expect(firstEventMissing('england', 'assessment', ['became-responsible'])).toBeUndefined();
  });

  it('asks a district for the day of the parent’s consent, and nobody for anything on SEN Support', () => {
    expect(firstEventMissing('us', 'assessment', [])?.kind).toBe('consent-received');
    expect(firstEventMissing('england', 'support', [])).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { digestOf, digestsOf, isDigestOf, newSecret } from '#api/links/secrets.ts';

describe('what is kept of a secret', () => {
  it('says how it was made, and tells its secret from every other', () => {
    const [secret, other] = [newSecret(), newSecret()];
    const kept = digestOf(secret);
    expect(kept[0]).toBe(1);
    expect(isDigestOf(kept, secret)).toBe(true);
    expect(isDigestOf(kept, other)).toBe(false);
  });

  it('from before it said so opens as it did, and is found under the same key', () => {
    const secret = newSecret();
    const kept = createHash('sha256').update(secret).digest();
    expect(isDigestOf(kept, secret)).toBe(true);
    expect(isDigestOf(kept, newSecret())).toBe(false);
    expect(digestsOf(secret).some((one) => one.equals(kept))).toBe(true);
    expect(digestsOf(secret)[0]?.equals(digestOf(secret))).toBe(true);
  });

  it('made in a way that is not known, or cut short, is nobody’s secret', () => {
    const secret = newSecret();
    const kept = digestOf(secret);
    expect(isDigestOf(Buffer.concat([Buffer.of(2), kept.subarray(1)]), secret)).toBe(false);
    expect(isDigestOf(kept.subarray(0, 20), secret)).toBe(false);
    expect(isDigestOf(Buffer.alloc(0), secret)).toBe(false);
  });
});

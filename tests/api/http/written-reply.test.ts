import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { writerOf } from '#api/http/written-reply.ts';
import { lasting } from '#api/lasting.ts';

const shape = z.strictObject({
  rows: z.array(z.strictObject({ name: z.string(), age: z.number().optional() })),
  note: z.string().optional(),
  count: z.number(),
});
const read = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

describe('a reply as it is written', () => {
  it('is the same whether its rows last, the whole of it lasts, or nothing does', () => {
    const write = writerOf(shape);
    const plain = () => ({ rows: [{ name: 'Zieliński “Tom”' }, { name: 'Mei-Lin', age: 9 }], count: 2 });
    const withLastingRows = { ...plain(), rows: plain().rows.map((row) => lasting(row)) };
    for (const reply of [plain(), withLastingRows, withLastingRows, lasting(plain()), { rows: [], count: 2, note: 'nobody' }])
      expect(read(write(reply))).toEqual(reply);
    const whole = lasting(plain());
    expect(write(whole)).toBe(write(whole));
  });

  it('is a list that ends the reply, or stands before other fields', () => {
    const last = z.strictObject({ count: z.number(), rows: z.array(z.strictObject({ name: z.string() })) });
    const reply = { count: 1, rows: [lasting({ name: 'Kwame' })] };
    expect(read(writerOf(last)(reply))).toEqual(reply);
    expect(read(writerOf(shape)({ rows: reply.rows, count: 1, note: 'after' }))).toEqual({ rows: reply.rows, count: 1, note: 'after' });
  });

  it.each([
    ['of the reply', { rows: [], count: 1, surname: 'told' }],
    ['of the reply, where its rows last', { rows: [lasting({ name: 'Kwame' })], count: 1, surname: 'told' }],
    ['of a lasting row', { rows: [lasting({ name: 'Kwame', surname: 'told' })], count: 1 }],
    ['of a lasting reply', lasting({ rows: [{ name: 'Kwame', surname: 'told' }], count: 1 })],
  ])('is refused where a field %s is not of the shape, each time', (_, reply) => {
    const write = writerOf(shape);
    expect(() => write(reply)).toThrow(z.ZodError);
    expect(() => write(reply)).toThrow(z.ZodError);
  });

  it('cannot be changed once it lasts', () => {
    const reply = lasting({ rows: [{ name: 'Kwame' }], count: 1 });
    expect(() => Object.assign(reply.rows[0]!, { name: 'Other' })).toThrow(TypeError);
    expect(() => reply.rows.push({ name: 'Other' })).toThrow(TypeError);
  });
});

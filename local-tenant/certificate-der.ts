/** The few pieces of DER (ITU-T X.690) that an X.509 certificate is made of. */

const encoded = (tag: number, ...parts: Uint8Array[]): Uint8Array => {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
};

const lengthOf = (length: number): number[] => {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
};

export const sequence = (...parts: Uint8Array[]) => encoded(0x30, ...parts);
export const set = (...parts: Uint8Array[]) => encoded(0x31, ...parts);
export const octets = (bytes: Uint8Array) => encoded(0x04, bytes);
export const bits = (bytes: Uint8Array, unused = 0) => encoded(0x03, Buffer.from([unused]), bytes);
export const truth = () => encoded(0x01, Buffer.from([0xff]));
export const text = (words: string) => encoded(0x0c, Buffer.from(words, 'utf8'));
export const context = (number: number, ...parts: Uint8Array[]) => encoded(0xa0 | number, ...parts);
export const contextBytes = (number: number, bytes: Uint8Array) => encoded(0x80 | number, bytes);

/** A positive whole number, given as bytes with the highest first. */
export const whole = (bytes: Uint8Array) => encoded(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);

/** An object identifier from its dotted form, `2.5.29.17`. */
export const oid = (dotted: string) => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return encoded(0x06, Buffer.from(bytes));
};

/** GeneralizedTime, which X.509 uses for every year; certificates before 2050 may use it as well in practice. */
export const time = (moment: Date) => {
  const digits = moment.toISOString().replace(/[-:T]|\.\d+/g, '');
  return moment.getUTCFullYear() < 2050 ? encoded(0x17, Buffer.from(digits.slice(2))) : encoded(0x18, Buffer.from(digits));
};

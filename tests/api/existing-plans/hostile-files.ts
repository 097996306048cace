import { deflateSync } from 'node:zlib';

/** A PDF with these page contents, small enough to read with the eye; streams are packed where asked. */
export function tinyPdf(contents: readonly Uint8Array[], packed = false): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const at: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (number: number, body: Buffer): void => {
    at[number] = length;
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(whole);
    length += whole.length;
  };
  const kids = contents.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  add(1, Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'));
  add(2, Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`));
  add(3, Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'));
  contents.forEach((content, index) => {
    const body = Buffer.from(content);
    add(
      4 + 2 * index,
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      ),
    );
    const filter = packed ? ' /Filter /FlateDecode' : '';
    add(5 + 2 * index, Buffer.concat([Buffer.from(`<< /Length ${body.length}${filter} >>\nstream\n`), body, Buffer.from('\nendstream')]));
  });
  const table = at
    .slice(1)
    .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('');
  const start = length;
  parts.push(
    Buffer.from(
      `xref\n0 ${at.length}\n0000000000 65535 f \n${table}trailer\n<< /Size ${at.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A page of lines in Helvetica. */
export const pageOf = (...lines: readonly string[]): Uint8Array =>
  Buffer.from(`BT /F1 11 Tf 14 TL 60 780 Td ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`);

/** A PDF of some kilobytes that unpacks to gigabytes: blanks within blanks. */
export const pdfBomb = (): Uint8Array => {
  const inner = deflateSync(Buffer.alloc(300 * 1024 * 1024, ' '), { level: 9 });
  return tinyPdf([inner, inner, inner], true);
};

/** A PDF that opens with a password only: it is locked by the oldest of the standard ways, with a key that the empty password does not give. */
export const lockedPdf = (): Uint8Array => {
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;
  const open = Buffer.from(tinyPdf([pageOf('Name: Freya Lindqvist')])).toString('latin1');
  return new Uint8Array(Buffer.from(open.replace('/Root 1 0 R >>', `/Root 1 0 R ${lock} >>`), 'latin1'));
};

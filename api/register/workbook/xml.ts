import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableWorkbook } from './unreadable.ts';
import { unpack, type ZipPart } from './zip.ts';

/** What is heard of an XML part, element by element; names come without their prefix. */
export type Listener = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads an XML part piece by piece; after each piece the caller gets its turn, so that rows can be handed on and other people's requests
 * answered. A document type, which could define entities that burst, is refused: no spreadsheet writes one.
 */
export async function* listen(bytes: Uint8Array, part: ZipPart, listener: Listener): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('unsafe');
  });
  parser.on('error', () => {
    throw new UnreadableWorkbook('damaged');
  });
  const { open, close, text } = listener;
  if (open) parser.on('opentag', (tag: SaxesTagPlain) => open(bare(tag.name), tag.attributes));
  if (close) parser.on('closetag', (tag: SaxesTagPlain) => close(bare(tag.name)));
  if (text) parser.on('text', text);
  let decoder: TextDecoder | undefined;
  for await (const piece of unpack(bytes, part)) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8');
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.write(decoder?.decode() ?? '').close();
}

/** Reads a whole small part at once. */
export const hear = async (bytes: Uint8Array, part: ZipPart | undefined, listener: Listener): Promise<void> => {
  if (!part) return;
  for await (const _piece of listen(bytes, part, listener));
};

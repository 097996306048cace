import type { Piece } from '#domain/letters/letter.ts';

const SLOT = /\{(\w+)\}/g;

/** The facts that a phrase names: `Dear {addressee},` names `addressee`. */
export const slotsOf = (phrase: string): readonly string[] => [...phrase.matchAll(SLOT)].map(([, slot = '']) => slot);

/** A phrase with its facts put in, in pieces. Null where a fact is missing: half a sentence is never printed. */
export const filled = (phrase: string, fact: (slot: string) => string | null): readonly Piece[] | null => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of phrase.matchAll(SLOT)) {
    const text = fact(match[1] ?? '');
    if (text === null) return null;
    if (match.index > at) pieces.push({ text: phrase.slice(at, match.index), is: 'phrase' });
    pieces.push({ text, is: 'fact' });
    at = match.index + match[0].length;
  }
  if (at < phrase.length) pieces.push({ text: phrase.slice(at), is: 'phrase' });
  return pieces;
};

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Pieces as plain text. Each fact is isolated, so that a name in Latin letters does not turn an Urdu sentence round. */
export const plainText = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, is }) => (is === 'fact' ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text)).join('');

/** Pieces as they read, without any marks: for searching and for documents that tell direction otherwise. */
export const bareText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

import { issuedNamespace } from '#api/plans/document/data-parts.ts';
import { type Parts, textOf } from '#api/plans/document/package.ts';
import { characters, scanXml } from '#api/plans/document/scan.ts';
import { isDay } from '#domain/calendar/day.ts';
import type { NumberedSource, Source } from '#domain/plans/source.ts';

/** One passage as it was issued. */
export type IssuedPassage = {
  readonly field: string;
  readonly label: string;
  readonly kind: string;
  readonly text: string;
  readonly gap: string | null;
  readonly composed: boolean;
  readonly sources: readonly number[];
};

/** What Waymark wrote into the file when it issued it; no one types into this part. */
export type Issued = {
  readonly planId: string;
  readonly kind: string;
  readonly version: number;
  readonly caseRef: string;
  readonly template: { readonly id: string; readonly version: number };
  readonly at: string;
  readonly sources: readonly NumberedSource[];
  readonly passages: ReadonlyMap<string, IssuedPassage>;
};

type Attribute = (name: string) => string | null;

function sourceOf(read: (name: string) => string): NumberedSource | null {
  const on = read('on');
  if (!isDay(on)) return null;
  const common = { on, words: read('words') };
  const source: Source =
    read('kind') === 'file'
      ? { kind: 'file', driveItemId: read('driveItemId'), version: read('version'), name: read('name'), ...common }
      : { kind: 'record', id: read('id'), field: read('field'), ...common };
  return { number: Number(read('number')), source };
}

const passageOf = (read: (name: string) => string): Omit<IssuedPassage, 'text'> => ({
  field: read('field'),
  label: read('label'),
  kind: read('kind'),
  gap: read('gap') || null,
  composed: read('composed') === 'true',
  sources: read('sources').split(' ').filter(Boolean).map(Number),
});

const rootOf = (read: (name: string) => string): Omit<Issued, 'sources' | 'passages'> => ({
  planId: read('planId'),
  kind: read('kind'),
  version: Number(read('version')),
  caseRef: read('case'),
  template: { id: read('template'), version: Number(read('templateVersion')) },
  at: read('at'),
});

function issuedIn(xml: string): Issued | null {
  let root: Omit<Issued, 'sources' | 'passages'> | null = null;
  const sources: NumberedSource[] = [];
  const passages = new Map<string, IssuedPassage>();
  let open: { tag: string; passage: Omit<IssuedPassage, 'text'>; text: string } | null = null;
  scanXml(xml, {
    open: (name, namespace, attribute: Attribute) => {
      if (namespace !== issuedNamespace) return;
      const read = (wanted: string): string => attribute(wanted) ?? '';
      if (name === 'issued') root = rootOf(read);
      if (name === 'source') sources.push(...[sourceOf(read)].filter((one) => one !== null));
      if (name === 'passage') open = { tag: read('tag'), passage: passageOf(read), text: '' };
    },
    text: (raw) => {
      if (open) open.text += characters(raw);
    },
    close: (name) => {
      if (name !== 'passage' || !open) return;
      passages.set(open.tag, { ...open.passage, text: open.text });
      open = null;
    },
  });
  return root === null ? null : { ...(root as Omit<Issued, 'sources' | 'passages'>), sources, passages };
}

/** Finds the issued part by its namespace, whatever number Word has given it; null where the document is not ours. */
export function readIssued(parts: Parts): Issued | null {
  for (const name of parts.keys()) {
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    const xml = textOf(parts, name) ?? '';
    if (!xml.includes(issuedNamespace)) continue;
    const issued = issuedIn(xml);
    if (issued) return issued;
  }
  return null;
}

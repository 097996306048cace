import type { DocumentMeta } from '#api/plans/document/meta.ts';
import { escapeXml } from '#api/plans/document/xml.ts';
import type { Block } from '#domain/plans/block.ts';
import type { NumberedSource } from '#domain/plans/source.ts';

/** The part that the controls are bound to: Word writes into it what is typed on the page. */
export const dataNamespace = 'urn:waymark:plan:1';
export const dataStore = '{5F0C7A52-6B1D-4C44-9A53-0E6D9B7C1A01}';

/** The part that nobody types into: what was issued, and where each passage came from. */
export const issuedNamespace = 'urn:waymark:issued:1';
export const issuedStore = '{5F0C7A52-6B1D-4C44-9A53-0E6D9B7C1A02}';

export type FilledPassage = { readonly block: Block; readonly text: string; readonly numbers: readonly number[] };

/** Where a control's words stand in the bound part. */
export type Places = { readonly field: ReadonlyMap<string, string>; readonly rows: ReadonlyMap<string, string> };

const attributes = (values: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;')}"`)
    .join('');

const identity = (meta: DocumentMeta): string =>
  attributes({
    planId: meta.planId,
    kind: meta.kind,
    version: meta.version,
    case: meta.caseRef,
    template: meta.template.id,
    templateVersion: meta.template.version,
  });

type RepeatRows = Map<string, FilledPassage[]>;

function grouped(passages: readonly FilledPassage[]): { singles: FilledPassage[]; repeats: Map<string, RepeatRows> } {
  const singles: FilledPassage[] = [];
  const repeats = new Map<string, RepeatRows>();
  for (const passage of passages) {
    const row = passage.block.row;
    if (!row) {
      singles.push(passage);
      continue;
    }
    const rows = repeats.get(row.repeat) ?? new Map<string, FilledPassage[]>();
    repeats.set(row.repeat, rows.set(row.key, [...(rows.get(row.key) ?? []), passage]));
  }
  return { singles, repeats };
}

const field = (passage: FilledPassage): string => `<field${attributes({ tag: passage.block.tag })}>${escapeXml(passage.text)}</field>`;

/** Writes the bound part, and tells at which path each control finds its words in it. */
export function dataPart(passages: readonly FilledPassage[], meta: DocumentMeta): { readonly xml: string; readonly places: Places } {
  const { singles, repeats } = grouped(passages);
  const places = { field: new Map<string, string>(), rows: new Map<string, string>() };
  for (const [index, passage] of singles.entries()) places.field.set(passage.block.tag, `/p:plan[1]/p:field[${index + 1}]`);
  const written = [...repeats].map(([tag, rows], index) => {
    const path = `/p:plan[1]/p:repeat[${index + 1}]/p:row`;
    places.rows.set(tag, path);
    const inside = [...rows].map(([key, cells], row) => {
      for (const [cell, passage] of cells.entries()) places.field.set(passage.block.tag, `${path}[${row + 1}]/p:field[${cell + 1}]`);
      return `<row${attributes({ key })}>${cells.map(field).join('')}</row>`;
    });
    return `<repeat${attributes({ tag })}>${inside.join('')}</repeat>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<plan xmlns="${dataNamespace}"${identity(meta)}>${singles.map(field).join('')}${written.join('')}</plan>`;
  return { xml, places };
}

/** In this order whatever store the source came out of, so that a version made again gives the same bytes. */
const sourceElement = ({ number, source }: NumberedSource): string => {
  const { kind, on, words } = source;
  const own =
    source.kind === 'file'
      ? { driveItemId: source.driveItemId, version: source.version, name: source.name }
      : { id: source.id, field: source.field };
  return `<source${attributes({ number, kind, ...own, on, words })}/>`;
};

const passageElement = ({ block, text, numbers }: FilledPassage): string =>
  `<passage${attributes({
    tag: block.tag,
    field: block.field,
    label: block.label,
    kind: block.kind,
    composed: block.composed,
    ...(numbers.length > 0 ? { sources: numbers.join(' ') } : {}),
    ...(block.gap ? { gap: block.gap } : {}),
  })}>${escapeXml(text)}</passage>`;

/** Writes the part that keeps the draft as it was issued, so that a changed file can be compared with it. */
export const issuedPart = (passages: readonly FilledPassage[], sources: readonly NumberedSource[], meta: DocumentMeta): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<issued xmlns="${issuedNamespace}"${identity(meta)}${attributes({ at: meta.issuedAt })}>${sources.map(sourceElement).join('')}${passages.map(passageElement).join('')}</issued>`;

/** Names the store of a custom XML part, by which a control finds it. */
export const storeProperties = (store: string, namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${store}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`;

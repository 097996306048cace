import { dataNamespace, dataStore, issuedNamespace, issuedStore, storeProperties } from '#api/plans/document/data-parts.ts';
import type { AddIn, DocumentMeta } from '#api/plans/document/meta.ts';
import { type Parts, textOf } from '#api/plans/document/package.ts';
import { escapeXml } from '#api/plans/document/xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Written = Map<string, Uint8Array | string>;

/** Puts entries at the end of a list part, under whatever prefix its root carries. */
function append(xml: string, root: string, entries: readonly string[]): string {
  const opened = xml.replace(new RegExp(`<((?:\\w+:)?)${root}([^>]*)/>\\s*$`), `<$1${root}$2></$1${root}>`);
  return opened.replace(
    new RegExp(`</((?:\\w+:)?)${root}>\\s*$`),
    (end, prefix: string) => entries.map((entry) => entry.replace('<', `<${prefix}`)).join('') + end,
  );
}

const emptyRelations = `${head}<Relationships xmlns="${packageRelations}"></Relationships>`;

function relate(parts: Written, rels: string, entries: readonly { readonly type: string; readonly target: string }[]): void {
  const old = asText(parts.get(rels)) ?? emptyRelations;
  const known = entries.filter(({ type, target }) => !(old.includes(`"${target}"`) && old.includes(type)));
  const taken = old.split('rIdWaymark').length;
  const written = known.map(
    ({ type, target }, index) => `<Relationship Id="rIdWaymark${taken + index}" Type="${type}" Target="${target}"/>`,
  );
  parts.set(rels, append(old, 'Relationships', written));
}

const asText = (part: Uint8Array | string | undefined): string | null =>
  part === undefined ? null : typeof part === 'string' ? part : textOf(new Map([['part', part]]), 'part');

function declare(parts: Written, overrides: readonly (readonly [name: string, type: string])[]): void {
  const old = asText(parts.get('[Content_Types].xml')) ?? '';
  const added = overrides
    .filter(([name]) => !old.includes(`PartName="/${name}"`))
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const xml = /Extension="xml"/i.test(old) ? [] : ['<Default Extension="xml" ContentType="application/xml"/>'];
  parts.set('[Content_Types].xml', append(old, 'Types', [...xml, ...added]));
}

/** The first number that no part of the template uses, so that a school's own custom XML stays. */
function freeNumber(parts: Written): number {
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`) || parts.has(`customXml/itemProps${number}.xml`)) number++;
  return number;
}

function addCustomXml(
  parts: Written,
  items: readonly { readonly xml: string; readonly store: string; readonly namespace: string }[],
): void {
  const targets = items.map(({ xml, store, namespace }) => {
    const number = freeNumber(parts);
    parts.set(`customXml/item${number}.xml`, xml);
    parts.set(`customXml/itemProps${number}.xml`, storeProperties(store, namespace));
    relate(parts, `customXml/_rels/item${number}.xml.rels`, [
      { type: `${office}/relationships/customXmlProps`, target: `itemProps${number}.xml` },
    ]);
    declare(parts, [[`customXml/itemProps${number}.xml`, 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml']]);
    return { type: `${office}/relationships/customXml`, target: `../customXml/item${number}.xml` };
  });
  relate(parts, 'word/_rels/document.xml.rels', targets);
}

/** The part that opens the pane with the document; Word asks once per person whether it may. */
function addTaskPane(parts: Written, addIn: AddIn): void {
  parts.set(
    'word/webextensions/webextension1.xml',
    `${head}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${escapeXml(addIn.id)}}"><we:reference id="${escapeXml(addIn.id)}" version="${escapeXml(addIn.version)}" store="${escapeXml(addIn.store)}" storeType="${addIn.storeType}"/><we:alternateReferences/><we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties><we:bindings/><we:snapshot xmlns:r="${office}/relationships"/></we:webextension>`,
  );
  parts.set(
    'word/webextensions/taskpanes.xml',
    `${head}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="1"><wetp:webextensionref xmlns:r="${office}/relationships" r:id="rIdWaymark1"/></wetp:taskpane></wetp:taskpanes>`,
  );
  const relation = 'http://schemas.microsoft.com/office/2011/relationships';
  relate(parts, 'word/webextensions/_rels/taskpanes.xml.rels', [{ type: `${relation}/webextension`, target: 'webextension1.xml' }]);
  relate(parts, '_rels/.rels', [{ type: `${relation}/webextensiontaskpanes`, target: 'word/webextensions/taskpanes.xml' }]);
  declare(parts, [
    ['word/webextensions/webextension1.xml', 'application/vnd.ms-office.webextension+xml'],
    ['word/webextensions/taskpanes.xml', 'application/vnd.ms-office.webextensiontaskpanes+xml'],
  ]);
}

/** Who and what, without a name: a file's properties are shown in folders, searches and mails. */
function coreProperties(meta: DocumentMeta): string {
  const at = meta.issuedAt.replace(/\.\d+Z$/, 'Z');
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(meta.title)}</dc:title><dc:subject>${escapeXml(meta.caseRef)}</dc:subject><dc:creator>Waymark</dc:creator><cp:lastModifiedBy>Waymark</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

/** The parts of a filled document beside its text: data, what was issued, the pane, and properties without a child's name. */
export function packageParts(template: Parts, items: { readonly data: string; readonly issued: string }, meta: DocumentMeta): Written {
  const parts: Written = new Map(template);
  addCustomXml(parts, [
    { xml: items.data, store: dataStore, namespace: dataNamespace },
    { xml: items.issued, store: issuedStore, namespace: issuedNamespace },
  ]);
  if (meta.addIn) addTaskPane(parts, meta.addIn);
  parts.set('docProps/core.xml', coreProperties(meta));
  if (!template.has('docProps/core.xml')) {
    relate(parts, '_rels/.rels', [
      { type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', target: 'docProps/core.xml' },
    ]);
  }
  declare(parts, [['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml']]);
  return parts;
}

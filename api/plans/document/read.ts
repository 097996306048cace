import { isUnreadable, openPackage, type Parts, textOf, type Unreadable, unreadable } from '#api/plans/document/package.ts';
import { type Issued, type IssuedPassage, readIssued } from '#api/plans/document/read-issued.ts';
import { type FoundControl, readText } from '#api/plans/document/read-text.ts';
import { UnsoundXml } from '#api/plans/document/xml.ts';
import type { Fields } from '#domain/plans/block.ts';
import type { NumberedSource } from '#domain/plans/source.ts';

/** A document as it stands now, beside what was issued in it. */
export type ReadDocument = {
  readonly ok: true;
  /** False where nothing in the file says which case and plan it belongs to. */
  readonly linked: boolean;
  readonly kind: string | null;
  readonly planId: string | null;
  readonly version: number | null;
  readonly pupilCaseRef: string | null;
  readonly template: { readonly id: string; readonly version: number } | null;
  readonly issuedAt: string | null;
  /** The text of each tagged control, as the page shows it: inserted text counts, text deleted under tracking does not. */
  readonly fields: Fields;
  readonly issued: Fields;
  readonly issuedPassages: Readonly<Record<string, IssuedPassage>>;
  readonly sources: readonly NumberedSource[];
  /** Controls that Waymark did not issue, such as those a school put into its own template. */
  readonly unknownControls: readonly FoundControl[];
  /** Tags that were issued and whose control somebody deleted. */
  readonly removed: readonly string[];
  /** Everything the page says, for the check that no other pupil is named. */
  readonly text: string;
};

const wanted = (name: string): boolean =>
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml|customXml\/item\d+\.xml|\[Content_Types\]\.xml|word\/document\d*\.xml)$/.test(
    name,
  );

const textParts = (parts: Parts): readonly string[] =>
  [...parts.keys()].filter((name) => /^word\/(document|header|footer)\d*\.xml$/.test(name)).sort();

/** A row that Word's *add* button copied carries the tags of the row it was copied from: the second of a tag is a new row. */
function ownTag(tag: string, seen: Map<string, number>, issued: Issued | null, added: Map<string, string>): string {
  const count = (seen.get(tag) ?? 0) + 1;
  seen.set(tag, count);
  const [repeat, key, cell] = tag.split('/');
  if (count === 1 || repeat === undefined || key === undefined || cell === undefined || !issued?.passages.has(tag)) return tag;
  const copy = `${repeat}/${key}/${count}`;
  const name = added.get(copy) ?? `new-${[...added.keys()].filter((one) => one.startsWith(`${repeat}/`)).length + 1}`;
  added.set(copy, name);
  return `${repeat}/${name}/${cell}`;
}

function gather(controls: readonly FoundControl[], issued: Issued | null): Fields {
  const fields: Record<string, string> = Object.create(null);
  const seen = new Map<string, number>();
  const added = new Map<string, string>();
  for (const control of controls) {
    const tag = ownTag(control.tag, seen, issued, added);
    const before = fields[tag];
    const asIssued = issued?.passages.get(tag)?.text;
    if (before === undefined || before === asIssued) fields[tag] = control.text;
  }
  return { ...fields };
}

/**
 * The one reader of .docx files, ours and others'. It takes what Word, or any other program, made of the file: split runs, tracked
 * changes, line breaks, nested, copied and deleted controls. A file that cannot or must not be opened is an answer, with its sentence.
 */
export function readDocument(bytes: Uint8Array): ReadDocument | Unreadable {
  const parts = openPackage(bytes, wanted);
  if (isUnreadable(parts)) return parts;
  if (!parts.has('word/document.xml')) return unreadable('not-a-document');
  try {
    return answer(readText(textParts(parts).map((name) => textOf(parts, name) ?? '')), readIssued(parts));
  } catch (error) {
    if (error instanceof UnsoundXml) return unreadable(error.unsafe ? 'unsafe' : 'damaged');
    throw error;
  }
}

function answer(page: ReturnType<typeof readText>, issued: Issued | null): ReadDocument {
  const all = gather(page.controls, issued);
  const repeats = new Set([...(issued?.passages.keys() ?? [])].flatMap((tag) => (tag.includes('/') ? [tag.split('/')[0] ?? ''] : [])));
  const isOurs = (tag: string): boolean => issued?.passages.has(tag) === true || /^[^/]+\/new-\d+\//.test(tag);
  const fields = issued ? Object.fromEntries(Object.entries(all).filter(([tag]) => isOurs(tag))) : all;
  const passages = issued ? Object.fromEntries(issued.passages) : {};
  return {
    ok: true,
    linked: issued !== null,
    kind: issued?.kind ?? null,
    planId: issued?.planId ?? null,
    version: issued?.version ?? null,
    pupilCaseRef: issued?.caseRef ?? null,
    template: issued?.template ?? null,
    issuedAt: issued?.at ?? null,
    fields,
    issued: Object.fromEntries(Object.entries(passages).map(([tag, passage]) => [tag, passage.text])),
    issuedPassages: passages,
    sources: issued?.sources ?? [],
    unknownControls: issued ? page.controls.filter(({ tag }) => !isOurs(tag) && !repeats.has(tag)) : [],
    removed: issued ? [...issued.passages.keys()].filter((tag) => !Object.hasOwn(all, tag)) : [],
    text: page.text,
  };
}

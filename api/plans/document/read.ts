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

const rowOf = /^([^/]+)\/([^/]+)\/([^/]+)$/;

/** Gives the cells of a row that was added in Word names of their own: it carries the tags of the row from which Word copied it. */
class AddedRows {
  private readonly seen = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** The tag of the first control that carries it; the second one of a row's cell belongs to a new row. */
  tagOf(tag: string, isIssued: boolean): string {
    const count = (this.seen.get(tag) ?? 0) + 1;
    this.seen.set(tag, count);
    const [, repeat, key, cell] = (count > 1 && isIssued && rowOf.exec(tag)) || [];
    return repeat && key && cell ? `${repeat}/${this.nameOf(repeat, `${repeat}/${key}/${count}`)}/${cell}` : tag;
  }

  private nameOf(repeat: string, copy: string): string {
    const known = this.names.get(copy);
    if (known) return known;
    const number = (this.counts.get(repeat) ?? 0) + 1;
    this.counts.set(repeat, number);
    this.names.set(copy, `new-${number}`);
    return `new-${number}`;
  }
}

/** The text of each control by tag. Where one tag stands in two places, the place where somebody changed it counts. */
function gather(controls: readonly FoundControl[], issued: Issued | null): Map<string, string> {
  const fields = new Map<string, string>();
  const rows = new AddedRows();
  for (const control of controls) {
    const tag = rows.tagOf(control.tag, issued?.passages.has(control.tag) ?? false);
    const before = fields.get(tag);
    if (before === undefined || before === issued?.passages.get(tag)?.text) fields.set(tag, control.text);
  }
  return fields;
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

const addedTag = /^[^/]+\/new-\d+\//;

function answer(page: ReturnType<typeof readText>, issued: Issued | null): ReadDocument {
  const all = gather(page.controls, issued);
  const passages = issued?.passages ?? new Map<string, IssuedPassage>();
  const repeats = new Set([...passages.keys()].map((tag) => tag.slice(0, Math.max(0, tag.indexOf('/')))));
  const isOurs = (tag: string): boolean => issued === null || passages.has(tag) || addedTag.test(tag);
  return {
    ok: true,
    linked: issued !== null,
    kind: issued?.kind ?? null,
    planId: issued?.planId ?? null,
    version: issued?.version ?? null,
    pupilCaseRef: issued?.caseRef ?? null,
    template: issued?.template ?? null,
    issuedAt: issued?.at ?? null,
    fields: Object.fromEntries([...all].filter(([tag]) => isOurs(tag))),
    issued: Object.fromEntries([...passages].map(([tag, passage]) => [tag, passage.text])),
    issuedPassages: Object.fromEntries(passages),
    sources: issued?.sources ?? [],
    unknownControls: page.controls.filter(({ tag }) => !isOurs(tag) && !repeats.has(tag)),
    removed: [...passages.keys()].filter((tag) => !all.has(tag)),
    text: page.text,
  };
}

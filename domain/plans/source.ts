import type { Day } from '#domain/calendar/day.ts';

/** A stored fact of the record: which row, which field, since when; `words` say it as a person would. */
export type RecordSource = {
  readonly kind: 'record';
  readonly id: string;
  readonly field: string;
  readonly on: Day;
  readonly words: string;
};

/** A document in the case folder, as it was when it was read: a later version of the file is another source. */
export type FileSource = {
  readonly kind: 'file';
  readonly driveItemId: string;
  readonly version: string;
  readonly name: string;
  readonly on: Day;
  readonly words: string;
};

export type Source = RecordSource | FileSource;

export type NumberedSource = { readonly number: number; readonly source: Source };

/** What a reader tells sources apart by: the words and the day; of a file its version too. The blocks keep each its own row and field. */
export function sourceKey(source: Source): string {
  const file = source.kind === 'file' ? `${source.driveItemId} ${source.version}` : '';
  return `${source.kind} ${file} ${source.on} ${source.words}`;
}

/**
 * Numbers the sources in the order in which a reader meets them, each once. The numbers stand in the text of the plan, in its
 * list of sources and in the pane, so all three take them from here.
 */
export function numberSources(passages: readonly { readonly sources: readonly Source[] }[]): {
  readonly sources: readonly NumberedSource[];
  readonly numbersOf: (sources: readonly Source[]) => readonly number[];
} {
  const numbers = new Map<string, NumberedSource>();
  for (const source of passages.flatMap((passage) => passage.sources)) {
    const key = sourceKey(source);
    if (!numbers.has(key)) numbers.set(key, { number: numbers.size + 1, source });
  }
  return {
    sources: [...numbers.values()],
    numbersOf: (sources) => [...new Set(sources.flatMap((source) => numbers.get(sourceKey(source))?.number ?? []))],
  };
}

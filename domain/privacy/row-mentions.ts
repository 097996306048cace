import type { NameChoice } from './record-text.ts';
import { type Mention, TAKEN_OUT, type ThirdParty } from './third-parties.ts';

/** Where in a row of a workbook somebody is named: the cell, and the stretch of its text. */
export type CellMention = Mention & { readonly cell: number };

/** Between cells, so that a name whose parts stand in cells of their own is one name: `Ayaan | Malik` and `Malik | Ayaan`. */
const JOINERS = ['\t', ', '];

/** The parts of a mention in a joined row, cell by cell. */
const partsOf = (mention: Mention, cells: readonly string[], joiner: string): CellMention[] => {
  let start = 0;
  return cells.flatMap((text, cell) => {
    const from = Math.max(mention.from - start, 0);
    const to = Math.min(mention.to - start, text.length);
    start += text.length + joiner.length;
    return to > from ? [{ party: mention.party, cell, from, to }] : [];
  });
};

/** Everyone named in a row, first to last, none overlapping; also where a name is parted over cells that stand side by side. */
export const rowMentions = (cells: readonly string[], find: (text: string) => readonly Mention[]): CellMention[] => {
  const kept: CellMention[] = [];
  for (const joiner of JOINERS)
    for (const mention of find(cells.join(joiner)))
      for (const part of partsOf(mention, cells, joiner))
        if (!kept.some(({ cell, from, to }) => cell === part.cell && from < part.to && part.from < to)) kept.push(part);
  return kept.sort((one, other) => one.cell - other.cell || one.from - other.from);
};

/** A row as it is handed over: names taken out cell by cell, or the whole row where somebody in it is withheld with the passage. */
export const redactedRow = (
  cells: readonly string[],
  mentions: readonly CellMention[],
  choiceOf: (party: ThirdParty) => NameChoice,
): readonly string[] => {
  if (mentions.some(({ party }) => choiceOf(party) === 'withhold')) return cells.map((text) => (text === '' ? '' : TAKEN_OUT));
  return cells.map((text, index) => {
    let [result, at] = ['', 0];
    for (const { cell, party, from, to } of mentions) {
      if (cell !== index || choiceOf(party) === 'keep') continue;
      result += text.slice(at, from) + TAKEN_OUT;
      at = to;
    }
    return result + text.slice(at);
  });
};

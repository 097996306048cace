import type { ExistingPlan, PlanLine } from '#contract/existing-plans.ts';

type Passage = PlanLine['passages'][number];
type Block = ExistingPlan['blocks'][number];

/** A stretch of the page that a line was made from, as percentages of the page. */
export type Mark = {
  readonly key: string;
  readonly number: number;
  readonly last: boolean;
  readonly style: Readonly<Record<'left' | 'top' | 'width' | 'height', string>>;
};

const percent = (part: number): string => `${(100 * part).toFixed(3)}%`;

/** The printed lines under a passage, the first and last cut to its own words. */
function stretches({ block, from, to }: Passage, blocks: readonly Block[]) {
  return (blocks[block]?.lines ?? [])
    .filter((line) => line.from < to && from < line.to)
    .map((line) => {
      const signs = Math.max(1, line.to - line.from);
      const [start, end] = [(Math.max(from, line.from) - line.from) / signs, (Math.min(to, line.to) - line.from) / signs];
      return { ...line.box, x: line.box.x + start * line.box.width, width: (end - start) * line.box.width };
    });
}

/** Where the lines of one page stand on it, each with the number it has in the list. */
export function marksOn(page: number, lines: readonly PlanLine[], blocks: readonly Block[]): readonly (Mark & { line: string })[] {
  return lines.flatMap((line, index) => {
    const boxes = line.passages.filter(({ block }) => blocks[block]?.page === page).flatMap((passage) => stretches(passage, blocks));
    return boxes.map((box, at) => ({
      key: `${line.id}-${at}`,
      line: line.id,
      number: index + 1,
      last: at === boxes.length - 1,
      style: { left: percent(box.x), top: percent(box.y), width: percent(box.width), height: percent(box.height) },
    }));
  });
}

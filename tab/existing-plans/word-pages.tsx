import { useEffect, useMemo, useRef } from 'react';
import type { ExistingPlan } from '#contract/existing-plans.ts';

type Props = { plan: ExistingPlan; current: string | null; onLine: (line: string) => void };
type Block = ExistingPlan['blocks'][number];
type Used = { readonly from: number; readonly to: number; readonly line: string; readonly number: number };

/** A Word plan as readable text: its headings, paragraphs, items and tables, with every passage used marked and numbered. */
export const WordPages = ({ plan, current, onLine }: Props) => {
  const used = useMemo(() => usedIn(plan), [plan]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lit = current ? place.current?.querySelector(`[data-line="${current}"]`) : null;
    lit?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const say = (index: number) => (
    <Said block={plan.blocks[index] as Block} used={used.get(index) ?? []} current={current} onLine={onLine} />
  );
  return (
    <div className="plan-desk">
      <div className="plan-sheet plan-text" ref={place}>
        {groupsOf(plan.blocks).map((group) =>
          group.kind === 'table' ? (
            <table key={group.first}>
              <tbody>
                {group.rows.map((row) => (
                  <tr key={row[0]?.[0]}>
                    {row.map((cell) => (
                      <td key={cell[0]}>
                        {cell.map((index) => (
                          <p key={index}>{say(index)}</p>
                        ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p key={group.first} className={`plan-text-${plan.blocks[group.first]?.look}`}>
              {say(group.first)}
            </p>
          ),
        )}
      </div>
    </div>
  );
};

const usedIn = ({ lines }: ExistingPlan): ReadonlyMap<number, readonly Used[]> => {
  const used = new Map<number, Used[]>();
  lines.forEach((line, index) => {
    for (const { block, from, to } of line.passages)
      used.set(
        block,
        [...(used.get(block) ?? []), { from, to, line: line.id, number: index + 1 }].sort((one, other) => one.from - other.from),
      );
  });
  return used;
};

type Group =
  | { readonly kind: 'block'; readonly first: number }
  | { readonly kind: 'table'; readonly first: number; readonly rows: readonly (readonly (readonly number[])[])[] };

/** Blocks as they stand: on their own, or gathered into the rows and cells of their table. */
function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const table = blocks[index]?.cell?.table;
    if (table === undefined) {
      groups.push({ kind: 'block', first: index });
      continue;
    }
    const first = index;
    const rows = new Map<number, Map<number, number[]>>();
    for (; blocks[index]?.cell?.table === table; index++) {
      const { row, column } = blocks[index]?.cell ?? { row: 0, column: 0 };
      const cells = rows.get(row) ?? new Map<number, number[]>();
      cells.set(column, [...(cells.get(column) ?? []), index]);
      rows.set(row, cells);
    }
    index -= 1;
    groups.push({
      kind: 'table',
      first,
      rows: [...rows.values()].map((row) => [...row].sort(([one], [other]) => one - other).map(([, held]) => held)),
    });
  }
  return groups;
}

/** A block's words, cut where passages begin and end. Where several lines share a passage, the chosen one's number shows. */
const Said = ({
  block,
  used,
  current,
  onLine,
}: {
  block: Block;
  used: readonly Used[];
  current: string | null;
  onLine: (line: string) => void;
}) => {
  const pieces: { text: string; use: Used | null }[] = [];
  let at = 0;
  for (const use of used) {
    const same = used.find((other) => other.from === use.from && other.line === current) ?? use;
    if (use.from < at) continue;
    if (use.from > at) pieces.push({ text: block.text.slice(at, use.from), use: null });
    pieces.push({ text: block.text.slice(use.from, use.to), use: same });
    at = use.to;
  }
  if (at < block.text.length) pieces.push({ text: block.text.slice(at), use: null });
  return (
    <>
      {pieces.map(({ text, use }) =>
        use ? (
          <button
            key={`${use.line}-${use.from}`}
            type="button"
            tabIndex={-1}
            data-line={use.line}
            className={use.line === current ? 'plan-words plan-words-lit' : 'plan-words'}
            onClick={() => onLine(use.line)}
          >
            {text}
            <sup>{use.number}</sup>
          </button>
        ) : (
          <span key={text}>{text}</span>
        ),
      )}
    </>
  );
};

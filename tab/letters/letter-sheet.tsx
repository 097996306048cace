import type { ComposedLetter, LetterBlock } from '#contract/letters.ts';

type Own = Readonly<Record<string, string>>;
type Pieces = Extract<LetterBlock, { kind: 'paragraph' }>['pieces'];

/** A letter as it will be printed, in the direction of its language. `own` holds what is being typed; fields still empty keep their place. */
export const LetterSheet = ({ letter, own }: { letter: ComposedLetter; own: Own }) => (
  <article className="letters-sheet" lang={letter.language} dir={letter.direction} aria-label="The letter as it will be printed">
    {letter.head.map((line) => (
      <p key={line} className="letters-head">
        <bdi>{line}</bdi>
      </p>
    ))}
    <h2>{letter.title}</h2>
    {letter.blocks.map((block, at) => (
      <Block key={keyOf(block, at)} block={block} own={own} />
    ))}
    {letter.unchecked.map((words, at) => (
      <p key={words} className="letters-unchecked" {...(at === 0 ? {} : { lang: 'en', dir: 'ltr' as const })}>
        {words}
      </p>
    ))}
  </article>
);

const keyOf = (block: LetterBlock, at: number): string => (block.kind === 'own' ? `own ${block.field}` : `${block.kind} ${at}`);

const Said = ({ pieces }: { pieces: Pieces }) =>
  pieces
    .map((piece, at) => ({ ...piece, key: `${at} ${piece.text}` }))
    .map(({ text, is, key }) => (is === 'fact' ? <bdi key={key}>{text}</bdi> : <span key={key}>{text}</span>));

const Note = ({ words }: { words: string | null }) => (words ? <p className="letters-note">{words}</p> : null);

const Block = ({ block, own }: { block: LetterBlock; own: Own }) => {
  switch (block.kind) {
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return (
        <p>
          <Said pieces={block.pieces} />
        </p>
      );
    case 'rows':
      return (
        <dl className="letters-rows">
          {block.rows.map(({ label, pieces }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Said pieces={pieces} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'quoted':
      return (
        <>
          <Note words={block.note} />
          <ul className="letters-quoted">
            {block.lines.map((line) => (
              <li key={line} dir="auto" lang="en">
                {line}
              </li>
            ))}
          </ul>
        </>
      );
    case 'table':
      return (
        <>
          <Note words={block.note} />
          <Rows head={block.head} rows={block.rows} />
        </>
      );
    case 'own':
      return <OwnWords text={own[block.field] ?? block.text} note={block.note} />;
    case 'ticks':
      return (
        <ul className="letters-ticks">
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'sign':
      return (
        <dl className="letters-sign">
          {block.labels.map((label) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd />
            </div>
          ))}
        </dl>
      );
    case 'gap':
      return (
        <p className="letters-gap">
          <bdi lang="en" dir="ltr">
            {block.words}
          </bdi>
        </p>
      );
    default:
      return block satisfies never;
  }
};

const OwnWords = ({ text, note }: { text: string; note: string | null }) => {
  if (!text.trim())
    return (
      <p className="letters-place">
        <bdi lang="en" dir="ltr">
          Your own words come here.
        </bdi>
      </p>
    );
  return (
    <>
      <Note words={note} />
      <div className="letters-own" dir="auto" lang="en">
        {text.split(/\n+/).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </>
  );
};

const Rows = ({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) => (
  <section className="letters-table" aria-label={head.join(', ')} dir="ltr" lang="en" {...{ tabIndex: 0 }}>
    <table>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, at) => (
              <td key={head[at]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

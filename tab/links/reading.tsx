import type { VisitPage } from '#contract/visits.ts';

/** A plan or minutes, as headings and paragraphs; it prints as it stands. */
export const Reading = ({ reading }: { reading: NonNullable<VisitPage['reading']> }) => (
  <article dir="auto">
    {reading.parts.map(({ heading, paragraphs }) => (
      <section key={heading}>
        <h2>{heading}</h2>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
    ))}
  </article>
);

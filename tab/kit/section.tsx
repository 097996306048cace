import type { ReactNode } from 'react';

type Props = {
  title: ReactNode;
  /** Counts or a sentence beside the title, in grey. */
  aside?: ReactNode;
  /** A link or button at the end of the head. */
  end?: ReactNode;
  children: ReactNode;
  className?: string;
  id?: string;
};

/** A white part of a page with its heading. */
export const Section = ({ title, aside, end, children, className, id }: Props) => (
  <section className={`wm-section ${className ?? ''}`} {...(id ? { id } : {})}>
    <div className="wm-section-head">
      <h2>{title}</h2>
      {aside ? <span className="wm-aside">{aside}</span> : null}
      {end ? <span className="wm-end">{end}</span> : null}
    </div>
    {children}
  </section>
);

import { type ReactNode, useEffect, useRef } from 'react';
import { headingTakesFocus } from './place.ts';

type Props = {
  title: string;
  /** Name of the window and of the announcement, where it says more than the heading. */
  windowTitle?: string;
  path?: ReactNode;
  aside?: ReactNode;
  beside?: ReactNode;
  below?: ReactNode;
  end?: ReactNode;
};

/** Heading of a page: path, `h1`, one grey line of counts, actions at the end. Focus comes here when the reader moves to the page. */
export const PageHeader = ({ title, windowTitle, path, aside, beside, below, end }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (headingTakesFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    document.title = `${windowTitle ?? title} · Waymark`;
  }, [title, windowTitle]);
  return (
    <header className="wm-page-header">
      <div className="wm-page-header-words">
        {path ? <div className="wm-path">{path}</div> : null}
        <div className="wm-page-title">
          <h1 tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {beside}
          {aside ? <p className="wm-page-aside">{aside}</p> : null}
        </div>
        {below ? <p className="wm-page-below">{below}</p> : null}
      </div>
      {end ? <div className="wm-page-end">{end}</div> : null}
    </header>
  );
};

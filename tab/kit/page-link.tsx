import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import { classesOf } from './classes.ts';
import { go } from './place.ts';

type Props = {
  to: string;
  children: ReactNode;
  className?: string;
  tabIndex?: number;
  style?: CSSProperties;
  'aria-label'?: string;
  'aria-current'?: 'page';
};

const plainPress = (event: MouseEvent) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** A link to a page of the tab: a real address, so that it can be opened beside or copied, followed without loading anew. */
export const PageLink = ({ to, children, className, ...rest }: Props) => (
  <a
    href={to}
    className={className?.includes('wm-tab') ? className : classesOf('wm-link', className)}
    onClick={(event) => {
      if (!plainPress(event)) return;
      event.preventDefault();
      go(to);
    }}
    {...rest}
  >
    {children}
  </a>
);

/** A link that opens something over the page, such as the explanation of a date. */
export const PressLink = ({
  onPress,
  children,
  className,
  tabIndex,
}: {
  onPress: () => void;
  children: ReactNode;
  className?: string;
  tabIndex?: number;
}) => (
  <button type="button" className={classesOf('wm-link wm-press-link', className)} onClick={onPress} tabIndex={tabIndex}>
    {children}
  </button>
);

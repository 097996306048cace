import { useModalAttributes } from '@fluentui/react-components';

/**
 * Fluent's keeper of focus hides the page from screen readers while a dialogue is open, and goes when the last thing that uses it is gone:
 * were that the dialogue itself, the page would stay hidden for good. So one user of it stays.
 */
export const FocusKeeper = () => {
  useModalAttributes();
  return null;
};

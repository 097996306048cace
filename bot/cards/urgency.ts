import type { Urgency } from '#contract/fields.ts';

/** Late is red, near is orange and bold; the words beside it say the same. */
export const urgencyColour = (urgency: Urgency | undefined) => {
  if (urgency === 'late') return { color: 'attention', weight: 'bolder' } as const;
  if (urgency === 'near') return { color: 'warning', weight: 'bolder' } as const;
  return urgency === 'soon' ? ({ weight: 'bolder' } as const) : {};
};

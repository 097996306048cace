import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Urgency } from '#contract/fields.ts';

const icons = { late: ErrorCircleFilled, near: WarningFilled, good: CheckmarkCircleFilled, info: InfoRegular } as const;

const iconOf = (urgency: Urgency) => (urgency in icons ? icons[urgency as keyof typeof icons] : null);

/** Only the sign; it is always beside words that say the same, so it has no name of its own. */
export const UrgencyIcon = ({ urgency }: { urgency: Urgency }) => {
  const Icon = iconOf(urgency);
  return Icon ? <Icon className={`wm-mark-icon wm-mark-icon-${urgency}`} aria-hidden /> : null;
};

/** A status in words with its sign: late red and bold, near orange and bold, soon bold, later plain. Colour only helps. */
export const UrgencyMark = ({ urgency, children, quiet }: { urgency: Urgency; children: ReactNode; quiet?: boolean }) => (
  <span className={`wm-mark wm-mark-${urgency}${quiet ? ' wm-mark-quiet' : ''}`}>
    <UrgencyIcon urgency={urgency} />
    <span className="wm-mark-words">{children}</span>
  </span>
);

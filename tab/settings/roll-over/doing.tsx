import { Button } from '@fluentui/react-components';
import type { Address } from '#contract/addresses.ts';

type Deed = Extract<Address, 'settleMoves' | 'chooseTeacher' | 'carryOutRollOver' | 'undoRollOver'>;
/** Does one thing about the step and shows what stands then; answers whether it was done. */
export type Doing = (deed: Deed, ask: { path?: Record<string, string>; body: object }, said: string) => Promise<boolean>;

/** A plain button of this page. */
export const SmallButton = ({ children, ...rest }: { children: string; disabled: boolean; onClick: () => void }) => (
  <Button size="small" {...rest}>
    {children}
  </Button>
);

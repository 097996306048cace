import type { ReactNode } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { Section } from '../../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../../kit/states.tsx';

type Props<T> = {
  title: string;
  asked: { readonly answer: T | undefined; readonly failed: CallFailed | undefined; readonly again: () => void };
  children: (answer: T) => ReactNode;
};

/** A part of a page that lives on an answer of its own: on its way, failed with the rest still usable, here. */
export const AnswerPart = <T,>({ title, asked: { answer, failed, again }, children }: Props<T>) => {
  if (answer) return <>{children(answer)}</>;
  return <Section title={title}>{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows rows={3} />}</Section>;
};

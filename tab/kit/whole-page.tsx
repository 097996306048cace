import type { ReactNode } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PageHeader } from './page-header.tsx';
import { FailedBar, SkeletonRows, StaleBar } from './states.tsx';

type Props<T> = {
  title: string;
  asked: { readonly answer: T | undefined; readonly failed: CallFailed | undefined; readonly asOf: string; readonly again: () => void };
  children: (answer: T, stale: boolean) => ReactNode;
};

/**
 * A page that lives on one answer, in all its states: on its way, failed, not found or not the reader's, shown from the last visit, here.
 * `children` is handed `stale` so that what changes something can be shut.
 */
export const WholePage = <T,>({ title, asked, children }: Props<T>) => {
  const { answer, failed, asOf, again } = asked;
  if (failed && [403, 404].includes(failed.problem.status)) return <NotFoundPage />;
  if (answer) {
    return (
      <>
        {failed ? <StaleBar asOf={asOf} again={again} /> : null}
        {children(answer, failed !== undefined)}
      </>
    );
  }
  return (
    <div className="wm-page">
      <PageHeader title={title} />
      <section className="wm-section">{failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows />}</section>
    </div>
  );
};

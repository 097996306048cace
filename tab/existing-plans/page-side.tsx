import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { ExistingPlan } from '#contract/existing-plans.ts';
import { SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useElementWidth } from '../kit/use-element-width.ts';
import { marksOn } from './highlight.ts';
import { WordPages } from './word-pages.tsx';

const PdfPage = lazy(() => import('./pdf-page.tsx').then((module) => ({ default: module.PdfPage })));

type Props = {
  plan: ExistingPlan;
  page: number;
  current: string | null;
  onPage: (page: number) => void;
  onLine: (line: string) => void;
};

/** The plan's own page with every passage used marked and numbered; the passage of the chosen line is lit. */
export const PageSide = ({ plan, page, current, onPage, onLine }: Props) => {
  const count = Math.max(1, plan.pages.length);
  return (
    <section className="wm-section plan-side" aria-label="The plan’s own page">
      <div className="wm-section-head">
        <h2 className="plan-file">{plan.name}</h2>
        {plan.form === 'pdf' ? (
          <span className="wm-end plan-turn">
            page {page} of {count}
            <Button
              size="small"
              appearance="transparent"
              icon={<ArrowLeftRegular />}
              aria-label="Page before"
              disabled={page <= 1}
              onClick={() => onPage(page - 1)}
            />
            <Button
              size="small"
              appearance="transparent"
              icon={<ArrowRightRegular />}
              aria-label="Next page"
              disabled={page >= count}
              onClick={() => onPage(page + 1)}
            />
          </span>
        ) : null}
      </div>
      {plan.form === 'pdf' ? (
        <PdfSheet plan={plan} page={page} current={current} onLine={onLine} />
      ) : (
        <WordPages plan={plan} current={current} onLine={onLine} />
      )}
    </section>
  );
};

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

const PdfSheet = ({ plan, page, current, onLine }: Omit<Props, 'onPage'>) => {
  const { answer, failed } = useAnswer('existingPlanFile', { plan: plan.id });
  const bytes = useMemo(() => (answer ? bytesOf(answer.base64) : null), [answer]);
  const [place, width] = useElementWidth(200);
  const marks = useMemo(() => marksOn(page, plan.lines, plan.blocks), [page, plan.lines, plan.blocks]);
  useEffect(() => {
    if (current && page > 0) place.current?.querySelector(`[data-line="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current, page, place]);
  const size = plan.pages[page - 1] ?? { width: 595, height: 842 };
  return (
    <div className="plan-desk">
      <div className="plan-sheet" ref={place} style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        {failed && !answer ? <p className="plan-no-page">{failed.message}</p> : null}
        <Suspense fallback={<SkeletonRows />}>
          {bytes ? <PdfPage bytes={bytes} page={page} width={width} label={`Page ${page} of ${plan.name}`} /> : null}
        </Suspense>
        {marks.map((mark) => (
          <button
            key={mark.key}
            type="button"
            tabIndex={-1}
            data-line={mark.line}
            className={mark.line === current ? 'plan-mark plan-mark-lit' : 'plan-mark'}
            style={mark.style}
            aria-label={`Passage of line ${mark.number}`}
            onClick={() => onLine(mark.line)}
          >
            {mark.last ? <sup>{mark.number}</sup> : null}
          </button>
        ))}
      </div>
    </div>
  );
};

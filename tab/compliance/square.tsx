import type { Mark } from '#contract/compliance.ts';

const inside: Readonly<Record<Mark, string>> = {
  met: 'M2.6 5.6 4.6 7.6 8.4 3.4',
  'met-late': 'M2.6 8.4 8.4 2.6',
  late: 'M3.2 3.2 7.8 7.8 M7.8 3.2 3.2 7.8',
  due: '',
  forecast: '',
};

/** One clock as a square: shape and line tell what colour only repeats. */
export const Square = ({ mark }: { mark: Mark }) => (
  <svg className={`compliance-square compliance-${mark}`} viewBox="0 0 11 11" width="11" height="11" aria-hidden>
    <rect x="0.75" y="0.75" width="9.5" height="9.5" rx="2" />
    {inside[mark] ? <path d={inside[mark]} /> : null}
  </svg>
);

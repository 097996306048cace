import type { ReactNode } from 'react';
import type { VisitDoor } from '#contract/visits.ts';
import type { Words } from './words.ts';

type Props = {
  words: Words;
  school: VisitDoor['school'] | null;
  /** The other language one can read this in; null where there is one only. */
  other: Words | null;
  onOther: () => void;
  children: ReactNode;
};

/** One column: the school's name at the top, never ours; whom to ring at the foot. */
export const VisitFrame = ({ words, school, other, onOther, children }: Props) => (
  <>
    <header className="visit-head">
      <bdi className="visit-school">{school?.name ?? ''}</bdi>
      {other ? (
        <button type="button" className="visit-link" lang={other.lang} onClick={onOther}>
          {other.name}
        </button>
      ) : null}
    </header>
    <main className="visit-main">
      {words.unchecked ? <p className="visit-quiet">{words.unchecked}</p> : null}
      {children}
    </main>
    {school ? (
      <footer className="visit-foot">
        {words.askPhone(school.person)}
        {school.telephone ? (
          <>
            ,{' '}
            <a href={`tel:${school.telephone.replace(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{school.telephone}</bdi>
            </a>
          </>
        ) : null}
      </footer>
    ) : null}
  </>
);

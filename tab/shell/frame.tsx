import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { lazy, type ReactNode, Suspense } from 'react';
import { FindPupil } from '../kit/find-pupil.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { TabWords } from '../kit/tabs.tsx';
import { useWidth } from '../kit/use-width.ts';
import { type PageName, pageTitles } from './pages.ts';

const PageMenu = lazy(() => import('./page-menu.tsx').then((module) => ({ default: module.PageMenu })));

type Props = {
  pages: readonly PageName[];
  page: PageName | null;
  /** Null until someone is signed in: the row is drawn at once, its tools come with the reader. */
  tools: { readonly onLog: () => void; readonly onFind: () => void } | null;
  /** In a browser of its own; inside Teams one signs out of Teams. */
  onSignOut?: (() => void) | null;
  children: ReactNode;
};

/** One row of 44 px above every page: pages at the start, *Find a pupil or case* and *Log* at the end. */
export const Frame = ({ pages, page, tools, onSignOut = null, children }: Props) => {
  const narrow = useWidth() === 'narrow';
  return (
    <div className="wm-frame">
      <nav className="wm-row" aria-label="Pages">
        {narrow ? (
          <Suspense fallback={<span className="wm-row-page">{page ? pageTitles[page] : ''}</span>}>
            <PageMenu pages={pages} page={page} onSignOut={onSignOut} />
          </Suspense>
        ) : (
          <div className="wm-row-pages">
            {pages.map((name) => (
              <PageLink key={name} to={`/tab/${name}`} className="wm-tab" {...(name === page ? { 'aria-current': 'page' as const } : {})}>
                <TabWords words={pageTitles[name]} />
              </PageLink>
            ))}
          </div>
        )}
        <div className="wm-row-end">
          {tools ? (
            <>
              <FindPupil
                label="Find a pupil or case"
                className="wm-row-find"
                collapsed={narrow ? tools.onFind : null}
                onChoose={(pupil) => go(`/tab/pupil/${pupil.id}`)}
              />
              <Button size="small" icon={<AddRegular />} onClick={tools.onLog}>
                Log
              </Button>
            </>
          ) : null}
          {onSignOut && !narrow ? (
            <Button size="small" appearance="transparent" onClick={onSignOut}>
              Sign out
            </Button>
          ) : null}
        </div>
      </nav>
      <main className="wm-main" id="page">
        {children}
      </main>
    </div>
  );
};

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Answers } from '../kit/answers.ts';
import { go, usePlace } from '../kit/place.ts';
import { type LogStart, type Reach, ReachProvider } from '../kit/reach.ts';
import { FailedBar } from '../kit/states.tsx';
import type { Arrival } from './arrive.ts';
import { Frame } from './frame.tsx';
import { announce, Live } from './live.tsx';
import { namesNoPage } from './pages.ts';
import { PageAt, PageOnItsWay, routeOf } from './router.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useTouched } from './use-touched.ts';

const ClockDrawer = lazy(() => import('../clocks/clock-drawer.tsx').then((module) => ({ default: module.ClockDrawer })));
const LogDialog = lazy(() => import('../pupil/log-dialog.tsx').then((module) => ({ default: module.LogDialog })));
const ChaserDialog = lazy(() => import('../compliance/chaser-dialog.tsx').then((module) => ({ default: module.ChaserDialog })));
const KeysDialog = lazy(() => import('./keys-dialog.tsx').then((module) => ({ default: module.KeysDialog })));
const FocusKeeper = lazy(() => import('./focus-keeper.tsx').then((module) => ({ default: module.FocusKeeper })));
const FindDialog = lazy(() => import('./find-dialog.tsx').then((module) => ({ default: module.FindDialog })));

/** What lies over the page: one thing at a time, closed by Esc. */
type Over =
  | { readonly what: 'clock'; readonly clock: string }
  | { readonly what: 'log'; readonly start: LogStart }
  | { readonly what: 'chaser'; readonly clock: string }
  | { readonly what: 'keys' }
  | { readonly what: 'find' };

type Entered = Exclude<Arrival, { how: 'at-the-door' }>;

const openInWindow = (address: string) => {
  window.open(address, '_blank', 'noopener');
};

/** Everything after signing in: who is reading, the row of pages, the page, and what opens over it. */
export const Inside = ({ arrival }: { arrival: Entered }) => {
  const answers = useMemo(() => new Answers(arrival.call), [arrival.call]);
  const [over, setOver] = useState<Over | null>(null);
  const opener = useRef<Element | null>(null);
  const { path } = usePlace();
  const touched = useTouched();
  const host = arrival.how === 'teams' ? arrival.host : null;
  const known = useSyncExternalStore(answers.watch, () => answers.peek('me'));
  const me = known.answer;

  useEffect(() => {
    if (host?.subPage) go(host.subPage, { replace: true });
    const first = routeOf(window.location.pathname)?.first;
    void answers.ask('me');
    if (first) void answers.ask(first);
  }, [answers, host]);

  // a first visit that names no page goes to the first this person may open: Today for most, Settings for an administrator
  const firstPage = me?.pages[0];
  useEffect(() => {
    if (firstPage && namesNoPage(path)) go(`/tab/${firstPage}`, { replace: true });
  }, [firstPage, path]);

  const open = useCallback((next: Over) => {
    opener.current = document.activeElement;
    setOver(next);
  }, []);
  const close = useCallback(() => {
    setOver(null);
    const back = opener.current;
    // after the surface has let go of focus
    setTimeout(() => back instanceof HTMLElement && back.isConnected && back.focus(), 0);
  }, []);

  const reach = useMemo<Reach | null>(
    () =>
      me
        ? {
            answers,
            me,
            explain: (clock) => open({ what: 'clock', clock }),
            log: (start = {}) => open({ what: 'log', start }),
            chase: (clock) => open({ what: 'chaser', clock }),
            announce,
            openOutside: host?.openOutside ?? openInWindow,
            wordRoom: arrival.config.teamsRoom ? arrival.config.teamsRoom.replace(/\/rooms\/teams.*$/, '/rooms/word') : null,
          }
        : null,
    [answers, me, open, host, arrival.config],
  );
  const signOut = arrival.how === 'browser' ? () => void arrival.signOut() : null;
  const pages = me?.pages ?? [];
  /** An administrator opens no record, so there is nobody to find or to log about. */
  const seesPupils = pages.includes('caseload');
  const pupilHere = /^\/tab\/pupil\/([0-9a-f-]{36})/.exec(path)?.[1];
  const logHere = () => open({ what: 'log', start: pupilHere ? { pupil: pupilHere } : {} });
  useShortcuts(reach ? { log: logHere, help: () => open({ what: 'keys' }), find: () => open({ what: 'find' }), pages } : null);

  const route = routeOf(path);
  const page = reach ? (
    <PageAt path={path} />
  ) : known.failed ? (
    <div className="wm-page">
      <section className="wm-section">
        <FailedBar failed={known.failed} again={() => void answers.ask('me')} />
      </section>
    </div>
  ) : (
    <PageOnItsWay title={route?.title ?? 'Waymark'} />
  );
  if (!reach) {
    return (
      <Frame pages={route ? [route.of] : []} page={route?.of ?? null} tools={null} onSignOut={signOut}>
        {page}
      </Frame>
    );
  }
  return (
    <ReachProvider value={reach}>
      {host?.sidePanel ? (
        <main className="wm-main wm-side-panel" id="page">
          {page}
        </main>
      ) : (
        <Frame
          pages={pages}
          page={route?.of ?? null}
          tools={seesPupils ? { onLog: logHere, onFind: () => open({ what: 'find' }) } : null}
          onSignOut={signOut}
        >
          {page}
        </Frame>
      )}
      <Suspense fallback={null}>{touched ? <FocusKeeper /> : null}</Suspense>
      <Suspense fallback={null}>
        {over?.what === 'clock' ? <ClockDrawer clock={over.clock} onClose={close} /> : null}
        {over?.what === 'log' ? <LogDialog start={over.start} onClose={close} /> : null}
        {over?.what === 'chaser' ? <ChaserDialog clock={over.clock} onClose={close} /> : null}
        {over?.what === 'keys' ? <KeysDialog onClose={close} /> : null}
        {over?.what === 'find' ? <FindDialog onClose={close} /> : null}
      </Suspense>
      <Live />
    </ReachProvider>
  );
};

import { createRoot } from 'react-dom/client';
import '../kit/kit.css';
import { App } from './app.tsx';
import { Caught } from './caught.tsx';
import { routeOf } from './router.tsx';
import { firstTheme, loadTheme } from './themes.ts';

// the page's code starts to travel while Teams is still being asked who is there
void routeOf(window.location.pathname)?.load();

const root = document.getElementById('waymark');
// not awaited: this module and the themes stand on the same first chunk, which could never come to its end while it waits for them
if (root)
  void loadTheme(firstTheme()).then((first) =>
    createRoot(root).render(
      <Caught>
        <App first={first} />
      </Caught>,
    ),
  );

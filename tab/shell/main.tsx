import { createRoot } from 'react-dom/client';
import '../kit/kit.css';
import { App } from './app.tsx';
import { Caught } from './caught.tsx';
import { routeOf } from './router.tsx';
import { firstTheme, loadTheme } from './themes.ts';

// the page's code starts to travel while Teams is still being asked who is there
void routeOf(window.location.pathname)?.load();

const root = document.getElementById('waymark');
if (root) {
  const first = await loadTheme(firstTheme());
  createRoot(root).render(
    <Caught>
      <App first={first} />
    </Caught>,
  );
}

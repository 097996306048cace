import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Access } from '#contract/access.ts';
import { Section } from '../kit/section.tsx';
import type { AccessChange } from './use-access-change.ts';

const PaperDialog = lazy(() => import('../kit/paper-dialog.tsx').then((module) => ({ default: module.PaperDialog })));
const LinkDialog = lazy(() => import('./link-dialog.tsx').then((module) => ({ default: module.LinkDialog })));

const OPENS: readonly string[] = ['being-sent', 'to-print', 'open', 'answered'];

/** Links that were sent to people without an account; each ends by itself and can be withdrawn. */
export const Links = ({ access, change, may }: { access: Access; change: AccessChange; may: boolean }) => {
  const [sending, setSending] = useState(false);
  const [onPaper, setOnPaper] = useState('');
  const paper = access.links.find(({ id }) => id === onPaper);
  return (
    <Section
      title="Links"
      aside="for people without an account"
      end={
        may ? (
          <Button size="small" onClick={() => setSending(true)}>
            Send a link
          </Button>
        ) : null
      }
    >
      {access.links.length === 0 ? <p className="access-none">No link has been sent.</p> : null}
      <ul className="wm-list">
        {access.links.map((link) => (
          <li key={link.id} className="access-line">
            <div>
              <strong>{link.to}</strong> {link.what}
              <p className="wm-second">
                {link.stateWords} · {link.sentWords}
              </p>
            </div>
            {may && link.way === 'letter' && OPENS.includes(link.state) ? (
              <Button size="small" aria-label={`Letter and code for ${link.to}`} onClick={() => setOnPaper(link.id)}>
                Letter and code
              </Button>
            ) : null}
            {may && OPENS.includes(link.state) ? (
              <Button
                size="small"
                disabled={change.busy}
                aria-label={`Withdraw the link to ${link.to}`}
                onClick={() => change.send('withdrawLink', { path: { link: link.id } }, `Link to ${link.to} withdrawn`)}
              >
                Withdraw
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {sending ? <LinkDialog access={access} change={change} onClose={() => setSending(false)} /> : null}
        {paper ? <PaperDialog pupil={access.pupil.id} link={paper} onClose={() => setOnPaper('')} /> : null}
      </Suspense>
    </Section>
  );
};

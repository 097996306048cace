import { useEffect, useState } from 'react';
import type { VisitDoor, VisitPage } from '#contract/visits.ts';
import { languageNamed } from '#domain/letters/language.ts';
import { CodeDoor } from './code-door.tsx';
import { KeyDoor } from './key-door.tsx';
import { ask, forgetVisit, isTrouble, keepVisit, keptVisit } from './visit-calls.ts';
import { VisitFrame } from './visit-frame.tsx';
import { Visited } from './visited.tsx';
import type { Words } from './words.ts';
import { english } from './words-en.ts';

type Where =
  | { readonly at: 'loading' }
  | { readonly at: 'no-key' }
  | { readonly at: 'away'; readonly words: 'notFound' | 'noConnection' }
  | { readonly at: 'door'; readonly door: VisitDoor; readonly ranOut: boolean }
  | { readonly at: 'page'; readonly door: VisitDoor | null; readonly visit: string; readonly page: VisitPage };

/** Other languages come when they are wanted; one that we do not have is English. */
const wordsFor = async (language: string | null): Promise<Words> => {
  switch (languageNamed(language)) {
    case 'es':
      return (await import('./words-es.ts')).spanish;
    case 'cy':
      return (await import('./words-cy.ts')).welsh;
    case 'pl':
      return (await import('./words-pl.ts')).polish;
    case 'ur':
      return (await import('./words-ur.ts')).urdu;
    case 'ar':
      return (await import('./words-ar.ts')).arabic;
    default:
      return english;
  }
};

/** A page for somebody without an account: who comes from a letter types its key first; then door, code, and what the one link is for. */
export const VisitApp = ({ token: inAddress }: { token: string }) => {
  const [token, setToken] = useState(inAddress);
  const [where, setWhere] = useState<Where>({ at: 'loading' });
  const [own, setOwn] = useState<Words>(english);
  const [inEnglish, setInEnglish] = useState(false);
  const words = inEnglish ? english : own;

  useEffect(() => {
    void arrive(token).then(async (found) => {
      const language = found.at === 'door' ? found.door.language : found.at === 'page' ? found.page.language : null;
      setOwn(await wordsFor(language));
      setWhere(found);
    });
  }, [token]);
  useEffect(() => {
    document.documentElement.lang = words.lang;
    document.documentElement.dir = words.dir;
  }, [words]);

  const ranOut = () => {
    forgetVisit();
    void openDoor(token, true).then(setWhere);
  };
  const school = where.at === 'door' ? where.door.school : where.at === 'page' ? where.page.school : null;
  document.title = school?.name ?? 'A message from the school';
  return (
    <VisitFrame
      words={words}
      school={school}
      other={own.lang === english.lang ? null : inEnglish ? own : english}
      onOther={() => setInEnglish(!inEnglish)}
    >
      {where.at === 'loading' ? (
        <p role="status" className="visit-quiet">
          {words.loading}
        </p>
      ) : null}
      {where.at === 'no-key' ? (
        <KeyDoor
          words={words}
          onDoor={(typed) => {
            setWhere({ at: 'loading' });
            setToken(typed);
          }}
        />
      ) : null}
      {where.at === 'away' ? <h1 className="visit-plain">{words[where.words]}</h1> : null}
      {where.at === 'door' && where.door.state === 'ended' ? <h1 className="visit-plain">{words.ended}</h1> : null}
      {where.at === 'door' && where.door.state === 'code-needed' ? (
        <CodeDoor
          token={token}
          door={where.door}
          ranOut={where.ranOut}
          words={words}
          onIn={(visit, page) => {
            keepVisit(token, visit);
            setWhere({ at: 'page', door: where.door, visit, page });
          }}
        />
      ) : null}
      {where.at === 'page' ? (
        <Visited
          token={token}
          visit={where.visit}
          page={where.page}
          words={words}
          onPage={(page) => setWhere({ ...where, page })}
          onRunOut={ranOut}
        />
      ) : null}
    </VisitFrame>
  );
};

/** Where a visitor stands on arrival: in a visit that has begun, at the door, or nowhere. */
const arrive = async (token: string): Promise<Where> => {
  const visit = keptVisit(token);
  if (visit) {
    const page = await ask('page', { token, visit });
    if (!isTrouble(page)) return { at: 'page', door: null, visit, page };
    forgetVisit();
  }
  return openDoor(token, false);
};

const openDoor = async (token: string, ranOut: boolean): Promise<Where> => {
  if (!token) return { at: 'no-key' };
  const door = await ask('open', { token });
  if (!isTrouble(door)) return { at: 'door', door, ranOut };
  return { at: 'away', words: door.trouble.status === 0 || door.trouble.status >= 500 ? 'noConnection' : 'notFound' };
};

import type { ActionOf } from '#contract/card-actions.ts';
import { button } from '../cards/card.ts';
import { contactsCard } from '../cards/contacts-card.ts';
import { type LogTyped, logCard } from '../cards/log-card.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { type Answer, type Turn, Unclear } from '../turn.ts';
import { goOn, whichPupil } from './find-pupil.ts';
import { samePress } from './same-press.ts';

/** `who to contact Amina`: family and team; who must not be reached stands first. */
export const contactsByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const which = await whichPupil(turn, rest.replace(/^(?:about|for|of) /i, ''), goOn('contacts'));
  return 'ask' in which ? which.ask : showContacts(turn, which.pupil.id);
};

export const showContacts = async (turn: Turn, pupil: string): Promise<Answer> => {
  const page = await turn.casework.openPupil(turn.actor, { pupil });
  return {
    kind: 'own',
    card: contactsCard(page, turn.tabLink({ pupil })),
    title: page.caseRef ? `Who to contact, ${page.caseRef}` : 'Who to contact',
    look: { verb: 'contacts', pupil },
  };
};

/** `log Amina: call with mother, happy with the new timetable` saves; with less it asks for what is missing. */
export const logByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const [, name = '', said = ''] = /^([^:,]*)[:,]?\s*(.*)$/s.exec(rest) ?? [];
  const which = await whichPupil(turn, name.replace(/^(?:a )?(?:call |note |visit )?(?:about|for|on) /i, '').trim(), goOn('log'));
  if ('ask' in which) return which.ask;
  const pupil = which.pupil.id;
  const kind = kindIn(said);
  if (!kind || turn.chat.kind === 'group') return askForLog(turn, pupil, { words: said || undefined, kind: kind ?? 'call' });
  return saveLog(turn, { verb: 'save-log', pupil, request: turn.request(), kind, words: said });
};

export const askForLog = async (turn: Turn, pupil: string, typed: LogTyped = {}, missing?: string): Promise<Answer> => {
  const page = await turn.casework.openPupil(turn.actor, { pupil });
  return {
    kind: 'own',
    card: logCard(page, turn.today, turn.request(), typed, missing),
    title: page.caseRef ? `Log, ${page.caseRef}` : 'Log',
    look: { verb: 'log', pupil },
  };
};

/** Saves what was typed; what is missing is asked for with everything else kept. */
export const saveLog = async (turn: Turn, press: ActionOf<'save-log'>): Promise<Answer> => {
  const { pupil, request, kind = 'note', on = turn.today, words, contact, promise, promiseDue } = press;
  if (!words) return askForLog(turn, pupil, press, 'Write what was said or seen.');
  if (promise && !promiseDue) return askForLog(turn, pupil, press, 'A promise needs its date.');
  if (!promise && promiseDue) return askForLog(turn, pupil, press, 'Write what was promised, or take the date away.');
  if (on > turn.today) throw new Unclear('That day has not come yet.');
  const logged = await turn.casework.log(turn.actor, {
    pupil,
    request: samePress(request, kind, words),
    kind,
    on,
    words,
    ...(contact && { contact }),
    ...(promise && promiseDue && { promise, promiseDue }),
  });
  return {
    kind: 'own',
    card: noticeCard('Logged', logged.words, button('Log another', { verb: 'log', pupil })),
    title: 'Logged',
    look: { verb: 'log', pupil },
  };
};

/** The kind that the first word of an entry names. */
const kindIn = (said: string): ActionOf<'save-log'>['kind'] => {
  const first = /^\p{L}+/u.exec(said.toLowerCase())?.[0] ?? '';
  if (['call', 'called', 'rang', 'phoned', 'spoke'].includes(first)) return 'call';
  if (['email', 'emailed', 'message', 'texted', 'wrote'].includes(first)) return 'message';
  if (['saw', 'observed', 'observation'].includes(first)) return 'observation';
  if (['visit', 'visited'].includes(first)) return 'visit';
  return first === 'note' ? 'note' : undefined;
};

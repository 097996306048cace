import type { Scene } from '#tests/gallery/screen.ts';
import type { Story } from './story.ts';

/** A review that is being recorded; `finish` goes to the end of the agenda and closes it. */
export type HeldReview = { readonly meeting: string; finish(): Promise<void> };

const DURING_THE_REVIEW = '2026-12-08T14:02:00Z';
const TOWARDS_ITS_END = '2026-12-08T14:54:00Z';
const DECISIONS = [
  ['decision', 'Ayaan stays at Hollin Bank in Year 10; the plan is kept and Section F amended.'],
  ['view', '“I like the card because nobody asks me why. I want to see the college where my cousin does cars.”', 'Ayaan Malik'],
] as const;

const request = (): string => crypto.randomUUID();

/** Books Ayaan's review, moves on to its day, and records the first items, so that there is something to see. */
export const heldReview = async (story: Story, { call, review }: Scene): Promise<HeldReview> => {
  const path = { meeting: review };
  const proposal = await call('proposal', { path });
  await call('book', { path, body: { slot: proposal.slots[0]?.id ?? '', version: proposal.version, agreed: 'phone' } });
  await story.suite.moveOnTo(DURING_THE_REVIEW);
  let meeting = await call('start', { path, body: { request: request() } });
  const named = (name: string) => meeting.people.find((person) => person.name.startsWith(name));
  const here = meeting.people.map(({ id, name }) => ({
    id,
    attended: /Kirsty|Joanna|Dawn/.test(name) ? ('online' as const) : ('present' as const),
  }));
  await call('attendance', { path, body: { request: request(), people: here } });
  await call('nextItem', { path, body: { request: request() } });
  for (const [kind, words, saidBy] of DECISIONS)
    meeting = await call('entry', { path, body: { request: request(), kind, words, ...(saidBy ? { saidBy } : {}) } });
  const tomasz = meeting.owners.find(({ name }) => name === 'Tomasz Zieliński');
  const ruth = meeting.owners.find(({ name }) => name === 'Ruth Okafor');
  const action = (words: string, owner: string | undefined, due: string) =>
    call('entry', { path, body: { request: request(), kind: 'action', words, ...(owner ? { owner } : {}), due } });
  await action('Put a break card into every room that 9 B uses.', tomasz?.id, '2026-12-18');
  if (!named('Ruth')) throw new Error('the coordinator is not among those invited');
  return {
    meeting: review,
    finish: async () => {
      await story.suite.moveOnTo(TOWARDS_ITS_END);
      await action('Ask the college for a visit in spring, with Ayaan and his mother.', ruth?.id, '2027-01-15');
      const { agenda, currentItem } = await call('meeting', { path });
      for (let item = currentItem ?? 0; item < agenda.length - 1; item += 1) await call('nextItem', { path, body: { request: request() } });
      await call('finish', { path, body: { request: request() } });
    },
  };
};

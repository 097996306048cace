import { visits } from '#api/links/visits.ts';
import { type AyaansCase, ayaansCase } from '#tests/api/meetings/a-case.ts';
import { runQueue } from '#tests/api/meetings/queue.ts';

/** Ayaan's case with what his family does by link: letters arrive, links are opened, codes are typed. */
export type FamilyStory = AyaansCase & {
  readonly visits: ReturnType<typeof visits>;
  /** Lets the queue send what waits. */
  post(): Promise<string[]>;
  /** The token of the newest letter with a link. */
  token(): string;
  /** The code of the newest letter with one. */
  code(): string;
  /** Asks for a code, reads it out of the letter and types it; answers what opens. */
  enter(token?: string): Promise<{ token: string; visit: string }>;
};

/** A code as the letters of the families here say it: in English or in Urdu. */
const CODE = /(?:Your code is|آپ کا کوڈ یہ ہے:) \u2068?(\d{6})/;

export const familyStory = async (): Promise<FamilyStory> => {
  const story = await ayaansCase();
  const { world, graph } = story;
  const made = visits(world.parts);
  const newest = (of: RegExp): string => {
    const found = graph.letters.map(({ text }) => of.exec(text)?.[1]).filter((one) => one !== undefined);
    return found.at(-1) ?? '';
  };
  const post = () => runQueue(world, ['send-link', 'send-link-code']);
  const token = () => newest(/\/link\/#(\S+)/);
  const code = () => newest(CODE);
  const enter = async (given = token()) => {
    await made.code({ token: given });
    await post();
    const { visit } = await made.enter({ token: given, code: code() });
    return { token: given, visit };
  };
  return { ...story, visits: made, post, token, code, enter };
};

/** Offers Ayaan's three times to his mother, and lets the letter leave. */
export const offered = async (): Promise<FamilyStory & { readonly meeting: string; readonly slots: readonly string[] }> => {
  const story = await familyStory();
  const proposal = await story.world.casework.proposeReview(story.ruth, { pupil: story.pupil });
  await story.world.casework.askFamily(story.ruth, { meeting: proposal.meeting, version: proposal.version });
  await story.post();
  return { ...story, meeting: proposal.meeting, slots: proposal.slots.map(({ id }) => id) };
};

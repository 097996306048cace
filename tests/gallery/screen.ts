import type { Page } from 'playwright-core';
import type { Call } from '#contract/client.ts';
import type { Seat, Story } from '#tests/journeys/story.ts';

/** What the screens show: ids of the story's pupils and meetings, made ready once. */
export type Scene = {
  readonly call: Call;
  readonly callum: string;
  readonly sofia: string;
  readonly jaydon: string;
  readonly ayaan: string;
  /** Ayaan Malik's review, with three dates offered. */
  readonly review: string;
  /** The drafted plan's address in the library. */
  readonly plan: string;
};

/** One screen: how it is opened for a seat, ready to be looked at. */
export type Screen = { readonly name: string; readonly show: (story: Story, scene: Scene, seat: Look) => Promise<Page> };

/** Theme and size; the screen itself knows who sits there. */
export type Look = Omit<Seat, 'person'>;

/** What the pane (through our office.js) and the room that plays Word say to each other across the frame. */
export type Ask =
  | { readonly ask: 'hello' }
  | { readonly ask: 'execute'; readonly body: RequestBody }
  | { readonly ask: 'file' }
  | { readonly ask: 'open'; readonly address: string }
  | { readonly ask: 'show-pane' }
  | { readonly ask: 'token'; readonly scope: string };

export type FromPane = { readonly waymarkWord: 'ask'; readonly id: number } & Ask;
export type ToPane =
  | { readonly waymarkWord: 'answer'; readonly id: number; readonly value: unknown; readonly error?: string }
  | { readonly waymarkWord: 'event'; readonly event: 'cursor' | 'ribbon' | 'theme'; readonly value: string };

/** A batch as the office.js proxies send it: paths that say how to reach an object, and actions on them in order. */
export type RequestBody = {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
};
export type ObjectPath = {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
};
export type Action = {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
  readonly QueryInfo?: { readonly Select?: readonly string[] };
};
export type ActionResult = { readonly ActionId: number; readonly Value: unknown };

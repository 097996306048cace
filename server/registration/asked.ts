/** What an administrator says when they register Waymark. */
export type Asked = {
  /** Where people reach Waymark, `https://waymark.example.org`, without a slash at the end. */
  readonly origin: string;
  readonly tenantId: string;
  /** The shared mailbox that organises reviews and sends letters. */
  readonly mailbox: string;
  /** Where the private SEND site stands, `https://school.sharepoint.com/sites/SEND`. */
  readonly site: string;
};

/** What came back while it was done, by name: ids and nothing secret. Names appear as `{{clientId}}` in what waits for them. */
export type Made = Readonly<Record<string, string>>;

/** Puts what is known by now into a text; what is not yet known stays as it is. */
export const filled = (text: string, made: Made): string => text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => made[name] ?? whole);

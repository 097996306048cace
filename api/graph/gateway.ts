import type { FeedKind } from '#contract/activity-feed.ts';
import type { PermissionTried } from '#contract/settings.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import type { PeopleCollection, Told } from '#domain/roster/graph-things.ts';
import type { EventNow } from '#domain/watching/moved-meeting.ts';
import type { Watched } from '#domain/watching/watched.ts';

/** A stretch of a calendar that is not free, as getSchedule tells it. */
export type BusyTime = {
  readonly from: Instant;
  readonly to: Instant;
  readonly how: 'busy' | 'tentative' | 'oof' | 'workingElsewhere';
  /** The entry's title, where the calendar is shared with titles and the entry is not private: a lesson is told by it. */
  readonly subject?: string;
};

/** What a calendar said: its busy times, or that it could not be read. */
export type CalendarRead =
  | { readonly email: string; readonly busy: readonly BusyTime[] }
  | { readonly email: string; readonly unreadable: string };

export type EventToBook = {
  /** The meeting's transaction id: Graph answers a repeat with the same event. */
  readonly transactionId: string;
  /** `Review WM-0398`: the case, never a child's name. */
  readonly subject: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: string;
  readonly place: string | null;
  readonly invited: readonly { readonly name: string; readonly email: string; readonly required: boolean }[];
};
/** An entry of one whole day, `until` the day after: the case and what is due, never a child's name. */
export type AllDayEntry = { readonly subject: string; readonly on: Day; readonly until: Day; readonly zone: string };

export type BookedEvent = { readonly id: string; readonly etag: string; readonly joinUrl: string | null };

/**
 * A page of a round over a collection. `next` leads to the next page and stays good for a while, so that a reading that was cut short
 * goes on there; `done` is where the next round begins. `expired`: the link is too old, and only a whole reading helps. `not-allowed`: a
 * permission is missing.
 */
export type PeoplePage = { readonly told: readonly Told[]; readonly next: string | null; readonly done: string | null };

/** Somebody with an account, as the directory names them. */
export type DirectoryAccount = {
  readonly account: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
  readonly jobTitle: string | null;
};

/** A file of the SEND library. */
export type StoredFile = {
  readonly driveId: string;
  readonly itemId: string;
  readonly eTag: string;
  readonly name: string;
  readonly webUrl: string;
  readonly size: number;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
};

/** Items of the library that changed, folders and deleted ones left out; `next` leads on, `done` is where the next reading begins. */
export type LibraryPage = { readonly changed: readonly StoredFile[]; readonly next: string | null; readonly done: string | null };

/** Where notifications go, and the secret that Graph gives back with each. */
export type NoticeAddresses = { readonly changes: string; readonly lifecycle: string; readonly state: string };

/** A subscription as Graph gave it. */
export type Subscribed = { readonly id: string; readonly until: Instant };

/** A workbook that a person could bring in, and where it lies in words. */
export type FoundWorkbook = {
  readonly driveId: string;
  readonly itemId: string;
  readonly eTag: string;
  readonly name: string;
  readonly place: string;
  readonly webUrl: string | null;
  readonly size: number;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
};

/**
 * The gateway to Microsoft 365: our words in, our words out. What a person does runs as that person (on-behalf-of); `null` as the
 * actor means that no person is present and the application's own permission is used. Every call has a time limit and a retry
 * budget; what stays undone is a Refusal of kind `elsewhere-unwell` (or `changed-meanwhile` on a stale ETag).
 */
export type Gateway = {
  readonly calendars: {
    /** Free and busy of all these people between two days, one request per 20 mailboxes. */
    read(actor: Actor, emails: readonly string[], from: Day, to: Day): Promise<readonly CalendarRead[]>;
  };
  readonly events: {
    /**
     * Books one private event with an online meeting in the calendar of the shared SEND mailbox: the same mailbox whoever asks, so
     * that the queue can finish after a crash what a person began, and Graph still sees one transaction id.
     */
    book(actor: Actor | null, event: EventToBook): Promise<BookedEvent>;
    /**
     * Takes an event out of the SEND mailbox for good. One that lies ahead is cancelled first, so that those invited are told; copies of
     * one that has been stay in their calendars. `false` where it was not there any more.
     */
    remove(event: string, ahead: boolean): Promise<boolean>;
    /** How these events stand in Outlook now, in their order; null for one that is not there any more. */
    look(events: readonly string[]): Promise<readonly EventNow[]>;
  };
  readonly files: {
    /** What lies in the case folder; an absent folder is an empty list. */
    list(actor: Actor | null, caseRef: string): Promise<readonly StoredFile[]>;
    /** Every file of the library with the folder it lies in, the library read page by page. */
    library(actor: Actor | null): Promise<readonly { readonly folder: string; readonly file: StoredFile }[]>;
    read(actor: Actor | null, file: { driveId: string; itemId: string }): Promise<Uint8Array>;
    /** Saves into the case folder (made when absent). With `ifMatch` a newer version refuses; without, a new name is expected and an existing one is versioned. */
    save(actor: Actor | null, caseRef: string, name: string, bytes: Uint8Array, ifMatch?: string): Promise<StoredFile>;
    one(actor: Actor | null, file: { driveId: string; itemId: string }): Promise<StoredFile | null>;
    /** A document of the library as PDF, converted by Microsoft 365; null for kinds of file that it does not convert. */
    pdf(actor: Actor | null, file: { driveId: string; itemId: string }): Promise<Uint8Array | null>;
    /** How many versions SharePoint keeps of a file. */
    versions(actor: Actor | null, file: { driveId: string; itemId: string }): Promise<number>;
    /** The case folder itself; null where there is none. */
    folder(actor: Actor | null, caseRef: string): Promise<{ driveId: string; itemId: string } | null>;
    /** One page of what changed in the library since the link; without one, of all that is in it. `expired`: only a whole reading helps. */
    changes(link: string | null): Promise<LibraryPage | 'expired'>;
    /** Deletes a file or folder with all its versions, past the recycle bin. `false` where it was not there any more. */
    erase(item: { driveId: string; itemId: string }): Promise<boolean>;
  };
  readonly people: {
    /** The account of an address in this tenant; null where there is none. */
    account(address: string): Promise<DirectoryAccount | null>;
    /** One page of a collection: from the link where the last page or round ended, or from the beginning. */
    page(collection: PeopleCollection, link: string | null): Promise<PeoplePage | 'expired' | 'not-allowed'>;
    /** Everyone in these classes, asked class by class. */
    membersOf(classes: readonly string[]): Promise<readonly Told[]>;
  };
  readonly groups: {
    /** Which of these groups of the directory the person is in. */
    among(actor: Actor, groups: readonly string[]): Promise<readonly string[]>;
  };
  readonly workbooks: {
    /** Workbooks of the person's OneDrive and of the SEND library whose name or content holds the words; all recent ones without words. */
    find(actor: Actor, words: string): Promise<{ readonly files: readonly FoundWorkbook[]; readonly missing: readonly string[] }>;
    /** One workbook as it is now; null where it is gone or not the person's to open. */
    one(actor: Actor, file: { driveId: string; itemId: string }): Promise<FoundWorkbook | null>;
    read(actor: Actor, file: { driveId: string; itemId: string }): Promise<Uint8Array>;
  };
  readonly dates: {
    /** Adds an all-day entry to a person's own calendar; answers its id. A repeat under the same transaction id answers the same entry. */
    add(mailbox: string, entry: AllDayEntry & { readonly transactionId: string }): Promise<string>;
    /** Moves or renames an entry; `false` where the person has thrown it out. */
    change(mailbox: string, event: string, entry: AllDayEntry): Promise<boolean>;
    /** Takes an entry out; `false` where it was not there any more. */
    remove(mailbox: string, event: string): Promise<boolean>;
  };
  readonly mail: {
    /** Sends from the shared SEND mailbox. Subjects carry the case, never a name. */
    send(message: { to: readonly { name: string; email: string }[]; subject: string; text: string }): Promise<void>;
  };
  readonly activity: {
    /**
     * Puts a notice into a person's activity feed in Teams: the case and what happened, never a child's name. `refused` where the app is not
     * installed for them. Notices of one `chain` take each other's place.
     */
    notify(
      person: string,
      notice: {
        readonly kind: FeedKind;
        readonly about: string;
        readonly preview: string;
        readonly link: string;
        readonly chain: number;
      },
    ): Promise<'sent' | 'refused'>;
  };
  readonly watching: {
    /** Asks to be told of changes at these addresses. Graph calls the first of them before it answers. */
    open(what: Watched, at: NoticeAddresses): Promise<Subscribed>;
    /** Prolongs a subscription; null where Graph has it no more. */
    renew(what: Watched, subscription: string): Promise<Subscribed | null>;
    /** Subscriptions of ours that tell this address, whatever the record knows of them. */
    mine(address: string): Promise<readonly string[]>;
    close(subscription: string): Promise<void>;
  };
  /** Tries each permission live; see contract/settings. */
  preflight(actor: Actor): Promise<readonly PermissionTried[]>;
  /** Rejects when Graph cannot be reached; used by /healthz. */
  reachable(): Promise<void>;
};

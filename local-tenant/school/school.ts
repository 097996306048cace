/**
 * The made-up school as plain data. Two readers: the local tenant shows its Microsoft 365 side (accounts, classes, calendars,
 * folders) and `server/seed.ts` writes its casework side into the record. Everyone in it is invented.
 */
import type { Day } from '#domain/calendar/day.ts';

export type MadeUpSchool = {
  readonly organisation: { readonly tenantId: string; readonly name: string; readonly domain: string; readonly timeZone: string };
  readonly school: { readonly id: string; readonly name: string; readonly code: string };
  readonly staff: readonly StaffMember[];
  readonly pupils: readonly RollPupil[];
  readonly classes: readonly TaughtClass[];
  /** Calendar entries of staff and outside people with accounts: lessons, clinics, meetings. Wall-clock times in the school's zone. */
  readonly calendar: readonly CalendarEntry[];
  /** What lies in the case folders of the SEND library when the story begins. `bytes` is made when the tenant first starts. */
  readonly documents: readonly FiledDocument[];
  readonly workbooks?: readonly FiledWorkbook[];
};

export type StaffMember = {
  /** Short stable key, `ruth.okafor`. */
  readonly key: string;
  /** Entra object id (UUID), stable between starts. */
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly upn: string;
  readonly jobTitle: string;
  /** `outside` people have an address but no account in this tenant. */
  readonly account: 'staff' | 'mailbox' | 'outside';
  readonly role: 'coordinator' | 'leader' | 'teacher' | 'assistant' | 'specialist' | 'administrator' | 'auditor';
  readonly employer?: string;
};

export type RollPupil = {
  readonly key: string;
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly upn: string;
  readonly birthday: Day;
  readonly sex: 'female' | 'male';
  /** Reception = 0. */
  readonly yearGroup: number;
  /** Form class, `6 Oak`. */
  readonly className: string;
  /** The family as the school's own system names them to Microsoft 365. */
  readonly contacts?: readonly {
    readonly name: string;
    readonly email: string;
    readonly phone?: string;
    readonly relation: 'parent' | 'relative' | 'aide' | 'doctor' | 'guardian' | 'other';
  }[];
};

export type TaughtClass = {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly yearGroup: number;
  readonly teachers: readonly string[];
  readonly pupils: readonly string[];
};

export type CalendarEntry = {
  readonly person: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly showAs: 'busy' | 'tentative' | 'oof';
};

/** A workbook on somebody's OneDrive; the tenant turns it into a real .xlsx. */
export type FiledWorkbook = {
  readonly owner: string;
  readonly name: string;
  readonly filedOn: Day;
  readonly sheets: readonly {
    readonly name: string;
    readonly rows: readonly (readonly (string | number | { readonly day: Day } | null)[])[];
  }[];
};

export type FiledDocument = {
  /** Folder of the case, `WM-0412`. */
  readonly folder: string;
  readonly name: string;
  readonly filedOn: Day;
  readonly filedBy: string;
  readonly kind: 'advice' | 'plan' | 'contribution' | 'report' | 'letter';
  /** Whose it is, as a list shows it: `J Tse, NHS`. */
  readonly from?: string;
  /** Headings and paragraphs, of which the tenant makes a real .docx; none where it is a workbook. */
  readonly paragraphs: readonly { readonly style: 'heading' | 'text'; readonly text: string }[];
  /** Sheets of a workbook, of which the tenant makes a real .xlsx. */
  readonly sheets?: FiledWorkbook['sheets'];
};

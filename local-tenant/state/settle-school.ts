/** Puts the made-up school into the tenant. A later start with the same school adds nothing; a changed school changes only what differs. */
import { createHash } from 'node:crypto';
import { eventFromEntry } from '../graph/event-record.ts';
import { plainDocx } from '../graph/plain-docx.ts';
import { plainXlsx } from '../graph/plain-xlsx.ts';
import type { FiledDocument, MadeUpSchool, RollPupil, StaffMember } from '../school/school.ts';
import type { Account, ClassMember, DirectorySchool, Placement, SchoolClass } from './directory.ts';
import type { FileBytes } from './file-bytes.ts';
import { fileDocument, library } from './library.ts';
import type { Store, Table } from './store.ts';

export type Settling = { readonly store: Store; readonly bytes: FileBytes; readonly school: MadeUpSchool; readonly now: () => Date };

export const settleSchool = async ({ store, bytes, school, now }: Settling): Promise<void> => {
  const staff = school.staff.filter(({ account }) => account !== 'outside').map(staffAccount);
  const pupils = school.pupils.map((pupil) => pupilAccount(pupil, school.organisation.domain));
  settleTable(store, store.table<Account>('accounts'), [...staff, ...pupils]);
  const classes = school.classes.map((taught) => classOf(taught, school));
  settleTable(store, store.table<SchoolClass>('classes'), classes);
  settleTable(store, store.table<ClassMember>('class-members'), classes.flatMap(membersOf));
  const own = school.school.id.toLowerCase();
  settleTable(store, store.table<DirectorySchool>('schools'), [{ id: own, name: school.school.name, code: school.school.code }]);
  const people = [...staff, ...pupils].filter(({ kind }) => kind !== 'mailbox');
  settleTable(store, store.table<Placement>('placements'), [
    ...people.map(({ id }) => placementOf(own, id, 'people')),
    ...classes.map(({ id }) => placementOf(own, id, 'classes')),
  ]);
  settleCalendars(store, school);
  await settleDocuments({ store, bytes, school, now });
  await settleWorkbooks({ store, bytes, school, now });
  await store.settled();
};

/** Case of ids does not matter in the directory, so all are kept small. */
const staffAccount = (person: StaffMember): Unsettled<Account> => ({
  id: person.id.toLowerCase(),
  key: person.key,
  kind: person.account === 'mailbox' ? 'mailbox' : 'staff',
  givenName: person.givenName,
  surname: person.surname,
  displayName: `${person.givenName} ${person.surname}`.trim(),
  principalName: person.upn,
  mail: person.upn,
  jobTitle: person.jobTitle,
  department: null,
  officeLocation: null,
  role: person.role,
  externalId: person.key,
  enabled: true,
});

/** A pupil's `upn` may be the national pupil number; then the account is named after the key. */
const pupilAccount = (pupil: RollPupil, domain: string): Unsettled<Account> => {
  const principalName = pupil.upn.includes('@') ? pupil.upn : `${pupil.key}@${domain}`;
  return {
    id: pupil.id.toLowerCase(),
    key: pupil.key,
    kind: 'pupil',
    givenName: pupil.givenName,
    surname: pupil.surname,
    displayName: `${pupil.givenName} ${pupil.surname}`,
    principalName,
    mail: principalName,
    jobTitle: null,
    department: pupil.className,
    officeLocation: null,
    role: 'pupil',
    birthday: pupil.birthday,
    yearGroup: pupil.yearGroup,
    externalId: pupil.upn,
    enabled: true,
    ...(pupil.contacts ? { contacts: pupil.contacts } : {}),
  };
};

const classOf = (taught: MadeUpSchool['classes'][number], school: MadeUpSchool): Unsettled<SchoolClass> => {
  const staffIds = new Map(school.staff.map(({ key, id }) => [key, id.toLowerCase()]));
  const pupilIds = new Map(school.pupils.map(({ key, id }) => [key, id.toLowerCase()]));
  const known = (ids: Map<string, string>) => (reference: string) => ids.get(reference) ?? reference.toLowerCase();
  const { id, name, subject, yearGroup } = taught;
  return {
    id: id.toLowerCase(),
    name,
    subject,
    yearGroup,
    teachers: taught.teachers.map(known(staffIds)),
    pupils: taught.pupils.map(known(pupilIds)),
  };
};

const membersOf = ({ id, teachers, pupils }: Unsettled<SchoolClass>): Unsettled<ClassMember>[] =>
  [...new Set([...teachers, ...pupils])].map((person) => ({ id: `${id} ${person}`, class: id, person }));

const placementOf = (school: string, of: string, what: Placement['what']): Unsettled<Placement> => ({
  id: `${school} ${of}`,
  school,
  of,
  what,
});

type Unsettled<Row> = Omit<Row, 'changed' | 'removed'>;
type Settled = { readonly id: string; readonly changed: number; readonly removed?: true };

/** Only what differs is written, so that a delta link of yesterday shows nothing new after a restart. */
const settleTable = <Row extends Settled>(store: Store, table: Table<Row>, wanted: readonly Unsettled<Row>[]) => {
  const ids = new Set<string>();
  for (const row of wanted) {
    const { id } = row as unknown as Settled;
    ids.add(id);
    const { changed: _changed, removed, ...before } = table.get(id) ?? ({ changed: 0 } as Row);
    if (!removed && JSON.stringify(before) === JSON.stringify(row)) continue;
    table.put(id, { ...row, changed: store.nextSequence() } as unknown as Row);
  }
  for (const row of table.all())
    if (!ids.has(row.id) && !row.removed) table.put(row.id, { ...row, removed: true, changed: store.nextSequence() });
};

/** An entry is put into a calendar once; what its owner does with it afterwards stays. */
const settleCalendars = (store: Store, school: MadeUpSchool) => {
  const seen = store.table<true>('settled-entries');
  const owners = new Map(school.staff.filter(({ account }) => account !== 'outside').map((person) => [person.key, person]));
  const repeats = new Map<string, number>();
  for (const entry of school.calendar) {
    const owner = owners.get(entry.person);
    if (!owner) continue;
    const text = `${entry.person} ${entry.day} ${entry.from} ${entry.to} ${entry.subject}`;
    const repeat = repeats.get(text) ?? 0;
    repeats.set(text, repeat + 1);
    const key = digestOf(`${text} ${repeat}`);
    if (seen.get(key)) continue;
    seen.put(key, true);
    const mailbox = owner.id.toLowerCase();
    const event = eventFromEntry(entry, {
      key,
      owner: staffAccount(owner),
      timeZone: school.organisation.timeZone,
      changed: store.nextSequence(),
    });
    store.table(`events/${mailbox}`).put(event.id, event);
  }
};

const settleDocuments = async ({ store, bytes, school, now }: Settling) => {
  const seen = store.table<true>('settled-documents');
  const shelf = library(store, now);
  const filers = new Map(school.staff.map((person) => [person.key, person]));
  for (const document of school.documents) {
    const key = digestOf(`${document.folder}/${document.name}`);
    if (seen.get(key)) continue;
    seen.put(key, true);
    const filer = filers.get(document.filedBy);
    await fileDocument(shelf, bytes, { document, content: await contentOf(document), filer });
  }
};

const settleWorkbooks = async ({ store, bytes, school, now }: Settling) => {
  const seen = store.table<true>('settled-documents');
  for (const workbook of school.workbooks ?? []) {
    const owner = school.staff.find(({ key }) => key === workbook.owner);
    const key = digestOf(`${workbook.owner}/${workbook.name}`);
    if (!owner || seen.get(key)) continue;
    seen.put(key, true);
    const content = await plainXlsx(workbook);
    const shelf = library(store, now, owner.id.toLowerCase());
    const by = { kind: 'person' as const, id: owner.id.toLowerCase(), name: `${owner.givenName} ${owner.surname}`, mail: owner.upn };
    const digest = await bytes.keep(content);
    shelf.add({
      name: workbook.name,
      parent: shelf.root.id,
      by,
      at: `${workbook.filedOn}T16:10:00Z`,
      content: { digest, size: content.byteLength },
    });
  }
};

const contentOf = async ({ sheets, paragraphs }: FiledDocument): Promise<Uint8Array> =>
  sheets ? plainXlsx({ sheets }) : plainDocx(paragraphs);
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

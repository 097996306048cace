import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RegisterReading } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import { plainXlsx } from '#local-tenant/graph/plain-xlsx.ts';
import type { FiledWorkbook } from '#local-tenant/school/school.ts';
import { library } from '#local-tenant/state/library.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { ssoTokenOf } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { upnOf } from '#tests/builders/register.ts';
import { aTenantSchool, TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const workbook = (className: string, stage = 'K'): FiledWorkbook => ({
  owner: 'ruth.okafor',
  name: 'SEN register.xlsx',
  filedOn: '2026-11-19' as FiledWorkbook['filedOn'],
  sheets: [
    {
      name: 'Register',
      rows: [
        ['UPN', 'Surname', 'Forename', 'Reg Group', 'SEN Status'],
        [upnOf(1), 'Haddad', 'Sami', className, stage],
        [upnOf(2), 'Byrne', 'Gwen', '4 Oak', 'K'],
      ],
    },
  ],
});

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let world: World;
let ruth: Actor;

beforeAll(async () => {
  tenant = await aLocalTenant({ now: () => new Date('2026-11-22T09:00:00Z'), school: aTenantSchool({ workbooks: [workbook('4 Oak')] }) });
  world = await aWorld({ organisation: TENANT_ID, graph: (database, log) => gatewayTo(tenant, database, log) });
  ruth = { ...(await world.actorFor('coordinator')), assertion: await ssoTokenOf(tenant, 'ruth.okafor') };
}, 60_000);
afterAll(() => tenant.stop());

const choicesOf = ({ reading, sheets }: RegisterReading) => ({
  reading,
  repairs: [],
  decisions: [],
  sheets: sheets.map(({ index, kind, headerRow, columns }) => ({
    sheet: index,
    kind,
    headerRow,
    map: Object.fromEntries(columns.flatMap(({ field, index: at }) => (field ? [[field, at]] : []))),
  })),
});
const take = async (reading: RegisterReading) => {
  const { digest } = await world.casework.previewRegister(ruth, choicesOf(reading));
  return world.casework.importRegister(ruth, { ...choicesOf(reading), seen: digest });
};
/** Ruth edits the workbook on her OneDrive. */
const edit = async (changed: FiledWorkbook): Promise<void> => {
  const { store, bytes, now, directory } = tenant.tenant;
  const owner = directory.account('ruth.okafor@hollinbank.example')!;
  const shelf = library(store, now, owner.id);
  const content = await plainXlsx(changed);
  const item = shelf.childNamed(shelf.root.id, changed.name)!;
  shelf.change(item, {
    by: { kind: 'person', id: owner.id, name: owner.displayName },
    content: { digest: await bytes.keep(content), size: content.byteLength },
  });
};

describe('a register that lies in Microsoft 365', () => {
  it('is found on one’s own OneDrive, read as oneself, and imported', async () => {
    const { files, missing } = await world.casework.findRegisterFiles(ruth, { words: 'register' });
    expect([files.map(({ name, place }) => [name, place]), missing]).toEqual([[['SEN register.xlsx', 'Your OneDrive']], []]);
    const { driveId, itemId } = files[0]!;
    expect((await take(await world.casework.readRegisterFile(ruth, { driveId, itemId }))).counts).toMatchObject({ fresh: 2 });
  });

  it('is not there for a colleague who could not open it in Microsoft 365 either', async () => {
    const [file] = (await world.casework.findRegisterFiles(ruth, { words: '' })).files;
    const colleague = { ...(await world.actorFor('coordinator')), assertion: await ssoTokenOf(tenant, 'priya.nair') };
    await expect(world.casework.readRegisterFile(colleague, { driveId: file!.driveId, itemId: file!.itemId })).rejects.toThrow(
      'This workbook is not there any more, or you cannot open it.',
    );
    expect((await world.casework.findRegisterFiles(colleague, { words: 'register' })).files).toEqual([]);
  });

  it('keeps its link: read again unchanged, it says so and reads nothing', async () => {
    const { links } = await world.casework.openRegister(ruth);
    expect(links).toEqual([expect.objectContaining({ name: 'SEN register.xlsx', place: 'Your OneDrive' })]);
    expect(await world.casework.readRegisterAgain(ruth, { link: links[0]!.id })).toEqual({
      words: 'Nothing has changed in “SEN register.xlsx” since Mon 23 Nov 2026.',
      reading: null,
    });
  });

  it('shows only what changed in it since, and leaves alone what was changed here meanwhile', async () => {
    await world.sql(`update waymark.pupil set stage = 'plan' where organisation_id = $1 and pupil_number = $2`, [TENANT_ID, upnOf(1)]);
    await edit(workbook('9 Beech'));
    const [link] = (await world.casework.openRegister(ruth)).links;
    const { reading } = await world.casework.readRegisterAgain(ruth, { link: link!.id });
    const report = await world.casework.previewRegister(ruth, choicesOf(reading!));
    expect(report.changed.map(({ facts }) => facts)).toEqual([[{ field: 'className', title: 'Class', before: '4 Oak', after: '9 Beech' }]]);
    expect(report.counts).toMatchObject({ changed: 1, unchanged: 1 });
    await take(reading!);
    expect((await world.casework.readRegisterAgain(ruth, { link: link!.id })).reading).toBeNull();
  });

  it('says what could not be looked into, and in a sentence that Microsoft 365 does not answer', async () => {
    tenant.controls.set({ withdrawnPermissions: ['Files.Read'] });
    expect((await world.casework.findRegisterFiles(ruth, { words: '' })).missing).toEqual([
      expect.stringMatching(/^Your OneDrive could not be looked into/),
    ]);
    tenant.controls.reset();
    await expect(world.casework.findRegisterFiles({ ...ruth, assertion: undefined as never }, { words: '' })).rejects.toThrow(
      /signed in as yourself/,
    );
  });
});

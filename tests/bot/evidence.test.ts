import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Card } from '#bot/cards/card.ts';
import { wordsOfHtml } from '#bot/message-words.ts';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { type BotInWorld, botIn, readingOf } from './a-chat.ts';

let world: World;
let ruth: Actor;
let inWorld: BotInWorld;
let ayaan: string;
beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  inWorld = await botIn(world);
  ayaan = await world.enrol({ givenName: 'Ayaan', surname: 'Malik', caseRef: 'WM-0398', className: '9 B' });
});
afterEach(() => inWorld.close());

type Dialog = { readonly sentence: string | null; readonly card: Card | null; readonly read: string };

/** A message of a chat as Teams hands it to an action over it. */
const aMessage = (more: object = {}) => ({
  id: '1795424725123',
  messageType: 'message',
  createdDateTime: '2026-11-20T10:12:00.123Z',
  linkToMessage: 'https://teams.microsoft.com/l/message/19:thread@thread.v2/1795424725123',
  from: { device: null, conversation: null, user: { userIdentityType: 'aadUser', id: 'x', displayName: 'Gareth Pugh' }, application: null },
  body: { contentType: 'html', content: '<div><p>He asked for the now–next card himself &amp; stayed.</p></div>' },
  attachments: [],
  mentions: [],
  ...more,
});

const ask = async (name: string, as: Actor, message: object, data?: object): Promise<Dialog> => {
  const [{ id: entra = '' } = {}] = await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [as.person]);
  const { status, body } = await inWorld.post({
    type: 'invoke',
    name,
    value: { commandId: 'keepMessage', commandContext: 'message', messagePayload: message, ...(data ? { data } : {}) },
    serviceUrl: inWorld.teams.url,
    channelId: 'msteams',
    from: { id: '29:x', aadObjectId: entra },
    recipient: { id: '28:waymark' },
    conversation: { id: '19:somewhere@thread.v2', tenantId: world.organisation },
  });
  expect(status).toBe(200);
  const { task } = body as { task: { type: string; value: string | { card: { content: Card } } } };
  const card = typeof task.value === 'string' ? null : task.value.card.content;
  return { sentence: typeof task.value === 'string' ? task.value : null, card, read: card ? readingOf(card) : '' };
};
const open = (message: object = aMessage(), as = ruth) => ask('composeExtension/fetchTask', as, message);
const send = (data: object, message: object = aMessage(), as = ruth) => ask('composeExtension/submitAction', as, message, data);
const logged = () =>
  world.sql<{ words: string; on: string; withWhom: string }>(
    'select words, on_day::text as on, with_whom as "withWhom" from waymark.log_entry where organisation_id = $1 and kind = $2',
    [world.organisation, 'message'],
  );

describe('a message of a chat as evidence', () => {
  it('is shown with its author and time, and asked about', async () => {
    const { read } = await open();
    expect(read).toBe(
      'Gareth Pugh\nFri 20 Nov 2026, 10:12\nHe asked for the now–next card himself & stayed.\nPupil: a name, a class or a case\nKeep it as',
    );
  });

  it('is kept in the pupil’s log with author, day, time and link', async () => {
    expect((await send({ which: 'wm-0398' })).sentence).toBe('Kept in the log of WM-0398. It can be changed or taken out there.');
    expect(await logged()).toEqual([
      {
        on: '2026-11-20',
        withWhom: 'Gareth Pugh',
        words:
          'He asked for the now–next card himself & stayed.\n\nWritten in Teams by Gareth Pugh on Fri 20 Nov 2026 at 10:12.\nhttps://teams.microsoft.com/l/message/19:thread@thread.v2/1795424725123',
      },
    ]);
  });

  it('sent twice is one entry', async () => {
    await send({ which: 'Ayaan' });
    await send({ which: 'Malik' });
    expect(await logged()).toHaveLength(1);
  });

  it('is kept as a restricted note where that is chosen, and stands in no log', async () => {
    expect((await send({ which: 'Ayaan', as: 'restricted-note' })).sentence).toMatch(/^Kept as a restricted note of WM-0398/);
    expect(await logged()).toEqual([]);
    const { entries } = await world.casework.openEntries(ruth, { pupil: ayaan, kind: 'restricted-note' });
    expect(entries[0]?.values.words).toMatch(/^He asked for the now–next card/);
  });

  it('asks which where two pupils answer to the name, and keeps it for the one chosen', async () => {
    const shah = await world.enrol({ givenName: 'Ayaan', surname: 'Shah', caseRef: 'WM-0500', className: '3 Ash' });
    const { read } = await send({ which: 'Ayaan' });
    expect(read).toContain('2 pupils match “Ayaan”. Choose one.');
    expect((await send({ which: 'Ayaan', pupil: shah })).sentence).toMatch(/WM-0500/);
  });

  it('that names another pupil is not kept before it is said what becomes of the name', async () => {
    await world.enrol({ givenName: 'Mei', surname: 'Chen', caseRef: 'WM-0501', className: '9 B' });
    const message = aMessage({ body: { contentType: 'html', content: '<p>Worked beside Mei Chen for the whole lesson.</p>' } });
    const asked = await send({ which: 'Ayaan' }, message);
    expect(asked.read).toContain('The message names other pupils: Mei Chen.');
    expect(await logged()).toEqual([]);
    expect((await send({ pupil: ayaan, which: 'Ayaan', otherNames: 'initials' }, message)).sentence).toMatch(/^Kept/);
    expect((await logged())[0]?.words).toMatch(/^Worked beside M\.C\. for the whole lesson\.\n/);
  });

  it('keeps everything typed when no pupil is named, or none is found', async () => {
    expect((await send({ which: '  ' })).read).toMatch(/^Say which pupil, by name, class or case\./);
    const { read, card } = await send({ which: 'Zebedee', as: 'restricted-note' });
    expect(read).toMatch(/^No pupil of yours matches “Zebedee”\./);
    expect(JSON.stringify(card)).toMatch(/"value":"Zebedee"/);
    expect(JSON.stringify(card)).toMatch(/"value":"restricted-note"/);
  });
});

describe('what cannot be kept gets a sentence, and nothing is written', () => {
  it('a message that was deleted while the form was open', async () => {
    expect((await send({ which: 'Ayaan' }, aMessage({ deleted: true, body: { contentType: 'html', content: '' } }))).sentence).toBe(
      'The message was deleted meanwhile. Nothing was kept.',
    );
    expect(await logged()).toEqual([]);
  });

  it('a message without words, such as a card of a bot', async () => {
    const empty = aMessage({
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: '{}' }],
    });
    expect((await open(empty)).sentence).toMatch(/no words in this message/);
  });

  it('a file that hangs on it is named and not copied', async () => {
    const message = aMessage({ attachments: [{ contentType: 'reference', name: 'Advice EP.docx', contentUrl: 'https://x.example/a' }] });
    expect((await open(message)).read).toContain('Not copied: Advice EP.docx. The link to the message is kept.');
    await send({ which: 'Ayaan' }, message);
    expect((await logged())[0]?.words).toContain('\nAttached, not copied: Advice EP.docx.\n');
  });

  it('a person who may see the pupil and not write there is told so and keeps what was typed', async () => {
    const leader = await world.actorFor('leader');
    const { read } = await send({ which: 'Ayaan' }, aMessage(), leader);
    expect(read).toMatch(/^Only .+\n/);
    expect(await logged()).toEqual([]);
  });

  it('of a pupil whom one does not work with there is no trace', async () => {
    const teacher = await world.actorFor('teacher');
    expect((await send({ which: 'Ayaan' }, aMessage(), teacher)).read).toMatch(/^No pupil of yours matches/);
    expect((await send({ pupil: ayaan }, aMessage(), teacher)).read).toMatch(/^There is no such case, or it is not yours\./);
  });

  it('a stranger is told so', async () => {
    expect((await open(aMessage(), { ...ruth, person: '00000000-0000-4000-8000-000000000000' })).sentence).toMatch(
      /^Waymark does not know you yet/,
    );
  });

  it('misshapen payloads break nothing', async () => {
    for (const message of [
      {},
      { id: 7 },
      aMessage({ from: null, body: null, createdDateTime: 'yesterday', linkToMessage: 'javascript:1' }),
    ])
      expect((await send({ which: 'Ayaan' }, message)).sentence ?? '').not.toBe('');
    expect(await logged()).toEqual([]);
    expect(world.logged.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('the words of a message', () => {
  it('are its HTML taken off, line by line', () => {
    const html =
      '<div><p>First&nbsp;line<br>second</p><ul><li>one</li><li>two</li></ul><img alt="🙂" itemtype="http://schema.skype.com/Emoji"> <at id="0">Ruth Okafor</at></div>';
    expect(wordsOfHtml(html)).toBe('First line\nsecond\n\n- one\n- two\n🙂 Ruth Okafor');
  });

  it('hold nothing that runs, however it is wrapped', () => {
    for (const html of [
      '<script>alert(1)</script>ok',
      '<scr<script>ipt>alert(1)</script><b onclick="alert(1)">ok',
      '<style>p{}</style>ok<!-- x',
      'ok&#0;&#xD800;',
    ])
      expect(wordsOfHtml(html)).not.toMatch(/<[^>]*>|alert|\0/);
    expect(wordsOfHtml('a &lt;b&gt; c &amp;lt;')).toBe('a <b> c &lt;');
  });
});

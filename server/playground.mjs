/**
 * `npm run playground`: opens Microsoft's own test client for bots on Waymark's bot, as Ruth Okafor of the made-up school. It starts the
 * suite with the bot's sign-in off, because that client signs nothing; the settings refuse that wherever a real tenant is configured.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.resolve(root, process.env.WAYMARK_DATA?.trim() || '.data');
const port = Number(process.env.PORT?.trim() || 3978);
const clientPort = Number(process.env.WAYMARK_START_PLAYGROUND_PORT?.trim() || 56150);

/** Who sits at the client, and the five others that it demands. */
const ME = 'ruth.okafor';
const OTHERS = ['hannah.brook', 'gareth.pugh', 'priya.nair', 'sian.morgan', 'tomasz.zielinski'];
const TEAM = '6b0f1a52-8f0e-4d7b-9a5c-3f6f0c0f7d11';

const json = async (address) => {
  const reply = await fetch(address, { signal: AbortSignal.timeout(5_000) });
  if (!reply.ok) throw new Error(`${address} answered ${reply.status}`);
  return reply.json();
};

/** The made-up people as the client's settings file names them; its spelling of `userPrincipleName` is the client's own. */
const personOf = ({ id, key, displayName, principalName }) => {
  const [givenName = '', ...rest] = displayName.split(' ');
  return {
    id: `29:${key}`,
    name: displayName,
    userPrincipleName: principalName,
    aadObjectId: id,
    givenName,
    surname: rest.join(' '),
    email: principalName,
  };
};

/** The client's settings file. JSON is YAML, so it needs no writer of its own. */
const settingsOf = ({ tenantId, clientId }, people) => {
  const found = (key) => people.find((one) => one.key === key);
  const others = [...OTHERS.flatMap((key) => found(key) ?? []), ...people.filter(({ key }) => key !== ME && !OTHERS.includes(key))].slice(
    0,
    5,
  );
  const me = found(ME);
  if (!me || others.length < 5) throw new Error('The made-up school has too few people for the test client.');
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: `28:${clientId}`, name: 'Waymark' },
    currentUser: personOf(me),
    users: others.map(personOf),
    personalChat: { id: 'a:playground-personal' },
    groupChat: { id: '19:playground-group@thread.v2', name: 'Review' },
    team: {
      id: '19:playground-team@thread.tacv2',
      name: 'SEND team',
      aadGroupId: TEAM,
      channels: [{ id: '19:playground-announcements@thread.tacv2', name: 'Announcements' }],
    },
  };
};

/** The bot's server, once it answers and is the made-up one. */
const config = await (async () => {
  const at = `http://127.0.0.1:${port}/config.json`;
  const running = await json(at).catch(() => null);
  if (!running) {
    process.env.WAYMARK_BOT_AUTH = 'off';
    const { startSuite } = await import('./suite.mjs');
    await startSuite();
  }
  return running ?? json(at);
})();
if (!config.madeUp) {
  console.error('A real tenant is configured. Its bot takes only what Teams has signed, so the test client cannot reach it.');
  process.exit(1);
}

const people = await json(`${new URL(config.teamsRoom).origin}/rooms/people`);
const desk = path.join(folder, 'playground');
mkdirSync(desk, { recursive: true });
writeFileSync(path.join(desk, '.m365agentsplayground.yml'), `${JSON.stringify(settingsOf(config, people), null, 2)}\n`);

const program = path.join(root, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');
const endpoint = `http://127.0.0.1:${port}/api/messages`;
const client = spawn(process.execPath, [program, '-e', endpoint, '-c', 'msteams', '-p', String(clientPort), '--disable-telemetry'], {
  cwd: desk,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.on('exit', () => client.kill());
client.once('exit', (code) => {
  if (code) console.error(`Microsoft's test client ended with ${code}.`);
  process.exit(code ?? 0);
});
console.log(`Microsoft's test client opens at http://localhost:${clientPort}/`);

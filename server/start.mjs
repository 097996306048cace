/** `npm start`. Only what every Node understands stands here: the version is looked at before anything newer is loaded. */
const [major, minor] = process.versions.node.split('.').map(Number);
const NEEDED = [20, 19];

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Waymark needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}. Install a newer one from nodejs.org and start again.`,
  );
  process.exit(1);
}

const { startSuite } = await import('./suite.mjs');
await startSuite();

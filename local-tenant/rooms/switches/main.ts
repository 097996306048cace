import { permissionBoxes } from './permission-boxes.ts';

/** The page of the local tenant's switches: shows how they stand, sets them, calms everything. */

type Switches = {
  readonly latencyMs: number;
  readonly outage: string;
  readonly throttleBatchItems: number;
  readonly signIn: string;
  readonly sendLibrary: string;
  readonly mailbox: string;
  readonly notices: string;
  readonly throttle: { readonly after: number; readonly retryAfter: string | null; readonly times?: number } | null;
  readonly withdrawnPermissions: readonly string[];
  readonly claimsChallenge: string | null;
  readonly tokenLifetime: number;
  readonly connector: string;
};

/** Switches with one choice out of several, named as their fields. */
const CHOICES = ['outage', 'signIn', 'sendLibrary', 'mailbox', 'notices', 'connector'] as const;

const form = document.querySelector('#switches') as HTMLFormElement;
const said = document.querySelector('#said') as HTMLElement;
const permissions = permissionBoxes(form);
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;

/** A challenge that was set from elsewhere and is none of the page's own is kept as a choice of its own, so that a press does not lift it. */
const showChallenge = (challenge: string): void => {
  const choices = field('claimsChallenge') as unknown as HTMLSelectElement;
  if (![...choices.options].some(({ value }) => value === challenge)) choices.add(new Option('Asks for other claims', challenge));
  choices.value = challenge;
};

const show = (switches: Switches): void => {
  field('latencyMs').value = String(switches.latencyMs);
  for (const name of CHOICES) field(name).value = switches[name];
  field('throttleBatchItems').value = String(switches.throttleBatchItems);
  field('throttleTimes').value = String(switches.throttle?.times ?? 0);
  field('retryAfter').value = switches.throttle?.retryAfter ?? '';
  permissions.show(switches.withdrawnPermissions);
  showChallenge(switches.claimsChallenge ?? '');
  field('tokenLifetime').value = String(switches.tokenLifetime);
};

const wanted = (): Switches => {
  const times = field('throttleTimes').valueAsNumber || 0;
  return {
    latencyMs: field('latencyMs').valueAsNumber || 0,
    throttleBatchItems: field('throttleBatchItems').valueAsNumber || 0,
    outage: field('outage').value,
    signIn: field('signIn').value,
    sendLibrary: field('sendLibrary').value,
    mailbox: field('mailbox').value,
    notices: field('notices').value,
    throttle: times > 0 ? { after: 0, retryAfter: field('retryAfter').value.trim() || null, times } : null,
    withdrawnPermissions: permissions.withdrawn(),
    claimsChallenge: field('claimsChallenge').value || null,
    tokenLifetime: field('tokenLifetime').valueAsNumber || 3_600,
    connector: field('connector').value,
  };
};

const post = async (address: string, body: object): Promise<void> => {
  const reply = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The local tenant answered ${reply.status}.`);
  show((await reply.json()) as Switches);
};

const press = (work: Promise<void>, words: string): void => {
  work.then(
    () => {
      said.textContent = words;
    },
    (fault: Error) => {
      said.textContent = `Nothing was switched. ${fault.message}`;
    },
  );
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  press(post('/controls', wanted()), 'Switched.');
});
document.querySelector('#calm')?.addEventListener('click', () => press(post('/controls/reset', {}), 'Microsoft 365 is well again.'));

show((await (await fetch('/controls')).json()) as Switches);

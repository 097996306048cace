/** A certificate authority of the tenant's own, made on first start, and the server certificate it signs. Both stay in the tenant's folder. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import path from 'node:path';
import { bits, context, contextBytes, octets, oid, sequence, set, text, time, truth, whole } from './certificate-der.ts';

export type Certificates = { readonly caFile: string; readonly ca: string; readonly certificate: string; readonly key: string };

const HOSTS = ['localhost', 'files.localhost', '127.0.0.1', '::1'];
const DAY = 86_400_000;
const CA_NAME = 'Waymark local tenant (made up, this machine only)';

/** Reads the certificates of an earlier start, or makes them; renews the server's when it is within a month of its end. */
export const certificatesIn = (folder: string): Certificates => {
  const at = (name: string) => path.join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(at('ca.pem')) || !existsSync(at('ca-key.pem'))) makeAuthority(at('ca.pem'), at('ca-key.pem'));
  if (!isFresh(at('server.pem'), at('server-key.pem'), at('ca.pem'))) makeServer(at);
  const read = (name: string) => readFileSync(at(name), 'utf8');
  return { caFile: at('ca.pem'), ca: read('ca.pem'), certificate: read('server.pem'), key: read('server-key.pem') };
};

const isFresh = (certificateFile: string, keyFile: string, caFile: string) => {
  if (!existsSync(certificateFile) || !existsSync(keyFile)) return false;
  const certificate = new X509Certificate(readFileSync(certificateFile));
  const authority = new X509Certificate(readFileSync(caFile));
  return certificate.verify(authority.publicKey) && Date.parse(certificate.validTo) > Date.now() + 30 * DAY;
};

const makeAuthority = (certificateFile: string, keyFile: string) => {
  const key = newKey();
  const days = 10 * 365;
  const certificate = signed({
    subject: CA_NAME,
    issuer: CA_NAME,
    days,
    subjectKey: createPublicKey(key),
    issuerKey: key,
    extensions: authorityExtensions(),
  });
  writeFileSync(keyFile, pemOf(key), { mode: 0o600 });
  writeFileSync(certificateFile, certificate);
};

/** Browsers and Node refuse server certificates that run for more than 825 days. */
const makeServer = (at: (name: string) => string) => {
  const issuerKey = createPrivateKey(readFileSync(at('ca-key.pem')));
  const key = newKey();
  const certificate = signed({
    subject: 'localhost',
    issuer: CA_NAME,
    days: 800,
    subjectKey: createPublicKey(key),
    issuerKey,
    extensions: serverExtensions(),
  });
  writeFileSync(at('server-key.pem'), pemOf(key), { mode: 0o600 });
  writeFileSync(at('server.pem'), certificate);
};

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' });

type Wanted = {
  readonly subject: string;
  readonly issuer: string;
  readonly days: number;
  readonly subjectKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly extensions: readonly Uint8Array[];
};

const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const named = (common: string) => sequence(set(sequence(oid('2.5.4.3'), text(common))));

/** RFC 5280, section 4.1: the certificate to be signed, the algorithm, the signature. */
const signed = (wanted: Wanted): string => {
  const serial = randomBytes(16);
  serial[0] = (serial[0] ?? 0) & 0x7f || 1;
  const tbs = sequence(
    context(0, whole(Buffer.from([2]))),
    whole(serial),
    ECDSA_SHA256,
    named(wanted.issuer),
    sequence(time(new Date(Date.now() - DAY)), time(new Date(Date.now() + wanted.days * DAY))),
    named(wanted.subject),
    wanted.subjectKey.export({ type: 'spki', format: 'der' }),
    context(3, sequence(...wanted.extensions)),
  );
  const certificate = sequence(tbs, ECDSA_SHA256, bits(sign('sha256', tbs, wanted.issuerKey)));
  const lines =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
};

const critical = (id: string, value: Uint8Array) => sequence(oid(id), truth(), octets(value));
const extension = (id: string, value: Uint8Array) => sequence(oid(id), octets(value));

const authorityExtensions = () => [critical('2.5.29.19', sequence(truth())), critical('2.5.29.15', bits(Buffer.from([0b0000_0110]), 1))];

const serverExtensions = () => [
  critical('2.5.29.19', sequence()),
  critical('2.5.29.15', bits(Buffer.from([0b1000_0000]), 7)),
  extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
  extension('2.5.29.17', sequence(...HOSTS.map(alternativeName))),
];

const alternativeName = (host: string) => {
  if (isIPv4(host)) return contextBytes(7, Buffer.from(host.split('.').map(Number)));
  if (host === '::1') return contextBytes(7, Buffer.concat([Buffer.alloc(15), Buffer.from([1])]));
  return contextBytes(2, Buffer.from(host, 'ascii'));
};

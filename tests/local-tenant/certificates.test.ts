import { X509Certificate } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Certificates, certificatesIn } from '#local-tenant/certificates.ts';
import { aFolder } from '#tests/builders/local-tenant.ts';

const folder = aFolder();
let made: Certificates;
beforeAll(() => {
  made = certificatesIn(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the certificates of the first start', () => {
  it('name this machine in every way it is called, signed by an authority of its own', () => {
    const [server, authority] = [new X509Certificate(made.certificate), new X509Certificate(made.ca)];
    for (const host of ['localhost', 'files.localhost']) expect(server.checkHost(host)).toBe(host);
    for (const address of ['127.0.0.1', '::1']) expect(server.checkIP(address)).toBe(address);
    expect(server.checkHost('example.org')).toBeUndefined();
    expect(server.checkIssued(authority)).toBe(true);
    expect(server.verify(authority.publicKey)).toBe(true);
    expect([authority.ca, server.ca]).toEqual([true, false]);
  });

  it('are used again by the second', () => {
    expect(certificatesIn(folder)).toEqual(made);
  });

  it('keep their keys to the owner', () => {
    if (process.platform === 'win32') return;
    for (const name of ['ca-key.pem', 'server-key.pem']) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
  });

  it('are made again for the server when its own is not of this authority', () => {
    rmSync(path.join(folder, 'ca.pem'));
    const renewed = certificatesIn(folder);
    expect(new X509Certificate(renewed.certificate).verify(new X509Certificate(renewed.ca).publicKey)).toBe(true);
    expect(renewed.ca).not.toBe(made.ca);
  });
});

import { certificatesIn } from '#local-tenant/certificates.ts';

/** Makes the authority that the tests' local tenants sign with, in the folder named; one that is there already is kept. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder for the certificates.');
certificatesIn(folder);

import path from 'node:path';
import type { AddIn } from '#api/plans/document/meta.ts';
import type { Deployment } from '#manifest/source.ts';
import { configOf } from './config.ts';
import { readEnvironment } from './environment.ts';
import { LOCAL_CLIENT } from './local-values.ts';
import { root } from './root.ts';

/** Ids of the app itself: the same in every tenant, as the store and the admin centre know it. */
const APP_ID = '7c3f1d52-92a4-4d0b-8f0e-6b5f9a1e2c34';
const ADD_IN_ID = 'c1a6d8f0-4b7e-4f3a-9d25-0e8b7c6a5f41';

const VERSION = '0.1.0';

/** The add-in as documents name it whose pane is to open with them: deployed centrally, under the id of its XML manifest. */
export const ADD_IN: AddIn = { id: ADD_IN_ID, version: `${VERSION}.0`, store: 'EXCatalog', storeType: 'EXCatalog' };

/** The deployment that the settings describe. Without a real tenant an invented address stands in, for Teams takes no plain localhost. */
export const deploymentOf = (): Deployment => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  const origin = config.kind === 'real' ? config.origin : 'https://waymark.example.org';
  return {
    origin,
    appId: APP_ID,
    clientId: config.kind === 'real' ? config.graph.clientId : LOCAL_CLIENT,
    addInId: ADD_IN_ID,
    version: VERSION,
    developer: { name: 'Waymark contributors', website: origin, privacy: `${origin}/privacy`, terms: `${origin}/terms` },
  };
};

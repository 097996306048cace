import path from 'node:path';
import type { Deployment } from '#manifest/source.ts';
import { ADD_IN_ID, APP_ID, VERSION } from './app-ids.ts';
import { configOf } from './config.ts';
import { readEnvironment } from './environment.ts';
import { LOCAL_CLIENT } from './local-values.ts';
import { root } from './root.ts';

/** The deployment that the settings describe. Without a real tenant an invented address stands in, for Teams takes no plain localhost. */
export const deploymentOf = (): Deployment => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  const origin = config.kind === 'real' ? config.origin : 'https://waymark.example.org';
  return {
    origin,
    appId: APP_ID,
    clientId: config.kind === 'real' ? config.graph.clientId : (config.registered?.clientId ?? LOCAL_CLIENT),
    addInId: ADD_IN_ID,
    version: VERSION,
    developer: { name: 'Waymark contributors', website: origin, privacy: `${origin}/privacy`, terms: `${origin}/terms` },
  };
};

import type { AddIn } from '#api/plans/document/meta.ts';

/** Ids of the app itself: the same in every tenant, as the store and the admin centre know it. */
export const APP_ID = '7c3f1d52-92a4-4d0b-8f0e-6b5f9a1e2c34';
export const ADD_IN_ID = 'c1a6d8f0-4b7e-4f3a-9d25-0e8b7c6a5f41';

export const VERSION = '0.1.0';

/** The add-in as documents name it whose pane is to open with them: deployed centrally, under the id of its XML manifest. */
export const ADD_IN: AddIn = { id: ADD_IN_ID, version: `${VERSION}.0`, store: 'EXCatalog', storeType: 'EXCatalog' };

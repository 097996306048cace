export { start as default } from './one-postgres.mjs';

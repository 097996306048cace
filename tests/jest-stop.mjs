export { stop as default } from './one-postgres.mjs';

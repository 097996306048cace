import { readFileSync } from 'node:fs';
import { openDatabase } from '#api/database/connection.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { seed } from '#server/seed.ts';

const { day } = JSON.parse(readFileSync('/tmp/bot-trial/local-values.json', 'utf8'));
const database = openDatabase({ url: process.argv[2]! });
console.log(await seed(database, hollinBank(day), { today: day }));
await database.close();

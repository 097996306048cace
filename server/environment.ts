import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { Plain } from './plain.ts';

/** Values by name, as the process or a file gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const why = (fault: unknown): string => {
  const { code } = fault as { code?: string };
  return code === 'EACCES' ? 'this user may not read it' : code === 'EISDIR' ? 'it is a folder' : 'it is not text';
};

/** Lines that name no setting: dotenv would pass over them in silence. Values in quotes may run over several lines. */
const strayLine = (text: string): number | undefined => {
  const single = text.replace(/=\s*(["'`])[\s\S]*?\1/g, (value) => `=${'\n'.repeat(value.split('\n').length - 1)}`);
  const at = single.split(/\r?\n/).findIndex((line) => !/^\s*(#.*)?$|^\s*(export\s+)?[A-Za-z_]\w*\s*=/.test(line));
  return at < 0 ? undefined : at + 1;
};

/** What a file of settings says; nothing where there is no such file. Throws a plain sentence where it cannot be read or understood. */
export const readSettingsFile = (file: string): Environment => {
  if (!existsSync(file)) return {};
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (fault) {
    throw new Plain(`The file .env cannot be read: ${why(fault)}. Mend it, or take it away to start against the made-up school.`);
  }
  const stray = text.includes('\0') ? 1 : strayLine(text);
  if (stray) throw new Plain(`The file .env cannot be read: line ${stray} is not of the form NAME=value.`);
  return parse(text);
};

/** The process's own environment over the file's: what is said on the command line wins. */
export const readEnvironment = (file: string): Environment => ({ ...readSettingsFile(file), ...process.env });

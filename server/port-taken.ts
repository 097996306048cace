import { Plain } from './plain.ts';

/** A port that cannot be opened, in one plain sentence; any other fault as it is. */
export const portTaken = (fault: unknown, port: number, setting = 'PORT'): unknown => {
  const { code } = fault as { code?: string };
  if (code === 'EADDRINUSE') return new Plain(`Port ${port} is taken by another program. Stop that one, or set ${setting} to a free port.`);
  if (code === 'EACCES') return new Plain(`This user may not open port ${port}. Set ${setting} to a port above 1023.`);
  return fault;
};

/** How a command ended: 0 done, 1 refused with reasons, 2 used wrongly. */
export type ExitCode = 0 | 1 | 2;

/** What a command says: lines for a person, and one JSON document for a machine. */
export type Answer = { readonly code: ExitCode; readonly lines: readonly string[]; readonly json: unknown };

/** Prints an answer. With `--json` the last line is one JSON document; lines for a person then go to standard error. */
export const say = (answer: Answer, asJson: boolean): ExitCode => {
  const print = asJson ? console.error : console.log;
  for (const line of answer.lines) print(line);
  if (asJson) console.log(JSON.stringify(answer.json));
  return answer.code;
};

/** Progress of long work, on standard error and only where a person watches. */
export const progress = (words: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${words}`);
};

/** Nobody can be told from the request: no token, or one that does not hold. The door answers 401, and the client signs in again. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
  /** Which check failed; for the log, not for the person. */
  readonly check: string;

  constructor(check: string, words = 'Sign in to go on.') {
    super(words);
    this.check = check;
  }
}

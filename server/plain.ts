/** A reason not to start, in one plain sentence for the person at the keyboard; shown without a stack. */
export class Plain extends Error {
  override readonly name = 'Plain';
}

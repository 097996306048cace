/** A reason not to start, in one plain sentence for the person at the keyboard; shown without a stack. */
export class Plain extends Error {
  override readonly name = 'Plain';
}

/** A command that was not used as it is meant to be: its words say how, and it ends with 2. */
export class WrongUse extends Plain {}

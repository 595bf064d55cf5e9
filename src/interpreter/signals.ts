/** What leaves an expression early: a Python exception, a path that cannot be, a bound of the interpreter. No stack is captured: they are frequent. */
import type { Value } from './values.ts';

/**
 * A Python exception on its way up. Statements end with completion records; only inside expressions is a JavaScript
 * exception the carrier, and `try` turns it back at once.
 */
export class PyRaise {
  constructor(readonly value: Value) {}
}

/** The ways taken contradict each other. */
export class Infeasible {}

/** A bound was reached; whoever asked gets an unknown that names it. */
export class Bound {
  constructor(readonly bound: string) {}
}

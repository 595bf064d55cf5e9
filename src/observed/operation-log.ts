/** Everything that one operation was asked, by the part that each request played: the input of the judgement. */
import type { TokenWay } from '../model/witness.ts';
import type { VariantLog } from './ask-variants.ts';
import type { ConcretePath } from './request-path.ts';
import type { Ownership } from './second-user.ts';
import type { Shape } from './shape.ts';
import type { Shot } from './shot.ts';

/** A request and its repetition with a cache-buster on a connection of its own. */
export interface Repeated {
  readonly first: Shot;
  again: Shot | null;
}

/** How the server answers made-up paths: `asked` and `shape` when those are a success; `unknown` when there was no usable answer. */
export interface Template {
  readonly state: 'asked' | 'unknown';
  readonly shape: Shape | null;
  readonly exchange: string | null;
  /** The status with which those without a token are refused there too. */
  readonly refused?: number;
}

/**
 * Where a refusal comes from: out of the `view`; from something in `front` of the routes, which refuses for made-up paths as well; or
 * from `behind` them.
 */
export type Gate = 'view' | 'front' | 'behind';

export interface OperationLog {
  readonly method: string;
  readonly concrete: ConcretePath;
  /** How the tokens were sent. */
  way: TokenWay;
  none: Repeated | null;
  /** The plain request without a token after the valid one: finds caches. */
  noneAfter: Shot | null;
  /** An empty `Authorization` after the valid token, and the same past a cache, where something keeps answers. */
  emptyAfter: Repeated | null;
  garbage: Repeated | null;
  tampered: Repeated | null;
  valid: Shot | null;
  /** The valid token once more after repetitions. */
  validAgain: Shot | null;
  head: Repeated | null;
  /** HEAD of a made-up path, when HEAD was answered with success. */
  headTemplate: Shot | null;
  /** Probe id -> request, for the probes that are sent once for each group of authenticators. */
  readonly others: Map<string, OtherShot>;
  /** Where the request without a token was refused, once that is known. */
  gate: Gate | null;
  /** Probe id -> what was asked in other words, see `askVariants`. */
  readonly variants: Map<string, VariantLog>;
  /** The valid token signed anew with the user's key, where the key did not make the valid token's own signature. */
  resigned: Shot | null;
  /** What is known of the owner of the object, where the second user was to ask for it. */
  ownership: Ownership | null;
  /** How the server answers made-up paths beside this one. Null when nothing needed it. */
  template: Template | null;
  /** The valid token's answer is public: its values that only it has tell nothing. */
  cached: boolean;
}

export interface OtherShot extends Repeated {
  /** The name that the credential travelled under, once it is known. */
  name: string | null;
  /** Which spelling of the credential this is, where there are several: the one that got in, else the one that tells most. */
  spelling?: Spelling;
  /** True where the operation takes no token of the run, so that a refusal tells nothing. */
  readonly untold?: boolean;
  /** True when this is the valid token's request in the same place, which answers for a made-up one as well. */
  readonly ofValid?: boolean;
}

export interface Spelling {
  /** What tells it from the others; none where it is the only one. */
  readonly label?: string;
  readonly index: number;
  /** How many were sent, and how many there are. */
  readonly sent: number;
  readonly all: number;
}

export function newLog(method: string, concrete: ConcretePath, way: TokenWay): OperationLog {
  return {
    method,
    concrete,
    way,
    none: null,
    noneAfter: null,
    emptyAfter: null,
    garbage: null,
    tampered: null,
    valid: null,
    validAgain: null,
    head: null,
    headTemplate: null,
    others: new Map(),
    gate: null,
    variants: new Map(),
    resigned: null,
    ownership: null,
    template: null,
    cached: false,
  };
}

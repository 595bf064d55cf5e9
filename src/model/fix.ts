/** Fixes: text edits on the scanned project that are judged again before anybody sees them. */
import type { Place } from './place.ts';

/** Replaces the characters from `start` to `end` (UTF-16 offsets into the file's text) by `text`. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to close a finding. It is only a proposal until the edited source was judged. */
export interface Proposal {
  /** In the imperative, e.g. `demand a user on ReferralListView`. */
  readonly summary: string;
  readonly edits: readonly TextEdit[];
  /** True when something was chosen that the source does not say, so that a person must agree. */
  readonly guess?: true;
}

/** A view that a finding reaches. */
export interface FixView {
  readonly method: string;
  readonly action: string | null;
  readonly place: Place;
}

/** What a fix is told of a finding. */
export interface FixRequest {
  readonly rule: string;
  readonly place: Place | null;
  readonly views: readonly FixView[];
  /** The settings module and the place of a setting, when the project has it. */
  readonly settingPlace: (name: string) => Place | null;
  /** Text of a file of the project as it is now, or null. */
  readonly read: (file: string) => string | null;
}

/** `safe`: whoever was allowed in still is. `changes-behaviour`: a caller who relied on the hole is turned away. */
export type Applicability = 'safe' | 'changes-behaviour';

/** One file under `src/fixes/`; its name is the id. */
export interface Fix {
  readonly id: string;
  /** Rules whose findings it may close. */
  readonly rules: readonly string[];
  /** The proposals, the smallest edit first. Empty when the code has another shape than the fix knows. Never throws for odd code. */
  propose(request: FixRequest): readonly Proposal[];
}

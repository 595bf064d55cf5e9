/** Where something stands in a file: the one position type of the project. */

/**
 * A position in a text file. `file` is relative to the scanned project (or starts with a distribution's
 * folder for library code); `line` and `column` are 1-based and count Unicode code points.
 */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** `file:line` as it is printed; columns are left to the reports. */
export function formatPlace(place: Place): string {
  return `${place.file}:${place.line}`;
}

/** Edited files as one unified diff. */
import { posix } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

export interface EditedFile {
  /** Relative to the project. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * A diff that `git apply` and `patch -p1` take in the folder from which `prefix` leads to the project.
 * @param prefix `''`, or a relative path with forward slashes
 */
export function unifiedDiff(files: readonly EditedFile[], prefix: string): string {
  return files
    .filter(({ before, after }) => before !== after)
    .map(({ file, before, after }) => {
      const name = posix.join(prefix, file);
      return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      });
    })
    .join('');
}

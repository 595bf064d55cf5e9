/** Name and version of this program, as the documents tell them. */
import { ownVersion } from '../model/own-package.ts';

export function tool(): { readonly name: 'unlatched'; readonly version: string } {
  return { name: 'unlatched', version: ownVersion() };
}

/** Where a document says that clients name the version of the API: in the media type, a header or a query parameter. */
import type { NamedVersion } from '../model/witness.ts';
import type { ReadOperation } from './operations.ts';
import { child, isMap } from './tree.ts';

const PARAMETER = /^(x-)?(api-|accept-)?version$/i;

/**
 * The versions that an operation names: `application/json; version=1.0` as drf-spectacular writes it, a vendor's media type
 * (`application/vnd.shop.v2+json`), or the value of a parameter that is called so.
 */
export function versionsOf({ node, parameters }: ReadOperation): readonly NamedVersion[] {
  const named = parameters.flatMap(({ in: where, name, value }): NamedVersion[] =>
    PARAMETER.test(name) && value !== null && (where === 'header' || where === 'query') ? [{ place: where, name, value }] : [],
  );
  const responses = child(node, 'responses');
  for (const response of isMap(responses) ? [...responses.entries.values()] : []) {
    const content = child(response.value, 'content');
    for (const type of isMap(content) ? content.entries.keys() : []) {
      const parameter = /^([\w.+-]+\/[\w.+-]+)\s*;\s*(v|version)=([\w.-]{1,20})$/i.exec(type);
      const vendor = /^(application\/vnd\.[\w.-]*?\bv)(\d{1,2})(\+?[\w.+-]*)$/i.exec(type);
      if (parameter) named.push({ place: 'accept', name: `${parameter[1]}; ${parameter[2]}=`, value: parameter[3]! });
      else if (vendor) named.push({ place: 'accept', name: vendor[1]!, value: vendor[2]!, after: vendor[3]! });
    }
  }
  return named;
}

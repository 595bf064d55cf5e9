/** `--spec`: from what the user wrote to a file, or to locations at the scanned server. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { PredictedWitness } from '../model/witness.ts';

const FOLDERS = ['.', 'docs', 'doc', 'api', 'openapi', 'schema', 'static'];
const NAMES = ['openapi', 'swagger', 'schema'];
const ENDINGS = ['yaml', 'yml', 'json'];

/** Paths where servers answer with their document: drf-spectacular, drf-yasg, DRF, Ninja and hand-made ones. */
const CONVENTIONS = [
  '/openapi.json',
  '/api/schema/',
  '/api/openapi.json',
  '/schema/',
  '/swagger.json',
  '/openapi',
  '/api/schema/?format=json',
  '/swagger/?format=openapi',
  '/api/swagger.json',
  '/docs/openapi.json',
  '/api/v1/openapi.json',
  '/api/v1/schema/',
  '/openapi.yaml',
];
/** Requests that the search for a document may take. */
const MAX_LOCATIONS = 16;

/** Classes whose views answer with the document. */
const SCHEMA_VIEWS = [
  'drf_spectacular.views.SpectacularAPIView',
  'drf_spectacular.views.SpectacularJSONAPIView',
  'drf_spectacular.views.SpectacularYAMLAPIView',
  'drf_yasg.views.SchemaView',
  'rest_framework.schemas.views.SchemaView',
];

/** Where the document comes from: a file, or locations at the scanned server. */
export type DocumentPlace = { readonly file: string } | { readonly locations: readonly string[] };

/**
 * What `--spec` names. `auto` looks for the usual names in PATH and its usual folders, and then at the server: where the
 * source has a schema view, and by convention.
 * @throws UsageError when there is nothing to ask, and for a URL of another server
 */
export function placeOfDocument(spec: string, path: string, url: string | null, source: PredictedWitness | null): DocumentPlace {
  if (/^https?:/i.test(spec)) {
    if (url === null || originOf(spec) === null || originOf(spec) !== originOf(url)) {
      throw new UsageError(
        'spec-other-origin',
        '--spec URL must be of the scanned server (the same origin as --url); save any other document to a file and name that',
      );
    }
    return { locations: [spec] };
  }
  if (spec !== 'auto') return { file: spec };
  const file = localDocument(path);
  if (file !== null) return { file };
  if (url !== null) return { locations: [...new Set([...sourceLocations(source), ...CONVENTIONS])].slice(0, MAX_LOCATIONS) };
  throw new UsageError(
    'spec-not-found',
    `--spec auto: no ${NAMES.join(', ')} with .yaml, .yml or .json in ${path} or its docs folder; name the file`,
  );
}

/** Routes of the source whose view makes the document, those that answer JSON first. */
function sourceLocations(source: PredictedWitness | null): readonly string[] {
  if (source === null) return [];
  const own = new Set(SCHEMA_VIEWS.flatMap((base) => source.facts.classesOf(base).map(({ name }) => name)));
  const isSchema = (view: string): boolean => SCHEMA_VIEWS.includes(view) || own.has(view) || /^drf_yasg\..*SchemaView$/.test(view);
  const found = source.operations
    .filter(({ method, path, reachable, formatSuffix, view, kind }) => {
      if (!reachable || formatSuffix || !['GET', '*'].includes(method) || path.includes('{')) return false;
      return (view !== null && isSchema(view)) || (kind === 'ninja' && /openapi\.json$/.test(path)) || /\/openapi\.json$/.test(path);
    })
    .map(({ path }) => path);
  return [...found].sort((left, right) => Number(/json/.test(right)) - Number(/json/.test(left)));
}

function originOf(text: string): string | null {
  return URL.canParse(text) ? new URL(text).origin : null;
}

function localDocument(path: string): string | null {
  for (const folder of FOLDERS) {
    for (const name of NAMES) {
      for (const ending of ENDINGS) {
        const file = join(path, folder, `${name}.${ending}`);
        if (isFile(file)) return file;
      }
    }
  }
  return null;
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

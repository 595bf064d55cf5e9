/** Fetches the OpenAPI document from the scanned server itself: bounded, never from elsewhere, with the token where it must. */
import type { FetchDocumentRequest, FetchedDocument, TokenWay } from '../model/witness.ts';
import { schemeCandidates } from '../tokens/scheme.ts';
import { type Answer, headerOf } from './answer.ts';
import { openAsker, ownPath } from './asker.ts';
import { bindCredential, inAuthorization, makeMaterials, NO_CREDENTIAL } from './credential.ts';
import type { Sent } from './sender.ts';

/** Documents of very large APIs have a few megabytes. */
const DOCUMENT_LIMIT = 20 * 1024 * 1024;
/** DRF negotiates: its own OpenAPI types first, or it may answer with a page for people. */
const ACCEPT =
  'application/vnd.oai.openapi+json, application/openapi+json, application/json, application/vnd.oai.openapi, application/yaml;q=0.9, */*;q=0.1';
const VALID = { place: 'header', material: 'valid', scheme: 'auto' } as const;

/**
 * Asks the locations in their order, each with the token (if there is one) and, where that is turned away, without.
 * @throws UsageError for a URL that may not be asked
 */
export async function fetchDocument(request: FetchDocumentRequest): Promise<FetchedDocument> {
  const materials = makeMaterials(request.token);
  const asker = await openAsker(request, materials.secrets, DOCUMENT_LIMIT);
  const notes: string[] = [];
  try {
    for (const location of request.locations) {
      const path = ownPath(asker.origin, location);
      if (path === null) {
        notes.push(`${location} is not on ${asker.origin.origin}${asker.origin.prefix}`);
        continue;
      }
      const ask = (word: string | null) =>
        asker.sender.send({
          probe: 'document',
          operation: null,
          method: 'GET',
          path,
          query: [],
          accept: ACCEPT,
          credential: word === null ? NO_CREDENTIAL : bindCredential(VALID, ['Authorization'], wayOf(word, request), materials)!,
        });
      // With the token first: some servers show strangers a shorter document.
      let words =
        request.token === null
          ? []
          : request.tokenScheme === 'auto'
            ? schemeCandidates(request.token, [], null, null)
            : [request.tokenScheme];
      let sent = await ask(words[0] ?? null);
      if (words.length > 0 && refused(sent)) {
        const challenge = sent.answer ? headerOf(sent.answer, 'www-authenticate') : null;
        if (request.tokenScheme === 'auto')
          words = [words[0]!, ...schemeCandidates(request.token, [], challenge, null).filter((word) => word !== words[0])];
        for (const word of [...words.slice(1, 3), null]) {
          sent = await ask(word);
          if (!refused(sent)) break;
        }
      }
      if (sent.answer === null) {
        notes.push(`${location}: ${sent.text}`);
        if (sent.failure === 'connect' || sent.failure === 'stopped') break;
        continue;
      }
      const found = isDocument(sent.answer);
      asker.sender.label(sent.exchange, found ? 'DOCUMENT' : 'NO-DOCUMENT');
      if (found) {
        const shown = `${asker.origin.origin}${path.split('?', 1)[0]}`;
        return { text: sent.answer.text, location: shown, problem: null, exchanges: asker.sender.exchanges };
      }
      notes.push(`${location} answered ${sent.answer.status}${sent.answer.truncated ? ', larger than 20 MB' : ''}`);
    }
  } finally {
    asker.close();
  }
  return { text: null, location: null, problem: notes.slice(0, 4).join('; ') || 'no location to ask', exchanges: asker.sender.exchanges };
}

function wayOf(word: string, { way }: FetchDocumentRequest): TokenWay {
  return way && way.word !== 'auto' ? way : inAuthorization(word);
}

/** The first word of an OpenAPI document, JSON or YAML. */
function isDocument(answer: Answer): boolean {
  if (answer.status !== 200 || answer.truncated) return false;
  if (answer.kind === 'json') {
    const json = answer.json as Record<string, unknown> | null;
    return typeof json === 'object' && json !== null && (typeof json.openapi === 'string' || typeof json.swagger === 'string');
  }
  return answer.kind !== 'html' && /^\s*["']?(openapi|swagger)["']?\s*:/m.test(answer.text.slice(0, 5000));
}

function refused({ answer }: Sent): boolean {
  return answer !== null && (answer.status === 401 || answer.status === 403 || (answer.status >= 300 && answer.status < 400));
}

/** A file that the server hands out to everybody, as the key of a token: which one, and by which names code may open it. */
import type { StaticFileFact } from '../model/facts.ts';
import type { PublicFile } from '../tokens/self-made.ts';
import type { Answer } from './answer.ts';
import { pathUnder } from './asker.ts';
import { NO_CREDENTIAL } from './credential.ts';
import { isOnThisMachine } from './key-listener.ts';
import type { Origin } from './origin.ts';
import type { Sender } from './sender.ts';

/** Where every Django with an admin has it, unless the settings say otherwise. */
const ADMIN_ADDRESS = '/static/admin/css/base.css';
/** From anywhere up to the root. */
const UP = '../../../../../../../..';
const MOST_BYTES = 1_000_000;

/** A file, its address below the prefix of the URL, and the names for it. */
export interface WantedFile extends Omit<PublicFile, 'bytes'> {
  readonly address: string;
}

/**
 * The file to ask for: the first one that the source tells of, else the usual one.
 * @returns null where it lies outside of the URL of the run
 */
export function wantedFile(origin: Origin, files: readonly StaticFileFact[]): WantedFile | null {
  const told = files[0] ?? null;
  const whole = told?.address ?? ADMIN_ADDRESS;
  const address = whole.startsWith(`${origin.prefix}/`) ? pathUnder(origin, whole) : null;
  if (address === null) return null;
  return { address, ...(told ? namesOf(told, isOnThisMachine(origin)) : { fromAnywhere: false, names: guessedNames(whole) }) };
}

/** A path that only this machine knows goes to a server on this machine only. */
function namesOf({ address, path, inProject, fixed }: StaticFileFact, here: boolean): Omit<PublicFile, 'bytes'> {
  const fromAnywhere = here || fixed;
  const whole = fromAnywhere ? [spelt(`${UP}${path}`, 'from the root, with ../'), spelt(path, 'from the root')] : [];
  return { fromAnywhere, names: [...whole, ...(inProject !== null ? relative(inProject) : fromAnywhere ? [] : guessedNames(address))] };
}

function guessedNames(address: string): PublicFile['names'] {
  const below = address.slice(1);
  return [...relative(below), spelt(`../${below.replace(/^static\//, 'staticfiles/')}`)];
}

/** From a folder of keys in the project, from the project itself, and from a folder of one of its parts. */
function relative(path: string): PublicFile['names'] {
  return [`../${path}`, path, `../../${path}`].map((name) => spelt(name));
}

function spelt(name: string, label = name): PublicFile['names'][number] {
  return { name, label };
}

/** One request, without a token. What was changed on the way or is no text serves nothing. */
export async function askForFile(sender: Sender, { address, ...about }: WantedFile): Promise<PublicFile | null> {
  const message = {
    probe: 'public-file',
    operation: null,
    method: 'GET',
    path: address,
    query: [],
    credential: NO_CREDENTIAL,
    accept: '*/*',
  };
  const { answer, exchange } = await sender.send(message);
  const file = answer && isFile(answer) ? { bytes: Buffer.from(answer.text), ...about } : null;
  if (answer) sender.label(exchange, file ? 'FILE' : 'NO-FILE');
  return file;
}

function isFile({ status, kind, text, truncated }: Answer): boolean {
  const whole = status === 200 && !truncated && (kind === 'text' || kind === 'json');
  // What is no UTF-8 was replaced when it was read.
  return whole && text.length <= MOST_BYTES && !text.includes('\uFFFD') && text.trim() !== '';
}

/** Binds a probe to a scheme and a token: what goes on the wire, how a shell writes it, and what a plan shows of it. */
import type { MadeToken, Probe, ProbeSend } from '../model/probe.ts';
import type { Grants, KnownUser, Target, TokenWay } from '../model/witness.ts';
import { firstHalf, garbageLike, otherCase, tamper } from '../tokens/break.ts';
import { tokenKind } from '../tokens/inspect.ts';
import { type PublicFile, type SelfMade, selfMade, whyNotSelfMade } from '../tokens/self-made.ts';
import type { PublicKey } from '../tokens/with-public-key.ts';
import { type Forged, forge, variableFor } from './forged.ts';
import { namingOwnUser } from './own-user.ts';
import { type WithPublicKey, withPublicKey } from './public-key.ts';

/** A text in three forms. `shell` stands between double quotes; `shape` holds no part of a secret. */
export interface Material {
  readonly wire: string;
  readonly shell: string;
  readonly shape: string;
  /** What tells it from the other spellings of its idea. */
  readonly label?: string;
  /** What must be refused where this one gets in, else it says nothing. */
  readonly twin?: Material;
  /** Too short a piece of a secret to be known again in other text: what is recorded of the request has `shape` in its place. */
  readonly piece?: true;
}

/** One header, query parameter or cookie that carries a credential. */
export interface Carrier extends Material {
  readonly name: string;
}

export interface Credential {
  readonly headers: readonly Carrier[];
  readonly query: readonly Carrier[];
}

export const NO_CREDENTIAL: Credential = { headers: [], query: [] };
export const EMPTY_AUTHORIZATION: Credential = { headers: [{ name: 'Authorization', wire: '', shell: '', shape: '' }], query: [] };

/** The tokens of one run: the valid one and what was made from it, each made once so that equal requests are equal. */
export interface Materials {
  readonly valid: Material | null;
  readonly garbage: Material;
  readonly tampered: Material | null;
  /** The first half of the valid token. */
  readonly prefix: Material | null;
  /** The valid token with its capital letters small and its small ones capital; null for a JWT, whose letters are numbers. */
  readonly otherCase: Material | null;
  /** True when the valid token is a JWT. */
  readonly isSigned: boolean;
  /** The claims of the valid token under another header and signature, which anybody can make, in each spelling; none for an opaque one. */
  selfMade(made: MadeToken): readonly Material[];
  /** The user's further secrets, for the probes that need them. */
  readonly granted: Grants;
  readonly refresh: Material | null;
  readonly low: Material | null;
  readonly second: Material | null;
  /** Tokens signed with the user's key; null without one. */
  readonly forged: Forged | null;
  /** Tokens for which the public key of the issuer is enough; null without a token. */
  readonly published: WithPublicKey | null;
  /** Given where the user allowed what makes the server do more than answer. */
  readonly intrusion: Intrusion | null;
  readonly known: Known;
  /** Everything that must never be recorded. */
  readonly secrets: readonly string[];
}

export interface Intrusion {
  /** Where the server can fetch a key of ours; null where it cannot. */
  readonly keyAddress: string | null;
}

/** What is known beside token and options. */
export interface Known {
  /** The key that the server hands out for its tokens. */
  readonly publicKey?: PublicKey | null;
  /** A file that it hands out to everybody; null where it does not, undefined where nobody has asked. */
  readonly publicFile?: PublicFile | null;
  /** The scopes that the document names. */
  readonly scopes?: readonly string[];
  /** Whom the token belongs to. */
  readonly user?: KnownUser;
}

/** Longest made-up token that is written out in a shell line. */
const LITERAL_LENGTH = 64;

/**
 * Makes the credentials of a run.
 * @param probes those for which tokens are signed, where the user gave the key
 */
export function makeMaterials(
  token: string | null,
  granted: Grants = {},
  probes: readonly Probe[] = [],
  intrusion: Intrusion | null = null,
  known: Known = {},
): Materials {
  const made = garbageLike(token);
  const garbage: Material = {
    wire: made,
    // A token turned by half its alphabet has the same shape and is as made up as the one that was sent.
    shell: made.length <= LITERAL_LENGTH ? shellText(made) : `$(printf %s "$TOKEN" | tr A-Za-z0-9 N-ZA-Mn-za-m5-90-4)`,
    shape: '<made-up token>',
  };
  const refresh = handed(granted['refresh-token'], '$REFRESH_TOKEN', '<refresh token>');
  const key = granted['signing-key'];
  const forged = token !== null && key ? forge(token, key, probes, known.scopes ?? []) : null;
  const low = handed(granted['low-token'], '$LOW_TOKEN', '<token of few rights>');
  const second = handed(granted['second-token'], '$SECOND_TOKEN', '<token of the second user>');
  const published = token === null ? null : withPublicKey(token, known.publicKey ?? forged?.publicKey ?? null, probes);
  const given = { granted, refresh, low, second, forged, published, intrusion, known };
  const handedOver = [
    ...Object.values(granted).filter((secret) => secret !== null),
    ...(forged?.secrets ?? []),
    ...(published?.secrets ?? []),
  ];
  if (token === null)
    return {
      valid: null,
      garbage,
      tampered: null,
      prefix: null,
      otherCase: null,
      isSigned: false,
      selfMade: () => [],
      ...given,
      secrets: handedOver,
    };
  const bad = tamper(token);
  const half = firstHalf(token);
  const swapped = otherCase(token);
  const own = new Map<string, readonly Material[]>();
  const secrets: string[] = [];
  for (const { id, title, sends } of probes) {
    const spellings = sends.made ? selfMade(token, sends.made, intrusion?.keyAddress, known.publicFile) : [];
    const materials = spellings.map((parts, index) => selfMadeMaterial(token, parts, variableFor(id, index), title));
    own.set(JSON.stringify(sends.made), materials);
    secrets.push(...secretsIn(materials));
  }
  return {
    valid: { wire: token, shell: '$TOKEN', shape: '<valid token>' },
    garbage,
    tampered: {
      wire: bad.token,
      shell: `\${TOKEN:0:${bad.index}}${shellText(bad.character)}\${TOKEN:${bad.index + 1}}`,
      shape: '<valid token with one character changed>',
    },
    prefix: { wire: half, shell: `\${TOKEN:0:${half.length}}`, shape: '<first half of the valid token>' },
    otherCase:
      swapped === null
        ? null
        : {
            wire: swapped,
            shell: `$(printf %s "$TOKEN" | tr A-Za-z a-zA-Z)`,
            shape: '<valid token with small and capital letters exchanged>',
          },
    isSigned: tokenKind(token) === 'jwt',
    selfMade: (made) => own.get(JSON.stringify(made)) ?? [],
    ...given,
    secrets: [token, bad.token, half, ...(swapped === null ? [] : [swapped]), ...secrets, ...handedOver],
  };
}

/** Of JSON only the claims are secret, and those are a part of the token: its names and quotes are everybody's. */
function secretsIn(materials: readonly Material[]): string[] {
  const wires = materials.flatMap(({ wire, twin }) => [wire, ...(twin ? [twin.wire] : [])]);
  return wires.flatMap((wire) => (wire.includes('"') ? (wire.match(/[\w-]+\.[\w-]+/g) ?? []) : [wire]));
}

/** The same materials with tokens that take a file of the server; nothing else is made anew. */
export function withPublicFile(materials: Materials, { title, id, sends }: Probe, publicFile: PublicFile | null): Materials {
  const { valid, known } = materials;
  const spellings = valid && sends.made ? selfMade(valid.wire, sends.made, null, publicFile) : [];
  const made = spellings.map((parts, index) => selfMadeMaterial(valid!.wire, parts, variableFor(id, index), title));
  return {
    ...materials,
    known: { ...known, publicFile },
    selfMade: (wanted) => (wanted.signed === 'public-file' ? made : materials.selfMade(wanted)),
    secrets: [...materials.secrets, ...secretsIn(made)],
  };
}

/** The claims are a secret, which a shell takes from the token; a signature over them says something of them, so it is written nowhere. */
function selfMadeMaterial(token: string, made: SelfMade, variable: string, title: string): Material {
  const { before, after, isSigned, label, claims = token.split('.')[1], twin } = made;
  return {
    wire: `${before}${claims}${after}`,
    shell: isSigned ? variable : `${shellText(before)}$(printf %s "$TOKEN" | cut -d. -f2)${shellText(after)}`,
    shape: `<${title}${label ? `, ${label}` : ''}>`,
    ...(label ? { label } : {}),
    ...(twin ? { twin: selfMadeMaterial(token, twin, `${variable}_TWIN`, title) } : {}),
  };
}

/** How many spellings of a probe's credential there are, to be sent one after the other. */
export function spellingsOf(sends: ProbeSend, materials: Materials): readonly (Material | null)[] {
  const { made } = sends;
  if (!made || made.use === 'refresh')
    return [sends, ...(sends.also ?? [])].map((_words, index) => materialOf(spelt(sends, index), materials));
  const own = materials.selfMade(made);
  if (own.length > 0) return own;
  const published = materials.published?.materialsOf(made) ?? [];
  return published.length > 0 ? published : (materials.forged?.materialsOf(made) ?? []);
}

/** What a probe sends in one of its spellings, the plain one first. */
function spelt(sends: ProbeSend, spelling: number): ProbeSend & { readonly label?: string } {
  return spelling === 0 ? sends : { ...sends, ...sends.also?.[spelling - 1] };
}

/** Why there is no token for a probe that anybody could send, or null. */
export function whyNotMade({ made }: ProbeSend, { valid, selfMade: spellings, known }: Materials): string | null {
  // Asked for when it is wanted.
  if (made?.signed === 'public-file' && known.publicFile === undefined) return null;
  return made && valid && spellings(made).length === 0 ? whyNotSelfMade(valid.wire, made) : null;
}

/** What the user handed over as it is; a shell has it in a variable. */
function handed(secret: string | null | undefined, shell: string, shape: string): Material | null {
  return secret ? { wire: secret, shell, shape } : null;
}

/** In `Authorization`, behind a word. */
export function inAuthorization(word: string): TokenWay {
  return { place: 'header', name: 'Authorization', word };
}

/** True for the probe that is the positive control: the valid token where it belongs. */
export function isControl(probe: Probe): boolean {
  return probe.sends.material === 'valid' && probe.sends.place === 'header' && probe.secure === 'admits';
}

/** The part that a probe plays in the sequence of one operation. */
export type Role = 'none' | 'garbage' | 'tampered' | 'valid' | 'method' | 'options' | 'override' | 'variant' | 'own' | 'other' | 'raised';

/** Derives the role from what the probe sends. */
export function roleOf(probe: Probe): Role {
  const { material, place, method, override, changes } = probe.sends;
  if (changes) return 'variant';
  if (override) return 'override';
  if (method === 'OPTIONS') return 'options';
  if (method !== undefined) return material === 'none' ? 'method' : 'other';
  if (material === 'none' || place === 'none') return 'none';
  if (!isUsualWay(probe.sends)) return 'other';
  if (isControl(probe)) return 'valid';
  if (probe.sends.made?.rights || probe.sends.made?.scope === 'raised') return 'raised';
  // What somebody may do is decided operation by operation.
  if (material === 'low' || material === 'second' || probe.sends.made?.scope) return 'own';
  return material === 'garbage' || material === 'tampered' ? material : 'other';
}

/** True for a credential that goes where the valid token of the run goes, whatever way that is. */
function isUsualWay({ place, names, scheme }: ProbeSend): boolean {
  const authorization = (names ?? ['Authorization']).every((name) => name.toLowerCase() === 'authorization');
  return place === 'header' && authorization && (scheme ?? 'auto') === 'auto';
}

/** Names under which the probe's credential travels; those that source or document tell come first. */
export function carrierNames(sends: ProbeSend, target: Target): string[] {
  if (sends.place === 'query') return unique([...target.queryNames, ...(sends.names ?? [])]);
  if (sends.place === 'header') {
    const names = sends.names ?? ['Authorization'];
    if (sends.material === 'identity') return unique([...(target.userHeaders ?? []), ...names]);
    const other = names.some((name) => name.toLowerCase() !== 'authorization');
    return unique([...(other ? target.headerNames.filter((name) => name.toLowerCase() !== 'authorization') : []), ...names]);
  }
  return unique([...(sends.names ?? [])]);
}

function unique(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => /^[A-Za-z0-9_.-]{1,60}$/.test(name) && !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/**
 * The credential of a probe, all its carriers at once or only the named ones. What has no place of its own travels the way
 * of the valid token.
 * @param spelling which of `spellingsOf`
 * @returns null when the probe cannot be sent with a safe method (a form) or without a token
 */
export function bindCredential(
  sends: ProbeSend,
  names: readonly string[],
  way: TokenWay,
  materials: Materials,
  spelling = 0,
): Credential | null {
  if (sends.material === 'none' || sends.place === 'none') return NO_CREDENTIAL;
  const material = spellingsOf(sends, materials)[spelling] ?? null;
  if (material === null || sends.place === 'form') return null;
  if (sends.material === 'identity') return namingUser(names, materials, spelt(sends, spelling).joint);
  if (sends.beside) return canBeTwice(sends, way) ? besideGarbage(sends.beside, way, material, materials.garbage) : null;
  const words = spelt(sends, spelling);
  if (isUsualWay(words)) return bindMaterial(way, material, words.between);
  const chosen = words.scheme !== undefined && words.scheme !== 'auto';
  const worded = behind(chosen ? words.scheme! : way.word, material, words.between);
  if (sends.place !== 'header') return carried(sends.place, names, material);
  // In other headers than Authorization a key stands alone, unless the probe names a scheme itself.
  const headers = names.map((name) => ({ name, ...(chosen || name.toLowerCase() === 'authorization' ? worded : material) }));
  return { headers, query: [] };
}

function namingUser(names: readonly string[], { known }: Materials, joint?: '_'): Credential | null {
  const headers = namingOwnUser(names, known.user ?? {}, joint);
  return headers.length > 0 ? { headers, query: [] } : null;
}

/** A name in a query or a cookie may well come twice, and every server has its way with that; a header with a token may not. */
export function canBeTwice({ beside }: ProbeSend, way: TokenWay): boolean {
  return beside === undefined || way.place === 'header';
}

function besideGarbage(where: 'before' | 'after', way: TokenWay, material: Material, garbage: Material): Credential {
  const lines = [bindMaterial(way, garbage), bindMaterial(way, material)];
  if (where === 'after') lines.reverse();
  return { headers: lines.flatMap(({ headers }) => headers), query: [] };
}

/** A token that travels the way of the valid one. */
export function bindMaterial(way: TokenWay, material: Material, between?: string): Credential {
  return carried(way.place, [way.name], behind(way.word, material, between));
}

function behind(word: string, material: Material, between = ' '): Material {
  return word === 'none' ? material : prefixed(`${word}${between}`, material);
}

/** True where a probe comes out as what the server takes by right: the valid token in one of its ways. */
export function isRightful({ headers, query }: Credential, ways: readonly TokenWay[], { valid }: Materials): boolean {
  const text = (carriers: readonly Carrier[]): string => carriers.map(({ name, wire }) => `${name.toLowerCase()}: ${wire}`).join('\n');
  return ways.some((way) => {
    const right = valid && bindMaterial(way, valid);
    return right && text(right.headers) === text(headers) && text(right.query) === text(query);
  });
}

function carried(place: TokenWay['place'], names: readonly string[], material: Material): Credential {
  if (place === 'query') return { headers: [], query: names.map((name) => ({ name, ...material })) };
  if (place === 'header') return { headers: names.map((name) => ({ name, ...material })), query: [] };
  const pairs = names.map((name) => prefixed(`${name}=`, material));
  const join = (form: keyof Material): string => pairs.map((pair) => pair[form]).join('; ');
  return { headers: [{ name: 'Cookie', wire: join('wire'), shell: join('shell'), shape: join('shape') }], query: [] };
}

function materialOf({ label, ...sends }: ProbeSend & { readonly label?: string }, materials: Materials): Material | null {
  const material = plainMaterialOf(sends, materials);
  return material && label ? { ...material, label } : material;
}

function plainMaterialOf(sends: ProbeSend, materials: Materials): Material | null {
  const text = sends.literal ?? '';
  switch (sends.material) {
    case 'literal':
      return { wire: text, shell: shellText(text), shape: text };
    case 'suffixed':
      return materials.valid && followed(materials.valid, text);
    case 'prefix':
      return sends.length === undefined ? materials.prefix : materials.valid && beginning(materials.valid, sends.length);
    case 'other-case':
      return materials.otherCase;
    case 'user':
      return namingOwnUser(['name', 'id'], materials.known.user ?? {})[0] ?? null;
    case 'identity':
      return namingOwnUser(sends.names ?? [], materials.known.user ?? {}, sends.joint)[0] ?? null;
    case 'made':
      return sends.made?.use === 'refresh' ? materials.refresh : null;
    case 'valid':
    case 'tampered':
    case 'garbage':
    case 'low':
    case 'second':
      return materials[sends.material];
    default:
      return null;
  }
}

function followed(material: Material, text: string): Material {
  return { wire: material.wire + text, shell: material.shell + shellText(text), shape: material.shape + text };
}

/** JWTs all begin alike. */
function beginning({ wire }: Material, length: number): Material | null {
  if (length >= wire.length / 2 || tokenKind(wire) === 'jwt') return null;
  const count = length === 1 ? 'first character' : `first ${length} characters`;
  return { wire: wire.slice(0, length), shell: `\${TOKEN:0:${length}}`, shape: `<${count} of the valid token>`, piece: true };
}

function prefixed(word: string, material: Material): Material {
  const piece = material.piece ? { piece: material.piece } : {};
  return { wire: word + material.wire, shell: shellText(word) + material.shell, shape: word + material.shape, ...piece };
}

/** Text between double quotes of a POSIX shell. */
export function shellText(text: string): string {
  return text.replace(/[\\"$`]/g, '\\$&');
}

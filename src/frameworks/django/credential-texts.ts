/** Which texts of a request are its credential, or are made of it: prefixes, digests, and what parsers cut off. */
import { createHash } from 'node:crypto';
import { type PyUnknown, unknown } from '../../interpreter/values.ts';
import type { Probe } from '../../model/probe.ts';
import { GARBAGE, MADE, materialOf, PREFIX, TAMPERED, UNSIGNED, USER, VALID } from './sent.ts';

/** Which credential of the probe a text is. */
export type Material = 'valid' | 'garbage' | 'tampered' | 'prefix' | 'made' | 'user';

export class CredentialTexts {
  /** Digests of texts in which a credential stands, with those texts. */
  private readonly digests = new Map<string, string>();

  /** @param probe the probe that is under way */
  constructor(private readonly probe: () => Probe | null) {}

  /** The credential text of the probe, or null when it carries none. */
  get material(): string | null {
    const probe = this.probe();
    return probe && materialOf(probe);
  }

  /** The known word that the probe sends as a token. */
  get literal(): string | null {
    const sends = this.probe()?.sends;
    return sends?.material === 'literal' ? (sends.literal ?? '').trim() : null;
  }

  /**
   * Which credential of the probe a text is, or is made of: a prefix of some length, one that lost its first letters to
   * `lstrip`, a digest.
   */
  materialIn(text: string): Material | null {
    const sent = this.probe()?.sends.material;
    if (sent === 'prefix' && (text === PREFIX || (text.length >= 8 && PREFIX.startsWith(text)))) return 'prefix';
    if (sent === 'made' && (text.includes(MADE) || text.includes(UNSIGNED) || (text.length >= 60 && MADE.startsWith(text)))) return 'made';
    if (text === USER) return 'user';
    if (text === VALID || (text.length >= 20 && VALID.startsWith(text))) return 'valid';
    if (text.length >= VALID.length - 8 && VALID.endsWith(text)) return 'valid';
    const source = this.digests.get(text);
    if (source !== undefined) return this.materialWithin(source);
    if (text === TAMPERED || text.includes(TAMPERED)) return 'tampered';
    if (text === GARBAGE || text.includes(GARBAGE) || (text.length >= 8 && GARBAGE.startsWith(text))) return 'garbage';
    return null;
  }

  /**
   * Whether a text is the beginning of the token, too short to be a secret: rows are found by it whose digest is then compared.
   * What is false about a token of the probe stands further behind.
   */
  startsToken(text: string | null): boolean {
    return text !== null && text.length >= 4 && text.length < 20 && VALID.startsWith(text) && (this.material ?? '').startsWith(text);
  }

  /** Whether a text is what a server has made for somebody, even if it was changed on the way. */
  standsForToken(text: string): boolean {
    const material = this.materialIn(text);
    return material !== null && material !== 'garbage';
  }

  /** Whether a text is whatever names a user: the caller sends it in the form in which it is read. */
  namesUser(text: string): boolean {
    return text === USER && this.probe()?.sends.material === 'user';
  }

  /** The length of a whole token: an attacker makes up one that is as long as code wants it, and so are the right ones. */
  otherLength(text: string): PyUnknown | null {
    const isWhole = this.probe() !== null && [GARBAGE, VALID, TAMPERED].includes(text);
    return isWhole ? unknown('attacker', 'length of the token', 'the length of the token', null) : null;
  }

  /**
   * Remembers of what a digest was made: tables and caches know tokens by digests of them, with or without a salt.
   * @param digest its bytes, as a binary string
   */
  digested(text: string, digest: string): void {
    if ([...CREDENTIALS, this.literal || GARBAGE].some((one) => text.includes(one)))
      for (const written of spellingsOf(digest)) this.digests.set(written, text);
  }

  /** Whether a text is the digest of something in which the known word stands that the probe sends. */
  isDigestOf(text: string, literal: string): boolean {
    return literal !== '' && (this.digests.get(text)?.includes(literal) ?? false);
  }

  /** Whether something unknown was made of the credential that the probe sends; symbols show the beginning of a long text. */
  isMadeOfSent(symbol: string): boolean {
    const { literal, material } = this;
    if (literal === null) return material !== null && symbol.includes(material.slice(0, 40));
    return symbol.includes(`'${literal}'`) || symbol.includes(`''`);
  }

  /** Which credential of the probe is a text or a word of it; `nothing` for a digest of nothing, or of the known word. */
  materialAmong(text: string): Material | 'nothing' | null {
    // Tokens have dots and dashes in them, and so have keys that are made of several words (`auth.userinfo.<digest>`). The first piece of a
    // token is that of others as well.
    const words = [
      ...text.split(/[^\w.-]+/),
      ...text.split(/[^A-Za-z0-9]+/).filter((piece) => this.digests.has(piece) || isDigestOfNothing(piece)),
    ];
    const kinds = [text, ...words].map((word) => this.materialIn(word));
    for (const kind of ['valid', 'made'] as const) if (kinds.includes(kind)) return kind;
    const { literal } = this;
    const isNothing = (word: string) =>
      (word.length >= 32 && isDigestOfNothing(word)) || (literal !== null && (word === literal || this.isDigestOf(word, literal)));
    return kinds.find((kind) => kind !== null) ?? (words.some(isNothing) ? 'nothing' : null);
  }

  /** Whether a text, such as `session:None`, ends where a name should stand, or in the known word that the probe sends. */
  namesNobody(text: string): boolean {
    const last = text.split(/[^A-Za-z0-9]+/).at(-1)!;
    return last === '' || last === 'None' || last === this.literal;
  }

  /** Which credential of the probe stands in a text beside other words. */
  private materialWithin(text: string): Material | null {
    const sent = this.probe()?.sends.material;
    // What follows the token makes another digest.
    if (sent === 'suffixed' && text.includes(this.material ?? VALID)) return 'tampered';
    if (text.includes(VALID)) return 'valid';
    return sent === 'prefix' && text.includes(PREFIX) ? 'prefix' : this.materialIn(text);
  }
}

const ALGORITHMS = ['sha256', 'md5', 'sha1', 'sha512', 'sha384', 'sha224'] as const;
/** How a digest is written where it is kept. */
function spellingsOf(digest: string): string[] {
  const data = Buffer.from(digest, 'latin1');
  return [digest, data.toString('hex'), data.toString('base64'), data.toString('base64url')];
}

const digestsOf = (text: string) => ALGORITHMS.flatMap((name) => spellingsOf(createHash(name).update(text).digest('binary')));
/** The credentials that probes send, the valid one as its half. */
const CREDENTIALS = [PREFIX, GARBAGE, MADE, UNSIGNED, USER];
/** Digests of no text at all and of the words that probes send; made when first asked for, as most starts ask for none. */
let ofNothing: ReadonlySet<string> | null = null;

/** Whether a text is a digest of no text at all, or of a word that probes send. */
export function isDigestOfNothing(text: string): boolean {
  ofNothing ??= new Set(['', 'x', ' x', 'null'].flatMap(digestsOf));
  return ofNothing.has(text);
}

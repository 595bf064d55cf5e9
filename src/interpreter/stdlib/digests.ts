/** `hashlib` and `hmac`. */
import { createHash, createHmac } from 'node:crypto';
import { type Args, args, bool, bytes, derived, int, NONE, plain, str, unknown, type Value } from '../values.ts';
import type { VM } from '../vm.ts';
import { argument, moduleOf, type Run, textOf } from './helpers.ts';

/** Digests: real ones of known text, derived unknowns of others (a digest of a secret is a secret). */
export function hashlibModule(vm: VM): Map<string, Value> {
  const cls = vm.makeClass('HASH', 'HASH', [], new Map(), { module: 'hashlib', places: new Map(), site: null, own: false });
  return moduleOf('hashlib', {
    ...Object.fromEntries(
      ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_256', 'sha3_512'].map((name) => [
        name,
        ((v, given, site) => {
          const shaped = name.startsWith('blake2') && given.keywords.size > 0;
          return digestObject(v, cls, name, [argument(v, given, 0, 'string', site)], shaped ? shapeOf(v, name, given, site) : null, site);
        }) satisfies Run,
      ]),
    ),
    new: (v, given, site) =>
      digestObject(v, cls, textOf(argument(v, given, 0, 'name', site)) ?? 'sha256', [argument(v, given, 1, 'data', site)], null, site),
    pbkdf2_hmac: (v, _given, site) => v.fresh('opaque', 'pbkdf2', 'a derived key', site),
    scrypt: (v, _given, site) => v.fresh('opaque', 'scrypt', 'a derived key', site),
  });
}

export function hmacModule(vm: VM): Map<string, Value> {
  const cls = vm.makeClass('HMAC', 'HMAC', [], new Map(), { module: 'hmac', places: new Map(), site: null, own: false });
  const nameOf = (v: VM, value: Value) => textOf(value) ?? v.describe(value).split('.').at(-1) ?? 'sha256';
  const make: Run = (v, given, site) => {
    const key = argument(v, given, 0, 'key', site);
    return digestObject(v, cls, nameOf(v, argument(v, given, 2, 'digestmod', site)), [argument(v, given, 1, 'msg', site)], key, site);
  };
  return moduleOf('hmac', {
    new: make,
    HMAC: make,
    digest: (v, given, site) => v.callMethod(make(v, given, site), 'digest', args(), site),
    compare_digest: compareDigest,
  });
}

/** `hmac.compare_digest` takes two texts or two values of bytes, and nothing else (Modules/_operator.c, _compare_digest). */
const compareDigest: Run = (v, given, site) => {
  const [a, b] = [argument(v, given, 0, 'a', site), argument(v, given, 1, 'b', site)].map((value) => plain(v.force(value, site)));
  const isOther = (value: Value, kinds: readonly string[]) => value.k !== 'unknown' && !kinds.includes(value.k);
  if (['str', 'bytes'].every((kind) => isOther(a!, [kind]) || isOther(b!, [kind])))
    v.raise('TypeError', 'unsupported operand types(s) or combination of types', site);
  return bool(v.equal(a!, b!, site));
};

/** BLAKE2 takes a key, a size, a salt and a name besides the text (hashlib): what it makes of them is not computed here. */
function shapeOf(vm: VM, name: string, given: Args, site: Parameters<Run>[2]): Value {
  const key = given.keywords.has('key') ? argument(vm, given, 99, 'key', site) : NONE;
  if (key.k === 'unknown') return key;
  const words = [...given.keywords].map(([word, value]) => `${word}=${vm.identified(value)}`).join();
  // Without a key whoever knows the text can make it.
  return unknown((textOf(key) ?? '') === '' ? 'opaque' : 'secret', `${name}(${words})`, `a ${name} with options`, site);
}

/** Bytes of a digest, and of a block, by algorithm. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  md5: [16, 64],
  sha1: [20, 64],
  sha224: [28, 64],
  sha256: [32, 64],
  sha384: [48, 128],
  sha512: [64, 128],
  blake2b: [64, 128],
  blake2s: [32, 64],
  sha3_256: [32, 136],
  sha3_512: [64, 72],
};

function digestObject(vm: VM, cls: Value, name: string, parts: readonly Value[], key: Value | null, site: Parameters<Run>[2]): Value {
  if (cls.k !== 'class') return NONE;
  const made = vm.newInstance(cls, site);
  const method = (n: string, run: (given: Args) => Value) =>
    made.attrs.set(n, { k: 'builtin', name: `${name}.${n}`, attrs: new Map(), call: (_v, given) => run(given) });
  let chunks = [...parts];
  const compute = (encoding: 'hex' | 'latin1'): Value => {
    const texts = chunks.map(textOf);
    const signed = key && !texts.includes(null) ? (vm.hooks.keyedDigest?.(texts.join(''), key) ?? null) : null;
    if (signed !== null) return encoding === 'hex' ? str(Buffer.from(signed, 'latin1').toString('hex')) : bytes(signed);
    const blank = [key ?? NONE, ...chunks].find((p) => p.k === 'unknown');
    if (blank?.k === 'unknown') {
      const made = derived(blank, `:${name}${key ? `:${vm.identified(key)}` : ''}:${chunks.map((c) => vm.identified(c)).join()}`);
      // Whoever chooses the text but not the key cannot make the digest.
      const keyed = key !== null && (textOf(key) ?? '') !== '';
      return keyed && blank.origin === 'attacker' ? { ...made, origin: 'secret' } : made;
    }
    const data = Buffer.from(chunks.map((c) => textOf(c) ?? '').join(''), 'latin1');
    try {
      const digest = key
        ? createHmac(name.replace('_', '-'), Buffer.from(textOf(key) ?? '', 'latin1')).update(data)
        : createHash(name.replace('_', '-')).update(data);
      const made = digest.digest('binary');
      vm.hooks.digested?.(data.toString('latin1'), made);
      return encoding === 'hex' ? str(Buffer.from(made, 'latin1').toString('hex')) : bytes(made);
    } catch {
      return vm.fresh('opaque', name, `a ${name} digest`, site);
    }
  };
  method('update', (given) => {
    chunks = [...chunks, vm.force(given.positional[0] ?? NONE, site)];
    return NONE;
  });
  made.attrs.set('name', str(key ? `hmac-${name}` : name));
  const size = SIZES[name];
  if (size) {
    made.attrs.set('digest_size', int(size[0]));
    made.attrs.set('block_size', int(size[1]));
  }
  method('copy', () => digestObject(vm, cls, name, chunks, key, site));
  method('hexdigest', () => compute('hex'));
  method('digest', () => compute('latin1'));
  return made;
}

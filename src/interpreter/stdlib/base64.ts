/** `base64` and `binascii`. */
import { bytes, derived, NONE, unknown, type Value } from '../values.ts';
import type { VM } from '../vm.ts';
import { argument, moduleOf, type Run, raiseClass, textOf } from './helpers.ts';

/** Base64 over known text, strict about what Python is strict about. */
export function base64Module(vm: VM): Map<string, Value> {
  const binascii = vm.importModule('binascii', null);
  const error = () => (binascii.k === 'module' ? binascii.scope.vars.get('Error')! : vm.builtins.get('ValueError')!);
  const decode =
    (url: boolean): Run =>
    (v, given, site) => {
      const value = argument(v, given, 0, 's', site);
      const text = textOf(value);
      if (text === null)
        return value.k === 'unknown'
          ? derived(value, ':b64decode')
          : v.raise('TypeError', 'argument should be a bytes-like object or ASCII string', site);
      if (v.hooks.namesUser?.(text)) return bytes(text + withPassword(v));
      const others = url ? '-_' : textOf(argument(v, given, 1, 'altchars', site));
      const standard = others ? text.replaceAll(others[0]!, '+').replaceAll(others[1] ?? '/', '/') : text;
      const strict = given.positional[2] ?? given.keywords.get('validate');
      if (strict && v.truth(strict, site) && !/^[A-Za-z0-9+/]*={0,2}$/.test(standard))
        return raiseClass(v, error(), 'Only base64 data is allowed', site);
      const clean = standard.replace(/[^A-Za-z0-9+/=]/g, '');
      const digits = clean.replace(/=+$/, '').length;
      if (digits % 4 === 1 || (clean.length % 4 !== 0 && digits % 4 !== 0)) return raiseClass(v, error(), 'Incorrect padding', site);
      return bytes(Buffer.from(clean, 'base64').toString('latin1'));
    };
  const encode =
    (url: boolean): Run =>
    (v, given, site) => {
      const value = argument(v, given, 0, 's', site);
      const text = textOf(value);
      if (text === null)
        return value.k === 'unknown' ? derived(value, ':b64encode') : v.raise('TypeError', 'a bytes-like object is required', site);
      const out = Buffer.from(text, 'latin1').toString('base64');
      const others = url ? '-_' : textOf(argument(v, given, 1, 'altchars', site));
      return bytes(others ? out.replaceAll('+', others[0]!).replaceAll('/', others[1] ?? '/') : out);
    };
  return moduleOf('base64', {
    b64decode: decode(false),
    b64encode: encode(false),
    standard_b64decode: decode(false),
    standard_b64encode: encode(false),
    urlsafe_b64decode: decode(true),
    urlsafe_b64encode: encode(true),
    decodebytes: decode(false),
    encodebytes: encode(false),
    b32encode: (v, _g, site) => v.fresh('opaque', 'b32', 'base32', site),
    b32decode: (v, _g, site) => v.fresh('opaque', 'b32', 'base32', site),
  });
}

/** Base64 is also how a name and a password travel (RFC 7617): what may stand behind the name. */
function withPassword(vm: VM): string {
  const about = unknown('attacker', 'name in the token', 'chosen by whoever sends the request', null);
  return vm.fork(about, 'has a password', ['a name alone is sent', 'a name with a made-up password is sent']) === 1 ? ':made-up' : '';
}

export function binasciiModule(vm: VM): Map<string, Value> {
  const error = vm.makeClass('Error', 'Error', [vm.builtins.get('ValueError')!], new Map(), {
    module: 'binascii',
    places: new Map(),
    site: null,
    own: false,
  });
  return moduleOf(
    'binascii',
    {
      hexlify: (v, given, site) => {
        const value = argument(v, given, 0, 'data', site);
        const text = textOf(value);
        if (text === null) return value.k === 'unknown' ? derived(value, ':hexlify') : NONE;
        return bytes(Buffer.from(text, 'latin1').toString('hex'));
      },
      unhexlify: (v, given, site) => {
        const value = argument(v, given, 0, 'data', site);
        const text = textOf(value);
        if (text === null) return value.k === 'unknown' ? derived(value, ':unhexlify') : NONE;
        if (/^([0-9a-f]{2})*$/i.test(text)) return bytes(Buffer.from(text, 'hex').toString('latin1'));
        // A server that reads its tokens so makes them so.
        return v.hooks.standsForToken?.(text) ? bytes(text) : raiseClass(v, error, 'Non-hexadecimal digit found', site);
      },
    },
    { Error: error },
  );
}

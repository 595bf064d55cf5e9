/** Whether the credential that a probe carries is the one that a security scheme asks for. */
import type { Probe } from '../model/probe.ts';
import type { Requirement } from './security.ts';
import { type SecurityScheme, schemeWords } from './security-schemes.ts';

/** `unclear`: the document does not say enough. */
export type Fit = 'yes' | 'no' | 'unclear';

export interface FitAnswer {
  readonly fit: Fit;
  /** Why, with the scheme as subject. */
  readonly why: string;
  /** What must hold for a `yes`. */
  readonly condition?: string;
}

/** http schemes of RFC 7235's registry whose credential is not one token: a bearer token cannot take their place. */
const NOT_A_TOKEN = /^(basic|digest|negotiate|ntlm|mutual|hoba|vapid|scram-.*)$/;

/** Answers for one requirement of an alternative. */
export function fits({ scheme, scopes }: Requirement, probe: Probe): FitAnswer {
  const { material } = probe.sends;
  const subject = `${scheme.name} (${schemeWords(scheme)})`;
  if (material === 'none') return { fit: 'no', why: `${subject} is not met: no credential is sent` };
  if (material === 'low')
    return scopes.length > 0
      ? { fit: 'no', why: `${subject} is not met: the token lacks the scopes ${scopes.join(', ').slice(0, 200)}` }
      : { fit: 'unclear', why: `${subject}: no scopes are asked for, so any valid token may do` };
  if (material !== 'valid') return { fit: 'no', why: `${subject} is not met: ${invalidWords(material)}` };
  const channel = channelFit(scheme, probe);
  if (channel.fit !== 'yes') {
    // The positive control carries what the user holds; whether that is all or the right thing, only the user knows.
    if (channel.fit === 'no' && isControl(probe))
      return { fit: 'unclear', why: `${subject} may need more than the token in Authorization` };
    return { fit: channel.fit, why: `${subject}: ${channel.why}` };
  }
  if (probe.needs.some((need) => need !== 'token')) {
    return { fit: 'unclear', why: `${subject}: the document does not say whether such a token counts` };
  }
  const condition = scopes.length > 0 ? `the token has the scopes ${scopes.join(', ').slice(0, 200)}` : channel.condition;
  return { fit: 'yes', why: `${subject} is met: ${channel.why}`, ...(condition ? { condition } : {}) };
}

/** The probe that shows that the operation answers those who may use it. */
export function isControl(probe: Probe): boolean {
  return probe.secure === 'admits' && probe.sends.material === 'valid';
}

function invalidWords(material: Probe['sends']['material']): string {
  if (material === 'garbage') return 'the credential is made up';
  if (material === 'tampered') return 'the signature of the token is false';
  if (material === 'prefix' || material === 'suffixed') return 'what is sent is not the token that was issued';
  if (material === 'made') return 'the token is not one that was issued for this and now';
  return 'what is sent is no credential that anybody issued';
}

/** Whether the document offers the place, and the word in front, in which the probe puts a valid credential. */
function channelFit(scheme: SecurityScheme, probe: Probe): FitAnswer {
  switch (scheme.kind) {
    case 'undefined':
    case 'unreadable':
      return { fit: 'unclear', why: 'what satisfies it is not known' };
    case 'mutualTLS':
      return { fit: 'no', why: 'the probe shows no client certificate' };
    case 'apiKey':
      return scheme.in === 'header' && scheme.parameter?.toLowerCase() === 'authorization'
        ? wordFit(probe, scheme.prefix)
        : keyFit(scheme, probe);
    case 'http':
      if (!NOT_A_TOKEN.test(scheme.word ?? '')) return wordFit(probe, scheme.word);
      return wordFit(probe, scheme.word).fit === 'no'
        ? { fit: 'no', why: `the token is not sent as ${scheme.word}` }
        : { fit: 'unclear', why: 'a token is not what this scheme asks for' };
    default:
      return wordFit(probe, 'bearer');
  }
}

/** A token in the header `Authorization`, behind `word` (null: the document does not name one). Words ignore case: RFC 9110 section 11.1. */
function wordFit(probe: Probe, word: string | null): FitAnswer {
  const { place, names, scheme } = probe.sends;
  const isAuthorization = place === 'header' && (names === undefined || names.some((name) => name.toLowerCase() === 'authorization'));
  if (!isAuthorization) return { fit: 'no', why: `the token is taken from the header Authorization, not from ${placeWords(probe)}` };
  if (scheme === undefined || scheme === 'auto') return { fit: 'yes', why: 'a valid token is sent in Authorization' };
  if (word === null) {
    if (scheme === 'none') return { fit: 'yes', why: 'the key itself is sent in Authorization' };
    return { fit: 'unclear', why: 'the document does not say which word stands in front of the key' };
  }
  if (scheme !== 'none' && scheme.toLowerCase() === word.toLowerCase())
    return { fit: 'yes', why: 'a valid token is sent in Authorization' };
  return { fit: 'no', why: `the token is sent ${scheme === 'none' ? 'without a scheme' : `as ${scheme}`}, not as ${word}` };
}

/** A key in a header, query parameter or cookie of its own. Header names ignore case, the others do not. */
function keyFit(scheme: SecurityScheme, probe: Probe): FitAnswer {
  const { place, names = [] } = probe.sends;
  const wanted = scheme.parameter ?? '';
  const offered =
    place === scheme.in && names.some((name) => (place === 'header' ? name.toLowerCase() === wanted.toLowerCase() : name === wanted));
  if (!offered) return { fit: 'no', why: `the key is not taken from ${placeWords(probe)}` };
  return { fit: 'yes', why: `the document offers ${scheme.in} ${wanted}`, condition: `the token is a key of ${scheme.name} too` };
}

function placeWords(probe: Probe): string {
  const { place, names } = probe.sends;
  if (place === 'query') return 'the query string';
  if (place === 'form') return 'the body';
  if (place === 'cookie') return 'a cookie';
  return `the header ${names?.[0] ?? 'Authorization'}${names && names.length > 1 ? ' or its like' : ''}`;
}

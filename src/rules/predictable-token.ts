/** Rule: a token, or a password, is made by a generator that can be predicted. */
import type { CallFact, SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import { sourceReport } from './shared/source-report.ts';

export const rule: Rule = {
  id: 'predictable-token',
  title: 'a secret is made by a generator that can be predicted',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-338',
  owasp: ['API2:2023'],
  why: "The functions of Python's random module come from a generator whose inner state follows from a few hundred of its outputs: whoever is given enough codes or tokens of his own works out those of others. uuid1 is made of the clock and the address of the machine. A secret must come from the operating system, as secrets and get_random_string take it.",
  bad: `def reset_token():
    return "".join(random.choices(string.ascii_letters, k=32))
`,
  good: `def reset_token():
    return secrets.token_urlsafe(32)
`,
  refute:
    'Show that what is made there is no secret (a colour, a name in a test, a public number), or that the name random stands for random.SystemRandom.',
  references: [
    'CWE-338: Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)',
    'OWASP ASVS 5.0, 11.5.1',
    'Python: random, the warning at its head',
    'RFC 9562 section 8 (UUIDs are no secrets)',
  ],
  judge(_matrix, facts) {
    return facts ? inSecrets(facts).map((call) => reportOf(call)) : [];
  },
};

const PREDICTABLE = [
  ...['choice', 'choices', 'randint', 'randrange', 'random', 'sample', 'getrandbits', 'randbytes', 'uniform'].map(
    (name) => `random.${name}`,
  ),
  'uuid.uuid1',
];

/** Names of functions and classes that make secrets. */
const SECRET = /token|passw|passcode|secret|otp(?![a-z])|one_?time|api_?key|reset|forgot|recover|verif|activation|2fa|mfa/i;

function inSecrets(facts: SourceFacts): readonly CallFact[] {
  const calls = PREDICTABLE.flatMap((name) => facts.callsOf(name)).filter(({ inside }) => SECRET.test(ownName(inside)));
  // A secret that is put together by several calls is one finding.
  const first = new Map<string, CallFact>();
  for (const call of calls) {
    const known = first.get(call.inside);
    if (!known || call.place.line < known.place.line) first.set(call.inside, call);
  }
  return [...first.values()].sort((left, right) => (left.inside < right.inside ? -1 : 1));
}

/** What the project calls function and class: the module says nothing about them. */
function ownName(inside: string): string {
  const parts = inside.split('.');
  const start = parts.findIndex((part) => /^[A-Z]/.test(part));
  return (start >= 0 ? parts.slice(start) : parts.slice(-1)).join('.');
}

function reportOf(call: CallFact): ReturnType<typeof sourceReport> {
  const what = call.inside.split('.').slice(-2).join('.');
  return sourceReport({
    // By the name alone: what is made there may be something else.
    rating: { severity: 'high', confidence: 'tentative' },
    symbol: call.inside,
    place: call.place,
    title: 'a secret is made by a generator that can be predicted',
    message: `${what} makes what reads like a secret with ${call.name}.`,
    cause: call.name === 'uuid.uuid1' ? 'uuid1 is made of the clock and the machine' : `${call.name} follows from its earlier outputs`,
    caption: 'can be predicted',
  });
}

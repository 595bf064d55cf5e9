/** Passwords that a request sets: for whom, and by what right. Told by the calls of `set_password` on its ways. */
import type { Probe } from '../model/probe.ts';
import type { Site } from '../python/syntax.ts';
import type { Ending } from './ending.ts';

/** A request that carries the token which the attacker was mailed for an account of his own. */
export const MAILED_TOKEN: Probe = {
  id: 'mailed-token',
  title: "a reset token of the attacker's own",
  why: 'Whoever can ask for a mail has a token of his own: shows whose password it sets.',
  sends: {
    place: 'form',
    names: [
      'token',
      'reset_token',
      'resettoken',
      'code',
      'reset_code',
      'verification_code',
      'confirmation_code',
      'otp',
      'pin',
      'key',
      'reset_key',
      'uuid',
      'hash',
    ],
    material: 'valid',
    scheme: 'none',
  },
  needs: [],
  safety: 'write',
  secure: 'rejects',
  required: false,
  references: ['SV05', 'CWE-640'],
};

export interface PasswordSet {
  /** The caller alone chooses whose password it is. */
  readonly ofWhomNamed: boolean;
  /** Something on the way shows that the caller may. */
  readonly allowed: boolean;
  /** Model of the row that holds the token, where one was looked up by it. */
  readonly tokenModel: string | null;
  /** That row was changed or deleted on the way. */
  readonly used: boolean;
  /** Another row than the user's is looked up on some way. */
  readonly asks: boolean;
  readonly model: string;
  /** What the user was looked up by. */
  readonly by: readonly string[];
  readonly site: Site | null;
}

/** The ways that set a password of the caller's choice; only where nothing on them is unknown code. */
export function passwordsSet(probe: Probe, endings: readonly Ending[]): readonly PasswordSet[] {
  if (probe !== MAILED_TOKEN && probe.sends.material !== 'none') return [];
  const sets = endings.filter(({ everyOpaque }) => everyOpaque.length === 0).flatMap((ending) => passwordSet(ending) ?? []);
  // A way stands for all that end like it: what is looked up on another one may be looked up on this one too.
  const models = endings.flatMap(({ conditions, trace }) => [
    ...conditions.flatMap((text) => /^(?:an?|no) (\w+) matches$/.exec(text)?.[1] ?? []),
    ...trace.rows.map(({ model }) => model),
  ]);
  return sets.map((set) => ({ ...set, asks: models.some((model) => model !== set.model) }));
}

/** Most conditions that an ending tells: with as many, some may be missing. */
const MANY = 8;

function passwordSet({ trace, conditions }: Ending): Omit<PasswordSet, 'asks'> | null {
  const set = trace.hooks.findLast((hook) => hook.name === 'set_password' && hook.setsCallers && !hook.raised);
  const user = set && trace.rows.findLast(({ row }) => row === set.self);
  if (set?.self.k !== 'inst') return null;
  const model = set.self.cls.name;
  const token = trace.rows.findLast(({ by }) => by.some(({ who }) => who === 'token')) ?? null;
  const choosers = user?.by.filter(({ who }) => who === 'caller') ?? [];
  const ofWhomNamed = choosers.length > 0 && user!.by.every(({ who }) => who === 'caller' || who === 'code');
  const checked = trace.hooks.some(
    (hook) =>
      hook !== set &&
      (hook.about === set.self || (hook.self === set.self && hook.name.startsWith('check_'))) &&
      hook.value?.k !== 'none' &&
      !(hook.value?.k === 'bool' && !hook.value.v),
  );
  // The token was looked up together with what the user is looked up by.
  const together = token?.by.some(({ who, symbol }) => who === 'caller' && choosers.some((one) => one.symbol === symbol)) ?? false;
  // A comparison of something stored with what the caller gave, or a session or cache that is asked, may bind the two.
  const compared =
    conditions.length >= MANY || conditions.some((text) => (/#/.test(text) && CALLERS.test(text)) || /cache|session/i.test(text));
  return {
    ofWhomNamed,
    allowed: checked || together || compared,
    tokenModel: token?.model ?? null,
    used: token !== null && trace.effects.some((effect) => new RegExp(`\\b${token.model}\\b`).test(effect)),
    model,
    by: choosers.map(({ path }) => path),
    site: set.line,
  };
}

const CALLERS = /\b(form|body|query|path|header|cookie)\b/;

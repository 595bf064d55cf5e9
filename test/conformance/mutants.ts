/** Plants one mistake at a time in the Python text of a gate that is right. */
import type { Case } from './cases.ts';

export interface Mutant {
  /** What was done, in words, and the line. */
  readonly what: string;
  readonly text: string;
}

interface Mutation {
  readonly what: string;
  readonly find: RegExp;
  readonly by: string | ((...found: string[]) => string);
}

/** Mistakes that people make, as edits of one place. The replacement must leave Python that parses. */
const MUTATIONS: readonly Mutation[] = [
  { what: 'drops a raise', find: /^(\s+)raise \w[\w.]*(\([^\n]*\))?( from \w+)?$/gm, by: '$1pass' },
  { what: 'gives None in place of a refusal', find: /^(\s+)raise AuthenticationFailed\([^\n]*$/gm, by: '$1return None' },
  {
    what: 'lets the first user in where it refused',
    find: /^(\s+)raise AuthenticationFailed\([^\n]*$/gm,
    by: '$1return (User.objects.get(pk=1), None)',
  },
  { what: 'swallows the exception', find: /^(\s+)except [^\n]*:\n(\s+)raise [^\n]*$/gm, by: '$1except Exception:\n$2pass' },
  { what: 'denies nothing', find: /return False$/gm, by: 'return True' },
  { what: 'or True', find: /^(\s+return )(?!None|\()([^\n]*is_authenticated[^\n]*)$/gm, by: '$1$2 or True' },
  { what: 'turns a condition round', find: /^(\s+if )(?!not )([^\n]+):$/gm, by: '$1not ($2):' },
  { what: 'forgets a not', find: /^(\s+if )not ([^\n]+):$/gm, by: '$1$2:' },
  { what: 'and becomes or', find: / and /g, by: ' or ' },
  { what: 'or becomes and', find: /(?<=if [^\n]*) or /g, by: ' and ' },
  { what: 'looks at no field', find: /\.filter\((?:key|digest|auth_token|token)=[^\n]*?\)(?=\.)/g, by: '.all()' },
  { what: 'looks a prefix up', find: /\.filter\(key=/g, by: '.filter(key__startswith=' },
  { what: 'takes the first user', find: /\((?:found|key|profile)\.user, /g, by: '(User.objects.get(pk=1), ' },
  { what: 'verifies no signature', find: /settings\.SECRET_KEY, algorithms=\['HS256'\]\)/g, by: "options={'verify_signature': False})" },
  { what: 'compares with itself', find: /compare_digest\(([^,()]+(?:\(\))?), [^\n]*\):$/gm, by: 'compare_digest($1, $1):' },
  { what: 'tests for a user, not for a login', find: /request\.user\.is_authenticated\b/g, by: 'request.user is not None' },
  { what: 'does not call', find: /\.exists\(\)/g, by: '.exists' },
  { what: 'asks nobody', find: /IsAuthenticated\b(?=[\],)])/g, by: 'AllowAny' },
  {
    what: 'goes on before it looks',
    find: /^(\s+)(found|key|profile) = (ApiKey|Profile)\.objects[^\n]*$/gm,
    by: '$1return (User.objects.get(pk=1), None)',
  },
  { what: 'keeps the answer of super for itself', find: /^(\s+)super\(\)\.initial\([^\n]*$/gm, by: '$1pass' },
];

/** Every mutation at every place of `app/views.py`, each alone; those that change nothing are left out. */
export function mutantsOf(c: Case): Mutant[] {
  const text = c.files['app/views.py'] ?? '';
  const out: Mutant[] = [];
  const seen = new Set([text]);
  for (const { what, find, by } of MUTATIONS)
    for (const found of text.matchAll(find)) {
      const changed =
        text.slice(0, found.index) +
        found[0].replace(new RegExp(find.source, find.flags.replace('g', '')), by as string) +
        text.slice(found.index + found[0].length);
      if (seen.has(changed)) continue;
      seen.add(changed);
      out.push({ what: `${what}, line ${text.slice(0, found.index + 1).split('\n').length}`, text: changed });
    }
  return out;
}

/** A case whose gate has one mistake. */
export function withMistake(c: Case, mutant: Mutant, index: number): Case {
  return {
    ...c,
    id: `${c.id} / ${index} ${mutant.what}`,
    title: `${c.title}: ${mutant.what}`,
    files: { ...c.files, 'app/views.py': mutant.text },
  };
}

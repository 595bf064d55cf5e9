/**
 * Reads the conformance cases: one Markdown file a theme, one `##` heading a case, its Python files as code blocks. Files in front of
 * the first case belong to all of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const STACKS = ['django3', 'django4', 'django5'] as const;
export type Stack = (typeof STACKS)[number];

/** One more request that an attacker may send beside the plain ones: whatever the probe does not fix. */
export interface Attack {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly type?: string;
}

export interface Case {
  /** `theme: title`. */
  readonly id: string;
  readonly title: string;
  /** Path -> text; the skeleton supplies what is missing. */
  readonly files: Readonly<Record<string, string>>;
  readonly stacks: readonly Stack[];
  readonly attacks: readonly Attack[];
  /** Words before a garbage token, beside `Bearer` and that of the valid one; `own` alone = the keywords of the row's authenticators. */
  readonly schemes: readonly string[];
  /** `Authorization` headers that hold a valid token, or `Name: value` for another header; the words of `valid_tokens` in `judge.py` are filled in. */
  readonly valid: readonly string[];
  /** The whole battery of credential probes is fired, not only the plain ones. */
  readonly battery: boolean;
  /** So are those that send other tokens, places and headers. */
  readonly credentials: boolean;
  /** Beside the plain probes, what names a user is sent as the token. */
  readonly named?: boolean;
  /** No probe is fired: rows and lists alone are compared. */
  readonly rowsOnly?: boolean;
  readonly settings: string | null;
  /** Class for django-configurations. */
  readonly configuration: string | null;
  readonly env: Readonly<Record<string, string>>;
  /** Unlatched may leave verdicts and lists of this case undecided. */
  readonly mayBeUnknown: boolean;
  /** Django itself does not start on these stacks. */
  readonly broken: readonly Stack[];
  /** What is wrong with Unlatched, by stack. */
  readonly todo: Partial<Record<Stack, string>>;
}

export interface Theme {
  readonly name: string;
  /** Most rows and verdicts that may be undecided, on each stack. */
  readonly budget: number;
  readonly cases: readonly Case[];
}

const folder = join(import.meta.dirname, 'cases');

/** All themes in the order of their names. */
export function readThemes(): Theme[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => parseTheme(name.replace(/\.md$/, ''), readFileSync(join(folder, name), 'utf8')));
}

/**
 * Reads one theme.
 * @throws Error when a case has no file, two cases have one title, or a `key: value` line is not known
 */
export function parseTheme(name: string, text: string): Theme {
  const [head, ...sections] = text.split(/^## /m);
  const credentials = /^- probes: credentials$/m.test(head!);
  const named = credentials || /^- probes: named$/m.test(head!);
  const battery = credentials || /^- probes: all$/m.test(head!);
  const valid = [...head!.matchAll(/^- valid: (.+)$/gm)].map((m) => m[1]!.trim());
  const stacks = stacksOf([...head!.matchAll(/^- stacks: (.+)$/gm)].map((m) => m[1]!));
  const defaults = { files: filesIn(head!).files, battery, credentials, named, valid, stacks: stacks.length ? stacks : STACKS };
  const cases = sections.flatMap((section) => twins(section).map((text) => parseCase(name, text, defaults)));
  const titles = cases.map((c) => c.title);
  const twice = titles.find((title, index) => titles.indexOf(title) !== index);
  if (twice) throw new Error(`${name}.md: two cases are called "${twice}"`);
  return { name, budget: Number(/^- budget: (\d+)$/m.exec(head!)?.[1] ?? 0), cases };
}

/**
 * A case with `app/bad.py` and `app/good.py` is two cases: each of them is `app/views.py` of its own project.
 * Lines `- bad KEY: ...` and `- good KEY: ...` hold for one of them.
 */
function twins(section: string): string[] {
  if (!/^# file: app\/bad\.py$/m.test(section)) return [section];
  const block = (name: string) => new RegExp(`^\`\`\`python\\n# file: app/${name}\\.py\\n[\\s\\S]*?^\`\`\`$`, 'gm');
  return [
    ['bad', 'good'],
    ['good', 'bad'],
  ].map(([mine, other]) =>
    section
      .replace(/\n/, ` (${mine})\n`)
      .replace(block(other!), '')
      .replace(new RegExp(`^- ${other} .*$`, 'gm'), '')
      .replace(new RegExp(`^- ${mine} `, 'gm'), '- ')
      .replace(`# file: app/${mine}.py`, '# file: app/views.py'),
  );
}

/** The stacks that option values name. */
function stacksOf(values: readonly string[]): Stack[] {
  return STACKS.filter((stack) => values.join(' ').split(/\W+/).includes(stack));
}

/** What a theme says for all its cases. */
interface Defaults {
  readonly files: Readonly<Record<string, string>>;
  readonly battery: boolean;
  readonly credentials: boolean;
  readonly named: boolean;
  readonly valid: readonly string[];
  readonly stacks: readonly Stack[];
}

function parseCase(theme: string, section: string, defaults: Defaults): Case {
  const title = section.split('\n', 1)[0]!.trim();
  const { files, prose } = filesIn(section);
  const where = `${theme}.md, "${title}"`;
  if (Object.keys(files).length === 0) throw new Error(`${where}: no Python block that begins with "# file: PATH"`);
  if (prose.includes('```')) throw new Error(`${where}: a code block that does not begin with "# file: PATH"`);
  const options: Record<string, string[]> = {};
  for (const [, key, value] of prose.matchAll(/^- ([a-z]+(?: django[345])?): (.*)$/gm))
    options[key!] = [...(options[key!] ?? []), value!.trim()];
  const take = (key: string): string[] => {
    const values = options[key] ?? [];
    delete options[key];
    return values;
  };
  const chosen = take('stacks');
  const todo: Partial<Record<Stack, string>> = {};
  const everywhere = take('todo')[0];
  for (const stack of STACKS) {
    const reason = take(`todo ${stack}`)[0] ?? everywhere;
    if (reason) todo[stack] = reason;
  }
  const parsed: Case = {
    id: `${theme}: ${title}`,
    title,
    files: { ...defaults.files, ...files },
    stacks: chosen.length ? stacksOf(chosen) : defaults.stacks,
    attacks: take('attack').map((line) => attackOf(line, where)),
    schemes: take('scheme'),
    valid: validOf(take('valid'), defaults.valid),
    battery: defaults.battery,
    credentials: defaults.credentials,
    named: defaults.named,
    settings: take('settings')[0] ?? null,
    configuration: take('configuration')[0] ?? null,
    env: Object.fromEntries(take('env').map((line) => line.split('=', 2) as [string, string])),
    mayBeUnknown: take('unlatched').includes('unknown'),
    broken: stacksOf(take('broken')),
    todo,
  };
  const unknown = Object.keys(options)[0];
  if (unknown) throw new Error(`${where}: "${unknown}:" is not a key`);
  return parsed;
}

/** The files that a text holds as code blocks, and the text without them. */
function filesIn(text: string): { readonly files: Readonly<Record<string, string>>; readonly prose: string } {
  const files: Record<string, string> = {};
  const prose = text.replace(/^```python\n# file: (\S+)\n([\s\S]*?)^```$/gm, (_all, path: string, body: string) => {
    files[path] = body;
    return '';
  });
  return { files, prose };
}

/** What a probe fixes is not the attacker's to change. */
function attackOf(line: string, where: string): Attack {
  const attack = JSON.parse(line) as Attack;
  if (Object.keys(attack.headers ?? {}).some((name) => name.toLowerCase() === 'authorization'))
    throw new Error(`${where}: an attack cannot change the credential of the probe`);
  return attack;
}

/** `- valid: none` = the case has no valid token, whatever the theme says. */
function validOf(own: readonly string[], usual: readonly string[]): readonly string[] {
  const values = own.length ? own : usual;
  return values.filter((value) => value !== 'none');
}

/** URL patterns as people read them: `path` routes and regular expressions become templates with `{name}` parameters. */

interface Group {
  readonly start: number;
  readonly end: number;
  /** Name; null for an unnamed capturing group, false for one that does not capture. */
  readonly name: string | null | false;
}

/** Every parenthesised group of a regular expression, outermost first. */
export function groupsOf(pattern: string): Group[] {
  const found: Group[] = [];
  const open: number[] = [];
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '\\') i++;
    else if (inClass) inClass = c !== ']' || pattern[i - 1] === '[';
    else if (c === '[') inClass = true;
    else if (c === '(') open.push(i);
    else if (c === ')' && open.length) {
      const start = open.pop()!;
      const body = pattern.slice(start, i + 1);
      const named = /^\(\?P<(\w+)>/.exec(body);
      found.push({ start, end: i + 1, name: named ? named[1]! : body.startsWith('(?') ? false : null });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The alternatives of a regular expression that are not those of a group. */
export function alternativesOf(pattern: string): string[] {
  const groups = groupsOf(pattern);
  const ways: string[] = [];
  let start = 0;
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '\\') i++;
    else if (inClass) inClass = c !== ']';
    else if (c === '[') {
      inClass = true;
      // `[]x]` and `[^]x]` hold a bracket.
      i += /^\^?\]/.exec(pattern.slice(i + 1))?.[0].length ?? 0;
    } else if (c === '|' && !groups.some((group) => group.start < i && i < group.end)) {
      ways.push(pattern.slice(start, i));
      start = i + 1;
    }
  }
  return [...ways, pattern.slice(start)];
}

/**
 * A regular expression as a template: `^users/(?P<id>\d+)/$` is `users/{id}/`, unnamed groups are `{var}`,
 * anchors, quantifiers and escapes are gone (as Django's admindocs simplifies them).
 */
export function regexTemplate(pattern: string): string {
  const marks: string[] = [];
  const walk = (text: string): string => {
    const groups = groupsOf(text);
    const top = new Map(groups.filter((g) => !groups.some((o) => o.start < g.start && o.end >= g.end)).map((g) => [g.start, g]));
    let out = '';
    for (let i = 0; i < text.length; ) {
      const group = top.get(i);
      if (group) {
        const body = text.slice(group.start, group.end);
        if (group.name !== false) {
          out += `\u0000${marks.length}\u0000`;
          marks.push(`{${group.name ?? 'var'}}`);
        } else if (body.startsWith('(?:')) out += walk(body.slice(3, -1));
        else if (!/^\(\?[=!<]/.test(body)) out += walk(body.replace(/^\(\?[^:)]*:?/, '').slice(0, -1));
        i = group.end;
      } else if (text[i] === '\\' && i + 1 < text.length) {
        out += text.slice(i, i + 2);
        i += 2;
      } else out += text[i++];
    }
    return out;
  };
  const walked = walk(pattern.replace(/^\(\?[aiLmsux]+\)/, ''));
  let out = '';
  for (let i = 0; i < walked.length; i++) {
    const c = walked[i]!;
    if (c === '\\' && i + 1 < walked.length) {
      const next = walked[++i]!;
      if ('bBAZz'.includes(next)) continue;
      out += /[a-z0-9]/i.test(next) ? c + next : next;
    } else if (!'?*+^$'.includes(c)) out += c;
  }
  return out.replace(/\u0000(\d+)\u0000/g, (_all, n: string) => marks[Number(n)]!);
}

const PARAMETER = /<(?:([^>:]+):)?([^>]+)>/g;

/** A `path()` route as a template. */
export function routeTemplate(route: string): string {
  return route.replace(PARAMETER, (_all, converter: string | undefined, name: string) => {
    const text = `{${name.trim()}}`;
    return converter?.startsWith('drf_format_suffix') ? `.${text}` : text;
  });
}

/**
 * The regular expression (JavaScript source) that a `path()` route compiles to.
 * @param regexOf that of a parameter; null = anything but a slash
 */
export function routeRegex(route: string, regexOf: (parameter: string) => string | null): string {
  let out = '';
  let at = 0;
  for (const match of route.matchAll(PARAMETER)) {
    out += escapeRegex(route.slice(at, match.index)) + (regexOf(match[2]!.trim()) ?? '(?:[^/]+)');
    at = match.index + match[0].length;
  }
  return out + escapeRegex(route.slice(at));
}

export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

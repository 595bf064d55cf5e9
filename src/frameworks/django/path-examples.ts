/** What stands in a path where a template has `{name}`: the caller writes it, so a path with parameters is many texts. */

import { type PyUnknown, unknown, type Value } from '../../interpreter/values.ts';
import type { TextTest } from '../../interpreter/vm.ts';
import { EarlierRoutes, pathsOf } from './earlier-routes.ts';
import { common, uncovered } from './regex-cover.ts';
import type { Leaf } from './routes.ts';
import { escapeRegex } from './url-template.ts';

/** How many earlier routes may answer what is found for a test before it is given up. */
const MOST_TURNS = 10;

/** A route with parameters, and how many routes are tried before it. */
interface Template {
  readonly leaf: Leaf;
  readonly order: number;
  /** Examples of its paths that no earlier route answers; found when they are first asked for. */
  free?: readonly string[];
}

/** A text that is a part of a template, and what is fixed before and behind it. */
interface Part {
  readonly template: Template;
  readonly before: string;
  readonly behind: string;
}

export class PathExamples {
  private readonly templates = new Map<string, Template>();
  private readonly routes = new EarlierRoutes();
  private readonly parts = new Map<string, Part | null>();
  private readonly known = new Map<string, readonly string[] | null>();

  constructor(leaves: readonly Leaf[]) {
    for (const leaf of leaves) {
      if (hasParameter(leaf.path) && !this.templates.has(leaf.path)) this.templates.set(leaf.path, { leaf, order: this.routes.count });
      if (leaf.conditions.length === 0 && !leaf.unknown) this.routes.add(leaf.pattern, leaf.callback, leaf.guards);
    }
  }

  /**
   * Paths that a template stands for, of a part of it without what is fixed before and behind; null for other texts.
   * @param test where it holds for some of its paths and for others not, there is one of either kind
   */
  of(text: string, test: TextTest): readonly string[] | null {
    if (!hasParameter(text)) return null;
    const key = `${test.how} ${test.source} ${text}`;
    let found = this.known.get(key);
    if (found === undefined) {
      const part = this.partOf(text);
      found = part && this.tested(part, test);
      this.known.set(key, found);
    }
    return found;
  }

  private partOf(text: string): Part | null {
    let part = this.parts.get(text);
    if (part === undefined) {
      part = this.find(text);
      this.parts.set(text, part);
    }
    return part;
  }

  private find(text: string): Part | null {
    const whole = this.templates.get(text);
    if (whole) return { template: whole, before: '', behind: '' };
    for (const [path, template] of this.templates) {
      const at = path.indexOf(text);
      if (at < 0) continue;
      const [before, behind] = [path.slice(0, at), path.slice(at + text.length)];
      if (!hasParameter(before) && !hasParameter(behind)) return { template, before, behind };
    }
    return null;
  }

  private tested({ template, before, behind }: Part, test: TextTest): readonly string[] | null {
    const cut = (path: string) => path.slice(before.length, path.length - behind.length);
    template.free ??= pathsOf(template.leaf.pattern, template.leaf.guards).filter((path) => this.answering(template, path) === null);
    const texts = template.free.map((path) => cut(`/${path}`));
    if (texts.length === 0) return null;
    const share = texts.filter(test.holds).length;
    if ((share > 0 && share < texts.length) || behind !== '') return texts;
    // The examples agree, but they are not all paths.
    const other = this.otherwise(template, before, test, share === 0);
    return other === null ? texts : [...texts, cut(other)];
  }

  /** A path of a template for which a test holds, or does not; null where none is found. */
  private otherwise(template: Template, before: string, { source, how, holds }: TextTest, wanted: boolean): string | null {
    const start = how === 'search' && !source.startsWith('^') ? '[\\s\\S]*' : '';
    const expression = `${escapeRegex(before)}${start}(?:${source})${how === 'fullmatch' ? '$' : ''}`;
    const own = `/${template.leaf.pattern}`;
    const answering: string[] = [];
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const path = wanted ? common(own, expression, answering) : uncovered(own, [expression, ...answering]);
      if (path === null || path === undefined || holds(path.slice(before.length)) !== wanted) return null;
      const answer = this.answering(template, path.slice(1));
      if (answer === null) return path;
      answering.push(`/${answer}`);
    }
    return null;
  }

  /** The earlier route that answers a path in place of a template's own, or null. */
  private answering({ leaf, order }: Template, path: string): string | null {
    return this.routes.answer(path, leaf.callback, order);
  }
}

/** Something that depends on what the caller writes into a path. */
export function chosenInPath(what: string): PyUnknown {
  return unknown('attacker', `path:${what}`, 'chosen by whoever sends the request', null);
}

/** A piece of a path that is nothing but a parameter is whatever the caller writes there; null for other texts. */
export function valueOfParameter(piece: string): Value | null {
  const [, name] = /^\{(\w+)\}$/.exec(piece) ?? [];
  return name === undefined ? null : chosenInPath(name);
}

const hasParameter = (text: string): boolean => /\{\w+\}/.test(text);

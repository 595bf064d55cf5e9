/**
 * Calls of library functions by name (`jwt.decode`) in all loaded code of the project, called or not: the names are resolved by what
 * the module's imports gave, the arguments as far as they are literals, or a literal under a name. Worked out when a rule asks.
 */

import type { PyModule } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { CallFact, FactValue } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import { PythonSyntaxError, parseWhole, placeOf } from '../python/parse.ts';
import type { Node, Unit } from '../python/syntax.ts';
import { type Names, namesIn, secondsAhead } from './durations.ts';

export class CallLog {
  private readonly sources: { module: PyModule; unit: Unit }[] = [];
  private readonly known = new Map<string, readonly CallFact[]>();

  constructor(private readonly vm: VM) {
    vm.onModule = (module, parsed) => {
      if (module.own) this.sources.push({ module, unit: parsed.unit });
    };
  }

  /** Every call of a function by its dotted name, in the order of files and lines. */
  named(name: string): readonly CallFact[] {
    let calls = this.known.get(name);
    if (!calls) {
      const last = name.split('.').at(-1)!;
      calls = this.sources.filter(({ unit }) => unit.source.includes(last)).flatMap(({ module, unit }) => this.callsIn(module, unit, name));
      this.known.set(name, calls);
    }
    return calls;
  }

  private callsIn(module: PyModule, unit: Unit, name: string): CallFact[] {
    const found: CallFact[] = [];
    const visit = (value: unknown, inside: string, within: Node | null): void => {
      if (Array.isArray(value)) {
        for (const item of value) visit(item, inside, within);
        return;
      }
      if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
      const node = value as Node;
      const named = node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef' || node.nodeType === 'ClassDef';
      const here = named ? `${inside}.${node.name}` : inside;
      if (node.nodeType === 'Call' && this.calleeOf(module, node.func) === name)
        found.push(this.fact(module, unit, node, name, here, within));
      const inner = named && node.nodeType !== 'ClassDef' ? node : within;
      for (const key in node) if (key !== 'ctx') visit(node[key], here, inner);
    };
    try {
      visit(parseWhole(unit), module.name, null);
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
    }
    return found;
  }

  /** The dotted name that an expression refers to, through the names of the module. */
  private calleeOf(module: PyModule, node: Node): string | null {
    if (node.nodeType === 'Name') {
      const value = module.scope.vars.get(node.id);
      if (!value) return null;
      if (value.k === 'module') return value.name;
      const described = this.vm.describe(value);
      return value.k === 'func' || value.k === 'class' || value.k === 'unknown' || value.k === 'builtin' ? described : null;
    }
    if (node.nodeType !== 'Attribute') return null;
    const base = this.calleeOf(module, node.value);
    return base ? `${base}.${node.attr}` : null;
  }

  private fact(module: PyModule, unit: Unit, node: Node, name: string, inside: string, within: Node | null): CallFact {
    const names = namesIn(within, (constant) => {
      const value = module.scope.vars.get(constant);
      return value?.k === 'num' ? Number(value.v) : null;
    });
    const keywords: Record<string, FactValue> = {};
    const keywordPlaces: Record<string, Place> = {};
    for (const keyword of node.keywords as Node[]) {
      if (!keyword.arg) continue;
      keywords[keyword.arg] = literal(behindName(keyword.value, within), names);
      keywordPlaces[keyword.arg] = placeOf({ unit, node: keyword });
    }
    return {
      name,
      arguments: (node.args as Node[]).map((value) => literal(behindName(value, within), names)),
      keywords,
      place: placeOf({ unit, node }),
      keywordPlaces,
      inside,
    };
  }
}

/** What a literal says; a dictionary that takes in another one is not known, and a moment is told as its distance from now. */
function literal(node: Node, names: Names): FactValue {
  switch (node.nodeType) {
    case 'Constant':
      return typeof node.value === 'object' && node.value !== null
        ? { kind: 'unknown', reason: 'not a plain literal' }
        : { kind: 'constant', value: node.value ?? null };
    case 'List':
    case 'Tuple':
    case 'Set':
      return { kind: 'list', items: (node.elts as Node[]).map((item) => literal(item, names)) };
    case 'Dict': {
      const keys = node.keys as (Node | null)[];
      if (keys.includes(null)) return { kind: 'unknown', reason: 'it takes in another dictionary' };
      return {
        kind: 'dict',
        entries: keys.map((key, i) => ({ key: literal(key!, names), value: literal((node.values as Node[])[i]!, names) })),
      };
    }
    default: {
      const seconds = secondsAhead(node, names);
      return seconds === null ? { kind: 'unknown', reason: 'not a literal' } : { kind: 'duration', seconds };
    }
  }
}

/** The dictionary behind a name that its function sets once and uses once, in the call. */
function behindName(node: Node, within: Node | null): Node {
  if (node.nodeType !== 'Name' || !within) return node;
  const uses: Node[] = [];
  const values: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
    const one = value as Node;
    if (one.nodeType === 'Name' && one.id === node.id) uses.push(one);
    const targets = one.nodeType === 'Assign' ? (one.targets as Node[]) : [];
    if (targets.length === 1 && targets[0]!.nodeType === 'Name' && targets[0]!.id === node.id) values.push(one.value as Node);
    for (const key in one) if (key !== 'ctx') visit(one[key]);
  };
  visit(within.body);
  return uses.length === 2 && values.length === 1 ? values[0]! : node;
}

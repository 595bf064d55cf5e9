/**
 * Calls of library functions by name (`jwt.decode`) in all loaded code of the project, called or not: the names are resolved by what
 * the module's imports gave, the arguments as far as they are literals. Worked out when a rule asks.
 */

import type { PyModule } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { CallFact, FactValue } from '../model/facts.ts';
import type { Place } from '../model/place.ts';
import { PythonSyntaxError, parseWhole, placeOf } from '../python/parse.ts';
import type { Node, Unit } from '../python/syntax.ts';

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
    const visit = (value: unknown, inside: string): void => {
      if (Array.isArray(value)) {
        for (const item of value) visit(item, inside);
        return;
      }
      if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
      const node = value as Node;
      const named = node.nodeType === 'FunctionDef' || node.nodeType === 'AsyncFunctionDef' || node.nodeType === 'ClassDef';
      const here = named ? `${inside}.${node.name}` : inside;
      if (node.nodeType === 'Call' && this.calleeOf(module, node.func) === name) found.push(this.fact(unit, node, name, here));
      for (const key in node) if (key !== 'ctx') visit(node[key], here);
    };
    try {
      visit(parseWhole(unit), module.name);
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

  private fact(unit: Unit, node: Node, name: string, inside: string): CallFact {
    const keywords: Record<string, FactValue> = {};
    const keywordPlaces: Record<string, Place> = {};
    for (const keyword of node.keywords as Node[]) {
      if (!keyword.arg) continue;
      keywords[keyword.arg] = literal(keyword.value);
      keywordPlaces[keyword.arg] = placeOf({ unit, node: keyword });
    }
    return { name, arguments: (node.args as Node[]).map(literal), keywords, place: placeOf({ unit, node }), keywordPlaces, inside };
  }
}

function literal(node: Node): FactValue {
  switch (node.nodeType) {
    case 'Constant':
      return typeof node.value === 'object' && node.value !== null
        ? { kind: 'unknown', reason: 'not a plain literal' }
        : { kind: 'constant', value: node.value ?? null };
    case 'List':
    case 'Tuple':
    case 'Set':
      return { kind: 'list', items: (node.elts as Node[]).map(literal) };
    case 'Dict':
      return {
        kind: 'dict',
        entries: (node.keys as (Node | null)[]).flatMap((key, i) =>
          key ? [{ key: literal(key), value: literal((node.values as Node[])[i]!) }] : [],
        ),
      };
    default:
      return { kind: 'unknown', reason: 'not a literal' };
  }
}

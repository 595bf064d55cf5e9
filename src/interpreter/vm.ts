/** The interpreter as its parts see one another: every part gets the VM and calls its siblings through it, so no file imports in a circle. */
import type { Node, ParsedModule, Site, Unit } from '../python/syntax.ts';
import type { Explorer } from './explorer.ts';
import type { Heap } from './heap.ts';
import type { Ended } from './outcome.ts';
import type { ReadLog } from './read-log.ts';
import type { Args, Origin, PyClass, PyDict, PyFunc, PyInst, PyModule, PyUnknown, Scope, Value } from './values.ts';

/** Work bounds; each ends in an unknown that names it. */
export interface Limits {
  /** Statements and calls in one run (a load, or one probe). */
  readonly steps: number;
  readonly callDepth: number;
  /** Elements of one container. */
  readonly elements: number;
  /** Rounds of one loop. */
  readonly rounds: number;
}

/** Finds and reads modules. */
export interface ModuleSource {
  /** Text of a module, or null when there is none. Absolute dotted name. */
  find(name: string): FoundModule | null;
  /** What is known about a name that was not found: certainly missing, or just not here. `guarded`: the code can do without it. */
  missing(name: string, guarded: boolean): 'absent' | 'unavailable';
  /** The folders of the project. */
  readonly files?: SourceFiles;
}

/** What stands in the folders of the project; paths are relative to its root, `.` is the root. */
export interface SourceFiles {
  /** Null for what is not there. */
  kindOf(path: string): 'file' | 'folder' | null;
  /** Names in a folder, in their order. */
  entriesOf(folder: string): readonly string[];
}

export interface FoundModule {
  /** It is a library's own code, of a virtual environment. */
  readonly installed?: boolean;
  /** Null for a namespace package. */
  readonly text: string | null;
  /** Path as shown to users. */
  readonly file: string;
  readonly isPackage: boolean;
  /** Part of the scanned project. */
  readonly own: boolean;
}

export interface ProblemNote {
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

/** What happened on a path, for `explain`: a call entered, a branch taken, a value returned. */
export interface StepNote {
  readonly kind: 'call' | 'return' | 'raise' | 'branch' | 'effect' | 'note';
  readonly text: string;
  readonly site: Site | null;
  readonly data?: unknown;
}

export interface BuiltinClasses {
  readonly object: PyClass;
  readonly type: PyClass;
  readonly none: PyClass;
  readonly bool: PyClass;
  readonly int: PyClass;
  readonly float: PyClass;
  readonly str: PyClass;
  readonly bytes: PyClass;
  readonly tuple: PyClass;
  readonly list: PyClass;
  readonly dict: PyClass;
  readonly set: PyClass;
  readonly frozenset: PyClass;
  readonly function: PyClass;
  readonly method: PyClass;
  readonly builtin: PyClass;
  readonly module: PyClass;
  readonly property: PyClass;
  readonly classmethod: PyClass;
  readonly staticmethod: PyClass;
  readonly iterator: PyClass;
  readonly slice: PyClass;
  readonly super: PyClass;
  readonly coroutine: PyClass;
  readonly generator: PyClass;
  readonly BaseException: PyClass;
}

/** What a value gives when it is iterated. */
export interface Elements {
  readonly items: readonly Value[];
  /** Set when there may be more. */
  readonly fuzzy: PyUnknown | null;
}

export interface VM {
  readonly heap: Heap;
  /** What runs read of the object that they start from, while somebody wants to know. */
  readonly reads: ReadLog;
  readonly explorer: Explorer;
  readonly limits: Limits;
  readonly types: BuiltinClasses;
  readonly builtins: Map<string, Value>;
  /** `sys.modules`. */
  readonly modules: Map<string, PyModule | PyUnknown>;
  readonly source: ModuleSource;
  /** Modules made of intrinsics, by name (`os`, `re`, `_unlatched`). */
  readonly intrinsics: Map<string, () => Map<string, Value>>;
  readonly problems: ProblemNote[];
  /** Steps used so far. */
  steps: number;
  /** Where the run under way ends. */
  stepLimit: number;
  /** What one statement may cost while a project is loaded. */
  statementSteps: number;
  depth: number;
  /** True while probes are fired: effects are traced, unknown calls forget. */
  firing: boolean;
  /** The time in which no second passes: another one for each request that is fired, and after a sleep. */
  era: number;
  /** True once apps, models and routes are there: what was found out of them stays so. */
  loaded: boolean;
  /** The newest object of the loaded project; what requests make is newer. 0 while it is being loaded. */
  loadedUntil: number;
  /** Functions being called, innermost last. */
  readonly stack: PyFunc[];
  /** Where each of them was called from. */
  readonly callSites: (Site | null)[];
  /** Assignments to attributes of foreign classes and modules, in order. */
  readonly patches: { readonly target: string; readonly name: string; readonly site: Site | null }[];
  /** Told about each call whose callee is an intrinsic or opaque, before it happens. */
  onCall: ((name: string, args: Args, site: Site | null) => void) | null;

  // expressions.ts
  evaluate(node: Node, scope: Scope, unit: Unit): Value;
  // statements.ts
  execute(body: readonly Node[], scope: Scope, unit: Unit, explored?: boolean): Ended;
  // calls.ts
  call(callee: Value, args: Args, site: Site | null): Value;
  callMethod(self: Value, name: string, args: Args, site: Site | null): Value;
  callFunction(func: PyFunc, args: Args, site: Site | null): Value;
  // attributes.ts
  getAttr(object: Value, name: string, site: Site | null): Value;
  /** The attribute, or null where Python would raise AttributeError. */
  findAttr(object: Value, name: string, site: Site | null): Value | null;
  setAttr(object: Value, name: string, value: Value, site: Site | null): void;
  delAttr(object: Value, name: string, site: Site | null): void;
  // classes.ts
  makeClass(name: string, qualname: string, bases: readonly Value[], attrs: Map<string, Value>, options: ClassOptions): Value;
  classOf(value: Value): PyClass;
  /** MRO look-up without binding; null when no class has it. */
  lookup(cls: PyClass, name: string): Value | null;
  isSubclass(cls: PyClass, of: PyClass): boolean | null;
  /** Exceptions being handled, innermost last (for a bare `raise`). */
  readonly handling: Value[];
  /** Names of modules whose bodies run right now. */
  readonly loading: Set<string>;
  /** Number of `try ... except ImportError` around the code that runs. */
  guards: number;
  /** The same, around any code. */
  catching: number;
  /** Number of `try ... except`, whatever it takes, around the code that runs; across modules that import one another. */
  handlers: number;
  /** What is under way for which an AttributeError is an answer: `hasattr`, `__getattr__`, a `try` that takes it; in the module that runs now. */
  asking: number;
  /** `try` statements under way that take a KeyError. */
  keyless: number;
  /** Like importModule, but null when there is no such module. */
  tryImport(name: string, site: Site | null): Value | null;
  isInstance(value: Value, cls: Value, site: Site | null): boolean;
  /** An exception instance of a built-in class. */
  exception(name: string, message: string): Value;
  decoratedByUnknown(cls: PyClass, result: PyUnknown, site: Site): Value;
  // statements.ts
  assign(target: Node, value: Value, scope: Scope, unit: Unit): void;
  // functions.ts and calls.ts
  zeroSuper(scope: Scope, site: Site | null): Value;
  scopeDict(scope: Scope): Value;
  makeGenerator(func: PyFunc, vars: Map<string, Value>, site: Site | null): Value;
  makeCoroutine(func: PyFunc, vars: Map<string, Value>, site: Site | null): Value;
  awaited(value: Value, site: Site | null): Value;
  // operators.ts
  compare(operator: string, a: Value, b: Value, site: Site | null): Value;
  unary(method: string, value: Value, site: Site | null): Value;
  updateDict(target: PyDict, from: Value, site: Site | null): void;
  truth(value: Value, site: Site | null): boolean;
  equal(a: Value, b: Value, site: Site | null): boolean;
  binary(operator: string, a: Value, b: Value, site: Site | null): Value;
  contains(container: Value, item: Value, site: Site | null): boolean;
  getItem(container: Value, key: Value, site: Site | null): Value;
  setItem(container: Value, key: Value, value: Value, site: Site | null): void;
  delItem(container: Value, key: Value, site: Site | null): void;
  // iteration.ts
  /** The elements; forks on alternatives. `fuzzy` is set when there may be more. */
  iterate(value: Value, site: Site | null): Elements;
  openElements(value: Value, site: Site | null): Elements;
  // text.ts
  repr(value: Value): string;
  /** A text that no other value has, for keys and symbols. */
  identified(value: Value): string;
  display(value: Value, site: Site | null): Value;
  // modules.ts
  importModule(name: string, site: Site | null): Value;

  /** An alternative becomes the option of this path. ABSENT raises NameError. */
  force(value: Value, site: Site | null): Value;
  /** Raises a built-in exception; `value` replaces the message as its argument. */
  raise(exception: string, message: string, site: Site | null, value?: Value): never;
  /** Raises an exception instance. */
  raiseValue(value: Value, site: Site | null): never;
  /** Takes one way for a condition that cannot be known. */
  fork(about: PyUnknown, test: string, ways: readonly string[]): number;
  /** The values that a generator object yields, or null when the instance is none. */
  generatorItems(value: PyInst, site: Site | null): Elements | null;
  /** The elements of a generator object, one after another; null when the instance is none. */
  generatorIter(value: PyInst, site: Site | null): Value | null;
  /** Runs a generator with something else in the place of its first `yield`; what ends that ends the whole. */
  runAround(generator: PyInst, inner: (yielded: Value) => Ended, site: Site | null): Ended;
  newInstance(cls: PyClass, site: Site | null): PyInst;
  listOf(items: readonly Value[]): Value;
  classDict(cls: PyClass): Value;
  attrsDict(instance: PyInst | PyFunc): Value;
  tick(): void;
  /** Runs something with at most so many steps; `anew` when what was spent before does not count, so that it has them in any case. */
  within<T>(steps: number, run: () => T, anew?: 'anew'): T;
  /** What the world around the program decides; filled by the frameworks. */
  readonly hooks: Hooks;
  /** Told about each module as its body is about to run. */
  onModule: ((module: PyModule, parsed: ParsedModule) => void) | null;
  fresh(origin: Origin, what: string, reason: string, site: Site | null): PyUnknown;
  describe(callee: Value): string;
}

/** What a text is held against: a regular expression in the words of JavaScript, which may take more than what holds. */
export interface TextTest {
  readonly source: string;
  readonly how: 'match' | 'search' | 'fullmatch';
  readonly holds: (text: string) => boolean;
}

/** Decisions that only the world can make: the adversary knows some values and not others. */
export interface Hooks {
  /** Equality of an unknown with something: decided (true, false) or open (null). */
  unknownEqual: ((about: PyUnknown, other: Value) => boolean | null) | null;
  /** Whether something unknown is there in any case: never None. */
  isThere: ((about: PyUnknown) => boolean) | null;
  /** Order of two values of which one at least is unknown: negative, zero, positive, or open (null). */
  unknownOrder: ((left: Value, right: Value) => number | null) | null;
  /** Whether something unknown contains a value: decided, or open (null). */
  unknownContains: ((about: PyUnknown, piece: Value) => boolean | null) | null;
  /** Is told two texts that a program compares, or of which it looks for one in the other. */
  textsMeet: ((one: string, other: string) => void) | null;
  /** Whether two different texts count as one, where the framework has made up one of them. */
  sameText: ((one: string, other: string) => boolean) | null;
  /** Truth of something unknown: decided, or open (null). */
  unknownTruth: ((about: PyUnknown) => boolean | null) | null;
  /** All that a text with gaps stands for, as the path of a request whose parameters the caller chooses; null for other texts. */
  textsOf: ((text: string, test: TextTest) => readonly string[] | null) | null;
  /** What cannot be known of such a text, because it depends on what stands in a gap. */
  openText: ((symbol: string) => PyUnknown) | null;
  /** What stands for a piece of such a text that is nothing but a gap; null for other texts. */
  valueOfGap: ((piece: string) => Value | null) | null;
  /** What a known text of JSON stands for, where that is more than its text says; null for the text itself. */
  parsedJson: ((text: string) => Value | null) | null;
  /** The digest that a right key makes of a text, as Latin-1 text; null for what the algorithm gives. */
  keyedDigest: ((text: string, key: Value) => string | null) | null;
  /** Whether a text stands for a token that a server has made: which letters that really has is not known. */
  standsForToken: ((text: string) => boolean) | null;
  /** Whether a text stands for what names a user, in whichever form code reads it: a number, or base64. */
  namesUser: ((text: string) => boolean) | null;
  /** What stands for the length of a text of which whoever sends it chooses how long it is; null for other texts. */
  otherLength: ((text: string) => PyUnknown | null) | null;
  /** Told about each digest that was made of known text, as Latin-1 text or in hexadecimal. */
  digested: ((text: string, digest: string) => void) | null;
  /** The library class that a new class with a base that we do not have surely derives from, judged by what its body holds; else null. */
  likelyBase: ((bases: readonly PyClass[], attrs: ReadonlyMap<string, Value>) => PyClass | null) | null;
  /** Whether a function that we do not have may raise at what it is given while probes are fired, because it checks that. */
  mayRefuse: ((callee: PyUnknown, given: readonly Value[]) => boolean) | null;
  /** Whether an object stays as it is while requests are answered, whoever gets it: a setting. */
  isFixed: ((value: Value) => boolean) | null;
  /** Told about each function that is run while probes are fired; it may note, guard or replace the run. */
  aroundCall: ((func: PyFunc, vars: Map<string, Value>, run: () => Value, site: Site | null) => Value) | null;
}

export interface ClassOptions {
  readonly module: string;
  readonly places: Map<string, Site>;
  readonly site: Site | null;
  readonly own: boolean;
  readonly keywords?: ReadonlyMap<string, Value>;
  /** The metaclass has had its say: `type.__new__` makes the class now. */
  readonly made?: PyClass;
}

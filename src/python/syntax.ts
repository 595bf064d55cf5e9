/** Python syntax as the interpreter reads it: the shape of CPython's `ast`, reduced to what is looked at. */

/** A syntax node. Fields beyond the position depend on `nodeType`, as in CPython's ASDL grammar. */
export interface Node {
  readonly nodeType: string;
  readonly lineno: number;
  /** UTF-8 bytes, 0-based, as in CPython; use `placeOf` for positions that people see. */
  readonly col_offset: number;
  readonly end_lineno?: number;
  readonly end_col_offset?: number;
  // biome-ignore lint/suspicious/noExplicitAny: the grammar is checked by the parser, not by this type
  readonly [field: string]: any;
}

/** A stretch of source with its own line numbering: a module, or a function body that only the reference parser could read. */
export interface Unit {
  /** Path as shown to users. */
  readonly file: string;
  /** Text of the whole file. */
  readonly source: string;
  /** Added to `lineno` of the nodes of this unit to get the line in the file. */
  readonly lineOffset: number;
  /** Dotted module name. */
  readonly module: string;
  /** Part of the scanned project. */
  readonly own: boolean;
}

/** A point of the source: what values and reasons remember. */
export interface Site {
  readonly unit: Unit;
  readonly node: Node;
}

/** A function body that was left out of the first parse: the field `blanked` of its node. */
export interface BlankedBody {
  /** Start of its first line in the source. */
  readonly offset: number;
  /** First line of the body in the file (1-based). */
  readonly startLine: number;
  /** Last line of the body. */
  readonly endLine: number;
  /** Where the first statement starts on its line. */
  readonly column: number;
  /** The indentation of its lines, tabs counted as Python does. */
  readonly indent: number;
  /** The file has no character above U+007F. */
  readonly ascii: boolean;
}

export interface ParsedModule {
  readonly unit: Unit;
  readonly body: readonly Node[];
}

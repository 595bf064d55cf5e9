/** How much of a document is read: every bound of the promised witness in one place. */

export const LIMITS = {
  /** Bytes of the document together with everything that its references bring in. */
  bytes: 20 * 1024 * 1024,
  /** Files, the document included. */
  files: 200,
  /** Levels of maps and lists; deeper parts are skipped. */
  depth: 200,
  /** `$ref` links followed in a row. */
  references: 40,
  /** Marks (line ends, colons, commas, brackets) in YAML text: an upper bound for its nodes. About 14 MB of usual YAML, and 1 GB of memory. */
  yamlMarks: 1_500_000,
  /** Text that looks like JSON but is not is read as YAML up to this length. */
  jsonAsYaml: 4 * 1024 * 1024,
  operations: 20_000,
  /** Alternatives of one `security` list, schemes of one alternative. */
  alternatives: 50,
  /** Problems that are listed; the rest is counted. */
  problems: 200,
  /** Combinations of server variables. */
  basePaths: 32,
  /** Characters of a name or value that is quoted in a message. */
  quoted: 80,
} as const;

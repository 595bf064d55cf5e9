/** Types of setup.cjs, for tests. */
export function dependenciesAreFresh(root: string): boolean;
export function buildIsFresh(root: string): boolean;
export function prepare(root: string, options?: { build?: boolean }): Promise<void>;

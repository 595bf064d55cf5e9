/** Looks for fixes: each proposal is applied in memory, the edited source is judged again, and only what closes its finding is kept. */
import { join } from 'node:path';
import type { ScanOptions } from '../../config/options.ts';
import { FIXES } from '../../fixes/index.generated.ts';
import { applyEdits } from '../../fixes/shared/edits.ts';
import type { EventSink } from '../../model/events.ts';
import type { Finding } from '../../model/finding.ts';
import type { Applicability, FixRequest, FixView, Proposal, TextEdit } from '../../model/fix.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { PredictedWitness } from '../../model/witness.ts';
import { PROBES } from '../../probes/index.generated.ts';
import { openProject } from '../../project/project.ts';
import { DOORS, type Doors } from '../doors.ts';
import { runScan } from '../run.ts';
import type { EditedFile } from './diff.ts';
import { applicabilityOf, openProbes, whyNotFixed, whyUnlikely } from './verify.ts';

/** Proposals for one finding that are judged. */
const MAX_PROPOSALS = 6;

export interface VerifiedFix {
  readonly finding: Finding;
  readonly summary: string;
  readonly applicability: Applicability;
  /** Probes that the source no longer lets in. */
  readonly closes: readonly string[];
  /** Files that it edits, relative to the project. */
  readonly files: readonly string[];
}

/** A finding without a verified fix, and why. */
export interface Unfixed {
  readonly finding: Finding;
  readonly why: string;
}

export interface FixResult {
  readonly fixes: readonly VerifiedFix[];
  readonly unfixed: readonly Unfixed[];
  /** Findings that the fix of another one closed too. */
  readonly closedToo: readonly Finding[];
  /** Every file that a fix edits, as it is and as it is with all of them. */
  readonly files: readonly EditedFile[];
  /** Absolute folder to which the files are relative. */
  readonly root: string;
}

/** Which findings of the first scan are to be fixed, and which fixes are welcome. */
export interface FixWishes {
  choose(findings: readonly Finding[]): readonly Finding[];
  /** False leaves out fixes that turn somebody away who was let in on purpose. */
  readonly changesBehaviour: boolean;
}

/**
 * All fixes hold together. A quick look at the finding's own operations chooses among the proposals, then one scan of
 * everything decides; where it refutes the choice, each proposal is judged by a scan of its own.
 * The server is not asked: what only it showed has no place in the source to mend.
 * @throws UsageError as `runScan`
 */
export async function runFix(options: ScanOptions, wishes: FixWishes, emit: EventSink): Promise<FixResult> {
  const judging: ScanOptions = {
    ...options,
    source: true,
    url: null,
    login: null,
    loginFile: [],
    tokens: [],
    dryRun: false,
    baseline: null,
  };
  const project = openProject({ path: options.path, settings: options.settings, pythonPath: options.pythonPath, venv: options.venv });
  const read = (file: string): string | null => ownText(project, file);
  const before = await runScan(judging, emit);
  const candidates = wishes.choose(before.findings).map((finding) => ({ finding, proposals: proposalsFor(finding, before, read, wishes) }));

  const scanned = (texts: Texts): Promise<ScanResult> => runScan(judging, emit, withOverlay(texts));
  const glance: Check = async (finding, texts, accepted) => {
    emit({ type: 'phase', witness: 'predicted', text: `trying a fix for ${finding.id}` });
    const reached = new Set(accepted.flatMap((each) => each.finding.operations));
    return whyUnlikely(finding, reached, before, await load(judging, texts, emit), PROBES);
  };
  const proof: Check = async (finding, texts, accepted) =>
    whyNotFixed([...accepted.map((each) => each.finding), finding], before, await scanned(texts));

  let chosen = await choose(candidates, read, glance, options.signal);
  let after = chosen.accepted.length > 0 ? await scanned(textsOf(chosen.accepted, read)) : before;
  if (
    whyNotFixed(
      chosen.accepted.map((each) => each.finding),
      before,
      after,
    ) !== null
  ) {
    chosen = await choose(candidates, read, proof, options.signal);
    after = chosen.accepted.length > 0 ? await scanned(textsOf(chosen.accepted, read)) : before;
  }
  const texts = textsOf(chosen.accepted, read);
  const left = new Set(after.findings.flatMap(({ rule, operations }) => operations.map((operation) => `${rule.id} ${operation}`)));
  const isLeft = ({ finding: { rule, operations } }: Unfixed): boolean =>
    operations.some((operation) => left.has(`${rule.id} ${operation}`));
  return {
    fixes: chosen.accepted.map(({ finding, proposal }) => ({
      finding,
      summary: proposal.summary,
      applicability: applicability(finding, proposal, before),
      closes: openProbes(finding, before),
      files: [...new Set(proposal.edits.map(({ file }) => file))],
    })),
    unfixed: chosen.unfixed.filter(isLeft),
    closedToo: chosen.unfixed.filter((each) => !isLeft(each)).map(({ finding }) => finding),
    files: [...texts].map(([file, text]) => ({ file, before: read(file)!, after: text })).sort((a, b) => (a.file < b.file ? -1 : 1)),
    root: project.root,
  };
}

type Texts = ReadonlyMap<string, string>;
/** Null when the edit may be taken, else why not. */
type Check = (finding: Finding, texts: Texts, accepted: readonly Accepted[]) => Promise<string | null>;

interface Candidate {
  readonly finding: Finding;
  readonly proposals: readonly Proposal[] | string;
}

interface Accepted {
  readonly finding: Finding;
  readonly proposal: Proposal;
}

/** Takes for each finding the first proposal that the check does not refute, on top of those taken before. */
async function choose(
  candidates: readonly Candidate[],
  read: (file: string) => string | null,
  check: Check,
  signal: AbortSignal,
): Promise<{ readonly accepted: readonly Accepted[]; readonly unfixed: readonly Unfixed[] }> {
  const accepted: Accepted[] = [];
  const unfixed: Unfixed[] = [];
  for (const { finding, proposals } of candidates) {
    if (typeof proposals === 'string') {
      unfixed.push({ finding, why: proposals });
      continue;
    }
    let why: string | null = null;
    let taken: Proposal | null = null;
    for (const proposal of proposals) {
      if (signal.aborted) break;
      const together = [...accepted, { finding, proposal }];
      const refuted = overlap(together) ? 'it meets the edit of another fix' : await check(finding, textsOf(together, read), accepted);
      if (refuted === null) {
        taken = proposal;
        break;
      }
      why ??= `${proposal.summary}: ${refuted}`;
    }
    if (taken) accepted.push({ finding, proposal: taken });
    else unfixed.push({ finding, why: signal.aborted ? 'interrupted' : `no edit holds when judged again (${why})` });
  }
  return { accepted, unfixed };
}

/** The edits of all fixes by file; the same edit, such as an import, counts once. */
function editsOf(accepted: readonly Accepted[]): ReadonlyMap<string, readonly TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const edit of accepted.flatMap(({ proposal }) => proposal.edits)) {
    const edits = files.get(edit.file) ?? [];
    files.set(edit.file, edits);
    if (!edits.some(({ start, end, text }) => start === edit.start && end === edit.end && text === edit.text)) edits.push(edit);
  }
  return files;
}

function overlap(accepted: readonly Accepted[]): boolean {
  return [...editsOf(accepted).values()].some((edits) => {
    const sorted = [...edits].sort((left, right) => left.start - right.start || left.end - right.end);
    return sorted.some((edit, index) => index > 0 && edit.start < sorted[index - 1]!.end);
  });
}

function textsOf(accepted: readonly Accepted[], read: (file: string) => string | null): Texts {
  return new Map([...editsOf(accepted)].map(([file, edits]) => [file, applyEdits(read(file) ?? '', edits)]));
}

/** The proposals for a finding, or why there is none. */
function proposalsFor(
  finding: Finding,
  before: ScanResult,
  read: (file: string) => string | null,
  wishes: FixWishes,
): readonly Proposal[] | string {
  const rows = before.matrix.rows.filter((row) => finding.operations.includes(row.id));
  const views = rows.flatMap(({ source }): FixView[] =>
    source?.place ? [{ method: source.method, action: source.action, place: source.place }] : [],
  );
  const request: FixRequest = {
    rule: finding.rule.id,
    place: finding.place,
    views,
    settingPlace: (name) => before.facts?.setting(name)?.place ?? null,
    read,
  };
  const proposals = FIXES.filter((fix) => fix.rules.includes(finding.rule.id))
    .flatMap((fix) => fix.propose(request))
    .filter(({ edits }) => edits.length > 0 && edits.every(({ file }) => read(file) !== null));
  if (proposals.length === 0) return 'no fix is known for code of this shape';
  const welcome = proposals.filter((each) => wishes.changesBehaviour || applicability(finding, each, before) === 'safe');
  return welcome.length > 0 ? welcome.slice(0, MAX_PROPOSALS) : 'its fix changes behaviour: name the finding';
}

function applicability(finding: Finding, proposal: Proposal, before: ScanResult): Applicability {
  return proposal.guess ? 'changes-behaviour' : applicabilityOf(finding, before);
}

function load(options: ScanOptions, overlay: Texts, emit: EventSink): Promise<PredictedWitness> {
  return DOORS.loadSource({
    root: options.path,
    ...(options.settings === null ? {} : { settings: options.settings }),
    pythonPath: options.pythonPath,
    env: options.env,
    ...(options.venv === null ? {} : { venv: options.venv }),
    overlay,
    emit,
  });
}

function withOverlay(overlay: ReadonlyMap<string, string>): Doors {
  return { ...DOORS, loadSource: (request) => DOORS.loadSource({ ...request, overlay }) };
}

/** Text of a file of the project itself; libraries and what only has the same name are never edited. */
function ownText(project: ReturnType<typeof openProject>, file: string): string | null {
  const path = join(project.root, file);
  if (project.display(path) !== file || (project.sitePackages !== null && path.startsWith(project.sitePackages))) return null;
  return project.read(path);
}

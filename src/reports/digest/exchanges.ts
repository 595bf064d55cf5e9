/** Which exchanges a page shows: all that prove a finding, and of the others as many as a reader would look at. */
import type { Exchange } from '../../model/exchange.ts';
import type { Finding } from '../../model/finding.ts';
import type { ScanResult } from '../../model/scan-result.ts';

const MOST = 30;
const shown = new WeakMap<ScanResult, readonly Exchange[]>();

/** In their own order; the scan document has all of them. */
export function shownExchanges(result: ScanResult): readonly Exchange[] {
  let list = shown.get(result);
  if (!list) {
    const proofs = new Set(result.findings.flatMap((finding) => finding.proof));
    let others = MOST - proofs.size;
    list = result.exchanges.filter((exchange) => proofs.has(exchange.id) || others-- > 0);
    shown.set(result, list);
  }
  return list;
}

/** The exchanges that prove a finding, what convicts first. */
export function proofsOf(result: ScanResult, finding: Finding): readonly Exchange[] {
  const wanted = new Map(result.exchanges.filter(({ id }) => finding.proof.includes(id)).map((exchange) => [exchange.id, exchange]));
  return finding.proof.flatMap((id) => wanted.get(id) ?? []);
}

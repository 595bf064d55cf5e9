/** One letter for the whole: what is left of 100 points after every root cause took its share. */
import type { Confidence, Finding } from '../model/finding.ts';

const WEIGHT: Readonly<Record<Confidence, number>> = { certain: 1, firm: 0.7, tentative: 0.3 };

/** Profile notes about the way people log in; they describe an architecture, not a way in. */
const NOTES: ReadonlySet<string> = new Set(['CWE-308', 'CWE-309']);

/**
 * Critical 40 points (each further one 15), high 15 (8), medium 5 (20 at most), low 1 (5 at most), times the confidence.
 * A certain critical is at most F, a certain high at most C. Suppressed findings, drift and notes cost nothing.
 */
export function gradeOf(findings: readonly Finding[]): { readonly letter: string; readonly score: number } {
  const counted = findings.filter((finding) => !finding.suppressed && finding.rule.family !== 'drift' && !NOTES.has(finding.rule.cwe));
  const weights = (severity: Finding['severity']): number[] =>
    counted
      .filter((finding) => finding.severity === severity)
      .map((finding) => WEIGHT[finding.confidence])
      .sort((left, right) => right - left);
  const steep = (list: readonly number[], first: number, further: number): number =>
    list.reduce((sum, weight, index) => sum + weight * (index === 0 ? first : further), 0);
  const flat = (list: readonly number[], each: number, most: number): number =>
    Math.min(most, each * list.reduce((sum, weight) => sum + weight, 0));
  let score =
    100 - steep(weights('critical'), 40, 15) - steep(weights('high'), 15, 8) - flat(weights('medium'), 5, 20) - flat(weights('low'), 1, 5);
  const certain = (severity: Finding['severity']): boolean =>
    counted.some((finding) => finding.severity === severity && finding.confidence === 'certain');
  if (certain('high')) score = Math.min(score, 74);
  if (certain('critical')) score = Math.min(score, 39);
  score = Math.max(0, Math.floor(score));
  return { letter: score >= 90 ? 'A' : score >= 75 ? 'B' : score >= 60 ? 'C' : score >= 40 ? 'D' : 'F', score };
}

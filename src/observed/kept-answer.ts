/** Whether something on the way keeps an answer for others: by what the answer says of itself, so that nothing is sent to find out. */
import { type Answer, headerOf } from './answer.ts';

/** Headers that only a cache writes: RFC 9111 section 5.1, RFC 9211, and what proxies and delivery networks call it. */
const OF_CACHES: readonly string[] = ['age', 'cache-status', 'x-cache', 'x-cache-status', 'cf-cache-status', 'x-varnish'];

/** True for an answer that came past a cache, or that one may keep (RFC 9111 sections 3 and 5.2.2; Django's `cache_page` sets max-age). */
export function isKept(answer: Pick<Answer, 'headers'>): boolean {
  const rules = (headerOf(answer, 'cache-control') ?? '').toLowerCase();
  if (/\b(private|no-store|no-cache)\b/.test(rules)) return false;
  return /\bpublic\b|\b(s-maxage|max-age)="?[1-9]/.test(rules) || OF_CACHES.some((name) => headerOf(answer, name) !== null);
}

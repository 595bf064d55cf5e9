import { expect, it } from 'vitest';
import { planText } from './plan-text.ts';

it('prints each request with headers and reason, and nothing that moves the cursor', () => {
  const plan = [
    { method: 'GET', url: 'http://x/a/', headers: [['Authorization', 'Bearer <garbage>']], why: 'garbage-token\u001b[2J\nX' },
  ] as const;
  expect(planText(plan)).toBe(
    'GET http://x/a/\n    Authorization: Bearer <garbage>\n    # garbage-token\u241b[2J X\n\n1 request planned, none sent\n',
  );
  expect(planText([])).toBe('0 requests planned, none sent\n');
});

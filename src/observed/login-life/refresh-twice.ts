/** Whether a refresh token works again after its exchange (catalogue R26, RFC 9700 section 4.14.2). */
import type { Life } from './life.ts';
import type { OwnLogin } from './own-login.ts';

/** Only where each exchange gives a new refresh token is the old one meant to be done with. Changes nothing but this login. */
export async function refreshTwice(life: Life, own: OwnLogin): Promise<void> {
  const { refresh } = life.request;
  if (refresh === null || own.refresh === null) return;
  const subject = `POST ${refresh.path}`;
  if (!(await life.refusesMadeUpRefresh(own.refresh))) return life.note(`${subject} does not refuse a made-up refresh token as such`);
  const first = await life.exchange('refresh-token', own.refresh);
  if (first.access === null)
    return life.note(`${subject} gave nothing for the refresh token of the login (${first.status ?? 'no answer'})`);
  if (first.next === null || first.next.value === own.refresh.value) return;
  const second = await life.exchange('refresh-again', own.refresh);
  if (second.access === null) return;
  // The same answer once more is for clients that lost the first one: nobody gains a second line of tokens.
  if (second.next?.value === first.next.value) return;
  const proof = await life.getsIn(
    'refresh-again',
    life.credential(own, second.access, 'token of the second exchange'),
    'the token of the second exchange',
  );
  if (proof === null) return life.note(`${subject} exchanged one refresh token twice, and nothing shows that the second token works`);
  life.found('refresh-reused', refresh, {
    text: 'a refresh token that was exchanged for a new one was taken once more, and the token for it gets in',
    reasons: [
      { text: 'the refresh token was exchanged for new ones', ...exchangeOf(first) },
      { text: 'the same refresh token was exchanged again', ...exchangeOf(second) },
      ...proof,
    ],
  });
}

function exchangeOf({ exchange }: { readonly exchange: string | null }): { readonly exchange?: string } {
  return exchange === null ? {} : { exchange };
}

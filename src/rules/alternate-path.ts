/** Rule: the operation answers without a token as soon as it is asked for in other words. */
import type { SourceFacts } from '../model/facts.ts';
import type { Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import { causeOf, ENTRANCES, isTurnedAway, kindOf, verdictOf } from './shared/evidence.ts';
import { groupHits, type Hit, namesOf, reportOf } from './shared/group.ts';
import { rateForged } from './shared/rating.ts';

export const rule: Rule = {
  id: 'alternate-path',
  title: 'the same operation is open in other words',
  family: 'bypass',
  severity: 'high',
  cwe: 'CWE-288',
  owasp: ['API8:2023', 'API2:2023'],
  why: 'What guards the operation stands in front of it and decides by the text of the request: by the path as it is written, or by what the client wants to read. The routes behind it are more generous: they take capital letters, a suffix, a missing slash, an encoded letter. Whoever finds a spelling that the guard does not know and the routes do is inside without any token.',
  bad: `class TokenMiddleware:
    def __call__(self, request):
        if request.path.startswith("/api/private/") and not valid(request):
            return JsonResponse({"detail": "No token."}, status=401)
        return self.get_response(request)


urlpatterns = [re_path(r"^(?i:api/private/stock)/?$", stock)]
`,
  good: `class Stock(APIView):
    authentication_classes = [JWTAuthentication]
    permission_classes = [IsAuthenticated]


urlpatterns = [path("api/private/stock/", Stock.as_view())]
`,
  refute:
    'Send both requests of the finding without a token, one after the other: both must be turned away. If the second answer is public on purpose, list the operation as public with its reason.',
  references: [
    'CWE-288: Authentication Bypass Using an Alternate Path or Channel',
    'OWASP WSTG-ATHN-04',
    'RFC 3986 section 6.2 (what is equivalent is for the server to say)',
    'RFC 9110 section 12.5.1 (Accept)',
    'Django: URL dispatcher, what the URLconf searches against',
  ],
  judge(matrix, facts) {
    return Object.entries(WORDS).flatMap(([probe, words]) =>
      groupHits(openBy(probe, matrix, facts)).map((group) =>
        reportOf(group, {
          title: words.title,
          message: `${namesOf(group)}: turns away a request without a token, and answers it ${[...new Set(group.hits.map(howOf))].join(' or ')}.`,
          cause: group.cause?.text ?? words.cause,
        }),
      ),
    );
  },
};

const WORDS: Readonly<Record<string, { readonly title: string; readonly cause: string }>> = {
  'path-variant': {
    title: 'another spelling of the path leads around the gate',
    cause: 'the check compares paths more strictly than the routes do',
  },
  'version-path': {
    title: 'another version of the path is not guarded',
    cause: 'the gate of the documented version does not stand in front of the other one',
  },
  'other-version': {
    title: 'another version of the API needs no token',
    cause: 'a token is asked for in some versions only',
  },
  'other-representation': {
    title: 'whoever asks for a page needs no token',
    cause: 'the check lets through what asks for another representation',
  },
};

function openBy(probe: string, matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  return (
    matrix.rows
      .filter((row) => row.intendedPublic === null)
      // The same witness must have turned the plain request away: a gate in front of the application is not in the source.
      .filter((row) => ENTRANCES.some((witness) => kindOf(row, probe, witness) === 'admits' && isTurnedAway(row, 'no-token', witness)))
      .map((row) => ({
        row,
        probe,
        cause: causeOf(row, probe, facts),
        rating: rateForged('high', kindOf(row, probe, 'predicted'), kindOf(row, probe, 'observed')),
      }))
  );
}

/** The words that got in, as the witness tells them before what it got. */
function howOf({ row, probe }: Hit): string {
  const effect = verdictOf(row, probe, 'observed')?.effect ?? '';
  return effect.includes(': ') ? effect.slice(0, effect.indexOf(': ')) : 'in other words';
}

/** Secrets that come from a generator which can be predicted, and what only looks alike. That they follow from a seed is shown by Python. */
import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { accountProject, scan } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const VIEWS = `import random
import secrets
import string
import uuid
from random import SystemRandom, choice

from django.utils.crypto import get_random_string
from kit import *


def reset_token():
    return ''.join(random.choices(string.ascii_letters, k=32))


def one_time_code():
    return '%06d' % random.randint(0, 999999)


def make_password():
    letters = [choice(string.ascii_letters) for _ in range(8)]
    return ''.join(letters)


class ForgotPassword(APIView):
    def post(self, request):
        return Response({'link': str(uuid.uuid1())})


def secure_token():
    return secrets.token_urlsafe(32) + get_random_string(8) + str(uuid.uuid4())


def system_token():
    return ''.join(SystemRandom().choice(string.digits) for _ in range(6)) + random.SystemRandom().choice('ab')


def shuffled(names):
    return random.sample(names, len(names))


class Colours(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response(random.choice(['red', 'blue']))


urlpatterns = [path('desk/', Colours.as_view()), path('forgot/', ForgotPassword.as_view(permission_classes=[IsAuthenticated]))]
`;

test('the ones that come from random and uuid1, each once, and no other', async () => {
  const { findings } = await scan(accountProject(VIEWS));
  const told = findings.filter(({ rule }) => rule.id === 'predictable-token');
  expect(told.map(({ symbol }) => symbol)).toEqual([
    'app.views.ForgotPassword.post',
    'app.views.make_password',
    'app.views.one_time_code',
    'app.views.reset_token',
  ]);
  expect(told.every(({ severity, confidence, gates }) => severity === 'high' && confidence === 'tentative' && !gates)).toBe(true);
});

test('what random gives follows from its state, what secrets gives does not', () => {
  const twice = (call: string): string[] => {
    const program = `import random, secrets\nfor _ in range(2):\n    random.seed(7)\n    print(${call})`;
    return execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim().split('\n');
  };
  const [first, second] = twice("''.join(random.choices('abcdefgh', k=32))");
  expect(second).toBe(first);
  const [other, another] = twice('secrets.token_urlsafe(32)');
  expect(another).not.toBe(other);
});

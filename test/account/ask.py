"""Asks a project of a test by Django's own test client. argv: the project folder; stdin: a list of questions; stdout: their answers.

A question is {"method", "path", "body", "headers", "times", "rotate"}: it is sent so many times, `rotate` names a header that has another
value each time, `keep` a field of the answer that is $KEPT from then on. Words in bodies, paths and headers: $USER and $PASSWORD of a user that exists; $UID and $RESET of a fresh reset link for
that user ($OLDRESET is ten days old), $OTHERUID of somebody else; $TOKEN of somebody else.
A question {"has": [name, password]} asks whether that is the password of the user now; the body says True or False.
An answer is {"statuses", "body", "headers", "mails"}: every status, the last answer, and the texts of all mails so far.
"""
import datetime
import json
import os
import sys
import warnings

warnings.simplefilter('ignore')
sys.path.insert(0, sys.argv[1])
os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')

import django  # noqa: E402

django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.auth.hashers import make_password  # noqa: E402
from django.contrib.auth.tokens import PasswordResetTokenGenerator, default_token_generator  # noqa: E402
from django.core import mail  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils.encoding import force_bytes  # noqa: E402
from django.utils.http import urlsafe_base64_encode  # noqa: E402

settings.EMAIL_BACKEND = 'django.core.mail.backends.locmem.EmailBackend'
settings.PASSWORD_HASHERS = ['django.contrib.auth.hashers.MD5PasswordHasher']
call_command('migrate', run_syncdb=True, verbosity=0)
users = get_user_model().objects
user = users.create(username='ada', email='ada@example.com', password=make_password('right-Horse-7'))


class TenDaysAgo(PasswordResetTokenGenerator):
    def _now(self):
        return super()._now() - datetime.timedelta(days=10)


other = users.create(username='bob', email='bob@example.com', password=make_password('other-Horse-8'))
words = {
    '$TOKEN': 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
    '$USER': 'ada',
    '$PASSWORD': 'right-Horse-7',
    '$UID': urlsafe_base64_encode(force_bytes(user.pk)),
    '$OTHERUID': urlsafe_base64_encode(force_bytes(other.pk)),
    '$RESET': default_token_generator.make_token(user),
    '$OLDRESET': TenDaysAgo().make_token(user),
}

if apps.is_installed('rest_framework.authtoken'):
    from rest_framework.authtoken.models import Token

    Token.objects.create(user=other, key=words['$TOKEN'])

if os.path.exists(os.path.join(sys.argv[1], 'app', 'seed_account.py')):
    from app.seed_account import run

    words.update(run(user, other))


def filled(value):
    text = json.dumps(value)
    for word, meaning in sorted(words.items(), reverse=True):
        text = text.replace(word, meaning)
    return json.loads(text)


answers = []
for question in json.load(sys.stdin):
    if 'has' in question:
        name, password = question['has']
        answers.append({'statuses': [], 'body': str(users.get(username=name).check_password(password)), 'headers': {}})
        continue
    client = Client(raise_request_exception=False)
    statuses = []
    for number in range(question.get('times', 1)):
        headers = filled(question.get('headers', {}))
        if 'rotate' in question:
            headers[question['rotate']] = f'198.51.100.{number}'
        body = filled(question.get('body', {}))
        if question.get('form'):
            data = {'data': body} if question['method'] == 'POST' else {'data': '&'.join(f'{k}={v}' for k, v in body.items()), 'content_type': 'application/x-www-form-urlencoded'}
        else:
            data = {} if question['method'] == 'GET' else {'data': json.dumps(body), 'content_type': 'application/json'}
        send = getattr(client, question['method'].lower())
        response = send(filled(question['path']), **data, headers=headers)
        statuses.append(response.status_code)
    if 'keep' in question:
        words['$KEPT'] = response.json()[question['keep']]
    outbox = [message.body for message in getattr(mail, 'outbox', [])]
    answers.append({'mails': outbox, 'statuses': statuses, 'body': response.content.decode('utf8', 'replace'), 'headers': dict(response.headers)})
print(json.dumps(answers))

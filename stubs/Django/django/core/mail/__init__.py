"""Mail is an effect."""
from _unlatched import effect, mails, opaque


def _unlatched_send(*texts):
    mails(texts)
    effect("mail", "a mail is sent")
    return 1


def get_connection(backend=None, fail_silently=False, **kwds):
    return opaque("a connection to a mail server")


def send_mail(subject, message, from_email, recipient_list, fail_silently=False, auth_user=None, auth_password=None,
              connection=None, html_message=None):
    return _unlatched_send(subject, message, html_message)


def send_mass_mail(datatuple, fail_silently=False, auth_user=None, auth_password=None, connection=None):
    return _unlatched_send()


def mail_admins(subject, message, fail_silently=False, connection=None, html_message=None):
    _unlatched_send()


def mail_managers(subject, message, fail_silently=False, connection=None, html_message=None):
    _unlatched_send()


class BadHeaderError(ValueError):
    pass


class EmailMessage:
    content_subtype = "plain"
    mixed_subtype = "mixed"
    encoding = None

    def __init__(self, subject="", body="", from_email=None, to=None, bcc=None, connection=None, attachments=None, headers=None,
                 cc=None, reply_to=None):
        self.subject = subject
        self.body = body
        self.from_email = from_email
        self.to = list(to or [])
        self.cc = list(cc or [])
        self.bcc = list(bcc or [])
        self.reply_to = list(reply_to or [])
        self.attachments = list(attachments or [])
        self.extra_headers = headers or {}
        self.connection = connection

    def get_connection(self, fail_silently=False):
        return get_connection(fail_silently=fail_silently)

    def message(self):
        return opaque("a mail")

    def recipients(self):
        return self.to + self.cc + self.bcc

    def send(self, fail_silently=False):
        return _unlatched_send(self.subject, self.body)

    def attach(self, filename=None, content=None, mimetype=None):
        self.attachments.append((filename, content, mimetype))

    def attach_file(self, path, mimetype=None):
        pass


class EmailMultiAlternatives(EmailMessage):
    alternative_subtype = "alternative"

    def __init__(self, subject="", body="", from_email=None, to=None, bcc=None, connection=None, attachments=None, headers=None,
                 alternatives=None, cc=None, reply_to=None):
        super().__init__(subject, body, from_email, to, bcc, connection, attachments, headers, cc, reply_to)
        self.alternatives = list(alternatives or [])

    def attach_alternative(self, content, mimetype):
        self.alternatives.append((content, mimetype))

    def send(self, fail_silently=False):
        return _unlatched_send(self.subject, self.body, *[content for content, mimetype in self.alternatives])


def __getattr__(name):
    return opaque("django.core.mail." + name)

"""Signals of the request cycle. The handlers do not send them: their receivers do not decide who gets in."""
from django.dispatch import Signal

request_started = Signal()
request_finished = Signal()
got_request_exception = Signal()
setting_changed = Signal()

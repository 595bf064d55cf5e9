"""Signals."""
from django.dispatch.dispatcher import Signal, receiver

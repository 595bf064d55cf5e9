"""Dates out of text."""
from _unlatched import opaque


def parse_date(value):
    return opaque("a date")


def parse_time(value):
    return opaque("a time")


def parse_datetime(value):
    return opaque("a date and time")


def parse_duration(value):
    return opaque("a duration")

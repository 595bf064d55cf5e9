"""Dates. Lengths are known, the present moment is the world's."""
from _unlatched import is_known, world


class timedelta:
    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds
        self._seconds = total
        self.days = total // 86400
        self.seconds = total % 86400
        self.microseconds = 0

    def total_seconds(self):
        return self._seconds

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta(seconds=self._seconds + other._seconds)
        return other + self

    def __radd__(self, other):
        return other

    def __sub__(self, other):
        return timedelta(seconds=self._seconds - other._seconds)

    def __rsub__(self, other):
        return other

    def __mul__(self, other):
        return timedelta(seconds=self._seconds * other)

    def __rmul__(self, other):
        return timedelta(seconds=self._seconds * other)

    def __neg__(self):
        return timedelta(seconds=-self._seconds)

    def __eq__(self, other):
        return isinstance(other, timedelta) and self._seconds == other._seconds

    def __lt__(self, other):
        return self._seconds < other._seconds

    def __le__(self, other):
        return self._seconds <= other._seconds

    def __gt__(self, other):
        return self._seconds > other._seconds

    def __ge__(self, other):
        return self._seconds >= other._seconds

    def __bool__(self):
        return self._seconds != 0


class tzinfo:
    pass


class timezone(tzinfo):
    def __init__(self, offset=None, name=None):
        self.offset = offset


timezone.utc = timezone()
UTC = timezone.utc


class date:
    def __init__(self, year=None, month=None, day=None, *args, **kwargs):
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def today(cls):
        return world("the present day")

    @classmethod
    def fromisoformat(cls, text):
        return world(f"a date from text")

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        if is_known(timestamp) and isinstance(timestamp, (int, float)) and timestamp < 1_000_000_000:
            return world("a moment long ago")
        return world("a date from a number")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return world(f"date.{name}")

    def __sub__(self, other):
        return world("a span of time")

    def __add__(self, other):
        return world("a date")


class datetime(date):
    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def now(cls, tz=None):
        return world("the present moment")

    @classmethod
    def utcnow(cls):
        return world("the present moment")

    @classmethod
    def strptime(cls, text, format):
        return world("a date from text")

    @classmethod
    def combine(cls, *args, **kwargs):
        return world("a date")


class time:
    min = world("time.min")
    max = world("time.max")

    def __init__(self, *args, **kwargs):
        self.args = args


MINYEAR = 1
MAXYEAR = 9999
datetime.min = world("datetime.min")
datetime.max = world("datetime.max")
date.min = world("date.min")
date.max = world("date.max")

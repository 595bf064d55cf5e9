"""Loggers say nothing and change nothing."""

NOTSET, DEBUG, INFO, WARNING, ERROR, CRITICAL = 0, 10, 20, 30, 40, 50
WARN, FATAL = WARNING, CRITICAL
raiseExceptions = True


class Filterer:
    def addFilter(self, filter):
        pass

    def removeFilter(self, filter):
        pass


class Logger(Filterer):
    level = NOTSET
    handlers = []
    propagate = True
    disabled = False

    def __init__(self, name="root", level=NOTSET):
        self.name = name

    def debug(self, msg, *args, **kwargs):
        pass

    info = warning = warn = error = exception = critical = fatal = log = debug

    def isEnabledFor(self, level):
        return False

    def setLevel(self, level):
        pass

    def getEffectiveLevel(self):
        return WARNING

    def addHandler(self, hdlr):
        pass

    def removeHandler(self, hdlr):
        pass

    def getChild(self, suffix):
        return self

    def hasHandlers(self):
        return False

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


RootLogger = Logger


class LoggerAdapter(Logger):
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        self.level = level

    def setFormatter(self, fmt):
        pass

    def setLevel(self, level):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None


NullHandler = Handler


class StreamHandler(Handler):
    def __init__(self, stream=None):
        Handler.__init__(self)


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        Handler.__init__(self)


class Filter:
    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return True


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", *args, **kwargs):
        self._fmt = fmt

    def format(self, record):
        return ""


class LogRecord:
    pass


root = Logger()


def getLogger(name=None):
    return Logger(name)


def debug(*args, **kwargs):
    pass


info = warning = warn = error = exception = critical = fatal = log = basicConfig = disable = captureWarnings = shutdown = debug
addLevelName = setLoggerClass = setLogRecordFactory = debug


def getLevelName(level):
    return level


def getLoggerClass():
    return Logger


def __getattr__(name):
    from _unlatched import opaque

    return opaque("logging." + name)

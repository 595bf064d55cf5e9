"""Handlers do nothing here."""
from logging import FileHandler, Handler


class RotatingFileHandler(FileHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        Handler.__init__(self)


class TimedRotatingFileHandler(FileHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        Handler.__init__(self)


class WatchedFileHandler(FileHandler):
    pass


SocketHandler = SysLogHandler = SMTPHandler = Handler
MemoryHandler = HTTPHandler = QueueHandler = QueueListener = BufferingHandler = Handler

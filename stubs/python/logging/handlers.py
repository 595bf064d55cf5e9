"""Handlers do nothing here."""
from logging import Handler

RotatingFileHandler = TimedRotatingFileHandler = WatchedFileHandler = SocketHandler = SysLogHandler = SMTPHandler = Handler
MemoryHandler = HTTPHandler = QueueHandler = QueueListener = BufferingHandler = Handler

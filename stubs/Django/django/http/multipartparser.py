"""Uploads are not parsed here."""


class MultiPartParserError(Exception):
    pass


class MultiPartParser:
    def __init__(self, META, input_data, upload_handlers, encoding=None):
        self._meta = META

"""Text that is not escaped."""


class SafeData:
    def __html__(self):
        return self


class SafeString(str, SafeData):
    pass


SafeText = SafeString


def mark_safe(s):
    return s

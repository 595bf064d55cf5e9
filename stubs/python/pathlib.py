"""Paths are text; what lies there is asked of `os.path` and `glob`."""
import glob
import os

from _unlatched import deployment


class PurePath:
    def __init__(self, *parts):
        self._text = os.path.join(*[str(part) for part in parts]) if parts else "."

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def as_posix(self):
        return self._text

    def as_uri(self):
        return "file://" + self._text

    def __truediv__(self, other):
        return type(self)(self._text, str(other))

    def __rtruediv__(self, other):
        return type(self)(str(other), self._text)

    def joinpath(self, *others):
        return type(self)(self._text, *others)

    @property
    def parent(self):
        return type(self)(os.path.dirname(self._text) or ".")

    @property
    def parents(self):
        found = []
        at = self
        for _ in range(12):
            at = at.parent
            found.append(at)
        return found

    @property
    def name(self):
        return os.path.basename(self._text)

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def parts(self):
        return tuple(self._text.split("/"))

    def relative_to(self, *other):
        return self

    def with_suffix(self, suffix):
        return type(self)(os.path.splitext(self._text)[0] + suffix)

    def with_name(self, name):
        return self.parent / name

    def is_absolute(self):
        return self._text.startswith("/")

    def __eq__(self, other):
        return str(self) == str(other)

    def __lt__(self, other):
        return str(self) < str(other)


class Path(PurePath):
    def resolve(self, strict=False):
        return self

    def absolute(self):
        return self

    def expanduser(self):
        return self

    def exists(self):
        return os.path.exists(self._text)

    def is_file(self):
        return os.path.isfile(self._text)

    def is_dir(self):
        return os.path.isdir(self._text)

    def mkdir(self, *args, **kwargs):
        return None

    def touch(self, *args, **kwargs):
        return None

    def unlink(self, *args, **kwargs):
        return None

    def write_text(self, *args, **kwargs):
        return None

    def write_bytes(self, *args, **kwargs):
        return None

    def read_text(self, *args, **kwargs):
        return deployment(f"file:{self._text}")

    def read_bytes(self):
        return deployment(f"file:{self._text}")

    def open(self, *args, **kwargs):
        return open(self._text)

    def iterdir(self):
        return (self / name for name in os.listdir(self._text))

    def glob(self, pattern):
        return (type(self)(path) for path in glob.glob(os.path.join(self._text, pattern), recursive=True))

    def rglob(self, pattern):
        return self.glob(f"**/{pattern}")

    def stat(self):
        return deployment(f"file:{self._text}")

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(os.path.expanduser("~"))


PosixPath = WindowsPath = Path
PurePosixPath = PureWindowsPath = PurePath

"""Shell patterns as regular expressions (Lib/fnmatch.py): `*`, `?`, `[seq]`, `[!seq]`."""
import re


def translate(pat):
    out = ""
    i = 0
    while i < len(pat):
        char = pat[i]
        i += 1
        end = pat.find("]", i + 1) if char == "[" else -1
        if char == "*":
            out += ".*"
        elif char == "?":
            out += "."
        elif end > 0:
            inside = pat[i:end].replace("\\", "\\\\")
            out += "[^" + inside[1:] + "]" if inside[0] == "!" else "[" + inside + "]"
            i = end + 1
        else:
            out += re.escape(char)
    return "(?s:" + out + r")\Z"


def fnmatchcase(name, pat):
    return re.compile(translate(pat)).match(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]

#!/usr/bin/env python3
"""Packs what oracle.py wrote into truth/NAME.json.gz: only the fields that are compared, without a time stamp (equal input, equal bytes).

    pack-truth.py ORACLE_OUTPUT.json [NAME]
"""
import gzip
import json
import os
import sys

FIELDS = ("method", "path", "format_suffix", "kind", "name", "view", "action", "authenticators", "permissions", "throttles",
          "shadowed", "reachable", "gate", "handler_wrapped", "line", "route")

source = sys.argv[1]
name = sys.argv[2] if len(sys.argv) > 2 else os.path.splitext(os.path.basename(source))[0]
with open(source, encoding="utf-8") as f:
    document = json.load(f)
meta = {k: document["meta"].get(k) for k in ("project", "version", "django", "drf", "settings", "urlconf", "python")}
packed = {"meta": meta, "routes": [{k: row[k] for k in FIELDS if row.get(k) not in (None, False)} for row in document["routes"]]}
for row, given in zip(packed["routes"], document["routes"]):
    if given.get("reachable") is False:
        row["reachable"] = False
target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "truth", name + ".json.gz")
with open(target, "wb") as f, gzip.GzipFile(filename="", mode="wb", fileobj=f, mtime=0) as z:
    z.write(json.dumps(packed, separators=(",", ":")).encode())
print("%s: %d rows, %d bytes" % (name, len(packed["routes"]), os.path.getsize(target)))

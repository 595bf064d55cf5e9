/** Hides credentials that stand in source lines: an excerpt must not carry a key into a report. */

/** A name that says secret, then `=` or `:` (or a call's opening bracket and a default), then a quoted text. */
const SECRET =
  /(\b\w*(?:secret|passwd|password|signing_key|private_key)\w*["']?\s*(?:=|:)\s*[rbuf]{0,2}(["']))((?:\\.|(?!\2)[^\\])+)(?=\2)/giu;
const TOKEN = /(\b\w*(?:token|api_?key|access_?key)["']?\s*(?:=|:)\s*[rbuf]{0,2}(["']))((?=[^"']*\d)[A-Za-z0-9+/=_.-]{16,})(?=\2)/giu;
/** Three base64url parts: a JWT, whatever it is called. */
const JWT = /(\b)()(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*)/gu;

/** Replaces every code point of such values by `•`, so that columns stay true. */
export function maskSecrets(line: string): string {
  const mask = (_all: string, before: string, _quote: string, value: string): string => before + '•'.repeat([...value].length);
  return line.replace(SECRET, mask).replace(TOKEN, mask).replace(JWT, mask);
}

/** The readable segments of a JWT: JSON in base64url, of which all that is not changed keeps its characters. */

export function segmentOf(fields: object): string {
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}

/** Changes members of a segment; without a change it stays as it was. Numbers too large for a double keep their digits. */
export function edit(segment: string, change: (members: Map<string, string>) => void): string {
  const members = membersOf(Buffer.from(segment, 'base64url').toString('utf8'));
  const before = JSON.stringify([...members]);
  change(members);
  if (JSON.stringify([...members]) === before) return segment;
  const text = `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
  return Buffer.from(text).toString('base64url');
}

/** Names and values of a JSON object, the values as they are written. */
export function membersOf(json: string): Map<string, string> {
  const members = new Map<string, string>();
  const strings = /"(?:[^"\\]|\\.)*"/y;
  let depth = 0;
  let start = -1;
  let name: string | null = null;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]!;
    if (character === '"') {
      strings.lastIndex = at;
      const text = strings.exec(json)![0];
      if (depth === 1 && name === null) name = JSON.parse(text) as string;
      at += text.length - 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === ':' && depth === 1) start = at + 1;
    if ((character === ',' && depth === 1) || (character === '}' && depth === 1)) {
      if (name !== null) members.set(name, json.slice(start, at).trim());
      name = null;
    }
    if (character === '}' || character === ']') depth -= 1;
  }
  return members;
}

/** Headers that hold the name of a user, as the source witness tells of them in the conditions of a verdict. */
const CONDITION = /^header:(\S*(?:user|email|principal|identity|subject)\S*) is sent$/i;

/** The header whose presence is a condition of a verdict, or null where none of them names a user. */
export function userHeaderIn(conditions: readonly string[] | undefined): string | null {
  for (const condition of conditions ?? []) {
    const name = CONDITION.exec(condition)?.[1];
    if (name && !/user-agent/i.test(name)) return name;
  }
  return null;
}

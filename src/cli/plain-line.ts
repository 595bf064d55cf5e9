/** Makes any text safe to print as one line: what a project or a server sends may hold line breaks and terminal controls. */
export function plainLine(text: string, limit = 500): string {
  const line = text
    .replace(/[\r\n\t]+/g, ' ')
    // Controls, and the marks that turn the direction of writing (they can hide what a line says).
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
  return line.length > limit ? `${line.slice(0, limit - 3)}...` : line;
}

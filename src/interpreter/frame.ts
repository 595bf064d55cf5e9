/** What is known of a text with unknown parts: how it begins and ends (`f'Token {settings.KEY}'`). Enough to tell it from other texts. */
import type { PyUnknown } from './values.ts';

/** The text with its beginning and end told; they are those of the whole text, and do not overlap. */
export function framed(text: PyUnknown, start: string, end: string): PyUnknown {
  return start === '' && end === '' ? text : { ...text, frame: { start, end } };
}

/** Whether the two may be one text. */
export function mayBe({ start, end }: NonNullable<PyUnknown['frame']>, text: string): boolean {
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

/** The origin of a page that the server cannot know: a name under `.invalid`, which nobody can own (RFC 2606 section 2). */
export const FOREIGN_ORIGIN = 'https://canary.invalid';

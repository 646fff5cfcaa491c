/**
 * The wording of a text without its layout: canonical Unicode, one kind of line end, runs of blanks as one, no invisible characters.
 * For hashing and comparing alone; offsets always refer to the text as it was given. The patterns match only what they change: a text of
 * five megabytes has a million blanks that stay as they are.
 */
export function normalForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/ [^\S\n]+|[^\S\n ][^\S\n]*/g, ' ')
    .replace(/ \n ?|\n /g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

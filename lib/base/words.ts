/** A set of words from a line of them. */
export const words = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/));

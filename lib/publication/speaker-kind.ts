import type { Speaker } from '@/lib/claim';

/** Heads of names that no single person has: "rescue service", "Ministry of Health", "coast guard". */
const BODIES = new Set(
  `administration agency airline alliance army assembly association authority bank board brigade bureau cabinet centre center chamber
club coalition commission committee company cooperative corporation council court cross crescent department directorate embassy
federation firm force foundation fund government group guard guardsmen hospital house institute institution laboratory league ministry
museum navy nations network newspaper observatory office organisation organization parliament parish party police senate service society
staff state station team treasury union university watch
ag co corp gmbh inc llc ltd plc`.split(/\s+/),
);

/**
 * What a speaker is to machines. Whoever has a post is a person; a body is told by the head of its name or by its initials, several
 * people who speak as one ("health officials") count as a body too. Where the words tell nothing, a name is a person's.
 */
export function speakerKind({ name, role }: Pick<Speaker, 'name' | 'role'>): 'Person' | 'Organization' {
  if (role !== null) return 'Person';
  const [before = ''] = name.trim().split(/\s(?:of|for|in|at|on)\s/i);
  const head = before.match(/[\p{L}\p{M}]+/gu)?.at(-1) ?? '';
  const initials = /^(?:[Tt]he )?\p{Lu}{2,6}$/u.test(name.trim());
  if (initials || BODIES.has(head.toLowerCase())) return 'Organization';
  return /^\p{Ll}{3,}[^s]s$/u.test(head) ? 'Organization' : 'Person';
}

import { type FieldFault, ok, type Result, refusedForm } from '@/lib/base';
import type { Aggregation } from '@/lib/claim';

/** A definition as somebody typed it. Topics and places stand one on a line, each behind what it is part of: "Health > Vaccination". */
export interface DefinitionInput {
  title: string | null;
  unit: string | null;
  aggregation: Aggregation | null;
  counts: string | null;
  countsNot: string | null;
  addsUp: string | null;
  reviewDays: number | null;
  topics: string | null;
  places: string | null;
}

/** The same, checked. A topic is a path from the widest on. */
export interface DefinitionWords extends Omit<DefinitionInput, 'topics' | 'places'> {
  topics: string[][];
  places: string[][];
}

const LONGEST = { title: 300, unit: 60, counts: 2000, countsNot: 2000, addsUp: 2000 } as const;
const CALLED: Record<keyof typeof LONGEST, string> = {
  ...{ title: 'The question', unit: 'The unit', counts: '“What counts”', countsNot: '“What does not count”' },
  addsUp: '“How it adds up”',
};
const MOST_TOPICS = 20;
const DEEPEST = 4;
const LONGEST_TOPIC = 80;
const MOST_DAYS = 3650;

const fault = (field: string, code: string, cause: string, next: string): FieldFault => ({ field, code, cause, next });

/** All that is wrong with it is said at once. */
export function cleanWords({ topics, places, ...typed }: DefinitionInput): Result<DefinitionWords> {
  const faults: FieldFault[] = [];
  const words = { ...typed };
  for (const name of Object.keys(LONGEST) as (keyof typeof LONGEST)[]) {
    const clean = cleanText(typed[name] ?? '', name === 'title' || name === 'unit');
    words[name] = clean || null;
    if (clean.length > LONGEST[name])
      faults.push(fault(name, 'TooLong', `${CALLED[name]} has ${clean.length} characters; ${LONGEST[name]} is the most.`, 'Shorten it.'));
  }
  if (words.title !== null && !words.title.endsWith('?'))
    faults.push(
      fault('title', 'NoQuestion', 'The title is no question.', 'Put it as a question that its figures answer, with a question mark.'),
    );
  if (typed.reviewDays !== null && (typed.reviewDays < 1 || typed.reviewDays > MOST_DAYS))
    faults.push(
      fault('reviewDays', 'InvalidField', `The review is due after 1 to ${MOST_DAYS} days.`, 'Give whole days, or leave it empty.'),
    );
  const [some, others] = [pathsOf(topics, 'topics', faults), pathsOf(places, 'places', faults)];
  const [first, ...rest] = faults;
  return first ? { ok: false, refusal: refusedForm([first, ...rest]) } : ok({ ...words, topics: some, places: others });
}

function pathsOf(typed: string | null, field: 'topics' | 'places', faults: FieldFault[]): string[][] {
  const paths = (typed ?? '')
    .split(/[\n,]/)
    .map((line) =>
      line
        .split('>')
        .map((part) => cleanText(part, true))
        .filter(Boolean),
    )
    .filter((path) => path.length > 0);
  if (paths.length > MOST_TOPICS)
    faults.push(fault(field, 'TooMany', `There are ${paths.length} ${field}; ${MOST_TOPICS} is the most.`, 'Keep those that tell most.'));
  if (paths.some((path) => path.length > DEEPEST || path.some((part) => part.length > LONGEST_TOPIC)))
    faults.push(
      fault(
        field,
        'TooLong',
        `One of the ${field} is too long.`,
        `Give ${LONGEST_TOPIC} characters and ${DEEPEST} steps (“Wide > Narrow”) at most.`,
      ),
    );
  return paths;
}

/** Controls, and what turns round the words after it: nobody sees them. Line ends stay where a text may have several lines. */
function cleanText(typed: string, oneLine: boolean): string {
  const seen = typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(oneLine ? /\p{Cc}/gu : /(?!\n)\p{Cc}/gu, ' ');
  return (oneLine ? seen.replace(/\s+/g, ' ') : seen).trim();
}

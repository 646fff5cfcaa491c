import type { ReadingWords } from '@/lib/publication';

/** What the page found in words before any script ran: their reading, or why there is none. */
export type Previewed = { words: ReadingWords; text: string } | { cause: string; next: string } | null;

const FIELDS: [field: keyof ReadingWords, word: string][] = [
  ['figure', 'Figure'],
  ['hedge', 'Hedge'],
  ['counts', 'Unit, or what it counts'],
];

/** What the selected words say, beside what the claim says now. What differs is marked by a sign and a word, never by colour alone. */
export function ReadAs({ now, then, text }: { now: ReadingWords | null; then: ReadingWords; text: string }) {
  return (
    <table className="read-as">
      <caption>
        Read in “<bdi>{text}</bdi>”
      </caption>
      <thead>
        <tr>
          <td />
          {now && <th scope="col">Now</th>}
          <th scope="col">Read from these words</th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map(([field, word]) => (
          <tr key={field} data-differs={(now && now[field] !== then[field]) || undefined}>
            <th scope="row">{word}</th>
            {now && (
              <td>
                <bdi>{now[field]}</bdi>
              </td>
            )}
            <td>
              <bdi>{then[field]}</bdi>
              {now && now[field] !== then[field] && <span className="differs"> ≠ differs</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

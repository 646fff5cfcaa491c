import type { MeasureSheet } from '@/db/desk';
import { countWords } from '@/lib/publication';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';

/** What can be done with a measure as a whole, and what was done and can be taken back, by whoever may (`acts`). */
export function MeasureActs({ sheet, page, acts }: { sheet: MeasureSheet; page: string; acts: boolean }) {
  const { line, standing, merged, last, definition } = sheet;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">Merge and split</h2>
      {acts && !standing && (
        <p className="act-buttons">
          <a className="button" href={`/review/measures/${line.id}/merge`} data-command="measure-merge">
            Merge into another measure <Key of="measure-merge" />
          </a>
          {line.claims > 1 && (
            <a className="button" href={`/review/measures/${line.id}/split`}>
              Split claims off
            </a>
          )}
        </p>
      )}
      <ul className="merge-list">
        {merged.map(({ id, title, claims, revision }) => (
          <li key={id}>
            <span>
              <a href={`/review/measures/${id}/edit`}>{title}</a>{' '}
              <span className="quiet">was merged into this one with {countWords(claims, 'claim')}</span>
            </span>
            {acts && <Undo id={id} revision={revision} page={page} word="Split off again" of={title} />}
          </li>
        ))}
        {last && (
          <li>
            <span>
              {last.act === 'measures.merge' ? 'Merged into ' : `${countWords(last.claims.length, 'claim')} went to `}
              <a href={`/review/measures/${last.to}/edit`}>{last.title}</a>
            </span>
            {acts && (
              <Undo
                id={line.id}
                revision={definition.revision}
                page={page}
                word={last.act === 'measures.merge' ? 'Split off again' : 'Bring them back'}
                of={last.title}
              />
            )}
          </li>
        )}
      </ul>
    </section>
  );
}

function Undo({ id, revision, page, word, of }: { id: string; revision: number; page: string; word: string; of: string }) {
  return (
    <OperationForm path={`measures/${id}/undo`} page={page}>
      <input type="hidden" name="revision" value={revision} />
      <button type="submit" className="button slim">
        {word}
        <span className="visually-hidden"> {of}</span>
      </button>
    </OperationForm>
  );
}

import { At, VerdictChip } from '@/app/_ui/words';
import type { CaseSheet, SheetRuling } from '@/db/desk';
import { figureWithNoun, REASON_WORDS, unique } from '@/lib/publication';
import { membersOf, sameClaims } from './differences';
import { letterOf } from './words';

/** A ruling as it was made. Its positions go by their figures, and by a letter only where one of today holds the same claims. */
export function RulingView({ sheet, ruling, title }: { sheet: CaseSheet; ruling: SheetRuling; title: string }) {
  return (
    <section className="ruling" aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet">
        By {ruling.byName}, <At instant={ruling.at} />
      </p>
      <ul className="verdict-list">
        {ruling.positions.map((claims, index) => (
          <li key={claims.join()} data-accepted={ruling.accepted === index || undefined}>
            <Letter today={sheet.row.positions.findIndex((position) => sameClaims(position.claims, claims))} />{' '}
            {unique(membersOf(sheet, claims).map(figureWithNoun)).join(', ')} <VerdictChip verdict={ruling.verdicts[index]!} />
            {ruling.accepted === index && <strong> accepted</strong>}
          </li>
        ))}
      </ul>
      <p>
        <span className="quiet">Why they differ: </span>
        {REASON_WORDS[ruling.reasonCode]}
      </p>
      <p className="rationale">{ruling.rationale}</p>
      <Evidence ruling={ruling} />
    </section>
  );
}

const Letter = ({ today }: { today: number }) => (today < 0 ? null : <b>{letterOf(today)}</b>);

function Evidence({ ruling }: { ruling: SheetRuling }) {
  if (ruling.evidence.length === 0) return <p className="quiet">Evidence: none found.</p>;
  return (
    <ul>
      {ruling.evidence.map(({ url, note }) => (
        <li key={`${url} ${note}`}>
          <a href={url} rel="noreferrer noopener">
            {url}
          </a>
          {note && (
            <>
              : <bdi>{note}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

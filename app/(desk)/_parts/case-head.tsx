import { At } from '@/app/_ui/words';
import type { CaseSheet } from '@/db/desk';
import type { Person } from '@/db/people';
import { type Awaits, awaits } from '@/lib/adjudication';
import { dayWords, type Instant } from '@/lib/base';
import type { Onward } from './onward';
import { OnwardLinks } from './onward-links';
import { StateChip } from './state-chip';

/** What a blind review waits for. */
const AWAITS_WORDS: Record<Awaits, string | null> = { first: null, second: 'waits for a second opinion', third: 'two opinions differ' };

/** Which question, in which state, with whom; where all stands in one column, with the ways down to its parts. */
export function CaseHead({ sheet, actor, toRule, way }: { sheet: CaseSheet; actor: Person; toRule: boolean; way: Onward | null }) {
  const { row, view, measure, takenBy, ruledBy } = sheet;
  const withdrawn = withdrawnAt(sheet);
  const you = (id: string | null, name: string | null) => (id === actor.id ? 'you' : name);
  return (
    <header className="sheet-head">
      <p className="kicker">
        <a href={way ? `/review?${way.list}` : '/review'} data-back>
          Queue
        </a>{' '}
        · case {row.id} · revision {view.revision} · opened <At instant={row.openedAt} />
      </p>
      <h1>{measure.title}</h1>
      <Alike alike={sheet.alike} />
      <p className="case-facts">
        <StateChip state={row.state} />
        {AWAITS_WORDS[awaits(view) ?? 'first'] && <span>{AWAITS_WORDS[awaits(view) ?? 'first']}</span>}
        {view.audit === 'owed' && <span className="sent">waits for an audit</span>}
        {view.audit === 'done' && view.state === 'ruled' && <span>audited</span>}
        {sheet.returned && <span className="sent">↩ sent back by {sheet.returned.by}</span>}
        {takenBy && <span>with {you(view.takenBy, takenBy)}</span>}
        {ruledBy && <span>ruled by {you(view.ruledBy, ruledBy)}</span>}
        {view.publications > 0 && (
          <a href={`/cases/${row.id}`} data-permalink>
            public page, {view.publications === 1 ? 'published once' : `published ${view.publications} times`}
          </a>
        )}
        {withdrawn !== null && (
          <span>
            withdrawn on {dayWords(withdrawn)}
            {row.state === 'withdrawn' || row.state === 'dismissed' ? '' : ', open again'}
          </span>
        )}
        {row.state === 'reopened' && view.publishedRulingId !== null && (
          <span>what was published stays visible, marked as under review</span>
        )}
      </p>
      {way && <OnwardLinks way={way} kind="case" />}
      <nav className="jump" aria-label="On this page">
        <a href="#differs">What differs</a>
        {!sheet.isBlind && <a href="#proposal">The machine’s proposal</a>}
        {toRule && <a href="#your-ruling">Your ruling</a>}
        <a href="#notes">Notes</a>
        <a href="#history">History</a>
      </nav>
    </header>
  );
}

/** When what was published was taken back; null while something is published, and where nothing ever was. */
function withdrawnAt({ view, history }: CaseSheet): Instant | null {
  if (view.publications === 0 || view.publishedRulingId !== null) return null;
  return history.findLast(({ event }) => event.type === 'withdrawn')?.event.at ?? null;
}

/** The way to other measures that are asked in the same words: to their case, or else to the first of their claims. */
function Alike({ alike }: Pick<CaseSheet, 'alike'>) {
  if (alike.length === 0) return null;
  return (
    <p className="quiet">
      Asked in the same words:{' '}
      {alike.map(({ measureId, caseId, claimId, text, source }, index) => (
        <span key={measureId}>
          {index > 0 ? ' · ' : ''}
          <a href={caseId ? `/review/cases/${caseId}` : `/review/claims/${claimId}`}>
            “<bdi>{text}</bdi>” in {source ?? 'a text without an outlet'}
          </a>
        </span>
      ))}
    </p>
  );
}

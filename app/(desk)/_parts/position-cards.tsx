import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet, MemberClaim } from '@/db/desk';
import { VERDICTS } from '@/lib/adjudication';
import { BASIS_WORDS, dayWords, figureWithNoun, passageOf, VERDICT_WORDS } from '@/lib/publication';
import { membersOf } from './differences';
import { Choice, Tick } from './forms';
import { letterOf } from './words';

export const RULING_FORM = 'ruling';

const VERDICT_CHOICES = VERDICTS.map((verdict): [string, string] => [
  verdict,
  `${VERDICT_WORDS[verdict].glyph} ${VERDICT_WORDS[verdict].word}`,
]);

/** The positions side by side, each with its claims, their quotes in context, and, where a ruling may be made, its verdict. */
export function PositionCards({ sheet, state }: { sheet: CaseSheet; state: FormState | null }) {
  return (
    <ol className="sides">
      {sheet.row.positions.map((position, index) => {
        const letter = letterOf(index);
        const members = membersOf(sheet, position.claims);
        return (
          <li key={position.claims.join()} aria-labelledby={`p-${letter}`}>
            <p className="side-letter" aria-hidden="true">
              {letter}
            </p>
            <h3 id={`p-${letter}`}>
              <span className="visually-hidden">Position {letter}: </span>
              {position.label}
            </h3>
            {members.map((claim) => (
              <Member key={claim.id} claim={claim} />
            ))}
            {state && (
              <div className="side-verdict">
                <Choice
                  state={state}
                  name={`verdict.${index}`}
                  label={`Verdict on ${letter}`}
                  form={RULING_FORM}
                  options={VERDICT_CHOICES}
                  empty="Choose …"
                />
                <Tick
                  type="radio"
                  name="accepted"
                  value={String(index)}
                  form={RULING_FORM}
                  checked={fieldValue(state, 'accepted') === String(index)}
                >
                  Accept {letter} as the figure
                </Tick>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** One claim with its sentence; the text around it opens below. */
export function Member({ claim }: { claim: MemberClaim }) {
  const { context, article } = claim;
  const shift = (from: number, to: number) => ({ start: from - context.start, end: to - context.start });
  const mark = { ...shift(claim.start, claim.end), id: claim.id };
  const sentence = passageOf(context.text, shift(claim.sentenceStart, claim.sentenceEnd), mark);
  const around = passageOf(context.text, { start: 0, end: context.text.length }, mark);
  const wide = context.text.length > claim.sentenceEnd - claim.sentenceStart + 40;
  return (
    <article className="member">
      <blockquote dir="auto">
        {sentence.cutBefore && '… '}
        {sentence.pieces.map((piece, index) => (
          <span key={index}>{piece.claim ? <mark>{piece.text}</mark> : piece.text}</span>
        ))}
        {sentence.cutAfter && ' …'}
      </blockquote>
      <p className="member-facts">
        <strong>{claim.source ?? 'Outlet not given'}</strong>
        {article.publishedAt && `, ${dayWords(article.publishedAt)}`}
        {' · '}
        {claim.speakerName ? `said by ${claim.speakerName}` : 'in its own voice'}
        {claim.speakerInferred && <Basis basis="inferred">inferred</Basis>}
        {' · '}
        {claim.asOf ? `as of ${dayWords(claim.asOf)}` : 'no date'}
        {claim.asOf && <Basis basis={claim.asOfBasis === 'assumed' ? 'supplied' : 'said'}>{BASIS_WORDS[claim.asOfBasis]}</Basis>}
      </p>
      <p className="member-links">
        <a href={`/review/articles/${article.id}#r-${claim.id}`}>{article.title ?? 'The article'}</a>
        {article.url && (
          <>
            {' · '}
            <a href={article.url} rel="noreferrer noopener">
              original
            </a>
          </>
        )}
        {claim.status === 'read' && <span className="waits"> · reading not accepted yet</span>}
        {claim.status === 'rejected' && <span className="waits"> · reading rejected</span>}
      </p>
      {wide && (
        <details>
          <summary>In context</summary>
          <p className="context" dir="auto">
            …{' '}
            {around.pieces.map((piece, index) => (
              <span key={index}>{piece.claim ? <mark>{piece.text}</mark> : piece.text}</span>
            ))}{' '}
            …
          </p>
        </details>
      )}
    </article>
  );
}

const Basis = ({ basis, children }: { basis: string; children: string }) => (
  <>
    {' '}
    <span className="basis" data-basis={basis}>
      {children}
    </span>
  </>
);

/** Claims that fit several positions and so stand in none. */
export function Others({ sheet }: { sheet: CaseSheet }) {
  const others = membersOf(sheet, sheet.row.others);
  if (others.length === 0) return null;
  return (
    <details className="others">
      <summary>{others.length === 1 ? 'One claim fits' : `${others.length} claims fit`} several positions</summary>
      <ul>
        {others.map((claim) => (
          <li key={claim.id}>
            <b>{figureWithNoun(claim)}</b>
            <Member claim={claim} />
          </li>
        ))}
      </ul>
    </details>
  );
}

import type { Refusal } from '@/lib/base';
import { type CheckedText, type CheckedView, countWords, dayWords, figureWithNoun, type PublicClaim } from '@/lib/publication';

/** The form, and under it each number of what was sent, in its order. */
export function CheckView({
  text,
  link,
  refusal,
  checked,
}: {
  text: string;
  link: string | null;
  refusal: Refusal | null;
  checked: (Omit<CheckedText, 'figures'> & { figures: CheckedView[] }) | null;
}) {
  return (
    <>
      <header>
        <h1>Check a text</h1>
        <p className="lede">Paste a sentence or a paragraph: for each number in it you see what is on record, and whether it agrees.</p>
      </header>
      {refusal ? (
        <div role="alert" className="notice" id="problem">
          <p>
            <strong>{refusal.cause}</strong> {refusal.next}
          </p>
        </div>
      ) : null}
      <form action="/check" method="post" className="check">
        <p>
          <label htmlFor="text">Text to check</label>
          <br />
          <textarea id="text" name="text" rows={6} defaultValue={text} aria-describedby="text-about" autoComplete="off" />
        </p>
        <p id="text-about" className="quiet">
          English, 20,000 characters at most. Nothing you send is stored.
        </p>
        <p>
          <button type="submit">Check it</button>
        </p>
      </form>
      {checked ? <Results checked={checked} link={link} /> : null}
    </>
  );
}

function Results({ checked, link }: { checked: Omit<CheckedText, 'figures'> & { figures: CheckedView[] }; link: string | null }) {
  const { figures, passedOver, read } = checked;
  return (
    <section id="results">
      <h2>What is on record</h2>
      <p role="status">{read ? summaryOf(figures) : 'This text is in a language that is not read here.'}</p>
      <ol className="checked">
        {figures.map((figure) => (
          <Figure key={figure.span.start} figure={figure} />
        ))}
      </ol>
      {passedOver.length > 0 ? (
        <details>
          <summary>{countWords(passedOver.length, 'number')} passed over</summary>
          <ul>
            {passedOver.map(({ span, text, why }) => (
              <li key={span.start}>
                “{text}”: {why}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {link ? (
        <p>
          <a href={link}>Address of this check</a>
        </p>
      ) : null}
    </section>
  );
}

function summaryOf(figures: readonly CheckedView[]): string {
  if (figures.length === 0) return 'No number in this text asserts something that could be checked.';
  const of = (word: CheckedView['word']) => figures.filter((figure) => figure.word === word).length;
  return `${countWords(figures.length, 'number')}: ${of('agree')} agree, ${of('differ')} differ, ${of('unknown')} unknown.`;
}

const GLYPHS: Record<CheckedView['word'], string> = { agree: '✓', differ: '✕', unknown: '?' };

function Figure({ figure }: { figure: CheckedView }) {
  const { word, verdict, text, sentence, said, explanation, measure, agreeing, differing } = figure;
  return (
    <li>
      <h3>
        <span className="verdict" data-word={word}>
          <span aria-hidden="true">{word === 'differ' && agreeing.length > 0 ? '≠' : GLYPHS[word]} </span>
          {verdict}
        </span>{' '}
        <span className="figure">{text}</span>
      </h3>
      <p className="quote" dir="auto">
        {sentence}
      </p>
      <p>
        {measure ? (
          <>
            <a href={measure.path}>{measure.title}</a> {said}
          </>
        ) : (
          said
        )}
      </p>
      {explanation && word !== 'agree' ? <p>{explanation}</p> : null}
      <Evidence title="Says the same" claims={agreeing} />
      <Evidence title="Says otherwise" claims={differing} />
      {measure?.record.case ? (
        <p>
          <a href={`/cases/${measure.record.case.id}`}>The case on it</a>
        </p>
      ) : null}
    </li>
  );
}

function Evidence({ title, claims }: { title: string; claims: readonly PublicClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <>
      <p className="quiet">{title}:</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <a href={`/claims/${claim.id}`}>{figureWithNoun(claim)}</a>, {claim.article.source?.name ?? 'source not named'},{' '}
            {claim.asOf ? `as of ${dayWords(claim.asOf)}` : 'no date given'}
          </li>
        ))}
      </ul>
    </>
  );
}

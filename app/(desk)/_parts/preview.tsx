import { type FormState, fieldsOfState, fieldValue } from '@/app/_shell/desk-page';
import type { ArticleInput } from '@/db/intake';
import { type Claim, readExplained, type Unclaimed, whyUnclaimed } from '@/lib/claim';
import { countWords, type Piece } from '@/lib/publication';
import { stretchesOf } from './article-text';
import { Tick } from './forms';
import { headline, ReadingFacts } from './reading';

/** Reading costs time; what a preview is for shows in the first pages of a text. */
const LONGEST = 20_000;
/** So many readings are judged before they are stored; the rest waits on the page of the article. */
const MOST_JUDGED = 200;

/** Why a reading is wrong: what people say most. */
const WHY = ['It asserts nothing that could be checked.', 'The number is read wrongly.', 'It counts something else than is read.'];

/** What the engine finds in a text that is not stored: each number with what is read in it, or why it is no claim. `form`: where a word on each goes. */
export function Preview({ article, state, form }: { article: ArticleInput; state: FormState; form: string }) {
  const text = article.text.slice(0, LONGEST);
  const reading = readExplained(text, article);
  const judged = reading.claims.slice(0, MOST_JUDGED);
  const marks = [
    ...reading.claims.map((claim, index) => ({ ...claim.span, id: String(index) })),
    ...reading.unclaimed.map(({ span }, index) => ({ ...span, id: `none-${index}` })),
  ];
  const said = saidBefore(state);
  return (
    <>
      <p role="status">
        {reading.state === 'not-read'
          ? 'The engine does not read this language: the article would be stored without claims.'
          : `${countWords(reading.claims.length, 'claim')} found, and ${countWords(reading.unclaimed.length, 'number')} that make none.`}{' '}
        Nothing is stored yet.
      </p>
      {article.text.length > LONGEST && (
        <p className="quiet">Only the first {LONGEST.toLocaleString('en')} characters were read for this preview.</p>
      )}
      <div className="article-text small" dir="auto">
        {stretchesOf(text, marks)
          .flat()
          .map((piece, index) => (
            <Marked key={index} piece={piece} />
          ))}
      </div>
      <ol className="readings">
        {judged.map((claim, index) => (
          <li key={`${claim.span.start}-${claim.span.end}`} id={`n-${index}`}>
            <h3>
              <span className="number">{index + 1}</span> {headline(figureOf(claim))}
            </h3>
            <ReadingFacts claim={figureOf(claim)} measure={null} partOf={claim.partOf === null ? null : claim.partOf + 1} />
            <JudgeBefore claim={claim} index={index} form={form} said={said} />
          </li>
        ))}
      </ol>
      {reading.claims.length > 1 && (
        <Tick type="checkbox" form={form} name="acceptRest" value="on" checked={fieldValue(state, 'acceptRest') === 'on'}>
          Accept all of these that I say nothing of
        </Tick>
      )}
      <NoClaims text={text} unclaimed={reading.unclaimed} />
    </>
  );
}

/** What a draft says of readings, by their place: a text that was changed since has others. */
function saidBefore(state: FormState): Map<string, { word: string; reason: string }> {
  const fields = fieldsOfState(state);
  const places = Object.keys(fields).flatMap((name) => /^judge\.(\d+)\.at$/.exec(name)?.[1] ?? []);
  const value = (place: string, name: string) => fieldValue(state, `judge.${place}.${name}`);
  return new Map(places.map((place) => [value(place, 'at'), { word: value(place, 'word'), reason: value(place, 'reason') }]));
}

function JudgeBefore(props: { claim: Claim; index: number; form: string; said: ReturnType<typeof saidBefore> }) {
  const { claim, index, form, said } = props;
  const at = `${claim.span.start}-${claim.span.end}`;
  const { word = '', reason = '' } = said.get(at) ?? {};
  const name = (field: string) => `judge.${index}.${field}`;
  const choice = (value: string, label: string, command?: string) => (
    <label className="tick">
      <input type="radio" form={form} name={name('word')} value={value} defaultChecked={word === value} data-command={command} />
      <span>
        {label}
        <span className="visually-hidden"> reading {index + 1}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="judge before">
      <legend className="visually-hidden">Your word on reading {index + 1}</legend>
      <input type="hidden" form={form} name={name('at')} value={at} />
      {choice('accept', 'Accept', 'accept')}
      {choice('reject', 'Reject', 'reject')}
      {choice('', 'Later')}
      <label className="before-why">
        <span className="visually-hidden">Why reading {index + 1} is wrong, where you reject it</span>
        <select form={form} name={name('reason')} defaultValue={reason || WHY[0]}>
          {WHY.map((why) => (
            <option key={why}>{why}</option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** Numbers that make no claim, each with why. */
function NoClaims({ text, unclaimed }: { text: string; unclaimed: readonly Unclaimed[] }) {
  if (unclaimed.length === 0) return null;
  return (
    <details open={unclaimed.length <= 12}>
      <summary>{countWords(unclaimed.length, 'number')} that make no claim, and why</summary>
      <ul className="no-claims">
        {unclaimed.slice(0, MOST_JUDGED).map(({ span, why }) => (
          <li key={`${span.start}-${span.end}`}>
            “<bdi>{text.slice(span.start, span.end)}</bdi>”: {whyUnclaimed(why)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Marked({ piece: { claim, text } }: { piece: Piece }) {
  if (claim === null) return <span>{text}</span>;
  if (claim.startsWith('none-')) return <span className="no-claim">{text}</span>;
  return (
    <mark>
      <a href={`#n-${claim}`}>
        {text}
        <sup>
          <span className="visually-hidden"> reading </span>
          {Number(claim) + 1}
        </sup>
      </a>
    </mark>
  );
}

const figureOf = (claim: Claim) => ({
  ...claim,
  speakerName: claim.speaker?.name ?? null,
  speakerRole: claim.speaker?.role ?? null,
  speakerInferred: claim.speaker?.inferred ?? false,
  measureWords: claim.measure,
});

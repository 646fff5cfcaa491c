import { type Moments, momentWords } from '@/lib/publication';

/** Nothing of this was on record at that moment, which is an answer: when, and the way to today. */
export function NothingThen({ moments, today }: { moments: Moments; today: { title: string; path: string } }) {
  return (
    <>
      <header>
        <p className="kicker">{momentWords(moments)}</p>
        <h1>{today.title}</h1>
        <p className="lede">Nothing was on record then: no accepted claim speaks of so early a day, or none had been accepted yet.</p>
      </header>
      <p>
        <a href={today.path}>As it is today</a>
      </p>
    </>
  );
}

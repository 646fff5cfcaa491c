import { type Moments, momentWords, nothingThenWords, type WhyNothing } from '@/lib/publication';

interface Props {
  moments: Moments;
  why: WhyNothing;
  today: { title: string; path: string };
}

/** Nothing of this was on record at that moment, which is an answer: when, why, and the way to today. */
export function NothingThen({ moments, why, today }: Props) {
  return (
    <>
      <header>
        <p className="kicker">{momentWords(moments)}</p>
        <h1>{today.title}</h1>
        <p className="lede">{nothingThenWords(moments, why)}</p>
      </header>
      <p>
        <a href={today.path}>As it is today</a>
      </p>
    </>
  );
}

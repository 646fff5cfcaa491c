import type { Effects } from '@/db/desk';
import { countWords } from '@/lib/publication';
import { STATE_WORDS } from './words';

const WORKED_ON = ['in-review', 'ruled'];

/** What would come of an act, in plain words, before its button. */
export function EffectList({ effects, act, into }: { effects: Effects; act: 'merge' | 'split'; into?: string }) {
  const { moved, accepted, own, other, against } = effects;
  const caseLink = (held: NonNullable<Effects['own']>) => (
    <>
      <a href={`/review/cases/${held.id}`}>Case {held.id}</a> ({STATE_WORDS[held.state].word.toLowerCase()})
    </>
  );
  return (
    <ul className="effects">
      <li>
        {countWords(moved, 'claim')} {moved === 1 ? 'moves' : 'move'}
        {into ? <> to “{into}”</> : ` to a measure of ${moved === 1 ? 'its' : 'their'} own`}; {seenWords(moved, accepted)}.
      </li>
      {act === 'merge' && (
        <li>
          {own && other ? (
            <>
              {caseLink(own)} joins {caseLink(other)}: figures that cannot all stand are one case from then on.
            </>
          ) : own ? (
            <>{caseLink(own)} ends; where its figures cannot all stand, the other measure gets a case.</>
          ) : other ? (
            <>{caseLink(other)} looks at the figures that come.</>
          ) : (
            'Neither has a case; one opens where their figures cannot all stand.'
          )}
        </li>
      )}
      {act === 'merge' && own && WORKED_ON.includes(own.state) && (
        <li>
          <strong>Somebody works on {caseLink(own)}:</strong> a ruling that waits there ends with it.
        </li>
      )}
      {act === 'split' && <li>{own ? <>{caseLink(own)} looks again without them.</> : 'It has no case.'}</li>}
      <li>
        {act === 'merge'
          ? 'Every address stays: that of this measure leads to the other. New articles with either question come to the one that stays.'
          : 'The address stays with the claims that stay; those that leave get a new one.'}
      </li>
      {against > 0 && (
        <li>
          {countWords(against, 'word')} that people said of them ({act === 'merge' ? '“different”' : '“same”, by themselves or by a merge'}){' '}
          {against === 1 ? 'stands' : 'stand'} against it: take {against === 1 ? 'it' : 'them'} back first.{' '}
          <a href="/review?split=suggestions">See them</a>
        </li>
      )}
      <li>It can be taken back at any time, and nothing later changes it by itself.</li>
    </ul>
  );
}

const seenWords = (moved: number, accepted: number): string =>
  moved === 1
    ? `readers ${accepted === 1 ? 'see it' : 'do not see it yet'}`
    : `readers see ${accepted === 0 ? 'none' : accepted === moved ? 'all' : accepted} of them`;

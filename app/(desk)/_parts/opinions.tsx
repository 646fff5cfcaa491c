import type { CaseSheet } from '@/db/desk';
import type { Person } from '@/db/people';
import { awaits, hasOpinion } from '@/lib/adjudication';
import { RulingView } from './ruling-view';

interface Props {
  sheet: CaseSheet;
  actor: Person;
  page: string;
  /** The form stands on the page, though this reader has decided. */
  isChanging: boolean;
  /** This reader gave an opinion before, and is asked again. */
  wasAsked: boolean;
}

/** Where a blind review stands for this reader: what is hidden from them and why, or both opinions side by side. */
export function Opinions({ sheet, actor, page, isChanging, wasAsked }: Props) {
  const { view, opinions, isBlind } = sheet;
  const isMine = hasOpinion(view, actor.id);
  const change = isMine && !isChanging && <ChangeLink page={page} />;
  if (isBlind)
    return (
      <section className="blind" aria-labelledby="blind">
        <h2 id="blind">{isMine ? 'Your opinion is in' : 'A blind review'}</h2>
        <p>{isMine ? WAITING : BLIND}</p>
        {wasAsked && <p>{AGAIN}</p>}
        {opinions.map((ruling) => (
          <RulingView key={ruling.id} sheet={sheet} ruling={ruling} title="What you said" />
        ))}
        {change}
      </section>
    );
  if (opinions.length < 2) return null;
  return (
    <section className="blind" aria-labelledby="blind">
      <h2 id="blind">{awaits(view) === 'third' ? 'Two opinions that differ' : 'The two opinions'}</h2>
      {awaits(view) === 'third' && <p>{isMine ? DIFFERS : THIRD}</p>}
      <div className="opinions">
        {opinions.map((ruling, at) => (
          <RulingView key={ruling.id} sheet={sheet} ruling={ruling} title={titleOf(ruling.by === actor.id, at)} isNameless />
        ))}
      </div>
      {change}
    </section>
  );
}

const BLIND =
  'Two reviewers decide this case, and neither sees what the other or the engine thinks of it until both opinions are in. What differs, and the sums, are shown.';
const WAITING =
  'Another reviewer gives theirs without seeing it. If both say the same, that is the ruling; if they differ, a third person decides.';
const AGAIN =
  'You are asked again: the positions changed, or your ruling came back, or the other reviewer changed theirs. The form holds what you said.';
const DIFFERS = 'A third person decides. If you change yours now, the other reviewer is asked again as well.';
const THIRD = 'Look for yourself and write an opinion of your own: it becomes the ruling, and both of these stay on record.';

const titleOf = (isOwn: boolean, at: number): string => (isOwn ? 'What you said' : `${at === 0 ? 'First' : 'Second'} opinion`);

/** The form stands on the page when it is asked for: somebody who has decided does not begin anew by accident. */
const ChangeLink = ({ page }: { page: string }) => (
  <p>
    <a className="button" href={`${page}?change=1#your-ruling`}>
      Change it
    </a>
  </p>
);

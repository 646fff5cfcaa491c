import { faultsOf } from '@/app/_shell/desk-page';
import type { Refusal } from '@/lib/base';
import { UndoNote } from './undo-note';

const DONE: Record<string, string> = {
  'articles.add': 'The article is stored and read. Its readings wait for you below.',
  'articles.add.unchanged': 'This article was here already: nothing new was stored.',
  'articles.add.unchanged.unjudged':
    'This article was here already: nothing new was stored, nor what you said of its readings. Judge them below, where they wait.',
  'articles.accept': 'All readings that waited are accepted. Its claims are public now.',
  'articles.retract': 'It is noted that the source took the article back. What was ruled on it is open again.',
  'articles.unretract': 'The note is taken back: its claims stand again.',
  'articles.withhold': 'The text is withheld. No page shows a word of it.',
  'articles.restore': 'The text is shown again.',
  'claims.accept': 'The reading is accepted. The claim is public now.',
  'claims.reject': 'The reading is rejected, with your reason. It stands in no measure any more.',
  'claims.correct': 'Your reading is kept beside the machine’s, and the claim says what you read.',
  'claims.take-back': 'The correction is taken back: what was read before it stands again.',
  'claims.add': 'The claim is added by your hand, and waits for a judgement like the others.',
  'pairs.judge': 'Your word is kept, and the claims stand by it now.',
  'pairs.judge.set-aside': 'Your word is kept, but not followed: another stands against it. Both are listed until one is taken back.',
  'pairs.judge.waits':
    'Your word is kept and waits: it would change pages that readers see, and one of the two readings is not accepted. It holds once that is.',
  'pairs.take-back': 'The word is taken back, and the claims stand without it now.',
  'cases.take': 'The case is yours until you rule on it or put it back.',
  'cases.release': 'The case is back in the queue.',
  'cases.rule': 'Your ruling is saved. It is not public yet: a second person has to confirm it.',
  'cases.rule.waits': 'Your opinion is saved. Another reviewer gives theirs without seeing it.',
  'cases.rule.differs': 'Your opinion is saved. It differs from the other one: a third person decides.',
  'desk.set-review': 'That is how the desk decides its cases from now on.',
  'measures.set-review': 'That is how cases of this measure are decided from now on.',
  'cases.audit': 'The ruling stands. It can be published now.',
  'desk.set-audit': 'So many are drawn from now on.',
  'cases.return': 'The ruling went back to the person who made it, with your reason.',
  'cases.publish': 'The ruling is published.',
  'cases.dismiss': 'The case is dismissed, with your reason.',
  'cases.reopen': 'The case is open again.',
  'cases.withdraw': 'The ruling is withdrawn. Its address says when and why, and nothing else.',
  'people.add': 'Added: {who} can sign in.',
  'people.disable': '{who} is disabled, and all their sessions have ended.',
  'people.enable': '{who} can sign in again.',
  'people.revoke-sessions': 'All sessions of {who} have ended.',
  'people.set-role': '{who} has another role, from their next click on.',
  'people.withdraw-invitation': 'The invitation is withdrawn: its link works no more.',
  'people.remove-second-factor': 'The second factor of {who} is taken away. Tell them to set up another.',
  'account.change-password': 'Your password is changed, and all your other sessions have ended.',
  'account.end-session': 'The session has ended.',
  'account.begin-second-factor': 'Now put the key into your app, and type the code it shows.',
  'account.drop-second-factor': 'Your second factor is off.',
  'keys.revoke': 'The key is revoked: it opens nothing any more.',
  'webhooks.revoke': 'Nothing more is sent there.',
  'webhooks.resend': 'It is sent again at once.',
  'reports.answer': 'The report is answered: its sender reads it on the page of their receipt.',
  'jobs.start': 'It has begun. This list says how far it is.',
  'jobs.cancel': 'It stops as soon as what it has in its hands is done.',
  'jobs.retry': 'It has begun again, with what is left.',
  'follows.set': 'What you follow is saved.',
  'notifications.read': 'Marked as read.',
  'settings.notifications': 'What you are told is saved. It holds for what happens from now on.',
  'settings.keys': 'Your keys are saved. They hold from now on.',
  'queue.assign': 'The assignment is saved.',
  'queue.snooze': 'It is put aside. It comes back by itself, and at once where a new article changes it.',
  'queue.wake': 'It is back in its part of the queue.',
  'queue.look': 'It was looked at. It comes back by itself once its days are over again.',
  'queue.flag': 'The mark is set.',
  'queue.ask-source': 'The case waits for that answer now, and says so in the queue.',
  'queue.source-answered': 'The answer is in: nothing is waited for.',
  'queue.second-look': 'A second look is asked for: the case stands among the second reviews.',
  'queue.draw': 'This is yours now. Nobody else is given it.',
  'queue.batch': 'Done, as it was shown.',
  'queue.batch.part': 'Done as far as it could be: some of it had been changed meanwhile, and stays as it is.',
  'queue.save-view': 'The view is kept. Its address works for everybody at the desk.',
  'queue.drop-view': 'The view is dropped.',
  'queue.set': 'The desk gives out its work by this from now on.',
  'acts.undo': 'It is taken back. The log keeps both.',
  'acts.undo.again': 'It is done again. The log keeps all of it.',
  'acts.undo.left': 'It is taken back as far as it could be: some of it had been changed since, and stays as it is.',
  'measures.define': 'The definition is kept, and readers see it on the page of the measure.',
  'measures.merge': 'Merged: its claims stand here now, and its address leads here. It can be split off again.',
  'measures.split': 'Split off: these claims stand in a measure of their own now. They can be brought back.',
  'measures.undo': 'Taken back: the claims stand where they stood before.',
  'speakers.alias': 'The name leads here from now on.',
  'speakers.merge': 'Merged: the other stands for it, and every address leads there. It can be split off again.',
  'speakers.rename': 'The name is kept. The old one leads here, too.',
  'speakers.split': 'Split off: it stands by itself again, with all that was merged into it before.',
  'sources.alias': 'The name leads here from now on.',
  'sources.merge': 'Merged: the other stands for it, and every address leads there. It can be split off again.',
  'sources.rename': 'The name is kept. The old one leads here, too.',
  'sources.split': 'Split off: it stands by itself again, with all that was merged into it before.',
  'notes.add': 'The note is kept. Whoever it names finds it under “Mentions”.',
  'notes.edit': 'The note says this now. What it said before is kept beside it.',
  'notes.resolve': 'The note is resolved. It can be taken up again.',
  'notes.reopen': 'The note is open again.',
  'mentions.see': 'Marked as seen.',
  'drafts.save': 'Your draft is kept. Only you can see it.',
};

/** "articles.add.judged.2.3": of what was said of three readings before the article was stored, two words stand. */
function judgedWords(name: string): string | null {
  const [, stood, said] = (/^articles\.add\.judged\.(\d{1,5})\.(\d{1,5})$/.exec(name) ?? []).map(Number);
  if (stood === undefined || said === undefined) return null;
  const stored = 'The article is stored and read.';
  if (stood === said)
    return `${stored} What you said of ${said === 1 ? 'a reading' : `${said} readings`} stands; whatever else it says waits below.`;
  const those = stood === 1 ? 'one stands' : `${stood || 'none'} stand`;
  return `${stored} Of what you said of ${said === 1 ? 'a reading' : `${said} readings`}, ${those}: the rest found no reading in its place, or could not be kept. Look below at what waits.`;
}

/** What the last form did, in a sentence, with the way back where there is one: it stays until the next page. Unknown words from the address are not repeated. */
/** `names`: of people, by id, where the act was about one of them. */
export function DoneNote({ done, names }: { done: string | null; names?: ReadonlyMap<string, string> }) {
  const [said = '', seq] = (done ?? '').split('~');
  const [name = '', who = ''] = said.split('@');
  const words = Object.hasOwn(DONE, name) ? DONE[name] : judgedWords(name);
  if (words == null) return null;
  return (
    <div className="done" role="status">
      <p>
        <span aria-hidden="true">✓ </span>
        {words.replace('{who}', names?.get(who) ?? 'this person')}
      </p>
      {seq !== undefined && /^\d{1,12}$/.test(seq) && <UndoNote seq={Number(seq)} />}
    </div>
  );
}

/** Fields that a form fills in by itself: nobody can go to them. */
const UNSEEN = ['id', 'revision', 'status', 'seen', 'from', 'lookBy', 'form', 'fields'];

/** Why a form was not taken and what to do: the first thing on the page it leads back to. `scope`: of a form whose fields carry one. */
export function ProblemNote({ refusal, scope, children }: { refusal: Refusal | null; scope?: string | null; children?: React.ReactNode }) {
  if (refusal === null) return null;
  const faults = faultsOf(refusal).filter(({ field }) => !UNSEEN.includes(field));
  const to = (field: string) => `#f-${scope ? `${scope}-` : ''}${field}`;
  return (
    <div className="problem" id="problem" role="alert" tabIndex={-1}>
      <p className="problem-cause">
        <span aria-hidden="true">! </span>
        {faults.length > 1 ? `Not taken yet: ${faults.length} fields need something.` : refusal.cause}
      </p>
      {faults.length > 1 ? (
        <ol>
          {faults.map(({ field, cause }) => (
            <li key={field}>
              <a href={to(field)}>{cause}</a>
            </li>
          ))}
        </ol>
      ) : (
        <p>{refusal.next}</p>
      )}
      {faults.length === 1 && (
        <p>
          <a href={to(faults[0]!.field)}>Go to the field</a>
        </p>
      )}
      {children}
    </div>
  );
}

import type { Role } from '@/db/actor';
import type { JobKind } from '@/db/job-kinds';
import { ROLE_WORDS } from '@/lib/publication';

/** Entries of the log in words; what is not listed here is shown under the name the log has for it. */
const ACTION_WORDS: Record<string, string> = {
  'articles.add': 'Stored an article',
  'articles.snapshot': 'Stored a later text of an article',
  'articles.reread': 'Read an article again',
  'articles.retract': 'Noted that a source took its article back',
  'articles.unretract': 'Took such a note back',
  'articles.withhold': 'Withheld the text of an article',
  'articles.restore': 'Showed a withheld text again',
  'articles.accept': 'Accepted readings that waited',
  'claims.add': 'Added a claim by hand',
  'claims.correct': 'Corrected a reading by hand',
  'claims.take-back': 'Took back a reading by hand',
  'claims.accept': 'Accepted a reading',
  'claims.reject': 'Rejected a reading',
  'pairs.judge': 'Said of two claims whether they are one',
  'pairs.take-back': 'Took back a word on two claims',
  'sources.add': 'Added an outlet',
  'sources.alias': 'Added a name that leads to an outlet',
  'sources.merge': 'Merged an outlet into another',
  'sources.rename': 'Gave an outlet another name',
  'sources.split': 'Split an outlet off again',
  'speakers.alias': 'Added a name that leads to a speaker',
  'speakers.merge': 'Merged a speaker into another',
  'speakers.rename': 'Gave a speaker another name',
  'speakers.split': 'Split a speaker off again',
  'measures.define': 'Said what a measure is',
  'measures.merge': 'Merged a measure into another',
  'measures.split': 'Split claims off a measure',
  'measures.undo': 'Took back a merge or a split of a measure',
  'measures.group': 'Grouped and compared the claims',
  'cases.open': 'Opened a case',
  'cases.change': 'Changed the positions of a case',
  'cases.take': 'Took a case',
  'cases.release': 'Put a case back',
  'cases.rule': 'Ruled on a case, or gave an opinion on it',
  'desk.set-review': 'Chose who decides cases',
  'desk.set-audit': 'Set how many agreed rulings are audited',
  'cases.audit': 'Audited a ruling that two agreed on',
  'measures.set-review': 'Chose who decides cases of a measure',
  'cases.return': 'Sent a ruling back',
  'cases.publish': 'Published a ruling',
  'cases.withdraw': 'Withdrew a published ruling',
  'cases.dismiss': 'Dismissed a case',
  'cases.reopen': 'Opened a case again',
  'notes.add': 'Wrote a note',
  'notes.edit': 'Wrote a note anew',
  'notes.resolve': 'Resolved a note',
  'notes.reopen': 'Took a note up again',
  'claims.unjudge': 'Took back a judgement of readings',
  'queue.assign': 'Assigned something in the queue',
  'queue.snooze': 'Put something in the queue aside',
  'queue.wake': 'Brought something back into the queue',
  'queue.look': 'Looked at an old measure',
  'queue.flag': 'Marked something in the queue',
  'queue.ask-source': 'Waited for the answer of a source',
  'queue.source-answered': 'Had the answer of a source',
  'queue.second-look': 'Asked for a second look at a case',
  'queue.draw': 'Drew the next thing from the queue',
  'queue.choose': 'Opened something that was not drawn',
  'queue.batch': 'Did one thing to many in the queue',
  'queue.save-view': 'Kept filters of the queue',
  'queue.drop-view': 'Dropped filters of the queue',
  'queue.set': 'Set how the desk gives out its work',
  'acts.undo': 'Took an act back',
  'keys.create': 'Made a key for a program',
  'keys.revoke': 'Revoked the key of a program',
  'webhooks.create': 'Added an address that changes are sent to',
  'webhooks.revoke': 'Revoked an address that changes were sent to',
  'webhooks.resend': 'Sent a change to an address again',
  'reports.send': 'Sent a report of a page',
  'reports.answer': 'Answered the report of a reader',
  'jobs.start': 'Began long work of the server',
  'jobs.cancel': 'Stopped long work of the server',
  'jobs.retry': 'Tried long work of the server again',
  'people.add': 'Added a person',
  'people.disable': 'Disabled a person',
  'people.enable': 'Enabled a person',
  'people.revoke-sessions': 'Ended the sessions of a person',
  'people.set-password': 'Changed a password',
  'people.set-role': 'Gave a person another role',
  'people.invite': 'Invited somebody',
  'people.withdraw-invitation': 'Withdrew an invitation',
  'people.join': 'Took up an invitation',
  'people.remove-second-factor': 'Took away the second factor of a person',
  'account.change-password': 'Changed their own password',
  'account.reset-password': 'Reset their password by a link',
  'account.confirm-second-factor': 'Switched their second factor on',
  'account.renew-recovery-codes': 'Made new recovery codes',
  'account.drop-second-factor': 'Switched their second factor off',
};

export const actionWords = (action: string): string => (Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action]! : action);

/** Why, as people read it: what the log names by a word of its own is said as its page says it. */
export const reasonWords = (action: string, reason: string): string => {
  if (action.startsWith('jobs.')) return JOB_WORDS[reason as JobKind]?.word ?? reason;
  return action === 'people.invite' ? (ROLE_WORDS[reason as Role]?.one ?? reason) : reason;
};

/** What the server does by itself, and what it counts. */
export const JOB_WORDS: Record<JobKind, { word: string; one: string; many: string }> = {
  reread: { word: 'Reading again', one: 'article', many: 'articles' },
  digest: { word: 'Letters with what people were told', one: 'letter', many: 'letters' },
};

/** "Taken back: marked something in the queue". */
export function takenBackWords(action: string): string {
  const words = actionWords(action);
  return `Taken back: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

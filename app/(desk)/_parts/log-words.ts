/** Entries of the log in words; what is not listed here is shown under the name the log has for it. */
const ACTION_WORDS: Record<string, string> = {
  'articles.add': 'Stored an article',
  'articles.reread': 'Read an article again',
  'articles.accept': 'Accepted all readings that waited',
  'claims.accept': 'Accepted a reading',
  'claims.reject': 'Rejected a reading',
  'pairs.judge': 'Said of two claims whether they are one',
  'pairs.take-back': 'Took back a word on two claims',
  'sources.add': 'Added an outlet',
  'measures.group': 'Grouped and compared the claims',
  'cases.open': 'Opened a case',
  'cases.change': 'Changed the positions of a case',
  'cases.take': 'Took a case',
  'cases.release': 'Put a case back',
  'cases.rule': 'Ruled on a case',
  'cases.return': 'Sent a ruling back',
  'cases.publish': 'Published a ruling',
  'cases.dismiss': 'Dismissed a case',
  'cases.reopen': 'Opened a case again',
  'people.add': 'Added a person',
  'people.disable': 'Disabled a person',
  'people.enable': 'Enabled a person',
  'people.revoke-sessions': 'Ended the sessions of a person',
  'people.set-password': 'Changed a password',
};

export const actionWords = (action: string): string => (Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action]! : action);

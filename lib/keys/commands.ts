/** Kinds of pages of the desk: lists of the queue, pairs to judge, one case, the readings of an article, and all others. */
export const PLACES = ['list', 'pairs', 'case', 'reading', 'other'] as const;
export type Place = (typeof PLACES)[number];

/** One thing that can be done at the desk without a mouse. */
export interface Command {
  /** In small letters with dashes; names of fields and marks on pages are made from it. */
  id: string;
  /** What it does, in the imperative: the words of the sheet, the palette and the bar. */
  words: string;
  /** Other words that people look for it by; the palette finds it by them. */
  also?: string;
  /** As delivered; several are ways to the same. "g q" is one after the other, "Mod+k" is ⌘ or Ctrl with it, "V" is shift and v. */
  keys: readonly string[];
  where: readonly Place[];
  /** The page it opens. Without one it presses what is marked with its id, unless the frame does it by itself (`frame`). */
  go?: string;
  /** The frame of the desk carries it out: see app/(desk)/_keys/run.ts. */
  frame?: true;
  /** No part of a page carries it, so the bar at the foot of the page has its button. */
  bar?: true;
  /** Whom the page it opens is for; left out, for whoever may look at the desk. */
  for?: 'reviewer' | 'admin';
}

const ALL = PLACES;
const WALKED = ['list', 'pairs', 'reading'] as const;
const ITEMS = ['case', 'reading'] as const;
const QUEUED = ['list', 'case', 'reading'] as const;
const CASE = ['case'] as const;
const READING = ['reading'] as const;
const PAIRS = ['pairs'] as const;
const QUOTED = ['case', 'reading', 'pairs'] as const;
const JUDGED = ['reading', 'pairs'] as const;

/**
 * Every command there is, once: buttons print their keys from here, the sheet, the palette and the page of settings are made from it.
 *
 * To add one takes two lines: a line here, and on its button, link or field the mark `data-command="its-id"` with
 * `<Key of="its-id" />` inside. A command of a page is carried out by pressing what bears its mark: a link and a button are clicked, a
 * fold is opened and its first field focused, a box is ticked, a field is focused. Where a page has several, the one in the item of
 * the list that has the focus counts. A command without such a thing on any page does not belong here; tests hold one against the other.
 */
export const COMMANDS = [
  { id: 'help', words: 'Show all keys', also: 'help keyboard shortcuts', keys: ['?'], where: ALL, frame: true, bar: true },
  { id: 'palette', words: 'Find a page or a command', keys: ['Mod+k'], where: ALL, frame: true, bar: true },
  { id: 'back', words: 'Leave the field, or go back', keys: ['Escape'], where: ALL, frame: true, bar: true },
  { id: 'undo', words: 'Take back what can be taken back', also: 'undo revert', keys: ['u', 'Mod+z'], where: ALL },
  { id: 'redo', words: 'Do again what was taken back', also: 'redo', keys: ['U'], where: ALL },
  { id: 'copy-link', words: 'Copy the address of this page', keys: ['y'], where: ALL, frame: true, bar: true },
  { id: 'sign-out', words: 'Sign out', also: 'log out leave', keys: [], where: ALL },
  { id: 'send', words: 'Send the form', keys: ['Mod+Enter'], where: ['list', 'pairs', 'reading', 'other'] },

  { id: 'go-queue', words: 'Go to the queue', keys: ['g q'], where: ALL, go: '/review' },
  { id: 'go-add', words: 'Go to “Add an article”', keys: ['g n'], where: ALL, go: '/review/intake', for: 'reviewer' },
  { id: 'go-conflicts', words: 'Go to the conflicts', keys: ['g c'], where: ALL, go: '/review?split=conflicts', bar: true },
  { id: 'go-readings', words: 'Go to the new readings', keys: ['g r'], where: ALL, go: '/review?split=articles', bar: true },
  { id: 'go-suggestions', words: 'Go to the suggestions', keys: ['g p'], where: ALL, go: '/review?split=suggestions', bar: true },
  { id: 'go-otherwise', words: 'Go to what is read otherwise', keys: ['g o'], where: ALL, go: '/review?split=rereadings', bar: true },
  { id: 'go-confirm', words: 'Go to what waits for a second person', keys: ['g t'], where: ALL, go: '/review?split=to-publish', bar: true },
  { id: 'go-second', words: 'Go to the second reviews', keys: ['g d'], where: ALL, go: '/review?split=second-review', bar: true },
  { id: 'go-old', words: 'Go to the old measures', keys: ['g u'], where: ALL, go: '/review?split=stale', bar: true },
  { id: 'go-aside', words: 'Go to what was put aside', keys: ['g z'], where: ALL, go: '/review?split=snoozed', bar: true },
  { id: 'go-mine', words: 'Go to what is yours', keys: ['g y'], where: ALL, go: '/review?split=mine', bar: true },
  { id: 'go-settled', words: 'Go to the settled cases', keys: ['g e'], where: ALL, go: '/review?split=settled', bar: true },
  { id: 'go-measures', words: 'Go to the measures', keys: ['g m'], where: ALL, go: '/review/measures' },
  { id: 'go-outlets', words: 'Go to the outlets', keys: ['g s'], where: ALL, go: '/review/sources' },
  { id: 'go-speakers', words: 'Go to the speakers', keys: ['g v'], where: ALL, go: '/review/speakers' },
  { id: 'search', words: 'Search what is public', keys: ['/'], where: ALL, go: '/search', bar: true },
  { id: 'go-keys', words: 'Go to your keys', also: 'keyboard shortcuts', keys: ['g k'], where: ALL, go: '/review/settings', bar: true },
  {
    id: 'go-account',
    words: 'Go to your account',
    also: 'password second factor sessions',
    keys: ['g .'],
    where: ALL,
    go: '/review/account',
  },
  { id: 'go-activity', words: 'Go to what was done', also: 'activity history', keys: ['g h'], where: ALL, go: '/review/activity' },
  { id: 'go-notifications', words: 'Go to your notifications', keys: ['g i'], where: ALL, go: '/review/notifications' },
  { id: 'go-mentions', words: 'Go to the notes that name you', keys: ['g f'], where: ALL, go: '/review/mentions' },
  { id: 'go-people', words: 'Go to the people', keys: ['g a'], where: ALL, go: '/admin/people', for: 'admin' },
  { id: 'go-work', words: 'Go to how the desk gives out its work', keys: ['g w'], where: ALL, go: '/admin/queue', for: 'admin' },
  { id: 'go-jobs', words: 'Go to the jobs', keys: ['g b'], where: ALL, go: '/admin/jobs', for: 'admin' },
  { id: 'go-api-keys', words: 'Go to the keys of programs', keys: ['g !'], where: ALL, go: '/admin/keys', for: 'admin' },
  { id: 'go-webhooks', words: 'Go to the webhooks', keys: ['g @'], where: ALL, go: '/admin/webhooks', for: 'admin' },
  { id: 'go-reports', words: 'Go to the reports of readers', keys: ['g &'], where: ALL, go: '/review/reports' },
  { id: 'go-desk', words: 'Go to the settings of the desk', keys: ['g x'], where: ALL, go: '/admin/settings', for: 'admin' },
  { id: 'go-log', words: 'Go to the log', keys: ['g l'], where: ALL, go: '/admin/log' },
  { id: 'go-stats', words: 'Go to the statistics: agreement and audits', keys: ['g j'], where: ALL, go: '/review/stats' },

  { id: 'item-next', words: 'Next in the list', keys: ['j'], where: WALKED, frame: true, bar: true },
  { id: 'item-previous', words: 'Previous in the list', keys: ['k'], where: WALKED, frame: true, bar: true },
  { id: 'open', words: 'Open it', keys: ['Enter'], where: ['list'], frame: true, bar: true },
  { id: 'select', words: 'Tick the row, or untick it', keys: ['x'], where: ['list'] },
  { id: 'extend-next', words: 'Tick the row and the next', keys: ['J'], where: ['list'], frame: true, bar: true },
  { id: 'extend-previous', words: 'Tick the row and the one before', keys: ['K'], where: ['list'], frame: true, bar: true },
  { id: 'assign', words: 'Assign the row to yourself, or give it back', keys: ['a'], where: ['list'] },
  { id: 'item-assign', words: 'Assign it to yourself, or give it back', keys: ['i'], where: ITEMS },
  { id: 'snooze', words: 'Put it aside', also: 'snooze later', keys: ['s'], where: QUEUED },
  { id: 'wake', words: 'Bring back what was put aside', keys: ['S'], where: QUEUED },
  { id: 'flag', words: 'Mark it with a word', also: 'flag label tag', keys: ['f'], where: QUEUED },
  { id: 'save-view', words: 'Keep filters as a view', also: 'save view filter', keys: [], where: ['list'] },
  { id: 'draw', words: 'Take the next that nobody else has', keys: ['d'], where: ['list'] },

  { id: 'case-next', words: 'Next case, this one stays as it is', keys: ['j'], where: CASE },
  { id: 'case-previous', words: 'Previous case', keys: ['k'], where: CASE },
  { id: 'position-previous', words: 'Position before', keys: ['ArrowLeft'], where: CASE, frame: true, bar: true },
  { id: 'position-next', words: 'Position after', keys: ['ArrowRight'], where: CASE, frame: true, bar: true },
  { id: 'verdict-1', words: 'Verdict: supported', keys: ['1'], where: CASE, frame: true },
  { id: 'verdict-2', words: 'Verdict: consistent', keys: ['2'], where: CASE, frame: true },
  { id: 'verdict-3', words: 'Verdict: contradicted', keys: ['3'], where: CASE, frame: true },
  { id: 'verdict-4', words: 'Verdict: outdated', keys: ['4'], where: CASE, frame: true },
  { id: 'verdict-5', words: 'Verdict: different measure', keys: ['5'], where: CASE, frame: true },
  { id: 'verdict-6', words: 'Verdict: unverifiable', keys: ['6'], where: CASE, frame: true },
  { id: 'verdict-7', words: 'Verdict: withdrawn', keys: ['7'], where: CASE, frame: true },
  { id: 'case-accept', words: 'Accept this position, or take that back', keys: ['p'], where: CASE, frame: true },
  { id: 'case-why', words: 'Choose why they differ', keys: ['w'], where: CASE },
  { id: 'case-reason', words: 'Write the reason', keys: ['r'], where: CASE },
  { id: 'case-evidence', words: 'Give a link as evidence', keys: ['v'], where: CASE },
  { id: 'case-no-evidence', words: 'Say that no evidence was found', keys: ['V'], where: CASE },
  { id: 'case-save', words: 'Save, and on to the next', keys: ['Mod+Enter', 'Enter'], where: CASE },
  { id: 'case-keep', words: 'Keep the ruling as a draft', keys: [], where: CASE },
  { id: 'case-note', words: 'Write a note', keys: ['n'], where: CASE },
  { id: 'case-look', words: 'Ask for a second look', keys: ['l'], where: CASE },
  { id: 'case-source', words: 'Say that a source was asked', keys: ['q'], where: CASE },
  { id: 'case-pull', words: 'Pull a claim out of its position', keys: ['b'], where: CASE },
  { id: 'case-take', words: 'Take the case', keys: ['a'], where: CASE },
  { id: 'case-release', words: 'Put the case back into the queue', keys: [], where: CASE },
  { id: 'case-return', words: 'Send the ruling back', keys: [], where: CASE },
  { id: 'case-dismiss', words: 'Dismiss the case', keys: [], where: CASE },
  { id: 'case-reopen', words: 'Open the case again', keys: [], where: CASE },
  { id: 'case-withdraw', words: 'Withdraw what is published', keys: [], where: CASE },

  { id: 'reading-next', words: 'Next article, this one stays as it is', keys: [']'], where: READING },
  { id: 'reading-previous', words: 'Previous article', keys: ['['], where: READING },
  { id: 'reading-accept', words: 'Accept the reading', keys: ['a'], where: JUDGED },
  { id: 'reading-reject', words: 'Reject the reading', keys: ['x'], where: JUDGED },
  { id: 'reading-correct', words: 'Correct the reading', keys: ['e'], where: JUDGED },
  { id: 'reading-accept-all', words: 'Accept all readings that wait', keys: ['A'], where: READING },
  { id: 'article-retract', words: 'Note that its source took it back', keys: [], where: READING },
  { id: 'article-withhold', words: 'Withhold its text', keys: [], where: READING },
  { id: 'reading-beside', words: 'See which claims answer its question', keys: ['b'], where: READING },

  { id: 'open-original', words: 'Open the page where it was published', keys: ['o'], where: QUOTED },
  { id: 'open-text', words: 'Open the text that we stored', keys: ['O'], where: QUOTED },
  { id: 'measure-merge', words: 'Merge the measure into another', keys: ['m'], where: ['other'] },

  { id: 'follow', words: 'Follow it, or follow it no more', keys: ['f'], where: ['other'] },

  { id: 'pair-same', words: 'Same question', keys: ['s'], where: PAIRS },
  { id: 'pair-different', words: 'Different questions', keys: ['d'], where: PAIRS },
  { id: 'pair-unsure', words: 'Not sure', keys: ['-'], where: PAIRS },
  { id: 'pair-reason', words: 'Say it with a reason', keys: ['r'], where: PAIRS },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

/** Which kind of page stands at a path with its query. */
export function placeOf(path: string): Place {
  const [at = '', query = ''] = path.split('?');
  if (at === '/review') return new URLSearchParams(query).get('split') === 'suggestions' ? 'pairs' : 'list';
  if (at.startsWith('/review/cases/')) return 'case';
  if (at.startsWith('/review/articles/')) return 'reading';
  return at.startsWith('/review/claims/') ? 'pairs' : 'other';
}

/** Whether a command is for somebody of this role: what leads nowhere for them is in no list of theirs. */
export const isFor = (command: Command, role: string): boolean =>
  command.for === undefined || command.for === role || (command.for === 'reviewer' && role !== 'reader');

/** The commands that hold on such a page for somebody of this role, in the order of the list. */
export const holdsAt = (place: Place, role: string): Command[] =>
  (COMMANDS as readonly Command[]).filter((command) => command.where.includes(place) && isFor(command, role));

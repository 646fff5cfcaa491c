/** Kinds of what people are told, each of which they can switch off, in the app and by mail apart. To add one takes a line here, and its events below. */
export const NOTIFICATION_KINDS = {
  followed: 'Something I follow changed or was published',
  'case-back': 'A case of mine was sent back, opened again or withdrawn',
  opinion: 'An opinion waits for me',
  mention: 'Somebody mentioned me',
  'draft-moved': 'A case on which I keep a draft moved on',
} as const;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

/**
 * What can happen, with its kind and the words its reader is told. These say that it happened and never what anybody said: in a blind review nobody
 * learns from them who gave an opinion, or which.
 */
export const WHAT = {
  opened: { kind: 'followed', words: 'A case was opened' },
  changed: { kind: 'followed', words: 'A case has other positions than before' },
  published: { kind: 'followed', words: 'A ruling was published' },
  corrected: { kind: 'followed', words: 'A published ruling was corrected' },
  reopened: { kind: 'followed', words: 'A case was opened again' },
  dismissed: { kind: 'followed', words: 'A case was dismissed' },
  withdrawn: { kind: 'followed', words: 'A published ruling was withdrawn' },
  accepted: { kind: 'followed', words: 'New figures are public' },
  retracted: { kind: 'followed', words: 'A source took an article back' },
  revised: { kind: 'followed', words: 'Its record was changed' },
  returned: { kind: 'case-back', words: 'Your ruling was sent back' },
  'own-reopened': { kind: 'case-back', words: 'A case you decided on was opened again' },
  'own-withdrawn': { kind: 'case-back', words: 'A ruling of yours was withdrawn' },
  second: { kind: 'opinion', words: 'A second opinion is asked for' },
  third: { kind: 'opinion', words: 'Two opinions differ, and a third person decides' },
  mentioned: { kind: 'mention', words: 'You were mentioned' },
  moved: { kind: 'draft-moved', words: 'A case on which you keep a draft moved on' },
} as const satisfies Record<string, { kind: NotificationKind; words: string }>;
export type What = keyof typeof WHAT;

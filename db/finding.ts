/** One thing that was looked at. "note" is worth knowing and needs no hand; "wrong" has a mend. */
export type Finding = { state: 'ok' | 'note'; about: string; said: string } | { state: 'wrong'; about: string; said: string; mend: string };

export const good = (about: string, said: string): Finding => ({ state: 'ok', about, said });
export const note = (about: string, said: string): Finding => ({ state: 'note', about, said });
export const wrong = (about: string, said: string, mend: string): Finding => ({ state: 'wrong', about, said, mend });

import { namesNobody } from '@/lib/claim';
import { speakerKind } from '@/lib/publication';
import { nameKey } from './name-key';
import type { SPEAKER_KINDS } from './named-tables';

export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** A speaker as an article names it. */
export interface SpokenName {
  name: string;
  role: string | null;
}

/** What of a name leads to its record. */
export interface SpeakerForm extends SpokenName {
  nameKey: string;
  /** Empty where the name does without a post. */
  roleKey: string;
  kind: SpeakerKind;
}

/** One word that many people bear: the post beside it is part of the name. In one article such names are read as the full ones. */
const isShort = (name: string): boolean => !/\s/.test(name);

export function formOf({ name, role }: SpokenName): SpeakerForm {
  const kind = kindOf({ name, role });
  const told = kind === 'person' && role !== null && isShort(name.trim());
  return { name, nameKey: nameKey(name), role: told ? role : null, roleKey: told ? nameKey(role) : '', kind };
}

function kindOf(named: SpokenName): SpeakerKind {
  if (isAnybody(named.name)) return 'role';
  return speakerKind(named) === 'Person' ? 'person' : 'body';
}

/** "police", "Officials", "a clerk of the port": whoever it is in each article. */
function isAnybody(name: string): boolean {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) as string;
  return /^\p{Ll}/u.test(words[0] as string) || /^\p{Ll}/u.test(last) || (words.length === 1 && namesNobody(last.toLowerCase()));
}

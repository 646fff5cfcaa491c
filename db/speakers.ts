import { newId } from './ids';
import type { Tx } from './open';
import { insertRows } from './rows';
import { speakers } from './schema';
import { formOf, type SpeakerForm, type SpokenName } from './speaker-form';
import { askJson, words } from './statement';

/** What of a claim tells its speaker. */
interface Said {
  speakerName: string | null;
  speakerRole: string | null;
  createdAt: string;
}

const placeOf = ({ nameKey, roleKey }: Pick<SpeakerForm, 'nameKey' | 'roleKey'>): string => `${nameKey}\n${roleKey}`;

/**
 * These claims with the record that each one's speaker leads to, made where a name is seen for the first time. One look at an index for all of them,
 * however many speakers there are. A record that no person has touched is worked out from the claims, and no fact.
 */
export async function withSpeakers<Row extends Said>(tx: Tx, rows: readonly Row[]): Promise<(Row & { speakerId: string | null })[]> {
  const forms = formsOf(rows);
  const ids = await knownIds(tx, forms.values());
  const made: (typeof speakers.$inferSelect)[] = [];
  for (const row of rows) {
    const form = forms.get(spoken(row) ?? '');
    if (!form || ids.has(placeOf(form))) continue;
    const { name, nameKey, role, roleKey, kind } = form;
    const id = newId();
    ids.set(placeOf(form), id);
    made.push({ ...{ id, name, nameKey, role, roleKey, kind }, intoId: null, standingId: null, revision: 0, createdAt: row.createdAt });
  }
  await insertRows(tx, speakers, made);
  return rows.map((row) => {
    const form = forms.get(spoken(row) ?? '');
    return { ...row, speakerId: form ? (ids.get(placeOf(form)) as string) : null };
  });
}

const spoken = ({ speakerName, speakerRole }: Said): string | null =>
  speakerName === null ? null : `${speakerName}\n${speakerRole ?? ''}`;

/** Each name is looked at once: an article quotes few, and again and again. */
function formsOf(rows: readonly Said[]): Map<string, SpeakerForm> {
  const forms = new Map<string, SpeakerForm>();
  for (const row of rows) {
    const key = spoken(row);
    if (key !== null && !forms.has(key)) forms.set(key, formOf({ name: row.speakerName, role: row.speakerRole } as SpokenName));
  }
  return forms;
}

async function knownIds(tx: Tx, forms: Iterable<SpeakerForm>): Promise<Map<string, string>> {
  const wanted = [...forms].map(({ nameKey, roleKey }) => [nameKey, roleKey]);
  if (wanted.length === 0) return new Map();
  const rows = await askJson<[id: string, nameKey: string, roleKey: string][]>(
    tx,
    words`SELECT json_group_array(json_array(speakers.id, name_key, role_key)) AS json FROM json_each(${JSON.stringify(wanted)}) AS own
      JOIN speakers ON name_key = own.value ->> 0 AND role_key = own.value ->> 1`,
  );
  return new Map(rows.map(([id, nameKey, roleKey]) => [placeOf({ nameKey, roleKey }), id]));
}

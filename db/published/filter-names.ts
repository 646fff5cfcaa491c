import type { FilterName, Filters } from '@/lib/publication';
import type { Reads } from '../open';
import { ask, words } from '../statement';
import { conditionsOf, countMeeting } from './narrowed';
import { sourceToday } from './sources';
import { speakerRecordName } from './speakers';

/** A filter as it is told: what it is called, and how many measures meet it by itself, up to a limit; null for what is no condition on measures. */
export interface FilterTold {
  name: FilterName;
  value: string;
  called: string | null;
  alone: number | null;
}

/** More are not counted. */
const MOST_COUNTED = 1000;

/** The filters of a list in words; `called` is null where the word is that of a choice or a day, or nothing public has that address. */
export async function filtersTold(from: Reads, filters: Filters): Promise<FilterTold[]> {
  const conditions = new Map((await conditionsOf(from, filters)).map((condition) => [condition.facet, condition]));
  const told: FilterTold[] = [];
  for (const [key, value] of Object.entries(filters)) {
    const name = key as FilterName;
    const condition = conditions.get(name);
    told.push({
      ...{ name, value, called: await calledAs(from, name, value) },
      alone: condition ? await countMeeting(from, condition, MOST_COUNTED) : null,
    });
  }
  return told;
}

async function calledAs(from: Reads, name: FilterName, value: string): Promise<string | null> {
  if (name === 'speaker') return speakerRecordName(from, value);
  if (name === 'source') {
    const today = await sourceToday(from, value);
    return today === null ? null : nameIn(await ask(from, words`SELECT name FROM sources WHERE id = ${today}`));
  }
  if (name !== 'topic' && name !== 'place') return null;
  return nameIn(await ask(from, words`SELECT name FROM public_subjects WHERE facet = ${name} AND slug = ${value} AND measures > 0`));
}

const nameIn = (rows: { name: string }[]): string | null => rows[0]?.name ?? null;

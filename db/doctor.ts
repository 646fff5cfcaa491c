import { existsSync } from 'node:fs';
import { diskFindings } from './doctor-disk';
import { recordFindings } from './doctor-record';
import { type Environment, settingFindings } from './doctor-settings';
import { type Finding, good, note, wrong } from './finding';
import { Refused } from './refused';
import { DEFAULT_DATABASE_URL, type Place, placeOf } from './url';

export type { Environment } from './doctor-settings';
export type { Finding } from './finding';

/** Looks at settings, disk, owner and record of an installation. Changes nothing and takes no lock, so it can run beside a server. */
export async function examine(env: Environment): Promise<Finding[]> {
  const findings = settingFindings(env);
  const place = databasePlace(env, findings);
  if (place === null) return findings;
  if (place.kind === 'file') findings.push(...(await diskFindings(place.path, env)));
  if (place.kind === 'file' && !existsSync(place.path))
    findings.push(note('record', `none yet at ${place.path}; the first start makes it`));
  else findings.push(...(await recordFindings(place, env)));
  return findings;
}

function databasePlace(env: Environment, findings: Finding[]): Place | null {
  const url = env.DATABASE_URL || DEFAULT_DATABASE_URL;
  try {
    const place = placeOf(url);
    findings.push(good('DATABASE_URL', place.kind === 'file' ? place.path : 'a libSQL server'));
    return place;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    findings.push(wrong('DATABASE_URL', error.refusal.cause, error.refusal.next));
    return null;
  }
}

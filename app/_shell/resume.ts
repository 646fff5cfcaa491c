import type { Fields } from '@/db/drafts';
import { ownPath } from './paths';

/** A form as it was sent, with the page it stands on and the name of its draft: enough to show it again to its writer. */
export interface Resumable {
  draft: string;
  page: string;
  fields: Fields;
}

export const packResume = (resumable: Resumable): string => JSON.stringify(resumable);

/** Comes back from the browser, so it is read like any other input. Null when it is not a form of ours. */
export function unpackResume(text: string | null): Resumable | null {
  if (text === null) return null;
  try {
    const { draft, page, fields } = JSON.parse(text) as Record<string, unknown>;
    const path = ownPath(page);
    if (typeof draft !== 'string' || !/^[a-z]+\.[a-z-]+(:[0-9a-z]{1,20})?$/.test(draft)) return null;
    if (path === null || typeof fields !== 'object' || fields === null) return null;
    const kept = Object.entries(fields).filter(([, value]) => [value].flat().every((part) => typeof part === 'string'));
    return { draft, page: path, fields: Object.fromEntries(kept) as Fields };
  } catch {
    return null;
  }
}

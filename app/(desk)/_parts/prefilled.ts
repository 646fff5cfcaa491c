import type { FormState, Query } from '@/app/_shell/desk-page';
import { linkFault } from '@/lib/base';

/** Longest value that an address brings, in characters: servers cut longer ones. */
const LONGEST = 16_000;
const NAMES = ['url', 'text', 'quote', 'title', 'outlet', 'publishedAt'] as const;

/** What the address of the intake page brought: a bookmarklet and a phone that shares a page open it so. Nothing is stored by that. */
export interface Prefilled {
  fields: Record<string, string>;
  /** Words that were selected on the page it comes from. */
  quote: string | null;
}

/** Null where the address brings nothing. A phone often shares the address of a page as its text. */
export async function prefilledBy(query: Query): Promise<Prefilled | null> {
  const given = await query;
  const value = (name: string): string => ([given[name]].flat()[0] ?? '').slice(0, LONGEST);
  const said = Object.fromEntries(NAMES.map((name) => [name, value(name)]));
  if (Object.values(said).every((one) => one === '')) return null;
  const { quote = '', text = '', url = '', ...rest } = said;
  const shared = url === '' && linkFault(text.trim()) === null;
  const fields = { ...rest, url: shared ? text.trim() : url, text: shared ? quote : text || quote };
  return { fields, quote: quote || null };
}

/** The form as it opens with what the address brought, in the place of a draft. */
export const prefilledState = (state: FormState, { fields }: Prefilled): FormState => ({ ...state, draft: null, given: fields });

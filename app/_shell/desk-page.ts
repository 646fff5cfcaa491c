import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { holds, type Role } from '@/db/actor';
import { type Draft, isTyped, loadDrafts } from '@/db/drafts';
import type { Person } from '@/db/people';
import type { FieldFault } from '@/lib/base';
import { currentActor } from './actor';
import { database } from './database';
import { log } from './log';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/**
 * Who looks at this page, which is for whoever holds the role; a reader sees all that only shows. Nobody signed in: on to the sign-in
 * page and back. The wrong role: there is nothing here, and the log knows who tried.
 */
export const requireActor = cache(async (role: Role = 'reader'): Promise<Person> => {
  const actor = await currentActor();
  const path = (await headers()).get('x-desk-path') ?? '/review';
  if (!actor) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (!holds(actor.role, role)) {
    log().warn({ path, actorId: actor.id, status: 404, code: 'Forbidden' }, 'refused');
    notFound();
  }
  return actor;
});

/** The one value of a query parameter. */
export const queryValue = async (query: Query, name: string): Promise<string | null> => [(await query)[name]].flat()[0] ?? null;

/** A form as this page shows it: what its reader typed before, and whether it was refused just now. */
export interface FormState {
  /** "cases.rule:k3v9m2qd4x" */
  name: string;
  draft: Draft | null;
  /** What stands in the form before anybody typed into it, where that is not nothing. */
  given?: Draft['fields'];
  /** Set when the page answers a refusal of this form. */
  refused: Draft['refusal'];
}

/** The draft a person has of a form. `query` tells whether the page was reached by its refusal. */
export const formState = async (name: string, actor: Person, query: Query): Promise<FormState> =>
  (await formStates([name], actor, query)).get(name) as FormState;

/** The drafts a person has of several forms of one page, by their names. */
export async function formStates(names: string[], actor: Person, query: Query): Promise<Map<string, FormState>> {
  const drafts = await loadDrafts(await database(), actor.id, names);
  const answered = await queryValue(query, 'draft');
  const stateOf = (name: string): FormState => {
    const draft = drafts.get(name) ?? null;
    return { name, draft, refused: answered === name ? (draft?.refusal ?? null) : null };
  };
  return new Map(names.map((name) => [name, stateOf(name)]));
}

/** The fields of the form as it opens: the draft, and where there is none what it was given. A draft is one whole. */
export const fieldsOfState = ({ draft, given }: FormState): Draft['fields'] => draft?.fields ?? given ?? {};

/** What stands in a field: the draft's word, else the given one. */
export function fieldValue(state: FormState, name: string, otherwise = ''): string {
  const value = fieldsOfState(state)[name];
  return ([value].flat()[0] ?? otherwise).toString();
}

/**
 * What a hidden field says of what was seen: in a form that holds a draft, what stood there when that was begun, so that it goes over nothing
 * its writer did not see. `now`: what stands there. Where the page does not put both side by side (`isCompared`), it has just said so itself.
 */
export function begunOn({ draft, refused }: FormState, name: string, now: string | number, isCompared = false): string {
  const told = !isCompared && refused?.code === 'VersionConflict';
  const kept = draft !== null && !told && isTyped(draft.fields) ? [draft.fields[name]].flat()[0] : undefined;
  return kept ?? String(now);
}

/** All that a refusal says is wrong with the fields of its form, in the order of the form. */
export function faultsOf(refused: FormState['refused']): Pick<FieldFault, 'field' | 'cause'>[] {
  if (refused === null) return [];
  const { field, cause, faults } = refused;
  return faults ?? (field === undefined ? [] : [{ field, cause }]);
}

import { awaits, type CaseEvent, type CaseView } from '@/lib/adjudication';
import { type Fields, isTyped } from './drafts';
import { deskHasEditor } from './editors';
import { followersOfCases } from './followers';
import type { What } from './notification-kinds';
import { type News, notify, unask } from './notify';
import type { Reads, Tx } from './open';
import { among, ask, words } from './statement';

/** One thing that happened to a case. */
interface CaseNews {
  id: string;
  before: CaseView;
  after: CaseView;
  event: CaseEvent;
}

/** Tells whom it concerns what happened to some cases: those who follow them, whose they are, who is asked for an opinion, who keeps a draft. */
export async function tellOfCases(tx: Tx, happened: readonly CaseNews[], by: string | null): Promise<void> {
  const [first] = happened;
  if (!first) return;
  const { at } = first.event;
  const followed = new Map(happened.flatMap(({ id, before, event }) => followedWhat(event, before).map((what) => [id, what] as const)));
  const moved = happened.filter(({ before, after, event }) => MOVE_OPINIONS.includes(event.type) && awaits(before) !== awaits(after));
  if (moved.length > 0)
    unask(
      tx,
      moved.map(({ id }) => id),
    );
  const asked = await Promise.all(moved.filter(({ event }) => event.type === 'submitted').map((one) => askedFor(tx, one)));
  const own = happened.flatMap((one) => whoseItIs(one));
  const drafts = await draftsOn(tx, happened);
  await notify(tx, [...(await followersOfCases(tx, followed, at)), ...own, ...asked.flat(), ...drafts], by);
}

/** Events that everybody at the desk sees as they happen. What goes on between reviewers before a ruling is published is not among them. */
function followedWhat({ type }: CaseEvent, { publications }: CaseView): What[] {
  if (type === 'published') return [publications > 0 ? 'corrected' : 'published'];
  return type === 'opened' || type === 'changed' || type === 'reopened' || type === 'dismissed' || type === 'withdrawn' ? [type] : [];
}

const MOVE_OPINIONS: readonly CaseEvent['type'][] = ['submitted', 'ruled', 'returned', 'reopened', 'dismissed', 'changed', 'withdrawn'];

/** A case is theirs who decided on it, or gave an opinion that still counts. */
function whoseItIs({ id, before, event }: CaseNews): News[] {
  const told = (what: What, people: (string | null)[]): News[] =>
    [...new Set(people)].flatMap((to) => (to === null ? [] : [{ to, what, subject: `case:${id}`, at: event.at }]));
  const { ruledBy, publishedRulingBy, opinions } = before;
  if (event.type === 'returned') return told('returned', [ruledBy]);
  if (event.type === 'withdrawn') return told('own-withdrawn', [publishedRulingBy]);
  return event.type === 'reopened' ? told('own-reopened', [ruledBy, publishedRulingBy, ...opinions.map(({ by }) => by)]) : [];
}

/** Whom the case is assigned to, and where that is nobody all who may give the opinion that is asked for; never those who gave one. */
async function askedFor(from: Reads, { id, after, event }: CaseNews): Promise<News[]> {
  const what = awaits(after) === 'third' ? 'third' : 'second';
  const given = after.opinions.map(({ by }) => by);
  const roles = what === 'third' && (await deskHasEditor(from, given)) ? ['editor'] : ['reviewer', 'editor', 'admin'];
  const mayDecide = await ask<{ id: string }>(
    from,
    words`SELECT p.id FROM people p WHERE p.disabled_at IS NULL AND p.id NOT IN ${among(given)} AND p.role IN ${among(roles)}
      AND p.id = coalesce((SELECT q.assigned_to FROM queue_items q WHERE q.id = ${id} AND q.assigned_to NOT IN ${among(given)} AND ${what} = 'second'), p.id)`,
  );
  return mayDecide.map(({ id: to }) => ({ to, what, subject: `case:${id}`, at: event.at }));
}

/** Whoever has typed something into a form of a case, where what everybody is shown of it is another now. A first opinion, unseen, moves nothing. */
async function draftsOn(from: Reads, happened: readonly CaseNews[]): Promise<News[]> {
  const shown = new Map(happened.filter(({ after }) => after.shownRevision === after.revision).map((one) => [one.id, one]));
  if (shown.size === 0) return [];
  const forms = [...shown.keys()].flatMap((id) => FORMS.map((form) => `${form}:${id}`));
  const rows = await ask<{ to: string; form: string; fields: string }>(
    from,
    words`SELECT person_id AS "to", form, fields FROM drafts WHERE form IN ${among(forms)}`,
  );
  return rows.flatMap(({ to, form, fields }) => {
    if (!isTyped(JSON.parse(fields) as Fields)) return [];
    const one = shown.get(form.slice(form.indexOf(':') + 1)) as CaseNews;
    return [{ to, what: 'moved' as const, subject: `case:${one.id}`, at: one.event.at }];
  });
}

const FORMS = ['rule', 'publish', 'return', 'dismiss', 'reopen', 'withdraw'].map((step) => `cases.${step}`);

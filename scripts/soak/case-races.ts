import { eq } from 'drizzle-orm';
import { OWNER } from '../../db/actor';
import { addArticles } from '../../db/articles';
import { setAuditShare } from '../../db/audit-share';
import { loadCase } from '../../db/case-record';
import { acceptArticle } from '../../db/claims';
import { dropDraft, loadDraft } from '../../db/drafts';
import type { Database } from '../../db/open';
import { runOperation } from '../../db/operations';
import { addPerson, type Person } from '../../db/people';
import { setDeskReview, setMeasureReview } from '../../db/review-mode';
import { auditLog, caseEvents, cases, publications, rulings } from '../../db/schema';
import { verifyRecord } from '../../db/verify';
import type { CaseView } from '../../lib/adjudication';
import { randomOf } from './inputs.mjs';

/** What came of races of two to four people on one case. */
export interface Raced {
  races: number;
  /** Races with as many winners as the case had room for: one, or two where two give opinions unseen. */
  asExpected: number;
  /** Who lost, who of them was told 409, and how many of what they wrote was to be kept and was. */
  losers: number;
  told409: number;
  written: number;
  draftsKept: number;
  /** Wins, and facts about the cases beyond their opening: the same number where nothing is lost and nothing doubled. */
  wins: number;
  facts: number;
  /** What is wrong besides; empty. */
  faults: string[];
}

const NOW = '2026-03-02T08:00:00.000Z';
const PEOPLE = ['Anna', 'Bela', 'Cora', 'Dora'];
/** So many races are held on one case: its events are read again for each. */
const ON_ONE_CASE = 40;
const BEGINNINGS = 'Bram Cold Dun Fern Gris Hart Kil Lar Mor Pen Quar Rost Sil Tarn Ulv Wend'.split(' ');
const ENDINGS = 'wick bury stow combe thorpe mere holm gate ford ness haven dale'.split(' ');

const placeOf = (at: number): string =>
  `${BEGINNINGS[at % BEGINNINGS.length]}${ENDINGS[Math.floor(at / BEGINNINGS.length) % ENDINGS.length]}${at >= 192 ? ` ${BEGINNINGS[Math.floor(at / 192) % BEGINNINGS.length]}` : ''}`;

/** Two to four people do something to one case at the same moment, again and again, each with the revision that all of them saw. */
export async function raceOnCases(db: Database, races: number, seed: number): Promise<Raced> {
  const random = randomOf(seed) as () => number;
  const below = (end: number): number => Math.floor(random() * end);
  const people = await cast(db);
  const ids = await openCases(db, Math.ceil(races / ON_ONE_CASE), people[0] as Person);
  const opened = (await db.read.select().from(caseEvents)).length;
  const raced: Raced = { races, asExpected: 0, losers: 0, told409: 0, written: 0, draftsKept: 0, wins: 0, facts: 0, faults: [] };
  for (let race = 0; race < races; race += 1) {
    const id = ids[race % ids.length] as string;
    const found = await loadCase(db.read, id);
    if (!found) throw new Error(`case ${id} is gone`);
    const { view } = found;
    const blind = ids.indexOf(id) % 2 === 1;
    const some = shuffled(people, below).filter((person) => stepsOf(view, person.id, blind).length > 0);
    const racers = some.slice(0, Math.min(some.length, 2 + below(3)));
    const asked = racers.map((person) => {
      const steps = stepsOf(view, person.id, blind);
      const words = `${person.name} wrote this in race ${race}, to see who comes first.`;
      const step = steps[below(steps.length)] as Step;
      return { person, step, words, input: inputOf(step, id, view.revision, found.row.positions.length, words, below) };
    });
    const answers = await Promise.all(
      asked.map(({ person, step, input }) => runOperation({ db, actor: person, now: NOW }, `cases.${step}`, input)),
    );
    const room =
      blind && asked.every(({ step }) => step === 'rule') && view.opinions.length < 2 && !view.ruledBy ? 2 - view.opinions.length : 1;
    const wins = answers.filter(({ ok }) => ok).length;
    raced.wins += wins;
    if (wins === Math.min(room, racers.length)) raced.asExpected += 1;
    else raced.faults.push(`race ${race}: ${wins} winners of ${asked.map(({ step }) => step).join(', ')}`);
    for (const [at, answer] of answers.entries()) {
      const { person, step, words } = asked[at] as (typeof asked)[number];
      if (answer.ok) continue;
      raced.losers += 1;
      if (answer.refusal.status === 409) raced.told409 += 1;
      else raced.faults.push(`race ${race}: ${person.name} was told ${answer.refusal.code} for ${step}`);
      if (!WRITTEN.includes(step)) continue;
      raced.written += 1;
      const draft = await loadDraft(db, person.id, `cases.${step}:${id}`);
      if (JSON.stringify(draft?.fields ?? {}).includes(words)) raced.draftsKept += 1;
      else raced.faults.push(`race ${race}: the words of ${person.name} are lost`);
      // Looked at, and done with: nobody keeps more than 200 drafts.
      await dropDraft(db, person.id, `cases.${step}:${id}`);
    }
  }
  await countFacts(db, raced, opened);
  return raced;
}

type Step = 'take' | 'release' | 'rule' | 'return' | 'audit' | 'publish' | 'reopen';
/** Steps with words that are kept when they come too late. */
const WRITTEN: readonly Step[] = ['rule', 'return', 'publish', 'reopen'];

/** What this person could do to the case as it stands, if nobody else did anything. */
function stepsOf(view: CaseView, person: string, blind: boolean): Step[] {
  const isAuthor = view.ruledBy === person || view.opinions.some(({ by }) => by === person);
  switch (view.state) {
    case 'open':
    case 'reopened':
      return blind ? ['rule'] : ['take', 'rule'];
    case 'in-review':
      if (blind) return isAuthor ? [] : ['rule'];
      return view.takenBy === null ? ['rule'] : ['release', 'rule'];
    case 'ruled':
      if (view.ruledBy === person) return [];
      if (view.audit === 'owed') return isAuthor ? ['return'] : ['audit', 'return'];
      return ['publish', 'return'];
    case 'published':
      return ['reopen'];
    default:
      return [];
  }
}

function inputOf(step: Step, id: string, revision: number, positions: number, words: string, below: (end: number) => number): object {
  const seen = { id, revision };
  if (step === 'return' || step === 'reopen') return { ...seen, reason: words };
  if (step === 'publish') return { ...seen, notice: words };
  if (step !== 'rule') return seen;
  const verdict = below(2) === 0 ? 'unverifiable' : 'outdated';
  return {
    ...seen,
    verdict: Array.from({ length: positions }, () => verdict),
    ...{ accepted: null, reasonCode: 'cannot-be-known', rationale: words, evidence: [], noEvidence: true },
  };
}

function shuffled<T>(list: readonly T[], below: (end: number) => number): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** Four reviewers on a desk without an editor: each of them may do everything but confirm what is their own. */
async function cast(db: Database): Promise<Person[]> {
  const people: Person[] = [];
  for (const name of PEOPLE) {
    const person = {
      email: `${name.toLowerCase()}@races.example`,
      name,
      role: 'reviewer',
      password: 'nobody signs in here',
      demo: false,
    } as const;
    const added = await addPerson(db, person, OWNER, NOW);
    if (!added.ok) throw new Error(added.refusal.cause);
    people.push({ kind: 'person', id: added.value.id, name, role: 'reviewer' });
  }
  return people;
}

/** So many cases of two accepted claims each; every other is decided by two who do not see each other's opinion, and half of what they agree on is audited. */
async function openCases(db: Database, count: number, judge: Person): Promise<string[]> {
  const told = (place: string, people: number) =>
    `Health officials in ${place} said on Tuesday that ${people} people died in the flood of the ${place} river.`;
  const nothing = { title: null, byline: null, url: null, language: null, demoNote: null };
  const articles = Array.from({ length: count }, (_, at) => placeOf(at)).flatMap((place, at) =>
    [0, 17].map((more) => ({
      ...{ text: told(place, 400 + at + more), externalId: `${place} ${more}`, outlet: `Post ${more}`, publishedAt: '2026-03-01' },
      ...nothing,
    })),
  );
  const { items } = await addArticles(db, articles, OWNER, NOW);
  for (const { articleId } of items) if (articleId) await acceptArticle(db, { id: articleId }, judge, NOW);
  await setDeskReview(db, { review: 'single' }, OWNER, NOW);
  await setAuditShare(db, { share: 50 }, OWNER, NOW);
  const rows = await db.read.select().from(cases).where(eq(cases.state, 'open'));
  if (rows.length < count) throw new Error(`${rows.length} cases were opened, and ${count} are needed`);
  const some = rows.slice(0, count).map(({ id, measureId }) => ({ id, measureId }));
  for (const [at, { measureId }] of some.entries())
    if (at % 2 === 1) await setMeasureReview(db, { id: measureId, review: 'blind' }, OWNER, NOW);
  return some.map(({ id }) => id);
}

/** Holds what is stored against the wins: each an event of its own, an entry of its own, and the ruling or publication that goes with it. */
async function countFacts(db: Database, raced: Raced, opened: number): Promise<void> {
  const events = await db.read.select().from(caseEvents);
  raced.facts = events.length - opened;
  const keys = new Set(events.map(({ caseId, revision }) => `${caseId} ${revision}`));
  const seqs = new Set(events.map(({ seq }) => seq));
  if (keys.size !== events.length || seqs.size !== events.length) raced.faults.push('an event is there twice');
  const entries = await db.read.select({ seq: auditLog.seq }).from(auditLog);
  const logged = new Set(entries.map(({ seq }) => seq));
  if (events.some(({ seq }) => !logged.has(seq))) raced.faults.push('an event has no entry');
  const made = (types: string[]): number => events.filter(({ body }) => types.includes(body.type)).length;
  if (made(['ruled', 'submitted']) !== (await db.read.$count(rulings))) raced.faults.push('rulings and events of rulings differ');
  if (made(['published']) !== (await db.read.$count(publications))) raced.faults.push('publications and events of publications differ');
  const verdict = await verifyRecord(db);
  if (!verdict.ok) raced.faults.push(`verify: ${verdict.reason}`);
}

import { createClient } from '@libsql/client';
import { serveFresh } from '../yard/serve.mjs';
import { randomOf } from './inputs.mjs';

/** One person with a session, speaking to the server as a program would. */
async function signedIn(address, { email, password }) {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return (path, body) =>
    fetch(`${address}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address, cookie },
      body: JSON.stringify(body),
    });
}

const rulingBy = (name, round, revision, positions) => ({
  revision,
  verdict: Array.from({ length: positions }, () => 'unverifiable'),
  accepted: null,
  reasonCode: 'cannot-be-known',
  rationale: `Written by ${name} in round ${round}, to see who comes first.`,
  evidence: [],
  noEvidence: true,
});

/** Roles of the demo that may rule. */
const RULING = ['reviewer', 'editor', 'admin'];

/**
 * Two to four people act on one case at the same moment, over HTTP, again and again: they take it or rule on it, and then send the ruling
 * back. Counts the races with exactly one winner, those in which all others were told 409, and of these the words that are kept as drafts. Reading
 * beside the server is allowed; writing is the server's.
 */
export async function races(folder, rounds, seed, say) {
  const served = await serveFresh(folder, process.env, say);
  if (!served) return null;
  const random = randomOf(seed);
  const record = createClient({ url: served.env.DATABASE_URL, timeout: 5000 });
  const one = async (sql, ...args) => (await record.execute({ sql, args })).rows[0];
  try {
    const people = served.people.filter(({ role }) => RULING.includes(role));
    const ask = await Promise.all(people.map((person) => signedIn(served.address, person)));
    // One person decides, so that every race has room for one.
    await step(ask[people.findIndex(({ role }) => role === 'admin')], 'desk/review', { review: 'single' });
    const { id } = await one("SELECT id FROM cases WHERE state = 'open' ORDER BY id LIMIT 1");
    const result = { races: 0, oneWinner: 0, losers: 0, told409: 0, written: 0, draftsKept: 0, wins: people.map(() => 0) };
    const first = (await one('SELECT count(*) AS n FROM case_events WHERE case_id = ?', id)).n;
    while (result.races < rounds) {
      const { state, revision, positions } = await one('SELECT state, revision, positions FROM cases WHERE id = ?', id);
      const author = state === 'ruled' ? (await one('SELECT ruled_by FROM queue_items WHERE id = ?', id)).ruled_by : null;
      const count = JSON.parse(positions).length;
      const owns = await Promise.all(people.map(({ email }) => one('SELECT id FROM people WHERE email = ?', email)));
      // Who speaks first changes from race to race.
      const racers = people.map((_, at) => at).filter((at) => owns[at].id !== author);
      racers.sort(() => random() - 0.5);
      racers.length = Math.min(racers.length, 2 + Math.floor(random() * 3));
      const words = racers.map((at) => rulingBy(people[at].email, result.races, revision, count));
      const acts = words.map((ruling) => {
        if (state === 'ruled') return ['return', { revision, reason: ruling.rationale }];
        return state === 'open' && random() < 0.4 ? ['take', { revision }] : ['rulings', ruling];
      });
      const answers = await Promise.all(racers.map((at, lane) => ask[at](`cases/${id}/${acts[lane][0]}`, acts[lane][1])));
      result.races += 1;
      if (answers.filter(({ ok }) => ok).length === 1) result.oneWinner += 1;
      for (const [lane, answer] of answers.entries()) {
        const at = racers[lane];
        if (answer.ok) {
          result.wins[at] += 1;
          continue;
        }
        result.losers += 1;
        if (answer.status === 409) result.told409 += 1;
        if (acts[lane][0] === 'take') continue;
        result.written += 1;
        const form = `cases.${acts[lane][0] === 'return' ? 'return' : 'rule'}:${id}`;
        const draft = await one('SELECT fields FROM drafts WHERE person_id = ? AND form = ?', owns[at].id, form);
        if (draft && String(draft.fields).includes(words[lane].rationale)) result.draftsKept += 1;
      }
    }
    const facts = (await one('SELECT count(*) AS n FROM case_events WHERE case_id = ?', id)).n - first;
    return { ...result, facts };
  } finally {
    record.close();
    await served.stop();
  }
}

async function step(post, path, body) {
  const answer = await post(path, body);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

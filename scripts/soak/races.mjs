import { createClient } from '@libsql/client';
import { serveFresh } from '../yard/serve.mjs';

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

/**
 * Two reviewers rule on one case at the same moment, over HTTP, again and again. Counts the rounds with exactly one winner, and those in
 * which the other was told 409 and finds the own words kept as a draft. Reading beside the server is allowed; writing is the server's.
 */
export async function races(folder, rounds, say) {
  const served = await serveFresh(folder, process.env, say);
  if (!served) return null;
  const record = createClient({ url: served.env.DATABASE_URL, timeout: 5000 });
  const one = async (sql, ...args) => (await record.execute({ sql, args })).rows[0];
  try {
    const reviewers = served.people.filter((person) => person.role === 'reviewer');
    const names = ['first', 'second'];
    const ask = await Promise.all(reviewers.map((person) => signedIn(served.address, person)));
    const { id } = await one("SELECT id FROM cases WHERE state = 'open' ORDER BY id LIMIT 1");
    const result = { races: rounds, oneWinner: 0, told409: 0, draftKept: 0, winsOfTheFirst: 0 };
    await step(ask[0], `cases/${id}/take`, await one('SELECT revision FROM cases WHERE id = ?', id));
    for (let round = 1; round <= rounds; round++) {
      const { revision, positions } = await one('SELECT revision, positions FROM cases WHERE id = ?', id);
      const count = JSON.parse(positions).length;
      // Who speaks first changes from round to round.
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      const answers = [];
      await Promise.all(
        order.map(async (at) => {
          answers[at] = await ask[at](`cases/${id}/rulings`, rulingBy(names[at], round, revision, count));
        }),
      );
      const winner = answers.findIndex((answer) => answer.ok);
      const loser = 1 - winner;
      if (answers.filter((answer) => answer.ok).length === 1) result.oneWinner += 1;
      if (answers[loser]?.status === 409) result.told409 += 1;
      if (winner === 0) result.winsOfTheFirst += 1;
      const draft = await one(
        'SELECT d.fields FROM drafts d JOIN people p ON p.id = d.person_id WHERE p.email = ?',
        reviewers[loser]?.email,
      );
      if (draft && String(draft.fields).includes(`Written by ${names[loser]} in round ${round},`)) result.draftKept += 1;
      const now = await one('SELECT revision FROM cases WHERE id = ?', id);
      await step(ask[loser], `cases/${id}/return`, { ...now, reason: 'Back for another round.' });
    }
    return result;
  } finally {
    record.close();
    await served.stop();
  }
}

async function step(post, path, body) {
  const answer = await post(path, body);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

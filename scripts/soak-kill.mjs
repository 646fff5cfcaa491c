// Kills an import at random moments, again and again, and checks each time that nothing acknowledged was lost and nothing half stored.
// node scripts/soak-kill.mjs [KILLS]   (50 unless told otherwise)
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const COMMAND = fileURLToPath(new URL('../bin/countercheck.mjs', import.meta.url));
const ARTICLES = 12;

/** Runs the command to its end. `plan` is given the means to kill it, and may return something that hears what it says. */
function run(words, plan) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    const hear = plan?.(() => child.kill('SIGKILL'));
    child.stdout.on('data', (piece) => {
      said.out += piece;
    });
    child.stderr.on('data', (piece) => {
      said.err += piece;
      hear?.(said.err);
    });
    child.on('close', (code, signal) => resolve({ ...said, code, signal }));
  });
}

/** One round's articles: every third disagrees with the others, so that there is something to group. */
function writeRound(folder, round) {
  mkdirSync(folder);
  for (let i = 0; i < ARTICLES; i += 1) {
    const name = join(folder, `round${round}-${i}`);
    const bridges = i % 3 === 0 ? 14 : 12;
    writeFileSync(
      `${name}.txt`,
      `The storm closed ${bridges} bridges in district ${round}, officials said. Report ${i} counted ${round + i + 100} tents.\n`,
    );
    writeFileSync(`${name}.json`, JSON.stringify({ outlet: `Gazette ${i}`, publishedAt: '2024-03-05' }));
  }
}

const acknowledged = (err) =>
  err
    .split('\n')
    // The last line may have been cut off by the kill.
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line).articleId)
    .filter((id) => id !== null);

/** One time in eight anywhere in the first second, while the record is opened; else up to 80 ms after the first acknowledgement. */
function killSometime(random) {
  return (kill) => {
    if (random < 0.125) return void setTimeout(kill, random * 8 * 1000);
    let planned = false;
    return (err) => {
      if (planned || !err.includes('"articleId"')) return;
      planned = true;
      setTimeout(kill, ((random - 0.125) / 0.875) * 80);
    };
  };
}

async function fault(db, acked) {
  const verified = await run(['verify', '--db', db]);
  if (verified.code !== 0) return `verify failed: ${verified.out}${verified.err}`;
  const exported = await run(['export', '--db', db]);
  if (exported.code !== 0) return `export failed: ${exported.err}`;
  const { articles, claims } = JSON.parse(exported.out);
  const stored = new Set(articles.map((article) => article.id));
  const lost = [...acked].filter((id) => !stored.has(id));
  if (lost.length > 0) return `${lost.length} acknowledged articles are lost`;
  const withClaims = new Set(claims.map((claim) => claim.articleId));
  const partial = articles.filter((article) => !withClaims.has(article.id));
  return partial.length > 0 ? `${partial.length} articles were stored without their claims` : null;
}

/** Gives what happened in so many kills; `faults` is empty when all is well. */
export async function soakKill(kills, { note = () => {}, random = Math.random } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'countercheck-soak-'));
  const db = pathToFileURL(join(folder, 'record.db')).href;
  const input = join(folder, 'articles');
  mkdirSync(input);
  const acked = new Set();
  const result = { kills: 0, finished: 0, acknowledged: 0, stored: 0, faults: [] };
  try {
    for (let round = 0; result.kills < kills && round < kills * 3; round += 1) {
      const path = join(input, `round${round}`);
      writeRound(path, round);
      const ended = await run(['import', path, '--db', db, '--progress-json'], killSometime(random()));
      for (const id of acknowledged(ended.err)) acked.add(id);
      result[ended.signal === 'SIGKILL' ? 'kills' : 'finished'] += 1;
      const found = acked.size === 0 ? null : await fault(db, acked);
      if (found) result.faults.push(`round ${round}: ${found}`);
      note(`${result.kills} kills, ${acked.size} articles acknowledged, ${result.faults.length} faults`);
    }
    const last = await run(['import', input, '--db', db, '--json']);
    const summary = JSON.parse(last.out || '{}').articles;
    if (last.code !== 0 || summary?.failed !== 0) result.faults.push(`the import afterwards did not complete: ${last.out}${last.err}`);
    const found = await fault(db, acked);
    if (found) result.faults.push(`at the end: ${found}`);
    result.acknowledged = acked.size;
    result.stored = (summary?.created ?? 0) + (summary?.unchanged ?? 0);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await soakKill(Number(process.argv[2] ?? 50), { note: (line) => process.stderr.write(`\r${line}`) });
  process.stderr.write('\n');
  for (const line of result.faults) process.stderr.write(`${line}\n`);
  const { kills, finished, acknowledged: told, stored, faults } = result;
  process.stdout.write(
    `kills ${kills} · finished before the kill ${finished} · acknowledged ${told} · stored in the end ${stored} · faults ${faults.length}\n`,
  );
  process.exit(faults.length === 0 && kills > 0 ? 0 : 1);
}

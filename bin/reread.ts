import { OWNER } from '@/db/actor';
import type { Database } from '@/db/open';
import { giveUp } from '@/db/refused';
import { rereadArticles } from '@/db/reread';
import { ENGINE_VERSION } from '@/lib/claim';
import { type Command, counted, DB_OPTION, databaseUrl, type ExitCode } from './command';
import type { Io } from './io';
import { openExisting, openOwnedExisting } from './record';
import { RereadCount, suggestionWords } from './reread-count';

export const command: Command = {
  usage: 'countercheck reread [--db URL] [--dry-run] [--json]',
  about: `Reads every article again that an older engine read, and keeps what it reads now beside what was read before. Claims that nobody
judged give way to what is read in their place today. A claim that a person accepted or rejected, or that a ruling rests on, stays as
it is; where it would be read otherwise now, that is printed as a suggestion and nothing more. Cut off at any point, it goes on with what
is left when it is called again. --dry-run shows what would change, beside a running server too; without it the server must be stopped.`,
  example: `$ countercheck reread --db file:data/countercheck.db
claim k3v9m2qd4x (accepted) stays “12 schools”; today it would be read otherwise: noun, frame.head
1,200 articles read again by engine 3: 1,100 as before, 100 otherwise, 0 failed
5,204 claims the same, 40 changed, 12 new, 7 gone; 1 suggestion
2 measures, 1 conflict`,
  options: {
    db: DB_OPTION,
    'dry-run': { type: 'boolean', about: 'compare only, store nothing' },
    json: { type: 'boolean', about: 'print each change, once it is on disk, and then the summary, as one line of JSON each' },
  },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const url = databaseUrl(invocation);
    const [dryRun, json] = [invocation.has('dry-run'), invocation.has('json')];
    const db = dryRun ? await openExisting(url) : await owned(url);
    const count = new RereadCount();
    let total = 0;
    try {
      const grouped = await rereadArticles(db, OWNER, new Date().toISOString(), {
        dryRun,
        onStart: (articles) => {
          total = articles;
        },
        onArticle: async (article) => {
          count.add(article);
          for (const change of article.changes) {
            if (json) await io.out(`${JSON.stringify(change)}\n`);
            else if (change.held) await io.out(`${suggestionWords(change)}\n`);
          }
          const { articleId, externalId, refusal } = article;
          if (refusal) io.note(`${externalId ?? articleId}: ${refusal.cause} ${refusal.next} [${refusal.code}]`);
          io.progress(`${count.done.toLocaleString('en')} of ${counted(total, 'article')} …`);
        },
      });
      io.progress('');
      return await tell(count, grouped, { json, dryRun }, io);
    } finally {
      await db.close();
    }
  },
};

async function owned(url: string): Promise<Database> {
  const db = await openOwnedExisting(url);
  if (!('ownedElsewhere' in db)) return db;
  const next = 'Stop the server first, or look at what would change with --dry-run.';
  return giveUp(503, 'OwnerLocked', `Another process owns the writes of ${db.ownedElsewhere}.`, next);
}

async function tell(
  count: RereadCount,
  grouped: { measures: number; conflicts: number },
  form: { json: boolean; dryRun: boolean },
  io: Io,
): Promise<ExitCode> {
  const { articles, claims, suggestions } = count;
  if (form.json) await io.out(`${JSON.stringify({ engine: ENGINE_VERSION, articles, claims, suggestions, ...grouped })}\n`);
  else {
    for (const line of count.lines(ENGINE_VERSION, form.dryRun)) await io.out(`${line}\n`);
    if (!form.dryRun) await io.out(`${counted(grouped.measures, 'measure')}, ${counted(grouped.conflicts, 'conflict')}\n`);
  }
  return articles.failed > 0 ? 3 : 0;
}

import { readFiles } from '@/db/files';
import { findFiles } from '@/db/folder';
import { type Command, counted, DB_OPTION, databaseUrl, type ExitCode } from './command';
import { ImportCount, type Summary } from './import-count';
import { openStore } from './import-store';
import type { Io } from './io';

export const command: Command = {
  usage: 'countercheck import PATH… [--db URL] [--dry-run] [--json]',
  about: `Stores the articles of files and folders with their claims, then groups and compares them. Reads .txt, .html and .jsonl (one
article a line, the fields of extract). A file NAME.json beside an article tells {"outlet", "publishedAt", "title", "byline",
"url", "language"} and wins over what the text shows. What is stored already is left as it is; a bad file is named and stops
nothing. Imported readings wait for a person to accept them. While a server runs on the record, the import goes through it.`,
  example: `$ countercheck import articles/ --db file:data/countercheck.db
12 articles: 11 created, 0 unchanged, 1 failed
214 claims, 63 measures, 4 conflicts
articles/old.txt: The file is not written in UTF-8. Save it again as UTF-8. [WrongEncoding]`,
  options: {
    db: DB_OPTION,
    'dry-run': { type: 'boolean', about: 'read and group everything, store nothing' },
    json: { type: 'boolean', about: 'print the summary as one line of JSON' },
    'progress-json': { type: 'boolean', about: 'report each article on standard error once it is on disk, as one line of JSON' },
  },
  operands: { least: 1, most: 10_000, missing: 'PATH is missing: name the files or folders to import.' },
  async run(invocation, io) {
    const now = new Date().toISOString();
    const { files, faults } = await findFiles(invocation.operands);
    if (files.length === 0) {
      // Nothing was begun, and no record is made where there was none. A program gets its summary all the same.
      if (faults.length === 0) io.note('There is nothing to import: no .txt, .html or .jsonl is in there.');
      const nothing = new ImportCount();
      for (const fault of faults) nothing.fault(fault);
      const code = await tell(nothing.summary({ measures: 0, conflicts: 0 }), { json: invocation.has('json'), words: false }, io);
      return faults.some(({ refusal }) => refusal.code === 'NotFound') ? 1 : code;
    }
    const store = await openStore(databaseUrl(invocation), { dryRun: invocation.has('dry-run'), now, note: io.note });
    const count = new ImportCount();
    const told = invocation.has('progress-json');
    try {
      for (const fault of faults) count.fault(fault);
      for await (const item of readFiles(files, now)) {
        if ('refusal' in item) count.fault(item);
        else for (const done of await store.add(item)) report(done);
      }
      for (const done of await store.finish()) report(done);
    } finally {
      await store.close();
    }
    io.progress('');
    return await tell(count.summary(store.grouped), { json: invocation.has('json'), words: true }, io);

    function report(done: Parameters<ImportCount['item']>[0]) {
      count.item(done);
      if (told) io.note(JSON.stringify({ path: done.path, status: done.item.status, articleId: done.item.articleId }));
      else io.progress(`${counted(count.done, 'article')} of ${counted(faults.length + files.length, 'file')} …`);
    }
  },
};

async function tell(summary: Summary, form: { json: boolean; words: boolean }, io: Io): Promise<ExitCode> {
  const { articles, claims, measures, conflicts, errors, notRead } = summary;
  for (const path of notRead) io.note(`${path}: stored and marked "not read": the engine does not read its language, so it has no claims.`);
  if (form.json) await io.out(`${JSON.stringify({ articles, claims, measures, conflicts, errors })}\n`);
  else if (form.words) {
    const all = articles.created + articles.unchanged + articles.failed;
    await io.out(`${counted(all, 'article')}: ${articles.created} created, ${articles.unchanged} unchanged, ${articles.failed} failed\n`);
    await io.out(`${counted(claims, 'claim')}, ${counted(measures, 'measure')}, ${counted(conflicts, 'conflict')}\n`);
  }
  for (const { path, message, code } of errors) io.note(`${path}: ${message} [${code}]`);
  return articles.failed > 0 ? 3 : 0;
}

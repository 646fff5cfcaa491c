import { look, lookupAt } from '@/db/lookups';
import { type Command, DB_OPTION, databaseUrl, sentence, UsageError } from './command';
import { openExisting } from './record';
import { siteTold } from './show';

export const command: Command = {
  usage: 'countercheck check [TEXT] [--article ID] [--published DAY] [--db URL]',
  about: `Says for each number of a text what is on record, and whether it agrees, as one JSON object: the same as POST /api/v1/check.
The text is the operand, or standard input; with --article, a public article is checked by its claims. Nothing is stored.`,
  example: `$ countercheck check "China has sent aid to 83 countries."
{"read":true,"figures":[{"text":"83 countries","word":"agree", …}],"passedOver":[]}`,
  options: {
    db: DB_OPTION,
    article: { type: 'string', value: 'ID', about: 'a public article in the place of a text' },
    published: { type: 'string', value: 'DAY', about: 'when the text was published, as 2031-05-04' },
  },
  operands: { least: 0, most: 1 },
  async run(invocation, io) {
    const [article, published] = [invocation.text('article'), invocation.text('published')];
    if (article !== undefined && invocation.operands.length > 0) throw new UsageError('Give a text or --article, not both.');
    const db = await openExisting(databaseUrl(invocation));
    try {
      const { lookup } = lookupAt('check') as NonNullable<ReturnType<typeof lookupAt>>;
      const text = article === undefined ? (invocation.operands[0] ?? (await wholeInput(io.input))) : undefined;
      const asked = { ...(text === undefined ? { article } : { text }), ...(published === undefined ? {} : { publishedAt: published }) };
      const looked = await look(db, lookup, asked, siteTold());
      if (looked.ok) await io.out(`${JSON.stringify('found' in looked.value ? looked.value.found : null)}\n`);
      else io.note(sentence(looked.refusal));
      return looked.ok ? 0 : 1;
    } finally {
      await db.close();
    }
  },
};

async function wholeInput(input: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

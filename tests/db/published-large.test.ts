import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { judgePair } from '@/db/pairs';
import { measureRecord } from '@/db/published/records';
import { claims, relations } from '@/db/schema';
import { article } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const FACES = 70;

it('readers see a large measure as the desk does, also where people said that two texts report one utterance', async () => {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  const texts = Array.from({ length: FACES }, (_, at) => `The storm closed ${101 + 3 * at} schools in the valley, officials said.`);
  const outletOf = (at: number) => `Valley Post ${at}`;
  const inputs = texts.map((text, at) => article({ externalId: `a${at}`, text, outlet: outletOf(at), publishedAt: '2024-05-02' }));
  await addArticles(db, inputs, OWNER, NOW);
  const rows = await db.read.select().from(claims);
  for (const { articleId } of rows) await acceptArticle(db, { id: articleId }, anna, minutesLater(1));
  const home = rows[0]!.measureId!;
  expect(rows.filter(({ measureId }) => measureId === home)).toHaveLength(FACES);
  const seen = async () => (await measureRecord(db.read, home))!.relations;
  const { a, b } = (await seen()).find(({ kind }) => kind === 'contradiction')!;
  await judgePair(db, { id: a, other: b, about: 'utterance', word: 'same', reason: null }, anna, minutesLater(2));
  const kindOf = (all: { a: string; b: string; kind: string }[]) => all.find((one) => one.a === a && one.b === b)?.kind;
  expect(kindOf(await db.read.select().from(relations))).toBe('reported-differently');
  expect(kindOf(await seen())).toBe('reported-differently');
});

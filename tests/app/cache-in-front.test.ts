import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { watchCache } from '@/app/_shell/cache-in-front';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { articles } from '@/db/schema';
import { article } from '../db/intake-world';
import { taken } from '../db/public-world';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { minutesLater, restoreEnv } from '../db/world';

let served: ServedRecord;
let cache: Server;
const told: string[] = [];
const kept = { CACHE_URL: process.env.CACHE_URL };

beforeAll(async () => {
  served = await servedRecord();
  cache = createServer((request, response) => {
    const { headers } = request;
    if (headers['x-countercheck-fetch-anew'] === '1') told.push(`${headers['accept-encoding']} ${request.url}`);
    response.end();
  });
  await new Promise<void>((listening) => cache.listen(0, '127.0.0.1', listening));
  process.env.CACHE_URL = `http://127.0.0.1:${(cache.address() as AddressInfo).port}/`;
  watchCache(served.db);
});
afterAll(async () => {
  cache.close();
  restoreEnv(kept);
  await served.end();
});

it('has the cache in front fetch anew what was just published, in both forms, and nothing before', async () => {
  const text = 'The storm closed 12 schools in the valley, officials said.';
  await addArticles(served.db, [article({ outlet: 'Valley Post', text })], { kind: 'owner' }, minutesLater(0));
  const [{ id }] = (await served.db.read.select({ id: articles.id }).from(articles)) as [{ id: string }];
  await new Promise((passed) => setTimeout(passed, 100));
  expect(told, 'what waits for a person is nothing to readers').toEqual([]);
  taken(await acceptArticle(served.db, { id }, served.anna, minutesLater(1)));
  await vi.waitFor(() => expect(told.filter((one) => /\/measures\/\w+\/[a-z-]+$/.test(one))).toHaveLength(2));
  expect(new Set(told.map((one) => one.split(' ')[0]))).toEqual(new Set(['gzip', 'identity']));
});

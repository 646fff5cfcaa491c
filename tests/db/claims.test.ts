import { beforeEach, describe, expect, it } from 'vitest';
import { publishCase, ruleCase } from '@/db/cases';
import { acceptArticle, acceptClaim, rejectClaim } from '@/db/claims';
import type { Database } from '@/db/open';
import { isRegroupOwed } from '@/db/owed';
import type { Person } from '@/db/people';
import { claimJudgements, claims } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { seedCase, seedClaims, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

/** Anna and Bela: each was added, and that is a fact too. */
const PEOPLE = 2;

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

const statuses = async () => (await db.read.select({ status: claims.status }).from(claims)).map(({ status }) => status);

describe('accepting readings', () => {
  it('of a whole article is one act and one fact, with a judgement for each claim, beside that of the grouping', async () => {
    const { articleId } = await seedClaims(db, ['12', '15', '18'], 'read');
    expect(await acceptArticle(db, { id: articleId }, anna, NOW)).toEqual({ ok: true, value: { id: articleId, accepted: 3 } });
    expect(await statuses()).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await db.read.select().from(claimJudgements)).toHaveLength(3);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: PEOPLE + 3 });
    expect(await acceptArticle(db, { id: articleId }, anna, NOW)).toMatchObject({ ok: false, refusal: { code: 'IllegalTransition' } });
  });

  it('leaves what was rejected as it is', async () => {
    const { articleId, claimIds } = await seedClaims(db, ['12', '15'], 'read');
    await rejectClaim(db, { id: claimIds[0]!, reason: 'that is a year' + ', no count' }, anna, NOW);
    expect(await acceptArticle(db, { id: articleId }, anna, NOW)).toMatchObject({ value: { accepted: 1 } });
    expect((await statuses()).sort()).toEqual(['accepted', 'rejected']);
  });

  it('one by one, once', async () => {
    const { claimIds } = await seedClaims(db, ['12'], 'read');
    const id = claimIds[0]!;
    expect(await acceptClaim(db, { id }, anna, NOW)).toMatchObject({ ok: true });
    expect(await acceptClaim(db, { id }, bela, NOW)).toMatchObject({ refusal: { code: 'IllegalTransition', status: 409 } });
    expect(await isRegroupOwed(db.read)).toBe(false);
  });

  it('is 404 for what is not there', async () => {
    expect(await acceptArticle(db, { id: '0000000000' }, anna, NOW)).toMatchObject({ refusal: { code: 'ArticleUnknown', status: 404 } });
    expect(await acceptClaim(db, { id: '0000000000' }, anna, NOW)).toMatchObject({ refusal: { code: 'ClaimUnknown', status: 404 } });
  });
});

describe('rejecting a reading', () => {
  it('asks a reason, and leaves a new grouping owed in the same transaction', async () => {
    const { claimIds } = await seedClaims(db, ['12'], 'read');
    const id = claimIds[0]!;
    expect(await rejectClaim(db, { id, reason: 'no' }, anna, NOW)).toMatchObject({ refusal: { code: 'ReasonTooShort', field: 'reason' } });
    expect(await isRegroupOwed(db.read)).toBe(false);
    expect(await rejectClaim(db, { id, reason: 'that is a year' }, anna, NOW)).toMatchObject({ ok: true });
    expect(await statuses()).toEqual(['rejected']);
    expect(await isRegroupOwed(db.read)).toBe(true);
  });

  it('can be taken back', async () => {
    const { claimIds } = await seedClaims(db, ['12'], 'read');
    const id = claimIds[0]!;
    await rejectClaim(db, { id, reason: 'that is a year' }, anna, NOW);
    expect(await acceptClaim(db, { id }, bela, NOW)).toMatchObject({ ok: true });
    expect((await db.read.select().from(claimJudgements)).map(({ judgement }) => judgement)).toEqual(['rejected', 'accepted']);
  });

  it('is refused for a claim that a published ruling rests on, not for one that only waits', async () => {
    const { id, claimIds } = await seedCase(db);
    const ruling = {
      verdicts: ['supported' as const, 'contradicted' as const],
      accepted: 0,
      reasonCode: 'source-error' as const,
      rationale: 'The harbour log lists the ferries by name.',
      evidence: [],
      noEvidence: true,
    };
    await ruleCase(db, { id, revision: 1, ruling }, anna, NOW);
    await publishCase(db, { id, revision: 2, notice: null }, bela, NOW);
    const reject = (claim: string) => rejectClaim(db, { id: claim, reason: 'that is a year' }, anna, NOW);
    expect(await reject(claimIds[0]!)).toMatchObject({ refusal: { code: 'ClaimPublished', status: 409 } });
    const waiting = await seedCase(db);
    expect(await reject(waiting.claimIds[0]!)).toMatchObject({ ok: true });
  });
});

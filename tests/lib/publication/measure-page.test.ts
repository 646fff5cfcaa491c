import { describe, expect, it } from 'vitest';
import type { ClaimRelation } from '@/lib/conflict';
import { chartModel, chartSummary, measureCsv, measureJson, measurePage, type PublicClaim, phraseText } from '@/lib/publication';
import { APART, AT, claim, held, publication, record, TWO } from './record';

const SITE = { url: 'https://check.example', name: 'Countercheck' };
const IDS = APART.map(([, id]) => [id as string]);
const settled = () => record(TWO(), { case: held(APART, { standing: { status: 'settled' }, publications: [publication(IDS, 1)] }) });

const CLASH: ClaimRelation = {
  a: 'claim00001',
  b: 'claim00002',
  relation: 'conflict',
  kind: 'contradiction',
  alert: true,
  severity: 'high',
  explanation: 'No.',
  possibleReasons: [],
  confidence: 1,
};

describe('the answer has three forms', () => {
  it('accepted: value, date, standing and sources in one sentence', () => {
    const { answer, reason } = measurePage(settled());
    expect(answer.form).toBe('accepted');
    expect(phraseText(answer.sentence)).toBe(
      'Accepted: 15 boats, as of 1 March 2026, settled by a ruling published on 5 March 2026; 2 claims from 2 sources.',
    );
    expect(answer.figures.map(({ label, accepted, verdict }) => [label, accepted, verdict])).toEqual([
      ['15 boats', true, 'supported'],
      ['12 boats', false, 'contradicted'],
    ]);
    expect(reason).toBe('The harbour log settles it.');
  });

  it('tells what somebody accepted within a minute as one step', () => {
    const accepted = (second: string) => ({ acceptedAt: `2026-03-02T09:00:${second}.000Z` });
    const { decision } = measurePage(record([claim('claim00001', '12', accepted('01')), claim('claim00002', '12', accepted('44'))]));
    expect(decision.acceptedBy.map(({ claims }) => claims)).toEqual([2]);
  });

  it('reported, uncontested', () => {
    const page = measurePage(record([claim('claim00001', '12', { high: null, hedge: 'more-than' })]));
    expect(page.answer.form).toBe('reported');
    expect(phraseText(page.answer.sentence)).toBe(
      'Reported, uncontested: over 12 boats, as of 1 March 2026, by Daily Post; 1 claim from 1 source.',
    );
    expect(page.reason).toBeNull();
  });

  it('no accepted value while the case is open', () => {
    const { answer } = measurePage(record(TWO(), { case: held(APART) }));
    expect(answer.form).toBe('none');
    expect(phraseText(answer.sentence)).toBe(
      'No accepted value: Daily Post gives 12 boats and Evening Echo 15 boats, as of 1 March 2026. Case open since 3 March 2026; 2 claims from 2 sources.',
    );
  });

  it('no accepted value where a ruling accepts none', () => {
    const page = measurePage(
      record(TWO(), { case: held(APART, { standing: { status: 'settled' }, publications: [publication(IDS, null)] }) }),
    );
    expect(phraseText(page.answer.sentence)).toContain('A ruling published on 5 March 2026 accepts none of them');
    expect(chartModel(page, 'wide').band).toBeNull();
  });

  it('never calls uncontested what an accepted claim contradicts, even before its case is public', () => {
    const { answer } = measurePage(record(TWO(), { relations: [CLASH] }));
    expect([answer.form, answer.status]).toEqual(['none', 'differs']);
    expect(phraseText(answer.sentence)).toContain('No one has ruled');
  });

  it('says what was accepted before, while it is under review again', () => {
    const page = measurePage(
      record(TWO(), { case: held(APART, { standing: { status: 'reopened', at: AT }, publications: [publication(IDS, 1)] }) }),
    );
    expect(phraseText(page.answer.sentence)).toContain('Under review again; last published as accepted: 15 boats');
    expect(page.positions.some((position) => position.accepted)).toBe(false);
    expect(page.rows.map((row) => row.verdict)).toEqual(['contradicted', 'supported']);
    expect(page.decision.ruling?.oneLine).toBe('The harbour log settles it.');
  });

  it('a dismissed case is reported with both figures, and says when, why and by whom it was dismissed', () => {
    const by = { role: 'admin', demo: true } as const;
    const dismissed = { at: AT, reason: 'Two different harbours.' };
    const acts = [...held(APART).acts, { type: 'dismissed' as const, ...dismissed }];
    const page = measurePage(record(TWO(), { case: held(APART, { standing: { status: 'dismissed', ...dismissed, by }, acts }) }));
    expect(page.answer.form).toBe('reported');
    expect(phraseText(page.answer.sentence)).toBe(
      'Reported, and found not to be in conflict: Daily Post gives 12 boats and Evening Echo 15 boats, as of 1 March 2026; 2 claims from 2 sources.',
    );
    expect(page.answer.figures.map(({ label }) => label)).toEqual(['12 boats', '15 boats']);
    expect(page.reason).toBe('Dismissed by an administrator (demonstration person) on 2 March 2026: “Two different harbours.”');
    expect(page.positions.map(({ label, verdict, accepted }) => [label, verdict, accepted])).toEqual([
      ['12 boats', null, false],
      ['15 boats', null, false],
    ]);
    expect(page.decision.dismissal).toEqual({
      at: AT,
      reason: 'Two different harbours.',
      by: 'an administrator (demonstration person)',
      words: page.reason,
    });
    const compared = measurePage({ ...page.record, relations: [CLASH] }).relations;
    expect(compared.map(({ kind, explanation, alert }) => [kind, explanation, alert])).toEqual([['Not a conflict', page.reason, false]]);
    expect(chartModel(page, 'wide').joints).toEqual([]);
    expect(page.why).toBeNull();
    const json = measureJson(page, SITE);
    expect(json.case?.dismissal).toEqual({ at: AT, reason: 'Two different harbours.', by: 'an administrator (demonstration person)' });
    expect(json.positions.map(({ claims }) => claims)).toEqual([['claim00001'], ['claim00002']]);
    expect(page.changes.find((change) => change.kind === 'dismissed')?.summary).toBe('Two different harbours.');
  });
});

describe('the figure of a position', () => {
  const lund = { name: 'Mara Lund', role: null, inferred: false };
  const officials = { name: 'officials', role: null, inferred: false };
  const LOW: [string, ...string[]] = ['12 boats', 'claim00001'];
  const settledOn = (label: string, claims: PublicClaim[]) => {
    const ids = claims.map(({ id }) => id);
    const positions = held([LOW, [label, ...ids]], {
      standing: { status: 'settled' },
      publications: [publication([['claim00001'], ids], 1)],
    });
    return measurePage(record([claim('claim00001', '12'), ...claims], { case: positions }));
  };
  const cardOf = ({ answer }: ReturnType<typeof measurePage>) => {
    const { label, source, speaker, others, asOf } = answer.figures[0]!;
    return [label, source, speaker, others, asOf];
  };

  it('is said, by whom and as of when, by one claim', () => {
    const said = claim('claim00002', '19', { outlet: 'Valmere Post', speaker: lund, asOf: '2026-02-22' });
    const headline = claim('claim00003', '19', {
      ...{ outlet: 'Valmere Post', text: 'At least 19 boats', high: null, hedge: 'at-least', asOf: '2026-02-24' },
    });
    const page = settledOn('19 boats', [said, headline]);
    expect(cardOf(page)).toEqual(['19 boats', 'Valmere Post', 'Mara Lund', '', '22 February 2026']);
    expect(phraseText(page.answer.sentence)).toMatch(/^Accepted: 19 boats, as of 22 February 2026,/);
    expect(page.answer.figures[0]!.claim).toBe('claim00002');
    // Where the position is called by no claim of it, the most telling one says its own figure.
    expect(cardOf(settledOn('a fleet', [said, headline]))[0]).toBe('at least 19 boats');
  });

  it('counts as others those alone who say it, too, and quotes a named speaker before officials', () => {
    const one = claim('claim00002', '19', { outlet: 'Valmere Post', speaker: lund });
    const two = claim('claim00003', '19', { outlet: 'Hill Courier', speaker: officials, asOf: '2026-03-02' });
    const three = claim('claim00004', '19', { outlet: 'Echo', text: 'At least 19 boats', high: null, hedge: 'at-least' });
    expect(cardOf(settledOn('19 boats', [one, two, three]))).toEqual([
      ...['19 boats', 'Valmere Post', 'Mara Lund', ' and 1 other source', '1 March 2026'],
    ]);
  });

  it('stands once in the words for a position, with its noun', () => {
    const ids = ['claim00002', 'claim00003'];
    const claims = [claim('claim00002', '14'), claim('claim00003', '14', { outlet: 'Echo', noun: null, text: '14' })];
    const positions = held([LOW], { standing: { status: 'settled' }, publications: [publication([['claim00001'], ids], 1)] });
    const page = measurePage(record([claim('claim00001', '12'), ...claims], { case: positions }));
    expect(page.decision.ruling!.verdicts.map(({ label }) => label)).toEqual(['12 boats', '14 boats']);
  });
});

describe('a correction', () => {
  const first = publication(IDS, 0, { id: 'public0001' });
  const second = publication(IDS, 1, {
    id: 'public0002',
    kind: 'correction',
    notice: 'We had accepted 12; the log says 15.',
    at: '2026-03-09T08:00:00.000Z',
  });
  const page = measurePage(record(TWO(), { case: held(APART, { standing: { status: 'settled' }, publications: [first, second] }) }));

  it('carries its notice, and the earlier ruling stays readable', () => {
    expect(page.correction).toEqual({
      ...{ at: second.at, notice: second.notice, by: 'an administrator (demonstration person)', ruledBy: 'a reviewer' },
      before: 'Accepted: 12 boats. The harbour log settles it.',
      now: 'Accepted: 15 boats. The harbour log settles it.',
    });
    expect(page.decision.earlier.map((ruling) => ruling.publicationId)).toEqual(['public0001']);
    expect(page.rows.map((row) => row.verdict)).toEqual(['contradicted', 'supported']);
  });

  it('is an event of its own, newest first', () => {
    expect(page.changes.map((change) => change.kind)).toEqual(['corrected', 'published', 'opened', 'reported', 'reported']);
    expect(new Set(page.changes.map((change) => change.urn)).size).toBe(page.changes.length);
  });
});

describe('origins', () => {
  it('reprints and one occasion count once', () => {
    const two = TWO();
    expect(measurePage(record(two)).counts).toMatchObject({ claims: 2, articles: 2, sources: 2, origins: 2 });
    two[1]!.article.textHash = two[0]!.article.textHash;
    expect(measurePage(record(two)).counts.origins).toBe(1);
    const reprint = TWO();
    reprint[1]!.article.originId = reprint[0]!.article.originId;
    expect(measurePage(record(reprint)).counts.origins).toBe(1);
    const occasion = { name: 'x', day: '2026' };
    const three = [
      claim('claim00001', '1', { occasion }),
      claim('claim00002', '1', { outlet: 'B', occasion }),
      claim('claim00003', '1', { outlet: 'C' }),
    ];
    expect(measurePage(record(three)).counts.origins).toBe(2);
    // What joins two by a third: a reprint of the first that was heard where the third was.
    three[0] = claim('claim00001', '1');
    three[2] = claim('claim00003', '1', { outlet: 'C', occasion });
    three[1]!.article.originId = three[0].article.originId;
    expect(measurePage(record(three)).counts.origins).toBe(1);
  });

  it('are said where they are fewer than the articles, and nowhere else', () => {
    const apart = measurePage(record(TWO(), { case: held(APART) }));
    expect(apart.counts.words).toBe('2 claims in 2 articles from 2 sources');
    const more = [...TWO(), claim('claim00003', '15', { outlet: 'Copy' })];
    more[2]!.article.originId = more[1]!.article.originId;
    const page = measurePage(record(more, { case: held([APART[0]!, ['15 boats', 'claim00002', 'claim00003']]) }));
    expect(page.counts.words).toBe('3 claims in 3 articles, 2 origins, from 3 sources');
    expect(phraseText(page.answer.sentence)).toBe(
      'No accepted value: Daily Post gives 12 boats and Evening Echo and 1 other source (2 articles, 1 origin) 15 boats, as of 1 March 2026. ' +
        'Case open since 3 March 2026; 3 claims in 3 articles, 2 origins.',
    );
    expect(page.positions.map(({ reported }) => reported)).toEqual([
      { articles: 1, origins: 1 },
      { articles: 2, origins: 1 },
    ]);
    expect(chartSummary(page.rows, page.positions)).toMatch(/^3 claims in 3 articles, 2 origins, all as of 1 March 2026\./);
  });
});

describe('twins', () => {
  const page = measurePage(settled());
  const json = measureJson(page, SITE);

  it('say what the page says', () => {
    expect(json.answer.sentence).toBe(phraseText(page.answer.sentence));
    expect(json.claims.map((entry) => [entry.id, entry.verdict, entry.quote])).toEqual(
      page.rows.map((row) => [row.id, row.verdict, row.claim.quote.pieces.map((piece) => piece.text).join('')]),
    );
    expect(json.ruling?.ruledBy).toBe('a reviewer');
    expect(json.ruling?.publishedBy).toBe('an administrator (demonstration person)');
  });

  it('are the same rows in both formats', () => {
    const [header, ...rows] = measureCsv(page, SITE);
    const column = (name: string) => rows.map((row) => row[header!.indexOf(name)]);
    expect(column('claim')).toEqual(json.claims.map((entry) => entry.id));
    expect(column('value')).toEqual(json.claims.map((entry) => entry.figure.value));
    expect(column('verdict')).toEqual(['contradicted', 'supported']);
  });

  it('guard every cell, whatever a source is called', () => {
    const rows = measureCsv(measurePage(record([claim('claim00001', '12', { outlet: '=HYPERLINK("x")' })])), SITE);
    expect(rows[1]).toContain(`'=HYPERLINK("x")`);
  });
});

it('the summary names lowest, highest, accepted and open figures', () => {
  const open = measurePage(record(TWO(), { case: held(APART) }));
  expect(chartSummary(open.rows, open.positions)).toBe(
    '2 claims from 2 sources, all as of 1 March 2026. Lowest: 12 boats, in Daily Post. Highest: 15 boats, in Evening Echo. Open: 12 boats / 15 boats.',
  );
});

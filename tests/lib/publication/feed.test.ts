import fc from 'fast-check';
import { parseAtomFeed } from 'feedsmith';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { type Change, feedOf } from '@/lib/publication';

const SITE = { url: 'https://check.example', name: 'Countercheck' };
/** All that XML 1.0 lets a document hold, escaped or not. */
const XML = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

const change = (title: string, summary: string): Change => ({
  ...{ urn: 'urn:countercheck:case:b0b0b0b0b0:opened', at: '2026-03-02T08:00:00.000Z', kind: 'opened', path: '/cases/b0b0b0b0b0' },
  ...{ title, summary },
});

/** Strings with what breaks feeds: controls, halves of pairs, non-characters, marks of XML itself. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u0001', '\u0000', '\u001b', '\u0085', '\ufffe', '\uffff', '\ud800', ']]>', '<', '&', '&#1;', '<!--'),
    ),
  )
  .map((parts) => parts.join(''));

describe('the feed', () => {
  it('stays XML whatever the words of a title are', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, summary) => {
        const xml = feedOf('.atom', [change(`T ${title}`, `S ${summary}`)], SITE);
        expect(xml).toMatch(XML);
        // Outside quoted stretches a number may not smuggle in what is forbidden as a letter.
        expect(xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toMatch(/&#(?!x?0*(?:9|10|13|a|d);)/i);
        expect(parseAtomFeed(xml).entries).toHaveLength(1);
        expect(new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('entry')).toHaveLength(1);
      }),
    );
  });

  it('of one measure has an identity and a page of its own', () => {
    const about = { title: 'How many boats sank?', base: '/measures/b0b0b0b0b0', page: '/measures/b0b0b0b0b0/how-many-boats-sank' };
    const feed = parseAtomFeed(feedOf('.atom', [change('12 boats', 'A sum')], SITE, about));
    expect(feed).toMatchObject({ id: `${SITE.url}${about.base}.atom`, title: { value: 'Countercheck: How many boats sank?' } });
    expect(feed.links?.map(({ href, rel }) => [rel, href])).toEqual([
      ['self', `${SITE.url}${about.base}.atom`],
      ['alternate', `${SITE.url}${about.page}`],
    ]);
  });

  it('loses nothing but what XML forbids', () => {
    const xml = feedOf('.atom', [change('12 boats\u0001 & “ten” <rafts>\uffff', 'A\tsum')], SITE);
    expect(parseAtomFeed(xml).entries?.[0]).toMatchObject({ title: { value: '12 boats & “ten” <rafts>' }, summary: { value: 'A\tsum' } });
  });
});

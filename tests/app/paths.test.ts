import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownPath, withoutQuery, withQuery } from '@/app/_shell/paths';
import { packResume, unpackResume } from '@/app/_shell/resume';

const OURS = 'https://desk.example';

/** Pieces that turn a path into the address of another site, in one reading or another. */
const piece = fc.constantFrom(
  ...['/', '//', '\\', '.', '..', '/./', '/../', '%2e', '%2E%2e', '%2f', '%5c', '@', ':', '?', '#', '&', '%', '%0a', ';'],
  ...[
    'evil.example',
    'https:',
    'javascript:',
    'review',
    'draft=x',
    '\t',
    '\n',
    '\r',
    ' ',
    '\0',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '／',
    '。',
    'é',
    '\ud800',
  ],
);
const path = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
  fc.webPath(),
  fc.string({ unit: 'binary' }),
);

/** Where a browser goes that is sent there from one of our pages. */
const leadsTo = (to: string): string => new URL(to, `${OURS}/review`).origin;

describe('where a path leads', () => {
  it.each([
    ...['/.//evil.example', '/..//evil.example', '/x/..//evil.example', '/%2e//evil.example', '/%2E%2e//evil.example'],
    ...['//evil.example', '/\\evil.example', '/\t/evil.example', '/.\\/evil.example', '/\n/evil.example', '/./\\evil.example'],
    ...['https://evil.example', 'https:evil.example', 'javascript:alert(1)', '@evil.example', ''],
  ])('%j leads away, so it is none of ours', (given) => expect(ownPath(given)).toBeNull());

  it('is this site, whatever goes in', () => {
    fc.assert(
      fc.property(path, fc.string(), (given, value) => {
        const own = ownPath(given);
        if (own === null) return;
        for (const to of [own, withQuery(own, 'draft', value), withQuery(own, value, 'x', 'problem'), withoutQuery(own, 'draft')]) {
          expect(leadsTo(to), to).toBe(OURS);
          expect(to).toMatch(/^\/(?![/\\])/);
          // Nothing in it ends a header or the line of a log.
          expect(to).not.toMatch(/[\p{Cc}\\]/u);
        }
        // A path that was judged once is judged the same again.
        expect(ownPath(own)).toBe(own.length > 2000 ? null : own);
      }),
      { numRuns: 3000 },
    );
  });

  it('is this site even where nobody judged it before', () => {
    fc.assert(
      fc.property(path, (given) => {
        if (!URL.canParse(given, OURS.replace('https', 'http'))) return;
        expect(leadsTo(withQuery(given, 'draft', 'x'))).toBe(OURS);
        expect(leadsTo(withoutQuery(given, 'draft'))).toBe(OURS);
      }),
      { numRuns: 1000 },
    );
  });

  it('and so does the page of a form that comes back from the browser', () => {
    fc.assert(
      fc.property(path, (page) => {
        const kept = unpackResume(packResume({ draft: 'articles.add', page, fields: {} }));
        if (kept !== null) expect(leadsTo(withQuery(kept.page, 'draft', kept.draft))).toBe(OURS);
      }),
      { numRuns: 1000 },
    );
  });
});

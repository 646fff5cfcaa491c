import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress, linkFault } from '@/lib/base';

const NO_ADDRESS = 'is no web address';

describe('links', () => {
  it.each(['https://a.example/x?y#z', 'http://a.example', 'HTTPS://A.EXAMPLE/', 'https://a.example:8443/', 'https://bücher.example/ä'])(
    '%s is one',
    (link) => expect(linkFault(link)).toBeNull(),
  );

  it.each([
    ['javascript:alert(1)', NO_ADDRESS],
    ['JaVaScRiPt:alert(1)', NO_ADDRESS],
    ['file:///etc/hosts', NO_ADDRESS],
    ['data:text/html,<script>1</script>', NO_ADDRESS],
    ['ftp://a.example/', NO_ADDRESS],
    ['https:evil.example', NO_ADDRESS],
    ['https:/evil.example', NO_ADDRESS],
    ['https:///evil.example', NO_ADDRESS],
    ['https://', NO_ADDRESS],
    ['https://   ', NO_ADDRESS],
    ['https://a.example/one two', NO_ADDRESS],
    ['https:// a.example/', NO_ADDRESS],
    ['https://a.example\\@evil.example/', NO_ADDRESS],
    ['https://a.example/\u202egnp.exe', NO_ADDRESS],
    ['https://a\u200b.example/', NO_ADDRESS],
    ['ht\ntps://a.example/', NO_ADDRESS],
    [' https://a.example/', NO_ADDRESS],
    ['//a.example/', NO_ADDRESS],
    ['a.example', NO_ADDRESS],
    ['', NO_ADDRESS],
    ['http://user:pw@x/', 'a name or password before its host'],
    ['https://a.example@evil.example/', 'a name or password before its host'],
    [`https://a.example/${'x'.repeat(2000)}`, 'has 2018 characters'],
  ])('%j is none, and says why and what to do', (link, cause) => {
    const fault = linkFault(link);
    expect(fault?.cause).toContain(cause);
    expect(fault?.next).toMatch(/^(Give a link|Leave out|Keep it under)/);
    // The words go into pages and logs: nothing invisible in them.
    expect(fault?.cause).not.toMatch(/\p{C}/u);
  });

  it('taken as they are lead to a host by http or https, and nowhere else', () => {
    const part = fc.constantFrom(
      'http',
      'https',
      'javascript',
      ':',
      '/',
      '//',
      '\\',
      '@',
      'a.example',
      ' ',
      '\t',
      '\0',
      '#',
      '?',
      '[',
      '%',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map((parts) => parts.join('')),
          fc.webUrl(),
        ),
        (link) => {
          if (linkFault(link) !== null) return;
          const url = new URL(link, 'https://desk.example/review');
          expect(url.protocol).toMatch(/^https?:$/);
          expect([url.username, url.password]).toEqual(['', '']);
          expect(link).toMatch(/^https?:\/\/[^\s]+$/i);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the one address of several spellings', () => {
  it.each([
    ['https://www.post.example/a/?utm_source=x&id=7#top', 'post.example/a?id=7'],
    ['http://POST.example:80/a?id=7', 'post.example/a?id=7'],
    ['https://m.post.example/a?b=2&a=1', 'post.example/a?a=1&b=2'],
    ['https://post.example', 'post.example'],
    ['https://post.example:8443/a', 'post.example:8443/a'],
    ['javascript:alert(1)', null],
  ])('%s', (link, address) => expect(canonicalAddress(link)).toBe(address));
});

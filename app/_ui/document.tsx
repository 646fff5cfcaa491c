import type { ReactNode } from 'react';
import { CARD } from '@/lib/publication';
import { styleHref } from './stylesheet';
import { ThemeForm } from './theme-form';

export interface Alternate {
  href: string;
  type: string;
  title: string;
}

/** What the head of a public page says. */
export interface Head {
  title: string;
  description: string;
  /** Path and query of the one address this page goes by. */
  canonical: string;
  alternates?: Alternate[];
  /** Data for machines; at most one block a page. */
  jsonLd?: Record<string, unknown> | null;
  noindex?: boolean;
  /** Which state of it this is, and an address that keeps showing that one: said on paper. */
  state?: { path: string; words: string };
  /** Places on this page that the keyboard may go to at once, before the content as a whole. */
  skips?: [href: string, words: string][];
  /** It has the form for its colours itself, or was made of what somebody sent and has no address to come back to. */
  ownForm?: boolean;
  /** Path of the picture that stands for this page where it is shared, in the size of a card, and what it says. */
  card?: { path: string; words: string };
}

const NAVIGATION: [string, string][] = [
  ['/measures', 'Measures'],
  ['/cases', 'Cases'],
  ['/sources', 'Sources'],
  ['/speakers', 'Speakers'],
  ['/method', 'Method'],
  ['/search', 'Search'],
];

const FOOT: [string, string][] = [
  ['/about', 'About'],
  ['/docs', 'Help'],
  ['/method', 'Method'],
  ['/definitions', 'Definitions'],
  ['/trust', 'How good we are'],
  ['/claims', 'Claims'],
  ['/conflicts', 'Conflicts'],
  ['/topics', 'Topics'],
  ['/places', 'Places'],
  ['/changes', 'Changes'],
  ['/corrections', 'Corrections'],
  ['/report', 'Report an error'],
  ['/check', 'Check a text'],
  ['/feeds', 'Feeds'],
  ['/developers/data', 'Data'],
  ['/developers/reference', 'For programs'],
  ['/licence', 'Licence'],
  ['/accessibility', 'Accessibility'],
  ['/contact', 'Contact'],
  ['/review', 'For reviewers'],
];

const FEED: Alternate = { href: '/feed.atom', type: 'application/atom+xml', title: 'Latest changes' };

/** A whole public page: head, masthead, content, foot. No script, no inline style, nothing from elsewhere. */
export function Document({ head, site, children }: { head: Head; site: { url: string; name: string }; children: ReactNode }) {
  const here = NAVIGATION.find(([href]) => head.canonical === href || head.canonical.startsWith(`${href}/`))?.[0];
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {head.title === site.name ? `${site.name}: numbers in the news, checked against each other` : `${head.title} · ${site.name}`}
        </title>
        <meta name="description" content={head.description} />
        {head.noindex ? <meta name="robots" content="noindex" /> : null}
        <link rel="canonical" href={`${site.url}${head.canonical}`} />
        <link rel="stylesheet" href={styleHref()} />
        <link rel="stylesheet" href="/theme.css" media="screen" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {[...(head.alternates ?? []), FEED].map((alternate) => (
          <link key={alternate.href} rel="alternate" type={alternate.type} href={alternate.href} title={alternate.title} />
        ))}
        {head.card ? <Shared head={head} card={head.card} site={site} /> : null}
        {head.jsonLd ? <DataBlock data={head.jsonLd} /> : null}
      </head>
      <body>
        {head.skips?.map(([href, words]) => (
          <a key={href} className="skip" href={href}>
            {words}
          </a>
        ))}
        <a className="skip" href="#content">
          Skip to content
        </a>
        <header className="masthead">
          <a className="brand" href="/">
            <b aria-hidden="true">≠</b>
            {site.name}
          </a>
          <nav aria-label="Main">
            <ul>
              {NAVIGATION.map(([href, word]) => (
                <li key={href}>
                  <a href={href} aria-current={href === here ? 'page' : undefined}>
                    {word}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main className="page" id="content">
          {children}
        </main>
        <footer className="foot">
          <ul>
            {FOOT.map(([href, word]) => (
              <li key={href}>
                <a href={href}>{word}</a>
              </li>
            ))}
          </ul>
          {head.ownForm ? null : <ThemeForm />}
          <p>Who said which number, in which words, as of when; which other number answers the same question; and what a person decided.</p>
          <Printed head={head} site={site} />
        </footer>
      </body>
    </html>
  );
}

/** The foot of a page on paper: its address, and which state of it this is. */
const Printed = ({ head, site }: { head: Head; site: { url: string } }) => (
  <div className="permalink" hidden>
    <p>
      {site.url}
      {head.canonical}
    </p>
    {head.state ? (
      <p>
        {head.state.words}: {site.url}
        {head.state.path}
      </p>
    ) : null}
  </div>
);

/** What sharing services ask for: they read addresses in full alone. */
function Shared({ head, card, site }: { head: Head; card: NonNullable<Head['card']>; site: { url: string; name: string } }) {
  const told: [string, string][] = [
    ['og:type', 'article'],
    ['og:site_name', site.name],
    ['og:title', head.title],
    ['og:description', head.description],
    ['og:url', `${site.url}${head.canonical}`],
    ['og:image', `${site.url}${card.path}`],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(CARD.width)],
    ['og:image:height', String(CARD.height)],
    ['og:image:alt', card.words],
  ];
  return (
    <>
      {told.map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** JSON inside HTML: "<" is written as an escape, so no text in it can end the block or start a tag. */
function DataBlock({ data }: { data: Record<string, unknown> }) {
  const json = JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

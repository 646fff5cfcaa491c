import { type FeedGroup, twinsOf } from '@/lib/publication';

/** So many of a group are seen at once. */
const SHOWN = 12;

/** Every feed in words, with its three formats. */
export function FeedsView({ groups }: { groups: FeedGroup[] }) {
  return (
    <>
      <header>
        <h1>Feeds</h1>
        <p className="lede">
          A feed tells of each public event once, the latest hundred: a claim that was accepted, a disagreement, a ruling, a correction, a
          withdrawal. Titles state the figures. An event keeps its identity for good, in every feed and format.
        </p>
        <p>
          Put an address into a feed reader, or import <a href="/feeds.opml">all of them as one list (OPML)</a>.
        </p>
      </header>
      {groups.map(({ name, feeds }) =>
        feeds.length === 0 ? null : (
          <section key={name}>
            <h2>{name}</h2>
            <FeedList feeds={feeds.slice(0, SHOWN)} />
            {feeds.length > SHOWN ? (
              <details>
                <summary>{feeds.length - SHOWN} more</summary>
                <FeedList feeds={feeds.slice(SHOWN)} />
              </details>
            ) : null}
          </section>
        ),
      )}
      <section>
        <h2>Of anything else</h2>
        <p>
          Each measure, case, source and speaker has three, whether it is named here or not: its address with <code>.atom</code>,{' '}
          <code>.feed.json</code> or <code>.rss</code> behind its id, as <code>/measures/ID.atom</code>. Its page links to them.
        </p>
        <p>
          A search is a feed, too, of what happens to the questions it finds: <code>/search.atom?q=83+countries</code>. Programs that keep
          in step ask <a href="/developers/reference">the list of changes</a>.
        </p>
      </section>
    </>
  );
}

const FeedList = ({ feeds }: Pick<FeedGroup, 'feeds'>) => (
  <ul className="feeds">
    {feeds.map(({ title, base, page, words }) => (
      <li key={base}>
        <a href={page}>{title}</a>
        {words ? <span className="quiet"> {words}</span> : null}
        <br />
        <span className="quiet">
          {twinsOf('lists', base).map(({ href, word }, at) => (
            <span key={href}>
              {at > 0 ? ' · ' : ''}
              <a href={href} aria-label={`${title} as ${word}`}>
                {word}
              </a>
            </span>
          ))}
        </span>
      </li>
    ))}
  </ul>
);

import { Empty } from '@/app/_ui/empty';
import { History } from '@/app/_ui/history';
import { Cards } from '@/app/_ui/measure-card';
import { SearchBox } from '@/app/_ui/search-box';
import { countWords, type GatheredChange, type MeasurePage } from '@/lib/publication';

export function FrontView({ open, settled, changes }: { open: MeasurePage[]; settled: MeasurePage[]; changes: GatheredChange[] }) {
  return (
    <>
      <header className="front">
        <h1>Numbers in the news, checked against each other</h1>
        <p className="lede">
          Who said which figure, in which words, as of when. Where two of them cannot both stand, the case is open until a person decides
          and a second one confirms.
        </p>
        <SearchBox />
      </header>
      <div className="columns">
        <div>
          <section aria-labelledby="open-title">
            <h2 id="open-title">Open disagreements</h2>
            {open.length > 0 ? (
              <Cards pages={open} heading="h3" />
            ) : (
              <Empty
                will="Nothing is open. When two accepted reports of one figure cannot both stand, they appear here side by side."
                href="/measures"
                action="See what is on record"
              />
            )}
          </section>
          <section aria-labelledby="settled-title">
            <h2 id="settled-title">Settled</h2>
            {settled.length > 0 ? (
              <Cards pages={settled} heading="h3" />
            ) : (
              <Empty
                will="No ruling is published yet. A ruling appears here once a second person has confirmed it."
                href="/method"
                action="How a ruling is made"
              />
            )}
          </section>
        </div>
        <aside aria-labelledby="changes-title">
          <section>
            <h2 id="changes-title">Latest changes</h2>
            {changes.length > 0 ? (
              <>
                <History changes={changes} most={changes.length} />
                <p className="quiet">
                  {countWords(changes.length, 'change')} shown; <a href="/feeds">all as a feed</a>
                </p>
              </>
            ) : (
              <Empty
                will="Accepted claims, new disagreements, rulings and corrections will be listed here."
                href="/about"
                action="What this is"
              />
            )}
          </section>
        </aside>
      </div>
    </>
  );
}

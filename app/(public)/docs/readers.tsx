/** From nothing to a quote. */
export const Start = () => (
  <>
    <ol>
      <li>
        Take a number you read in the news and <a href="/search">search</a> for it, as it was written: “83 countries”.
      </li>
      <li>Open a measure. The first sentence is the answer: an accepted value, a value that nobody contests, or “no accepted value”.</li>
      <li>Select a figure. You see the sentence it stands in, marked, with its source and its day.</li>
      <li>Where figures conflict, read “Why they differ”. It says what the words allow, and what a person decided, if somebody did.</li>
      <li>Copy the address. It stays. To keep what you saw on that day, use the address of the edition at “History”.</li>
    </ol>
    <p>
      A word you do not know is among the <a href="/definitions">definitions</a>.
    </p>
  </>
);

export const Readers = () => (
  <>
    <section id="search">
      <h2>Find a number</h2>
      <p>
        <a href="/search">Search</a> by words, by a figure, by an outlet or by a speaker. <a href="/measures">Measures</a> lists every
        question, <a href="/cases">cases</a> those with figures that cannot all be true.
      </p>
    </section>
    <section id="compare">
      <h2>Compare what sources say</h2>
      <p>
        “The positions” has a row for each figure that others agree with. “Every claim” has each sentence. “Who has not reported” names
        outlets that follow the subject and gave no number.
      </p>
    </section>
    <section id="quote">
      <h2>Quote it</h2>
      <p>
        Keep the hedge and the date: “over 80, as of 26 March”. Link to the page for what holds now, or to an edition for what you saw. The{' '}
        <a href="/licence">licence</a> asks for a name and a link.
      </p>
    </section>
    <section id="then">
      <h2>Look back</h2>
      <p>
        Add <code>?asof=2020-03-26</code> to a measure for what held on a day, <code>?known=2020-03-27</code> for what we knew then.
      </p>
    </section>
    <section id="follow">
      <h2>Follow it</h2>
      <p>
        Each measure has a feed at its foot. <a href="/changes">Changes</a> and <a href="/feed.atom">its feed</a> have everything.
      </p>
    </section>
    <section id="check">
      <h2>Check a text of your own</h2>
      <p>
        Paste it under <a href="/check">Check a text</a>. For each number you see what is on record. Nothing is stored.
      </p>
    </section>
    <section id="report">
      <h2>Report an error</h2>
      <p>
        At the foot of each page, or by the <a href="/report">form for reports</a>. You get the address of a receipt that says what became
        of it. Keep it: nobody can find it for you.
      </p>
    </section>
  </>
);

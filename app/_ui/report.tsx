/** The way to say that something on a page is wrong, and what is done then. */
export const Report = ({ path }: { path: string }) => (
  <section id="report">
    <h2>Something wrong?</h2>
    <p>
      <a href={`/report?about=${encodeURIComponent(path)}`}>Report an error</a>, a number we missed, or your side of it. What we change
      afterwards is told in full under <a href="/corrections">corrections</a>.
    </p>
  </section>
);

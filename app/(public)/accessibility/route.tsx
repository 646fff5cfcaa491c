import { textPage } from '@/app/_shell/text-page';

export const dynamic = 'force-dynamic';

export const GET = textPage(
  { title: 'Accessibility', description: 'What was tried, what works and what does not yet.', canonical: '/accessibility' },
  () => (
    <>
      <header>
        <h1>Accessibility</h1>
        <p className="lede">These pages aim at WCAG 2.2, level AA. Here is what is tried and what we know to be missing.</p>
      </header>
      <section id="tried">
        <h2>What is tried</h2>
        <ul>
          <li>
            Before each release one page of every kind is looked through by axe, at 320 and 1280 pixels, in light and dark. A page with one
            violation is not released.
          </li>
          <li>Every page works without scripts: public pages have none.</li>
          <li>The way from the skip link to a quote is walked by keyboard alone, with the focus in sight.</li>
          <li>At 320 pixels nothing scrolls sideways but wide tables inside their own frame.</li>
        </ul>
      </section>
      <section id="built">
        <h2>How it is built</h2>
        <ul>
          <li>A verdict is a sign and a word, never a colour alone. Sources have a shape and a colour in charts.</li>
          <li>Each chart has its sentence above it and its table below it, with a row for each mark.</li>
          <li>Hedges are words: “at least 41,000” is written so, and read so.</li>
          <li>Quotes carry the language of their article.</li>
        </ul>
      </section>
      <section id="gaps">
        <h2>Known gaps</h2>
        <ul>
          <li>No one who uses a screen reader every day has tested these pages yet.</li>
          <li>Charts are not described beyond their sentence; the table has every figure.</li>
          <li>Articles are quoted in their own language, without translation.</li>
          <li>The pictures for sharing hold text; the page they belong to says the same.</li>
        </ul>
        <p>
          Something keeps you out? <a href="/report?about=%2Faccessibility">Tell us</a>: it is treated as an error.
        </p>
      </section>
    </>
  ),
);

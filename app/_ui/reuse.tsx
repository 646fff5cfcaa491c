import { Cite, type Citing } from './cite';
import { Twins } from './twins';

/** The last part of a page: other formats of it, and how to cite it. */
export function Reuse(citing: Citing) {
  return (
    <section id="reuse" className="reuse">
      <h2>Reuse</h2>
      <Twins twins={citing.twins} />
      <Cite {...citing} />
    </section>
  );
}

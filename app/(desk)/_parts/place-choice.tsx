/** A place of words that stand in a text more than once, with the words around it. */
export interface Place {
  place: number;
  before: string;
  after: string;
}

/** The words stand in the text more than once: which are meant? */
export const PlaceChoice = ({ places, quote }: { places: Place[]; quote: string }) => (
  <fieldset id="f-place">
    <legend>Which of them do you mean?</legend>
    {places.map(({ place, before, after }) => (
      <label key={place} className="tick">
        <input type="radio" name="place" value={place} />
        <span dir="auto">
          … {before}
          <mark>{quote.trim()}</mark>
          {after} …
        </span>
      </label>
    ))}
  </fieldset>
);

const CHOICES: [value: string, word: string][] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['system', 'System'],
];

/** The colours of the page, chosen by a press and without a script. */
export function ThemeForm() {
  return (
    <form action="/preferences" method="post" className="theme no-print" aria-label="Colours">
      <a href="/preferences">Colours</a>
      {CHOICES.map(([value, word]) => (
        <button key={value} type="submit" name="theme" value={value}>
          {word}
        </button>
      ))}
    </form>
  );
}

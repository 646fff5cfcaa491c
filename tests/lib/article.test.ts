import { describe, expect, it } from 'vitest';
import { datelineOf, detectLanguage, isRead, normalForm, paragraphsOf, sentencesOf } from '@/lib/article';

const sentences = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['The dam held. Nobody was hurt.', ['The dam held.', 'Nobody was hurt.']],
    ['Dr. Ada Lund spoke at 9 a.m. on Monday. She left early.', ['Dr. Ada Lund spoke at 9 a.m. on Monday.', 'She left early.']],
    ['The U.S. Navy sent 3.5 tons. It arrived.', ['The U.S. Navy sent 3.5 tons.', 'It arrived.']],
    ['It ended in the U.S. The crew flew home.', ['It ended in the U.S.', 'The crew flew home.']],
    ['"We are late." The mayor shrugged.', ['"We are late."', 'The mayor shrugged.']],
    ['Why? "Because," he said. "We ran."', ['Why?', '"Because," he said.', '"We ran."']],
    ['See No. 7 on Jan. 3. Then go.', ['See No. 7 on Jan. 3.', 'Then go.']],
    ['J. K. Moss won… Cheers rose!', ['J. K. Moss won…', 'Cheers rose!']],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('takes a headline line for a sentence, and joins lines wrapped at a width', () => {
    const wrapped =
      'BRIDGE REOPENS AFTER FLOOD\n\n    The old bridge over the river was opened to all\ntraffic again on Friday, the road office said in\na notice to drivers.\n    Lorries must wait.\n';
    expect(sentences(wrapped)).toEqual([
      'BRIDGE REOPENS AFTER FLOOD',
      'The old bridge over the river was opened to all\ntraffic again on Friday, the road office said in\na notice to drivers.',
      'Lorries must wait.',
    ]);
    expect(sentences('Bridge reopens\nThe bridge is open.\nLorries wait.')).toEqual([
      'Bridge reopens',
      'The bridge is open.',
      'Lorries wait.',
    ]);
  });

  it('goes on over a wrapped line that begins with a capital', () => {
    const wrapped =
      'The old bridge over the river was opened again, the mayor of\nMillford told the drivers who had waited since early morning\non both banks of it.\nLorries must wait until the road office in the county town of\nArden has measured the piers.';
    expect(sentences(wrapped)).toHaveLength(2);
  });

  it('cuts what runs on without a full stop, and loses no word of it', () => {
    const endless = 'five carts and '.repeat(2000).trim();
    const cut = sentences(endless);
    expect(Math.max(...cut.map((one) => one.length))).toBeLessThan(2600);
    expect(cut.join(' ')).toBe(endless);
  });

  it('counts paragraphs, and blocks between empty lines', () => {
    expect(paragraphsOf('One line.\nSecond line.\n\nThird line.').map(({ block }) => block)).toEqual([0, 0, 1]);
    expect(paragraphsOf('')).toEqual([]);
  });
});

describe('language', () => {
  it.each([
    ['The council said that it will open the road in the spring and that the work is done.', 'en'],
    ['Le conseil a dit que la route sera ouverte au printemps et que les travaux sont finis.', 'fr'],
    ['Der Rat hat gesagt, dass die Straße im Frühling geöffnet wird und die Arbeiten beendet sind.', 'de'],
    ['El consejo dijo que la carretera se abrirá en la primavera y que los trabajos han terminado.', 'es'],
    ['La policía detuvo a 25 personas en la ciudad.', 'es'],
    ['Sales rose 5% y/y.', null],
    ['He plays as a No 10 behind two strikers.', 'en'],
    ['Dearest flats: 5 A Mill St, Rivertown, $3,200,000, 22 B Lower Quay, Hillside, $2,950,000, 141 La Vista Dr, Port, $2,900,000.', null],
    ['市议会表示，道路将在春天开放，工程已经完成。', 'zh'],
    ['Совет заявил, что дорога откроется весной.', 'ru'],
    ['وقال المجلس إن الطريق سيفتح في الربيع', 'ar'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('does not guess at a few words, and reads what it cannot tell', () => {
    expect(detectLanguage('Bridge reopens')).toBeNull();
    expect([isRead(null), isRead('en-GB'), isRead('fr'), isRead('und')]).toEqual([true, true, false, false]);
  });
});

describe('normal form and dateline', () => {
  it('leaves layout, invisible characters and Unicode forms out of the wording', () => {
    expect(normalForm(' Cafe\u0301  open\r\n\r\n\r\n\u200bNow ')).toBe('Café open\n\nNow');
    expect(normalForm(normalForm('a \t b\n c'))).toBe('a b\nc');
  });

  it('reads where an agency writes from', () => {
    expect(datelineOf('LISBON, June 3 (Harbour News) -- The port opened.')).toMatchObject({ place: 'Lisbon', start: 0 });
    expect(datelineOf('The port opened on June 3.')).toBeNull();
  });
});

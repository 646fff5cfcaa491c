const QUESTIONS: [question: string, answer: string, link?: [href: string, words: string]][] = [
  ['Do you say who lies?', 'No. A verdict is about a figure and what the evidence allows. People and outlets get no score.'],
  [
    'Why is there no accepted value, when everybody writes 83?',
    'Many articles may repeat one origin. And a value is accepted only when a person ruled, with a reason, and a second one confirmed.',
    ['/method#origins', 'What an origin is'],
  ],
  [
    'Does a machine decide?',
    'No. It reads, groups and compares, and it is told which version did. A person accepts each reading, and people rule.',
    ['/trust', 'How well it reads'],
  ],
  [
    '“Nearly 30” and 28: is that a conflict?',
    'No. A hedge leaves room, and how much stands in a table.',
    ['/definitions#hedges', 'The table of hedges'],
  ],
  [
    'A number was changed on the page. Can I see the old one?',
    'Yes. Every edition keeps its address, and any two can be compared. Corrections are listed.',
    ['/corrections', 'Corrections'],
  ],
  ['May I use the data?', 'Yes, with a name and a link.', ['/licence', 'Licence']],
  [
    'A figure is about me and it is wrong.',
    'Send your side. A reviewer reads it and answers on a receipt that only you can open.',
    ['/report', 'Report'],
  ],
  [
    'Why is my article not here?',
    'An article shows once a person accepted a reading of it. English is read; other languages are stored and marked.',
  ],
  ['Do you track readers?', 'No. Public pages run no script, set no cookie and load nothing from elsewhere.'],
];

export const Faq = () => (
  <>
    {QUESTIONS.map(([question, answer, link]) => (
      <section key={question}>
        <h2>{question}</h2>
        <p>{answer}</p>
        {link ? (
          <p>
            <a href={link[0]}>{link[1]}</a>
          </p>
        ) : null}
      </section>
    ))}
  </>
);

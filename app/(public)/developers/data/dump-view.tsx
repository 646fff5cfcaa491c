import { StackTable } from '@/app/_ui/stack-table';
import { KIND_OF_CELL, LICENCE, TABLES } from '@/lib/publication';

/** All of it at once, one thing at a time, and what each column means. `files`: names of what was made to be taken along. */
export function DumpView({ files }: { files: string[] }) {
  return (
    <>
      <header>
        <h1>Data</h1>
        <p className="lede">
          Everything that is public, and nothing else, to take along: as CSV, as a file of SQLite, or one page at a time.
        </p>
        <p>
          {LICENCE.words} <a href={LICENCE.url}>{LICENCE.name}</a>.
        </p>
      </header>
      <section id="all">
        <h2>All at once</h2>
        {files.length > 0 ? (
          <>
            <p>The files that were made last, each of one moment, with licence and dictionary in them:</p>
            <ul>
              {files.map((name) => (
                <li key={name}>
                  <a href={`/data/${name}`}>{name}</a>{' '}
                  <span className="quiet">
                    {name.endsWith('.zip') ? 'a table a file, as CSV in UTF-8' : 'the same tables in one file, ready to be asked'}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            No files have been made here yet. Whoever runs this site makes them by <code>countercheck dump</code>; until then every list is
            there under <a href="/developers/reference">/api/v1</a>.
          </p>
        )}
      </section>
      <section id="one">
        <h2>One page at a time</h2>
        <p>
          Behind its id, the address of a page takes an ending: <code>/measures/ID.csv</code>, <code>.xlsx</code>, <code>.json</code>,{' '}
          <code>.jsonld</code>, <code>.md</code>. The same columns and ids in every format; each page links to its own. What changes comes
          as <a href="/feeds">feeds</a>, and to programs by <a href="/developers/reference">/api/v1/changes</a>.
        </p>
        <p>
          In CSV and workbooks an apostrophe stands before what a spreadsheet would take for a formula. In a workbook numbers and days are
          such; a number of more than fifteen digits, and a month or year alone, stay text.
        </p>
      </section>
      <section id="dictionary" className="full">
        <h2>Data dictionary</h2>
        <p>
          {TABLES.map(({ name }, at) => (
            <span key={name}>
              {at > 0 ? ' · ' : ''}
              <a href={`#${name}`}>{name}</a>
            </span>
          ))}
        </p>
        {TABLES.map(({ name, words, columns }) => (
          <section key={name} id={name}>
            <h3>{name}</h3>
            <StackTable
              caption={`${words}.`}
              columns={['Column', 'Holds', 'Means']}
              rows={columns.map((column) => ({
                key: column.name,
                cells: [<code key="name">{column.name}</code>, KIND_OF_CELL[column.kind], column.words],
              }))}
            />
          </section>
        ))}
      </section>
    </>
  );
}

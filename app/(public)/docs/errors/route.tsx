import { Fragment } from 'react';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { StackTable } from '@/app/_ui/stack-table';
import { CODES } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** "CursorUnknown" may be broken between its words, and nowhere else. */
const wordsOf = (code: string) =>
  code.split(/(?=[A-Z])/).map((word, at) => (
    <Fragment key={word}>
      {at > 0 ? <wbr /> : null}
      {word}
    </Fragment>
  ));

/** Every code a refusal may carry, with its cause and what to do about it. */
export const GET = publicRoute(
  async (): Promise<PublicAnswer> => ({
    kind: 'page',
    head: { title: 'Error codes', description: 'What each code of a refusal means, and what to do about it.', canonical: '/docs/errors' },
    body: (
      <>
        <header>
          <h1>Error codes</h1>
          <p className="lede">
            Every refusal has a code that stays the same, a cause and a next step. What was really sent is told in the answer itself.
          </p>
        </header>
        <StackTable
          caption={`${CODES.length} codes, in the order of the alphabet`}
          className="codes"
          columns={['Code', 'Status', 'Cause', 'Next step']}
          rows={CODES.map(({ code, status, cause, next }) => ({
            key: code,
            id: code,
            cells: [
              <a key="code" href={`/docs/errors/${code}`}>
                {wordsOf(code)}
              </a>,
              status,
              cause,
              next,
            ],
          }))}
        />
      </>
    ),
  }),
);

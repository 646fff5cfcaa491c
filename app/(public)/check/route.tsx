import { publicForm, type Sent, type SentAnswer } from '@/app/_shell/public-form';
import { checkedText, LONGEST_CHECK } from '@/db/published';
import { type Refusal, refusal } from '@/lib/base';
import { checkedView } from '@/lib/publication';
import { CheckView } from './check-view';

export const dynamic = 'force-dynamic';

/** A shorter one has an address of its own. */
const SHORT = 2000;

/** A text in, and for each number in it what is on record: by address where it is short, by form where it is long. Nothing is stored. */
async function check({ read, query, now, ...sent }: Sent): Promise<SentAnswer> {
  const text = (query.get('text') ?? '').replace(/\r\n?/g, '\n');
  const why = sent.refusal ?? (text.length > LONGEST_CHECK ? tooLong(text.length) : null);
  const checked = why || text.trim() === '' ? null : await checkedText(read, { text, publishedAt: null }, now);
  const head = {
    title: 'Check a text',
    description: 'Paste a text: for each number in it, what is on record, and whether it agrees.',
    canonical: '/check',
    noindex: text !== '',
    ownForm: text !== '',
  };
  const link = text !== '' && text.length <= SHORT ? `/check?${new URLSearchParams({ text })}` : null;
  const body = (
    <CheckView text={text} link={link} refusal={why} checked={checked && { ...checked, figures: checked.figures.map(checkedView) }} />
  );
  return { answer: { kind: 'page', head, body }, refusal: why };
}

const tooLong = (length: number): Refusal =>
  refusal(
    422,
    'TextTooLong',
    `The text has ${length} characters; ${LONGEST_CHECK} is the most.`,
    'Check it part by part: it stands below as you sent it.',
  );

export const GET = publicForm(check, ['text']);
export const POST = GET;

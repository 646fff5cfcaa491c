import { quoted } from '@/lib/base';
import { actionWords } from './log-words';

const PLACES: Record<string, { place: string; word: string; titled?: string; sheet?: string }> = {
  case: { place: '/review/cases/', word: 'case' },
  'case-item': { place: '/review/cases/', word: 'case' },
  article: { place: '/review/articles/', word: 'article' },
  'article-item': { place: '/review/articles/', word: 'article' },
  'measure-item': { place: '/measures/', word: 'measure' },
  claim: { place: '/review/claims/', word: 'claim' },
  view: { place: '/review?view=', word: 'view' },
  note: { place: '/review/notes/', word: 'note', titled: 'note on' },
  measure: { place: '/review/measures/', word: 'measure', sheet: '/edit' },
  speaker: { place: '/review/speakers/', word: 'speaker' },
  source: { place: '/review/sources/', word: 'outlet' },
};

/** What has a page, but no name: a number that nobody knows says nothing. */
const NAMELESS: Record<string, string> = { invitation: 'an invitation', job: 'a job', desk: 'the desk', pairs: 'words on two claims' };

/** "case:k3v9m2qd4x" as a link in words, under its title where that is known; "record:measures" is the record as a whole. */
export function Subject({ subject, title = null }: { subject: string; title?: string | null }) {
  const [kind = '', id = ''] = subject.split(':');
  const known = PLACES[kind];
  if (kind === 'record') return <span>{id === 'queue' ? 'the queue' : 'all measures'}</span>;
  if (kind === 'pair') return <a href={`/review/claims/${id.replace('+', '#p-')}`}>two claims</a>;
  if (kind === 'act')
    return <a href={`/review/activity?who=everybody&before=${Number(id) + 1}`}>{title === null ? 'an act' : `“${actionWords(title)}”`}</a>;
  if (title === null && NAMELESS[kind]) return <span>{NAMELESS[kind]}</span>;
  return known ? (
    <a href={`${known.place}${id}${known.sheet ?? ''}`}>
      {title === null ? known.word : `${known.titled ?? known.word} `}
      {title !== null && <bdi>{quoted(title)}</bdi>}
    </a>
  ) : (
    <span>
      {title === null ? kind : `${kind} `}
      {title !== null && <bdi>{quoted(title)}</bdi>}
    </span>
  );
}

import { Key } from '../_keys/key';
import type { Onward } from './onward';
import { SPLIT_WORDS } from './split-words';

/** To the items before and after in the part of the queue somebody works through; this one stays as it is. */
export function OnwardLinks({ way, kind }: { way: Onward; kind: 'case' | 'article' }) {
  const { word } = SPLIT_WORDS[way.split];
  const isCase = kind === 'case';
  return (
    <nav className="onward" aria-label={`Through “${word}”`}>
      {way.before && (
        <a href={way.before} rel="prev" data-command={isCase ? 'case-previous' : 'reading-previous'}>
          Before <Key of={isCase ? 'case-previous' : 'reading-previous'} />
        </a>
      )}
      {way.after ? (
        <a href={way.after} rel="next" data-command={isCase ? 'case-next' : 'reading-next'}>
          Next in “{word}” <Key of={isCase ? 'case-next' : 'reading-next'} />
        </a>
      ) : (
        <span className="quiet">The last in “{word}”</span>
      )}
      {way.ahead.map((path) => (
        <span key={path} hidden data-preload={path} />
      ))}
    </nav>
  );
}

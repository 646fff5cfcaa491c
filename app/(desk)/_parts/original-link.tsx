import { Key } from '../_keys/key';

/** The page where an article was published, behind what stands before it in the line; nothing where its address is not known. */
export function OriginalLink({ url }: { url: string | null }) {
  if (!url) return null;
  return (
    <>
      {' · '}
      <a href={url} rel="noreferrer noopener" data-command="open-original">
        original <Key of="open-original" />
      </a>
    </>
  );
}

import { ok, type Result, refuse } from '@/lib/base';
import { binary, TEXT_LIMIT, tooLarge } from './intake';

/** Bytes as text: UTF-8, or for a page what it declares. Refuses what is too large, binary or in another encoding. */
export function decoded(bytes: Uint8Array, kind: 'text' | 'html'): Result<string> {
  if (bytes.length > TEXT_LIMIT) return tooLarge(bytes.length);
  if (isUtf16(bytes)) return wrongEncoding('UTF-16');
  if (bytes.includes(0)) return binary();
  const label = kind === 'html' ? declaredCharset(bytes) : 'utf-8';
  try {
    // A byte order mark is a mark of the encoding, not a character of the text.
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return wrongEncoding(label === 'utf-8' ? null : label);
  }
}

const isUtf16 = ([first, second]: Uint8Array): boolean => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Pages declare their charset within the first kilobyte or not at all. */
function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^<>]+charset=["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
}

function wrongEncoding(seen: string | null): Result<never> {
  const cause = seen === null ? 'The file is not written in UTF-8.' : `The file is written in ${seen}, or in something else than it says.`;
  return refuse(415, 'WrongEncoding', cause, 'Save it again as UTF-8.', { field: 'text' });
}

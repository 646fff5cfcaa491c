import type { CommandId } from '@/lib/keys';
import { deskKeys, printedKey } from './desk-keys';

/** The key of a command, printed on what carries it. Who reads by ear is told all keys by the sheet, not at every button. */
export async function Key({ of }: { of: CommandId }) {
  const key = printedKey(of, await deskKeys());
  return key === null ? null : (
    <span aria-hidden="true">
      <kbd className="key">{key}</kbd>
    </span>
  );
}

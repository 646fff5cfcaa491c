'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** A dialog that is open as long as it is drawn. What had the focus before gets it back when it closes: the browser sees to that, as long as it is there. */
export function Dialog({
  label,
  className,
  onClose,
  children,
}: {
  label: string;
  className: string;
  onClose(): void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const held = dialog.current;
    held?.showModal();
    return () => held?.close();
  }, []);
  return (
    <dialog ref={dialog} className={`keys-dialog ${className}`} aria-label={label} onClose={onClose}>
      {children}
    </dialog>
  );
}

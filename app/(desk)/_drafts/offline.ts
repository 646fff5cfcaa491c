const OFFLINE = 'You are offline. What you type is kept in this browser; nothing is sent until you are back.';
const HELD =
  'Nothing was sent: you are offline. What you typed still stands in its form and is kept in this browser. Press the button again when you are back.';

/**
 * Watches whether there is a line to the server, and holds back forms while there is none: the browser would leave the page for one
 * that says less. @param tell is told what to show, null for nothing.
 */
export function watchLine(tell: (words: string | null) => void): () => void {
  const onChange = () => tell(navigator.onLine ? null : OFFLINE);
  const onSubmit = (event: Event) => {
    if (navigator.onLine || (event.target as HTMLFormElement).method === 'dialog') return;
    event.preventDefault();
    event.stopPropagation();
    tell(HELD);
  };
  onChange();
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  // Before anybody else hears of it: to them the form was sent.
  document.addEventListener('submit', onSubmit, true);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
    document.removeEventListener('submit', onSubmit, true);
  };
}

/** So long until the first look, and at most between two. */
const FIRST_MS = 2000;
const MOST_MS = 15_000;
const WAIT = 'countercheck-jobs';

/** While a job runs, its page is loaded again, less and less often; never while somebody has the focus in it. */
export function watchJobs(): () => void {
  if (document.querySelector('[data-jobs="running"]') === null) {
    sessionStorage.removeItem(WAIT);
    return () => undefined;
  }
  const wait = Math.min(MOST_MS, Number(sessionStorage.getItem(WAIT) ?? FIRST_MS) || FIRST_MS);
  sessionStorage.setItem(WAIT, String(wait * 1.5));
  const look = () => {
    if (document.querySelector('main')?.contains(document.activeElement)) timer = setTimeout(look, wait);
    else location.replace(location.pathname);
  };
  let timer = setTimeout(look, wait);
  return () => clearTimeout(timer);
}

import { createHash } from 'node:crypto';

/**
 * Shows the buttons that copy what a page shows once, and lets them: the one script of a page that stands alone, which does without it. An
 * address that is not encrypted gives no clipboard to any page.
 */
export const COPY_SCRIPT = `for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const words = [...document.querySelectorAll('.once code')].map((one) => one.textContent).join('\\n');
    const copied = await (async () => navigator.clipboard.writeText(words))().then(() => true, () => false);
    button.nextElementSibling.textContent = copied ? 'Copied.' : 'The browser does not let it be copied: select it by hand.';
  });
}`;

/** As a policy names it: that script and no other. */
export const COPY_SOURCE = `'sha256-${createHash('sha256').update(COPY_SCRIPT).digest('base64')}'`;

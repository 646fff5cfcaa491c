import { get } from 'node:http';
import { createServer } from 'node:net';

/** A port that was free a moment ago. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Null when the port can be listened on, else the error code ("EADDRINUSE", "EACCES"). */
export const portFault = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

/** Waits until the address answers at all below 500, or `gone` settles, or the patience ends. */
export async function untilAnswers(url, gone, patience = 60_000) {
  const end = Date.now() + patience;
  let over = false;
  gone.then(() => {
    over = true;
  });
  while (!over && Date.now() < end) {
    const status = await statusOf(url);
    if (status > 0 && status < 500) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Status of one answer, 0 for none. The connection is closed at once: one kept alive would hold up the server when it is to stop. */
const statusOf = (url) =>
  new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: 10_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(0));
  });

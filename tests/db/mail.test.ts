import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sendMail } from '@/db/mail';
import { temporaryFolder } from './world';

const FROM = 'Countercheck <desk@countercheck.example>';
const LETTER = {
  to: 'nora@desk.example',
  subject: 'Ünïcode “here”',
  text: 'Zwölf Boote.\n\nhttps://desk.example/sign-in/invited?token=abc_def-123\n',
};

/** As much of a mail server as takes one letter after another. */
async function mailServer(answer = '250 taken'): Promise<{ url: string; letters: string[] }> {
  const letters: string[] = [];
  const server: Server = createServer((socket) => {
    let [data, held] = [false, ''];
    socket.write('220 here\r\n');
    socket.setEncoding('utf8').on('data', (piece: string) => {
      held += piece;
      if (data && held.includes('\r\n.\r\n')) {
        letters.push(held);
        [data, held] = [false, ''];
        socket.write(`${answer}\r\n`);
        return;
      }
      if (data || !held.endsWith('\r\n')) return;
      const said = held.trim().toUpperCase();
      held = '';
      data = said === 'DATA';
      socket.write(data ? '354 go on\r\n' : said === 'QUIT' ? '221 bye\r\n' : '250 yes\r\n');
      if (said === 'QUIT') socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((closed) => server.close(() => closed())));
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, letters };
}

it('a letter goes to the mail server that the environment names', async () => {
  const [{ url, letters }, outbox] = [await mailServer(), join(await temporaryFolder(), 'outbox')];
  await sendMail({ smtpUrl: url, from: FROM, outbox }, LETTER);
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatch(/^From: Countercheck <desk@countercheck\.example>\r?$/m);
  expect(letters[0]).toMatch(/^To: nora@desk\.example\r?$/m);
  expect(() => statSync(outbox)).toThrow('ENOENT');
});

it('what the server will not take is told to whoever sends', async () => {
  const { url } = await mailServer('554 no room');
  await expect(sendMail({ smtpUrl: url, from: FROM, outbox: '' }, LETTER)).rejects.toThrow('554 no room');
});

it('without a mail server letters lie in a folder, one file each, for its owner alone', async () => {
  const outbox = join(await temporaryFolder(), 'outbox');
  await Promise.all([1, 2, 3].map((n) => sendMail({ smtpUrl: null, from: FROM, outbox }, { ...LETTER, subject: `Letter ${n}` })));
  const files = readdirSync(outbox);
  expect(files).toHaveLength(3);
  for (const file of files) {
    expect(statSync(join(outbox, file)).mode & 0o777).toBe(0o600);
    const text = readFileSync(join(outbox, file), 'utf8');
    expect(text).toMatch(/^Subject: Letter [123]\r?$/m);
    expect(text.replace(/=\r?\n/g, '').replaceAll('=3D', '=')).toContain('token=abc_def-123');
  }
});

it('an address that tries to add lines of its own adds none', async () => {
  const { url, letters } = await mailServer();
  await sendMail({ smtpUrl: url, from: FROM, outbox: '' }, { ...LETTER, subject: 'A\r\nBcc: everybody@desk.example' });
  expect(letters[0]).not.toMatch(/^Bcc:/m);
});

import { examine, type Finding } from '@/db/doctor';
import { type Command, DB_OPTION, databaseUrl } from './command';
import { demoSecret } from './environment';

export const command: Command = {
  usage: 'countercheck doctor [--db URL] [--json]',
  about: `Looks at Node, settings, disk, port, the owner of the record, its schema, the head of its audit log and its people, and explains
each thing that is wrong with its mend. Changes nothing, and may run beside a server. Exit code 1 if anything is wrong.
The port it looks at is PORT, or 3000 where that is not set: beside a server on another port, give it that of the server.`,
  example: `$ COUNTERCHECK_MODE=production countercheck doctor
wrong  AUTH_SECRET        It is not set, and the mode is production: sessions could be forged.
                          Set AUTH_SECRET to the output of: openssl rand -base64 32 (and keep it between starts).`,
  options: { db: DB_OPTION, json: { type: 'boolean', about: 'one JSON object a line' } },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const findings = await examine({ ...process.env, DATABASE_URL: databaseUrl(invocation), AUTH_SECRET_OF_DEMO: demoSecret() });
    for (const finding of findings) await io.out(invocation.has('json') ? `${JSON.stringify(finding)}\n` : shown(finding));
    return findings.some((finding) => finding.state === 'wrong') ? 1 : 0;
  },
};

function shown(finding: Finding): string {
  const line = `${finding.state.padEnd(6)} ${finding.about.padEnd(18)} ${finding.said}\n`;
  return finding.state === 'wrong' ? `${line}${' '.repeat(26)}${finding.mend}\n` : line;
}

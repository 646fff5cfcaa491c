import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { whoMay } from '@/db/operations/who-may';
import { DEFAULT_DATABASE_URL } from '@/db/url';
import { filesIn } from './house';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const readme = readFileSync('README.md', 'utf8');
const example = readFileSync('.env.example', 'utf8');
const settings = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]!);

/** The part of the README under a heading. */
const section = (heading: string) => readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

test('the README names every dependency with its reason, and none that is not there', () => {
  const named = { ...manifest.dependencies, ...manifest.devDependencies };
  const told = [...section('Built from').matchAll(/`([@a-z][\w@/.-]*)`/g)].map((match) => match[1]!);
  expect(told.sort()).toEqual(Object.keys(named).sort());
});

test('the README names every command of package.json', () => {
  const typed = (name: string) => (name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`);
  const commands = Object.keys(manifest.scripts).filter((name) => !name.startsWith('pre') && name !== 'countercheck');
  expect(commands.filter((name) => !section('Commands').includes(`\`${typed(name)}`))).toEqual([]);
  const told = [...readme.matchAll(/`npm run (?!-s)([\w:]+)/g)].map((match) => match[1]!);
  expect(told.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('the README names every command of the command line', () => {
  const main = readFileSync('bin/main.ts', 'utf8');
  const commands = [...main.matchAll(/^ {2}(?:'([a-z ]+)'|([a-z]+)): \{ summary:/gm)].map((match) => (match[1] ?? match[2])!);
  expect(commands.length).toBeGreaterThan(8);
  expect(commands.filter((name) => !new RegExp(`\`(countercheck )?${name}\\b`).test(section('Commands')))).toEqual([]);
});

test('every setting stands in .env.example and in the README, and no other', () => {
  const told = [...section('Settings').matchAll(/^\| ((?:`[A-Z_]+`(?:, )?)+)/gm)].flatMap((row) => row[1]!.match(/[A-Z_]+/g)!);
  expect(told.sort()).toEqual([...settings].sort());
});

/** What our programs tell each other, and what others tell them: nobody has to know these to run Countercheck. */
const BETWEEN_US =
  /^(COUNTERCHECK_(DIST|ROOT|URL|PEOPLE|TEST_DIR|RACES|WEBHOOK_HOSTS)|CHROMIUM_(ARGS|ENV)|NEXT_\w+|NEXTAUTH_URL|NODE_ENV|UV_THREADPOOL_SIZE|DEBUG|PATH|TMPDIR|LD_LIBRARY_PATH|AUTH_SECRET_OF_DEMO|FONTCONFIG_FILE)$/;

test('what is read from the environment is a setting, or a word between our own programs', () => {
  const read = filesIn('app', 'bin', 'db', 'scripts').flatMap(({ path, code }) =>
    [...code.matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map((match) => [match[1]!, path] as const),
  );
  expect(read.filter(([name]) => !settings.includes(name) && !BETWEEN_US.test(name))).toEqual([]);
});

test('the default place of the record is said in one way', () => {
  expect(example).toContain(`# DATABASE_URL=${DEFAULT_DATABASE_URL}\n`);
  expect(section('Settings')).toContain(`\`${DEFAULT_DATABASE_URL}\``);
  // It runs before anything is installed, and so cannot import the name.
  expect(readFileSync('scripts/yard/settings.mjs', 'utf8')).toContain(`'${DEFAULT_DATABASE_URL}'`);
  const others = filesIn('app', 'bin', 'db', 'scripts').filter(({ path }) => !['db/url.ts', 'scripts/yard/settings.mjs'].includes(path));
  expect(others.filter(({ code }) => code.includes(`'${DEFAULT_DATABASE_URL}'`)).map(({ path }) => path)).toEqual([]);
});

/** What the README says in short, by a phrase of its own, with an operation that it speaks of. */
const TOLD: [phrase: string, operation: string][] = [
  ['keep drafts of one’s own', 'drafts.save'],
  ['choose one’s own keys', 'settings.keys'],
  ['add an article, judge its readings', 'claims.accept'],
  ['say that an old measure was looked at', 'queue.look'],
  ['set how the desk gives out its work', 'queue.set'],
  ['say what a measure is; merge and split', 'measures.merge'],
  ['name and rename speakers and outlets', 'speakers.rename'],
  ['withhold the text of an article', 'articles.withhold'],
  ['follow something', 'follows.set'],
];

test('who may do what is said in the README as the registry has it, and of each thing once', () => {
  const rows = [...section('Who may do what').matchAll(/^\| (.+?) +\| (.+?) +\|$/gm)].map((row) => [row[1]!, row[2]!] as const);
  const words = { reader: 'reader', reviewer: 'reviewer', editor: 'editor', admin: 'administrator' };
  for (const [phrase, operation] of TOLD) {
    const told = rows.filter(([what]) => what.includes(phrase));
    expect([phrase, told.length]).toEqual([phrase, 1]);
    const who = /whoever is signed in/.test(told[0]![1]) ? 'reader reviewer editor administrator' : told[0]![1];
    const may = whoMay().find(({ id }) => id === operation)!.may;
    for (const [role, word] of Object.entries(words))
      expect([phrase, role, who.includes(word)]).toEqual([phrase, role, may[role as keyof typeof words]]);
  }
  for (const thing of ['drafts', 'keys']) expect(rows.filter(([what]) => what.includes(thing)).length, thing).toBe(1);
});

test('every place the README points at is there', () => {
  const places = [...readme.matchAll(/`((?:app|bin|db|lib|scripts|tests)\/[^`\s]*)`|\]\((\w[^)\s]*)\)/g)].map(
    (match) => (match[1] ?? match[2])!,
  );
  expect(places.length).toBeGreaterThan(10);
  expect(places.filter((place) => !existsSync(place))).toEqual([]);
});

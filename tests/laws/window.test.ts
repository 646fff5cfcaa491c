import { expect, test } from 'vitest';
import { filesIn, floorOf, importsOf, packageOf, type SourceFile } from './house';

const app = filesIn('app');
const byModule = new Map(app.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
const FRAME = 'app/_shell/public-page.tsx';

/** The public pages, what they are drawn with, and the frame that holds them. */
const isWindow = ({ path }: SourceFile) => path.startsWith('app/(public)/') || path.startsWith('app/_ui/') || path === FRAME;
const windows = app.filter(isWindow);

/** The windows and everything of the house's own that they are made of. */
function reached(): SourceFile[] {
  const seen = new Set<SourceFile>();
  const visit = (file: SourceFile) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of importsOf(file)) if (byModule.has(target)) visit(byModule.get(target)!);
  };
  for (const file of windows) visit(file);
  return [...seen];
}

test('the window shows only what is public: public pages read through db/published alone', () => {
  // What an id looks like, who may do what and what can be asked over HTTP is no reading. The frame also knows the head of the log, by which its pages are kept, and types.
  const lawful = (file: SourceFile, target: string) =>
    ['db/published', 'db/ids', 'db/openapi', 'db/operations/who-may'].includes(target) ||
    (file.path === FRAME &&
      ((target === 'db/audit' && /import \{ logHead \} from '@\/db\/audit'/.test(file.code)) ||
        (target === 'db/open' && /import type \{[^}]*\} from '@\/db\/open'/.test(file.code))));
  expect(
    windows.flatMap((file) =>
      importsOf(file).flatMap((target) => (floorOf(target) === 'db' && !lawful(file, target) ? [`${file.path} → ${target}`] : [])),
    ),
  ).toEqual([]);
});

test('nothing behind a window knows the desk: who is signed in is not asked there', () => {
  const desk = (name: string) =>
    /^app\/\(desk\)|^app\/_shell\/(actor|auth|sign-in|desk|resume)/.test(name) || packageOf(name) === 'next-auth';
  const found = reached().flatMap((file) =>
    importsOf(file)
      .filter(desk)
      .map((name) => `${file.path} → ${name}`),
  );
  expect(found).toEqual([]);
});

test('a window runs nothing in the browser: no client component, no hook, nothing of the framework that needs one', () => {
  const found = reached().flatMap((file) => [
    ...(/^\s*['"]use client['"]/m.test(file.code) ? [`${file.path}: use client`] : []),
    ...[...file.bare.matchAll(/\buse[A-Z]\w*(?=\s*[(<])/g)].map(([hook]) => `${file.path}: ${hook}`),
    ...importsOf(file)
      .filter((name) => /^next\/(navigation|link|script|router|dynamic|image|form)$|^react-dom\/client$/.test(name))
      .map((name) => `${file.path}: ${name}`),
  ]);
  expect(found).toEqual([]);
});

test('the windows are found: the law above looks at pages, drawings, the frame and what lies behind it', () => {
  const paths = reached().map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining([FRAME, 'app/(public)/route.tsx', 'app/_ui/document.tsx', 'app/_shell/public-cache.ts']));
});

import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './root.mjs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** What a vitest run came to. A file that failed outside its tests (not loaded, not set up) counts as one failure. */
export function vitestCounts(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  const broken = report.testResults.flatMap((result) =>
    result.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ name: `${relative(ROOT, result.name)}: ${test.fullName}`, why: firstLines(test.failureMessages[0]) })),
  );
  const skipped = report.testResults.flatMap((result) =>
    result.assertionResults.filter((test) => ['pending', 'skipped', 'todo'].includes(test.status)).map((test) => test.fullName),
  );
  const failed = report.numFailedTests + unloaded.length;
  const names = [...broken, ...unloaded.map((result) => ({ name: relative(ROOT, result.name), why: firstLines(result.message) }))];
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, names };
}

/** Enough of a reason to know it by, without its colours. */
const firstLines = (text = '') => stripVTControlCharacters(text).split('\n').slice(0, 12).join('\n');

/** What a Playwright run came to. Errors outside any test count too. */
export function playwrightCounts(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + (report.errors?.length ?? 0);
  const names = specsIn(report.suites ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      name: `${spec.file}: ${spec.title}`,
      why: firstLines(spec.tests.flatMap((test) => test.results.map((one) => one.error?.message)).find((message) => message)),
    }));
  return {
    names,
    passed: expected + flaky,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: Array.from({ length: skipped }, (_, index) => `journey ${index + 1} of those skipped`),
  };
}

const specsIn = (suites) => suites.flatMap((suite) => [...(suite.specs ?? []), ...specsIn(suite.suites ?? [])]);

import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: process.env.COUNTERCHECK_DIST ?? '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types are checked by `npm test` and once in CI; a start must not pay for it again.
  typescript: { ignoreBuildErrors: true },
  // Its cache saves the second build a little and costs the first one a third: the first is the one somebody waits for.
  experimental: { turbopackFileSystemCacheForBuild: false },
};

export default config;

import type { NextConfig } from 'next';
import { DOOR_HEADERS, EMBED_HEADERS, ONCE_HEADERS, PUBLIC_HEADERS } from './app/_shell/headers';

const listed = (headers: Record<string, string>) => Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  distDir: process.env.COUNTERCHECK_DIST ?? '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  // Types are checked by `npm test` and once in CI; a start must not pay for it again.
  typescript: { ignoreBuildErrors: true },
  // Its cache saves the second build a little and costs the first one a third: the first is the one somebody waits for.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // The floor under every answer. A route that says the same says it once; the desk's proxy puts its own policy in its place.
  headers: async () => [
    { source: '/((?!sign-|api/|embed/).*)', headers: listed(PUBLIC_HEADERS) },
    { source: '/embed/(.*)', headers: listed(EMBED_HEADERS) },
    { source: '/(sign-.*|api/.*)', headers: listed(DOOR_HEADERS) },
    { source: '/api/v1/(people/invitations|account/second-factor/confirm|account/recovery-codes)', headers: listed(ONCE_HEADERS) },
  ],
};

export default config;

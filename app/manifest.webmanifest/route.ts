/** Makes the desk something a phone can install and share a page with: the share opens the intake form, filled in, and stores nothing. */
const MANIFEST = {
  name: 'Countercheck desk',
  short_name: 'Countercheck',
  start_url: '/review',
  scope: '/',
  display: 'minimal-ui',
  background_color: '#fbfaf7',
  theme_color: '#16181d',
  icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  share_target: { action: '/review/intake', method: 'GET', params: { title: 'title', text: 'text', url: 'url' } },
};

export const dynamic = 'force-static';

export const GET = (): Response =>
  Response.json(MANIFEST, { headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' } });

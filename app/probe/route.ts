import { Hello } from './hello';
export const dynamic = 'force-dynamic';
export async function GET() {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { createElement } = await import('react');
  return new Response(renderToStaticMarkup(createElement(Hello, { name: '<x>' })), { headers: { 'content-type': 'text/html' } });
}

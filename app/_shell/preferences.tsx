import { ThemeForm } from '@/app/_ui/theme-form';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import { readBody } from './body';
import { database, now } from './database';
import { beginExchange, logFault, logRefusal } from './exchange';
import { PUBLIC_HEADERS } from './headers';
import { checkOrigin } from './origin';
import { ownPath, seeOther } from './paths';
import { failed } from './public-answer';
import { finish, type PublicAnswer, siteOf } from './public-page';
import { settings } from './settings';
import { type Theme, themeCookie } from './theme';

/** One short word. */
const FORM_LIMIT = 4 * 1024;
const PAGE = '/preferences';

/**
 * Keeps the colours that a reader chose, in a cookie of theirs and nowhere else, and leads back to the page they were on. It writes nothing
 * on record, but it answers with a cookie: so it has to come from a page of ours.
 */
export async function choosePreferences(request: Request): Promise<Response> {
  const exchange = beginExchange(request);
  try {
    const chosen = await chosenTheme(request);
    if (chosen.ok) {
      const isSecure = settings().publicUrl.startsWith('https:');
      return seeOther(cameFrom(request), { ...PUBLIC_HEADERS, 'set-cookie': themeCookie(chosen.value, isSecure) });
    }
    const { refusal } = chosen;
    logRefusal(exchange, refusal);
    const page = await finish(
      async () => refused(refusal),
      { read: (await database()).read, params: {}, query: new URLSearchParams(), site: siteOf(), now: now() },
      PAGE,
    );
    return new Response(page.body, {
      status: refusal.status,
      headers: { ...PUBLIC_HEADERS, ...page.headers, 'cache-control': 'no-store' },
    });
  } catch (error) {
    logFault(exchange, error);
    return failed(exchange.requestId);
  }
}

const refused = ({ cause, next }: Refusal): PublicAnswer => ({
  kind: 'page',
  head: { title: 'Nothing was chosen', description: cause, canonical: PAGE, noindex: true, ownForm: true },
  body: (
    <>
      <header>
        <h1>Nothing was chosen</h1>
        <p className="lede">
          {cause} {next}
        </p>
      </header>
      <ThemeForm />
    </>
  ),
});

async function chosenTheme(request: Request): Promise<Result<Theme | null>> {
  const origin = checkOrigin(request);
  if (!origin.ok) return origin;
  const body = await readBody(request, FORM_LIMIT);
  if (!body.ok) return body;
  const fields = body.value.kind === 'form' ? body.value.fields : {};
  const { theme } = fields;
  if (theme === 'light' || theme === 'dark') return ok(theme);
  if (theme === 'system') return ok(null);
  return refuse(422, 'InvalidField', 'There are no such colours.', 'Choose light, dark or system.', { field: 'theme' });
}

/** The page whose form was sent, as the browser names it; this one where it names none of ours. */
function cameFrom(request: Request): string {
  const from = request.headers.get('referer') ?? '';
  if (!URL.canParse(from)) return PAGE;
  const { host, pathname, search } = new URL(from);
  const isOurs = host === request.headers.get('host') || host === new URL(settings().publicUrl).host;
  return (isOurs ? ownPath(`${pathname}${search}`) : null) ?? PAGE;
}

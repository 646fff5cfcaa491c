import { choosePreferences } from '@/app/_shell/preferences';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ThemeForm } from '@/app/_ui/theme-form';

export const dynamic = 'force-dynamic';

/** What a reader may choose for themselves, and what is kept of it. */
export const GET = publicRoute(
  async (): Promise<PublicAnswer> => ({
    kind: 'page',
    head: { title: 'Preferences', description: 'Light or dark, as you like it.', canonical: '/preferences', noindex: true, ownForm: true },
    body: (
      <>
        <header>
          <h1>Preferences</h1>
          <p className="lede">Light or dark: as your system has it, or as you choose here.</p>
        </header>
        <ThemeForm />
        <p className="quiet">
          A choice is kept for a year in one cookie of this browser, named “theme”, which holds the word “light” or “dark” and nothing else.
          “System” takes it away again. Nothing of it is kept here, and no other page of the public site sets a cookie.
        </p>
      </>
    ),
  }),
);

export const POST = choosePreferences;

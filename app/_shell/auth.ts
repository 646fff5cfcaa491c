import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { personForOidc, signInSteps, startSession } from '@/db/people';
import type { Caller, SignInLine } from '@/db/sign-in-history';
import type { Refusal } from '@/lib/base';
import { database, now } from './database';
import { authSecret, type OidcSettings, settings } from './settings';

/** The record ends sessions after the same time; the cookie only has to live as long. */
const HOURS_12 = 12 * 60 * 60;

export const sessionCookie = (): string => (settings().secure ? '__Host-countercheck.session' : 'countercheck.session');

/** What a sign-in reports besides its answer: next-auth carries no more than one word through an error. */
export interface SignInReport {
  caller: Caller;
  /** Whether a code was asked for besides the password. */
  way: SignInLine['way'];
  refusal: Refusal | null;
}

export const reportFor = (caller: Caller): SignInReport => ({ caller, way: 'password', refusal: null });

interface Profile {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** One provider of the house, by discovery. It vouches for an address; it makes no accounts and links none. */
const oidcProvider = ({ issuer, clientId, clientSecret }: OidcSettings): OAuthConfig<Profile> => ({
  id: 'oidc',
  name: 'single sign-on',
  type: 'oauth',
  wellKnown: `${issuer}/.well-known/openid-configuration`,
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  authorization: { params: { scope: 'openid email profile' } },
  clientId,
  clientSecret,
  profile: (profile) => ({ id: profile.sub, email: profile.email ?? null, name: null, image: null }),
});

/** Whether the provider verified the address: anybody can write that of somebody else into an account of their own. What it denies is never believed. */
const isVouched = (profile: Profile | undefined, oidc: OidcSettings | null): boolean =>
  profile?.email_verified === true || (profile !== undefined && profile.email_verified === undefined && oidc?.vouchesUnsaid === true);

/**
 * How people sign in. The token in the cookie holds a random session id and nothing else: who that is, with which role, and
 * whether still, is asked of the record on every request (see `currentActor`).
 */
export function authOptions(report: SignInReport = reportFor({ network: 'unknown', agent: null })): NextAuthOptions {
  const { secure, oidc, publicUrl } = settings();
  // next-auth would otherwise build its own address from headers that anybody can send.
  process.env.NEXTAUTH_URL = publicUrl;
  return {
    secret: authSecret(),
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: HOURS_12 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {}, step: {} },
        async authorize(given) {
          const answer = await signInSteps(await database(), given ?? {}, report.caller, now());
          if (answer.ok) {
            report.way = answer.value.way;
            return { id: answer.value.person.id };
          }
          report.refusal = answer.refusal;
          return null;
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      async signIn({ account, user, profile }) {
        if (account?.provider !== 'oidc') return account?.provider === 'credentials';
        const person =
          user.email && isVouched(profile as Profile | undefined, oidc) ? await personForOidc(await database(), user.email) : null;
        if (!person) return false;
        user.id = person.id;
        return true;
      },
      async jwt({ token, user, account }) {
        if (!account) return { sid: token.sid };
        const way = account.provider === 'oidc' ? 'provider' : report.way;
        const started = await startSession(await database(), user.id, now(), { ...report.caller, way });
        if (!started.ok) throw new Error(started.refusal.code);
        return { sid: started.value };
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

import { dirname } from 'node:path';
import { type MailSettings, mailSettings } from '@/db/mail';
import { DEFAULT_DATABASE_URL, placeOf, publicUrlOf } from '@/db/url';

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** It verifies every address it gives out and says so of none; else an address has to come with `email_verified`. */
  vouchesUnsaid: boolean;
}

export interface Settings {
  mode: 'demo' | 'production';
  databaseUrl: string;
  /** Origin and path people reach us at, without a slash at the end. */
  publicUrl: string;
  /** Cookies are locked to https where people come by https. */
  secure: boolean;
  oidc: OidcSettings | null;
  /** Proxies of ours in front: so many of the last addresses in `x-forwarded-for` were written by us, and no more. */
  trustedProxies: number;
  mail: MailSettings;
  /** The cache of ours in front, without a slash at the end; null where none is to be told of what is published. */
  cacheUrl: string | null;
  /** Where whoever runs this can be reached, and who that is and pays for it, in their words. Null where they do not say. */
  contact: string | null;
  operator: string | null;
}

/** What this installation was told by its environment. Read at each call: tests change it, and nothing here is slow. */
export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  const publicUrl = publicUrlOf(env);
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const databaseUrl = env.DATABASE_URL || DEFAULT_DATABASE_URL;
  const place = placeOf(databaseUrl);
  return {
    mode: env.COUNTERCHECK_MODE === 'production' ? 'production' : 'demo',
    databaseUrl,
    publicUrl,
    secure: publicUrl.startsWith('https://'),
    trustedProxies: /^\d$/.test(env.TRUSTED_PROXIES ?? '') ? Number(env.TRUSTED_PROXIES) : 0,
    cacheUrl: env.CACHE_URL ? env.CACHE_URL.replace(/(?<!\/)\/+$/, '') : null,
    mail: mailSettings(env, place.kind === 'file' ? dirname(place.path) : 'data'),
    contact: /^(https:\/\/\S+|[^\s@]+@[^\s@]+)$/.test(env.CONTACT ?? '') ? env.CONTACT! : null,
    operator: env.OPERATOR?.trim() || null,
    oidc:
      issuer && clientId && clientSecret
        ? { issuer: issuer.replace(/(?<!\/)\/+$/, ''), clientId, clientSecret, vouchesUnsaid: env.OIDC_EMAIL_UNSAID === 'verified' }
        : null,
  };
}

/** What sessions are signed with. There is no fallback: a server without it must not answer. */
export function authSecret(env: NodeJS.ProcessEnv = process.env): string {
  const secret = env.AUTH_SECRET;
  if (!secret || secret.length < 32) throw new Error('AUTH_SECRET is missing or shorter than 32 characters');
  return secret;
}

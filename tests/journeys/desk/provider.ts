import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Oidc, { type Asking, type Grant } from 'oidc-provider';

/** Whom the provider vouches for, whoever comes. */
export interface Vouched {
  email: string;
  /** True where it is left out; where it is undefined, nothing is said of it. */
  email_verified?: boolean | undefined;
}

export interface Provider {
  issuer: string;
  secret: string;
  /** From now on it serves the site at this address, and no other gets an answer sent back. */
  serve(site: string): void;
  vouchFor(who: Vouched): void;
  /** Parameters of the last request to sign in. */
  asked(): Record<string, string>;
  stop(): Promise<void>;
}

/**
 * A provider of single sign-on on this machine, made of `oidc-provider`, which is certified: discovery, code flow with PKCE, signed
 * identity. It has a page of its own to sign in on, and asks for no password there.
 */
export async function startProvider(): Promise<Provider> {
  const secret = 'known-to-the-desk-and-to-the-provider-alone';
  let [issuer, who, asked]: [string, Vouched, Record<string, string>] = ['', { email: 'nobody@desk.example' }, {}];
  let oidc: Oidc | null = null;

  const settings = (site: string) => ({
    clients: [{ client_id: 'countercheck', client_secret: secret, redirect_uris: [`${site}/api/auth/callback/oidc`] }],
    jwks: {
      keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }],
    },
    cookies: { keys: ['of the provider alone'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // The desk reads the identity itself, and asks for no profile besides.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/sign-in/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, name: 'Somebody', email_verified: true, ...who }),
    }),
    loadExistingGrant: async ({ oidc: asking }: Asking): Promise<Grant> => {
      const { client, session, provider } = asking;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, issuer);
    if (oidc === null) return void response.writeHead(503).end();
    if (url.pathname === '/auth') asked = Object.fromEntries(url.searchParams);
    if (!url.pathname.startsWith('/sign-in/')) return oidc.callback()(request, response);
    if (request.method === 'POST') return oidc.interactionFinished(request, response, { login: { accountId: who.email } });
    const page = '<!doctype html><title>Provider</title><form method="post"><button>Continue as yourself</button></form>';
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  issuer = `http://localhost:${(server.address() as { port: number }).port}`;
  return {
    issuer,
    secret,
    serve: (site) => {
      oidc = new Oidc(issuer, settings(site));
    },
    vouchFor: (next) => {
      who = next;
    },
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/** Who the provider vouches for at the next sign-in. */
export interface Vouched {
  email: string;
  email_verified?: boolean;
}

export interface Provider {
  issuer: string;
  vouchFor(who: Vouched): void;
  stop(): Promise<void>;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider of single sign-on on this machine: discovery, code flow with PKCE and nonce, signed identity. It asks nobody for a password. */
export async function startProvider(): Promise<Provider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' };
  const codes = new Map<string, { nonce: string; challenge: string; client: string; who: Vouched }>();
  let who: Vouched = { email: 'nobody@desk.example' };
  let issuer = '';

  const identity = (code: { nonce: string; client: string; who: Vouched }): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      sub: code.who.email,
      aud: code.client,
      iat: now,
      exp: now + 300,
      nonce: code.nonce,
      email_verified: true,
      ...code.who,
    };
    const signed = `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64(claims)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, issuer);
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (url.pathname === '/jwks') return json({ keys: [jwk] });
    if (url.pathname === '/authorize') {
      const asked = Object.fromEntries(url.searchParams);
      if (!asked.state || !asked.nonce || asked.code_challenge_method !== 'S256') return json({ error: 'invalid_request' }, 400);
      const code = randomUUID();
      codes.set(code, { nonce: asked.nonce, challenge: asked.code_challenge!, client: asked.client_id!, who });
      const back = new URL(asked.redirect_uri!);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.state);
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const given = new URLSearchParams(body);
    const code = codes.get(given.get('code') ?? '');
    codes.delete(given.get('code') ?? '');
    const proof = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.challenge !== proof) return json({ error: 'invalid_grant' }, 400);
    return json({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: identity(code) });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  issuer = `http://localhost:${(server.address() as { port: number }).port}`;
  return {
    issuer,
    vouchFor: (next) => {
      who = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { type Finding, good, wrong } from './finding';

/** The settings of an installation, and what cannot be seen from their values alone. */
export interface Environment {
  [name: string]: string | undefined;
}

const NODE = { major: 20, minor: 19 };
const NEW_SECRET = 'Set AUTH_SECRET to the output of: openssl rand -base64 32 (and keep it between starts).';

/** Node, mode, secret, addresses, provider: all that can be judged without touching anything. */
export function settingFindings(env: Environment): Finding[] {
  return [nodeVersion(env), mode(env), secret(env), publicUrl(env), proxies(env), cache(env), oidc(env), mail(env)];
}

export const isProduction = (env: Environment): boolean => env.COUNTERCHECK_MODE === 'production';

function nodeVersion({ NODE_VERSION_FOUND = process.versions.node }: Environment): Finding {
  const [major = 0, minor = 0] = NODE_VERSION_FOUND.split('.').map(Number);
  if (major > NODE.major || (major === NODE.major && minor >= NODE.minor)) return good('Node', NODE_VERSION_FOUND);
  return wrong('Node', `${NODE_VERSION_FOUND} is too old.`, `Install Node ${NODE.major}.${NODE.minor} or newer.`);
}

function mode({ COUNTERCHECK_MODE: given }: Environment): Finding {
  if (!given || given === 'demo') return good('COUNTERCHECK_MODE', 'demo');
  if (given === 'production') return good('COUNTERCHECK_MODE', 'production');
  return wrong('COUNTERCHECK_MODE', `"${given}" is no mode.`, 'Set it to demo or production, or leave it out for the demo.');
}

function secret(env: Environment): Finding {
  const given = env.AUTH_SECRET;
  if (!isProduction(env)) return good('AUTH_SECRET', given ? 'set' : 'not set; the demo makes its own');
  if (!given) return wrong('AUTH_SECRET', 'It is not set, and the mode is production: sessions could be forged.', NEW_SECRET);
  if (given.length < 32) return wrong('AUTH_SECRET', `It has ${given.length} characters, so it can be guessed.`, NEW_SECRET);
  if (env.AUTH_SECRET_OF_DEMO === given) return wrong('AUTH_SECRET', 'It is the one the demo made for itself.', NEW_SECRET);
  return good('AUTH_SECRET', 'set');
}

function publicUrl(env: Environment): Finding {
  const given = env.PUBLIC_URL;
  if (!given) {
    if (!isProduction(env)) return good('PUBLIC_URL', `not set; http://localhost:${env.PORT || '3000'}`);
    return wrong('PUBLIC_URL', 'It is not set: published links would point to localhost.', 'Set it to the address readers use.');
  }
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    return wrong('PUBLIC_URL', `"${given}" is no web address.`, 'Write it with http:// or https://.');
  }
  if (isProduction(env) && new URL(given).protocol !== 'https:') {
    return wrong(
      'PUBLIC_URL',
      'It is not https, so sign-in cookies travel in the clear.',
      'Put a TLS proxy in front and use its https:// address.',
    );
  }
  return good('PUBLIC_URL', given);
}

function proxies({ TRUSTED_PROXIES: given }: Environment): Finding {
  if (!given || given === '0') return good('TRUSTED_PROXIES', '0; callers are known by their own connection');
  if (/^\d$/.test(given)) return good('TRUSTED_PROXIES', given);
  return wrong('TRUSTED_PROXIES', `"${given}" is no number of proxies, so none is trusted.`, 'Set it to how many of yours stand in front.');
}

function cache({ CACHE_URL: given, TRUSTED_PROXIES: proxies }: Environment): Finding {
  if (!given) return good('CACHE_URL', 'not set; no cache of yours is told of what is published');
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
    return wrong('CACHE_URL', `"${given}" is no web address.`, 'Write it as http://127.0.0.1:80.');
  if (!proxies || proxies === '0')
    return wrong(
      'CACHE_URL',
      'A cache stands in front, and TRUSTED_PROXIES is 0: all readers would share the limits of one.',
      'Set TRUSTED_PROXIES to how many proxies of yours stand in front.',
    );
  return good('CACHE_URL', given);
}

function oidc(env: Environment): Finding {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return good('OIDC', 'off; sign-in by e-mail and password');
  const unsaid = env.OIDC_EMAIL_UNSAID;
  if (unsaid && unsaid !== 'verified')
    return wrong(
      'OIDC',
      `OIDC_EMAIL_UNSAID is "${unsaid}", so it changes nothing.`,
      'Set it to verified where the provider verifies every address and does not say so; else leave it out.',
    );
  if (missing.length === 0)
    return good(
      'OIDC',
      `on: ${env.OIDC_ISSUER}; ${unsaid ? 'addresses are believed where it does not say that it verified them' : 'addresses are believed that it says it verified'}`,
    );
  return wrong(
    'OIDC',
    `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing, so the provider stays off.`,
    `Set all of ${names.join(', ')}, or none.`,
  );
}

function mail({ SMTP_URL: given, MAIL_FROM: from }: Environment): Finding {
  if (!given) return good('SMTP_URL', 'not set; letters lie in the outbox beside the record');
  // What stands in it may hold a password, so it is never shown.
  if (!URL.canParse(given) || !/^smtps?:$/.test(new URL(given).protocol))
    return wrong('SMTP_URL', 'It is no address of a mail server.', 'Write it as smtps://user:password@mail.example:465.');
  if (!from)
    return wrong('SMTP_URL', 'MAIL_FROM is not set, and mail servers refuse letters from nobody.', 'Set MAIL_FROM to an address of yours.');
  return good('SMTP_URL', `set: ${new URL(given).hostname}`);
}

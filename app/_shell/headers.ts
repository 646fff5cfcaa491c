import { COPY_SOURCE } from './copy-script';

/** What pages for everybody may load and do: no script at all, nothing from elsewhere. */
const PUBLIC_POLICY =
  "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Every answer has these, whoever makes it: our routes, the framework's own errors and redirects, static files. */
const FLOOR: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

export const PUBLIC_HEADERS: Record<string, string> = {
  ...FLOOR,
  'content-security-policy': PUBLIC_POLICY,
  'referrer-policy': 'strict-origin-when-cross-origin',
};

/** Frames on other sites, and nothing else of ours: they may stand in any page, whatever rules that has, and send nothing. */
export const EMBED_HEADERS: Record<string, string> = {
  ...PUBLIC_HEADERS,
  'content-security-policy': PUBLIC_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *').replace(
    "form-action 'self'",
    "form-action 'none'",
  ),
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * Where people sign in and write. Which provider their forms may lead to stands in the environment, so each page adds that rule as a
 * policy of its own: browsers hold a page to all the policies it has.
 */
export const DOOR_HEADERS: Record<string, string> = {
  ...FLOOR,
  'content-security-policy': PUBLIC_POLICY.replace(" form-action 'self';", ''),
  'referrer-policy': 'same-origin',
};

/** Where a form is answered with what is shown once, and a button copies it. */
export const ONCE_HEADERS: Record<string, string> = {
  ...DOOR_HEADERS,
  'content-security-policy': DOOR_HEADERS['content-security-policy']!.replace("script-src 'none'", `script-src ${COPY_SOURCE}`),
};

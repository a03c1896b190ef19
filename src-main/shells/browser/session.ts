/** Who may talk to the server: the secret of this start, traded once for a cookie that lasts until the server stops. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** For the fragment of the link; it never travels in a URL to any server. */
  readonly secret: string;
  /** The `Set-Cookie` value for the right secret, undefined for a wrong one. */
  exchange(secret: string): string | undefined;
  valid(cookieHeader: string | undefined): boolean;
}

/** Compares in constant time, whatever the lengths. */
function same(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function cookieValues(header: string, name: string): string[] {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1));
}

/** Browsers share cookies between the ports of a host, so the name carries the port. */
export function createSession(port: number): Session {
  const secret = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  const name = `kizuna-${port}`;
  return {
    secret,
    exchange(given) {
      return same(given, secret) ? `${name}=${token}; Path=/; HttpOnly; SameSite=Strict` : undefined;
    },
    valid(cookieHeader) {
      if (cookieHeader === undefined) return false;
      return cookieValues(cookieHeader, name).some((value) => same(value, token));
    },
  };
}

/**
 * What the page may do, written into the page itself so that it holds on every host: run its own files, show its own pictures, start its engine.
 * It may speak to nobody, not even to the host it came from. The engine begins as a blob, and so inherits all of it; that a worker begins as
 * anything else, which would not inherit, trusted types forbid.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self' blob:",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types engine',
].join('; ')

/** What a host sends with every file: the policy again with what only a header can say, and that nothing is guessed, embedded or told to others. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

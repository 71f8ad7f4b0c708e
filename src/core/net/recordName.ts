import { parseDnsName } from './dnsName.ts'

/**
 * The name of a zone's record in full: `@` is the zone's own, `*` (Route 53 prints `\052`) any name below it, and what does not end in the
 * domain stands below it; null = no name. Source: Route 53 guide, asterisks in the names of records.
 */
export function recordName(text: string, domain: string): string | null {
  if (text === '@') return domain
  if (text === '*') return `*.${domain}`
  const star = /^(\*|\\052)\./.exec(text)?.[0] ?? ''
  const name = parseDnsName(text.slice(star.length))
  if (name === null) return null
  const full = name === domain || name.endsWith(`.${domain}`) ? name : `${name}.${domain}`
  return star === '' ? full : `*.${full}`
}

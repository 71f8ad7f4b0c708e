import { parseDnsName } from './dnsName.ts'

/** A domain of a DNS Firewall list, as `matchesPattern` reads it: a name, `*.name` for those below it, `*` for every name; null = neither. Source: Route 53 guide, DNS Firewall domain lists. */
export function readFirewallDomain(text: string): string | null {
  if (text === '*') return '*'
  const star = text.startsWith('*.') ? '*.' : ''
  const name = parseDnsName(text.slice(star.length))
  return name === null ? null : `${star}${name}`
}

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** Lower-cases a host name and drops a closing dot; null when it is no host name (RFC 1035 lengths, RFC 952 letters, `_` allowed). */
export function parseDnsName(text: string): string | null {
  const name = text.toLowerCase().replace(/\.$/, '')
  if (name.length === 0 || name.length > 253) return null
  return name.split('.').every((label) => LABEL.test(label)) ? name : null
}

/** Whether `name` is `zone` itself or lies below it. */
export const isWithin = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`)

/** Whether `pattern`, which may start with `*.`, covers `name`. The star stands for one or more labels, as in DNS. */
export const matchesPattern = (pattern: string, name: string): boolean =>
  pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) && name.length > pattern.length - 1 : name === pattern

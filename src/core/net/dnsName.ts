const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/**
 * Lower-cases a host name and drops a closing dot; null when it is no host name: RFC 1035 lengths, RFC 1123 letters (`_` allowed),
 * and a last label that is not all digits, so that a mistyped address such as `300.1.1.1` is not taken for a name.
 */
export function parseDnsName(text: string): string | null {
  const name = text.endsWith('.') ? text.slice(0, -1) : text
  if (name.length === 0 || name.length > 253) return null
  // Only ASCII letters may be lower-cased: the Kelvin sign would otherwise become a plain k.
  const labels = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).split('.')
  if (!labels.every((label) => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!)) return null
  return labels.join('.')
}

/** Whether `name` is `zone` itself or lies below it. */
export const isWithin = (name: string, zone: string): boolean => name === zone || name.endsWith(`.${zone}`)

/** Whether `pattern`, which may start with `*.`, covers `name`. The star stands for one or more labels, as in DNS. */
export const matchesPattern = (pattern: string, name: string): boolean =>
  pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) && name.length > pattern.length - 1 : name === pattern

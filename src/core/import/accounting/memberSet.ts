/** One rule about members of records. */
export interface MemberRule {
  readonly reason: string
  /**
   * `Subnets.AvailableIpAddressCount`: a member of a list's records; `*.OwnerId`: of those of every list; `**.Tags`: wherever it stands. Brackets of
   * lists are left out.
   */
  readonly members: string
}

/** Whether a rule speaks of a member of the records under a key; null = outside of any record. */
export type MemberSet = (key: string | null, path: string) => boolean

/** The rules as one question: of the members that they name alone, or of all that lies below them too. */
export function memberSet(rules: readonly MemberRule[], reach: 'and below' | 'alone'): MemberSet {
  const named = new Set(rules.flatMap(({ members }) => members.trim().split(/\s+/)))
  const known = new Map<string, boolean>()
  const ask = (key: string | null, path: string): boolean => {
    const steps = path.split('.')
    return steps.some((step, index) => {
      if (reach === 'alone' && index < steps.length - 1) return false
      const part = steps.slice(0, index + 1).join('.')
      return named.has(`${key}.${part}`) || (key !== null && named.has(`*.${part}`)) || named.has(`**.${step}`)
    })
  }
  return (key, path) => {
    const full = `${key}.${path}`
    const found = known.get(full) ?? ask(key, path)
    known.set(full, found)
    return found
  }
}

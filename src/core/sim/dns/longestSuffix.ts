/** The entry of the longest domain that holds the name; `''` holds every name. */
export function longestSuffix<T>(byDomain: ReadonlyMap<string, T>, name: string): T | null {
  if (byDomain.size === 0) return null
  for (let suffix = name; ; ) {
    const found = byDomain.get(suffix)
    if (found !== undefined) return found
    if (suffix === '') return null
    const dot = suffix.indexOf('.')
    suffix = dot < 0 ? '' : suffix.slice(dot + 1)
  }
}

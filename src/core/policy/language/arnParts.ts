/** The six parts of an ARN, the last with whatever colons it has; null for a text that is none. Source: AWS General Reference, ARNs. */
export function arnParts(text: string): readonly string[] | null {
  const parts: string[] = []
  let from = 0
  for (let i = 0; i < 5; i++) {
    const colon = text.indexOf(':', from)
    if (colon < 0) return null
    parts.push(text.slice(from, colon))
    from = colon + 1
  }
  parts.push(text.slice(from))
  return parts
}

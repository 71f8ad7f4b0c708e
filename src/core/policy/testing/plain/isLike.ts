/** Whether a text is like a pattern, letter by letter. `*` is anything, `?` a letter; a letter after `\0` stands for itself. */
export function isLike(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  const first = pattern[0]
  if (first === '\0') return text[0] === pattern[1] && isLike(pattern.slice(2), text.slice(1))
  if (first === '*') return isLike(pattern.slice(1), text) || (text !== '' && isLike(pattern, text.slice(1)))
  if (text === '') return false
  return (first === '?' || first === text[0]) && isLike(pattern.slice(1), text.slice(1))
}

/** The six parts of an ARN, the last with all its colons; null where it has fewer. */
export function sixParts(text: string): readonly string[] | null {
  const all = text.split(':')
  return all.length < 6 ? null : [...all.slice(0, 5), all.slice(5).join(':')]
}

/** An ARN against a pattern of one, part by part. Source: IAM guide, condition operators, ARN. */
export function isArnLike(pattern: string, arn: string): boolean {
  const wanted = sixParts(pattern)
  const parts = sixParts(arn)
  return wanted !== null && parts !== null && wanted.every((one, i) => isLike(one, parts[i]!))
}

/**
 * A resource against what a statement names. A `*` that ends a part goes on over colons; elsewhere wildcards stay in their part. Source: IAM guide,
 * JSON policy elements, Resource.
 */
export function isResourceLike(pattern: string, resource: string): boolean {
  const colon = pattern.indexOf(':')
  const rest = resource.indexOf(':')
  const part = colon < 0 ? pattern : pattern.slice(0, colon)
  if (part.endsWith('*') && !part.endsWith('\0*')) {
    const tail = colon < 0 ? '' : pattern.slice(colon)
    for (let end = 0; end <= resource.length; end++)
      if (isLike(part, resource.slice(0, end)))
        if (
          tail === ''
            ? end === resource.length
            : resource[end] === ':' && isResourceLike(tail.slice(1), resource.slice(end + 1))
        )
          return true
    return false
  }
  if (colon < 0 || rest < 0) return colon < 0 && isLike(pattern, resource)
  return isLike(part, resource.slice(0, rest)) && isResourceLike(pattern.slice(colon + 1), resource.slice(rest + 1))
}

/** A text with its variables filled in, what they bring being no wildcards; null where one has no value. Source: IAM guide, policy variables. */
export function fillIn(text: string, version: string, lookUp: (key: string) => string | null): string | null {
  const start = version === '2012-10-17' ? text.indexOf('${') : -1
  const end = start < 0 ? -1 : text.indexOf('}', start)
  if (end < 0) return text
  const inside = text.slice(start + 2, end)
  const rest = fillIn(text.slice(end + 1), version, lookUp)
  const value = valueIn(inside, lookUp)
  return rest === null || value === null ? null : text.slice(0, start) + itself(value) + rest
}

function valueIn(inside: string, lookUp: (key: string) => string | null): string | null {
  if (inside === '*' || inside === '?' || inside === '$') return inside
  const comma = inside.indexOf(',')
  if (comma < 0) return lookUp(inside.trim())
  const standIn = inside.slice(comma + 1).trim()
  return lookUp(inside.slice(0, comma).trim()) ?? standIn.slice(1, -1)
}

const itself = (text: string): string => [...text].map((letter) => `\0${letter}`).join('')
/** What a filled-in text says where wildcards mean nothing. */
export const withoutMarks = (text: string): string => text.split('\0').join('')

import { type Construct, type ConstructKind, definitionOf } from '../../core/model/index.ts'

/** Characters of the value of a tag, of whatever type of resource. Source: Tagging AWS resources, limits. */
export const MOST_LETTERS = 256

/** Kinds of which an export makes nothing. */
const NOT_MADE: ReadonlySet<ConstructKind> = new Set([
  'account',
  'region',
  'availability-zone',
  'direct-connect',
  'on-premises-network',
  'on-premises-host',
  'aws-service',
  'internet-host',
])

/** For each kind of thing the longest name that it comes to by the pattern, as tags show it. */
export function longestNames(
  constructs: readonly Construct[],
  pattern: string,
  environment: string,
): readonly { readonly kind: string; readonly name: string }[] {
  const longest = new Map<string, string>()
  for (const { id, kind, name } of constructs) {
    if (NOT_MADE.has(kind)) continue
    const title = definitionOf(kind).title
    const full = pattern
      .replaceAll('{env}', environment)
      .replaceAll('{id}', id)
      .replaceAll('{kind}', title)
      .replaceAll('{name}', () => name || id)
    if (full.length > (longest.get(title)?.length ?? -1)) longest.set(title, full)
  }
  return [...longest].map(([kind, name]) => ({ kind, name })).sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

import { isOfAws } from '../../../model/notImported.ts'
import type { Stack, StackResource } from '../stack.ts'

/** What policies name by ids that AWS alone can give. */
const NAMED_BY_ID: ReadonlySet<string> = new Set(['AWS::EC2::VPC', 'AWS::EC2::VPCEndpoint'])
/** An id that somebody has written, or a pattern for one. */
const WRITTEN = /vpce?-(?:[0-9a-f]{4,}|[*?])/

/**
 * Ids in the place of those that AWS will give VPCs and endpoints: their own, by which the policies of the same files name them. Where a file has an id
 * that AWS has given, it may be of one of these, and nobody knows of which.
 */
export function standInIds(
  all: readonly StackResource[],
  stacks: readonly Pick<Stack, 'metadata'>[] = [],
): (resource: StackResource) => string | null {
  // an id that a template says of one of its resources is that one's
  const known = stacks.flatMap(({ metadata }) => Object.values(metadata?.ids ?? {}))
  const said = [
    ...all.map(({ properties }) => properties),
    ...stacks.map(({ metadata }) => [metadata?.scps, metadata?.rcps]),
  ]
  const isWritten = WRITTEN.test(known.reduce((text, one) => text.replaceAll(one, ''), JSON.stringify(said)))
  return ({ type, id }) => (NAMED_BY_ID.has(type) && !isWritten && !isOfAws(id) ? id : null)
}

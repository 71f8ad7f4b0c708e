import type { Design } from '../core/model/index.ts'

/** In a design that came from templates: a construct by the logical id of its resource. What AWS makes by itself (a VPC's default group) stands under the one that it comes with. */
export function asLogicalId({ source, constructs }: Design, construct: string): string {
  if (source === undefined) return construct
  const end = construct.lastIndexOf('.')
  const owner = construct.slice(0, Math.max(end, 0))
  return Object.hasOwn(constructs, owner) ? owner : construct
}

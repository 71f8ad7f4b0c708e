import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Origin } from '../../topology/origin.ts'

/** The place in a construct that a finding is about: `place('rtb-1', 'routes', 2)`. */
export const place = (construct: ConstructId, ...path: readonly (string | number)[]): Origin => ({ construct, path })

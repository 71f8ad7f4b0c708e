import type { ConstructId } from '../../../core/model/index.ts'

/** Name of the interface that `owner` has in a subnet, in `Highlights.chips`. In a file of its own: nodes need it before the way of a request is there. */
export const chipKey = (subnet: ConstructId, owner: ConstructId): string => `${subnet} ${owner}`

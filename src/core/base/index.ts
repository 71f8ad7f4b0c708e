export { assertNever } from './assertNever.ts'
export { hashText, hexOf } from './hash.ts'
export { compareText, sortedBy } from './order.ts'
export type { DeepReadonly } from './readonly.ts'

// Apart from the index of the language: the page needs these only with the editor, and none of the evaluation.
export { beginPolicy } from './beginPolicy.ts'
export { CONDITION_KEYS, ELEMENTS, OPERATOR_NAMES, type ValueKind } from './elements.ts'
export { formatPolicy } from './formatPolicy.ts'
export { type Guard, type GuardKind, type GuardPlace, guardKindsOf } from './guards.ts'
export { type PolicySize, policySizeOf, sizeOfPolicy } from './policySize.ts'
export { type ReadGuard, readGuards } from './readGuards.ts'
export { writeGuard } from './writeGuard.ts'

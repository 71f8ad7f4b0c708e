import type { Origin } from '../../topology/origin.ts'

/** A place in the document outside of every construct, e.g. in a saved request: the construct id is empty. */
export const wholeDesign = (...path: readonly (string | number)[]): Origin => ({ construct: '', path })

import type { Design } from '../core/model/index.ts'

/** The file form, quickly: `serialiseDesign` also orders and checks, which a copy in the browser does not need. */
export const textOf = ({ constructs, ...rest }: Design): string =>
  JSON.stringify({ ...rest, constructs: Object.values(constructs) })

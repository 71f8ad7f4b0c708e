import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { Construct, ConstructOf } from '../../model/kinds/registry.ts'
import type { AccessShapes } from './accessShapes.ts'
import type { BalancingShapes } from './balancingShapes.ts'
import type { DnsShapes } from './dnsShapes.ts'
import type { EndpointShapes } from './endpointShapes.ts'
import type { LatticeShapes } from './latticeShapes.ts'
import type { NetworkShapes } from './networkShapes.ts'
import type { PartKey } from './partBasics.ts'
import type { TransitShapes } from './transitShapes.ts'

export type * from './partBasics.ts'

/** Every kind of part with the construct kind it belongs to and what is planned about it. Other parts are named by key. */
export interface PartShapes
  extends AccessShapes,
    NetworkShapes,
    EndpointShapes,
    LatticeShapes,
    BalancingShapes,
    TransitShapes,
    DnsShapes {}

export type PartName = keyof PartShapes
/** A part of that name, or of one of those names. `needs` holds the keys of all parts that must be there before it. */
export type PartOf<N extends PartName> = {
  [M in N]: {
    readonly name: M
    readonly key: PartKey
    readonly needs: readonly PartKey[]
    readonly construct: ConstructOf<PartShapes[M]['kind']>
  } & PartShapes[M]['details']
}[N]
export type Part = PartOf<PartName>
/** The parts that constructs of that kind come to; never for kinds that are not deployed. */
export type PartNameOf<K extends ConstructKind> = {
  [N in PartName]: PartShapes[N]['kind'] extends K ? N : never
}[PartName]

/** Key of a construct's own part, or of what goes by `word` beside it. */
export const keyOf = (construct: Construct | string, word?: string): PartKey => {
  const id = typeof construct === 'string' ? construct : construct.id
  return word === undefined ? id : `${id}/${word}`
}

/** A part with its key made from the construct and `word` (null for the construct's own part). */
export function makePart<N extends PartName>(
  name: N,
  construct: ConstructOf<PartShapes[N]['kind']>,
  word: string | null,
  needs: readonly PartKey[],
  details: PartShapes[N]['details'],
): PartOf<N> {
  return { ...details, name, key: keyOf(construct, word ?? undefined), construct, needs: [...new Set(needs)] }
}

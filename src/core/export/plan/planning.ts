import type { Catalogue } from '../../aws/catalogue.ts'
import { spellOut } from '../../base/words.ts'
import { constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { definitionOf } from '../../model/kinds/definitions.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { Construct, ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import type { ExportRemark } from '../types.ts'
import { keyOf, type Part, type PartKey, type PartName } from './part.ts'
import { homeVpc, isSamePlace, type Place } from './places.ts'

/** What the planners of one stack share: what they read, and where they put lists to look up and remarks. */
export interface Planning {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly accountId: string
  readonly regionCode: string
  /** Ids of the constructs that this stack makes, or an end of them. */
  readonly included: ReadonlySet<ConstructId>
  /** Where each deployed construct is made; connections have an end in two places. */
  readonly places: ReadonlyMap<ConstructId, readonly Place[]>
  /** Ids that parts of this stack refer to. What the stack does not make has to be given to it. */
  readonly wanted: Map<PartKey, Wanted>
  /** AWS-managed prefix lists in use: key -> name. */
  readonly managedLists: Map<PartKey, string>
  readonly remarks: ExportRemark[]
}

/** An id that comes from elsewhere: what it is of, in words and by its type. Null = as the part of that key says, whichever stack makes it. */
export interface Wanted {
  readonly what: string
  readonly type: PartName | 'certificate' | 'domain-list' | 'address' | 'domain-name' | null
}

/** A construct of one of those kinds, in a form by which the compiler follows it into a table of kinds. */
export type Planned<K extends ConstructKind> = { [M in K]: { readonly kind: M } & ConstructOf<M> }[K]
/** Turns one construct into the parts that AWS keeps of it. */
export type Planner<K extends ConstructKind> = (construct: Planned<K>, planning: Planning) => readonly Part[]

export function addRemark(planning: Pick<Planning, 'remarks'>, construct: Construct, message: string): void {
  planning.remarks.push({ construct: construct.id, message: `${titleOf(construct)}: ${message}` })
}

/** Says so where a text is not written as drawn. */
export function remarkWritten(
  planning: Pick<Planning, 'remarks'>,
  construct: Construct,
  what: string,
  drawn: string,
  written: string,
): void {
  if (drawn !== written) addRemark(planning, construct, `${what} “${drawn}” is written as “${written}”.`)
}

/** Says so where a drawn name or id of AWS's own choice does not come again. */
export function remarkChosen(planning: Planning, construct: Construct, what: string, drawn: string | null): void {
  if (drawn !== null) addRemark(planning, construct, `AWS chooses ${what}; it will not be the drawn ${drawn}.`)
}

/** What a person would call it: its name, with the id where they differ. */
export const titleOf = (construct: Construct): string =>
  construct.name === '' || construct.name === construct.id ? construct.id : `${construct.name} (${construct.id})`

/** Notes that a part refers to another one, wherever that is made. */
export function want(planning: Planning, key: PartKey, what: string, type: Wanted['type']): PartKey {
  planning.wanted.set(key, { what, type })
  return key
}
export const wantConstruct = (
  planning: Planning,
  construct: Construct,
  word?: string,
  type: Wanted['type'] = null,
): PartKey =>
  want(
    planning,
    keyOf(construct, word),
    `${definitionOf(construct.kind).title} ${titleOf(construct)}${word === undefined ? '' : `: ${word}`}`,
    type,
  )

/** The id of what a person has to give. It has a key of its own: `id` may be that of a construct of another kind. */
export const wantFromElsewhere = (planning: Planning, id: ConstructId, type: 'vpc' | 'transit-gateway'): PartKey =>
  want(
    planning,
    Object.hasOwn(planning.design.constructs, id) ? keyOf(id, 'elsewhere') : keyOf(id),
    `${definitionOf(type).title} ${id}, which is not in the design`,
    type,
  )

/** The construct that `holder` names, if it is of that kind, in the same VPC and deployed; otherwise null and a remark. */
export function findInVpc<K extends ConstructKind>(
  planning: Planning,
  holder: Construct,
  id: ConstructId,
  kind: K,
): ConstructOf<K> | null {
  const { design } = planning
  const found = constructOfKind(design, id, kind)
  if (found && planning.places.has(id) && homeVpc(design, found)?.id === homeVpc(design, holder)?.id) {
    wantConstruct(planning, found)
    return found
  }
  const why = found
    ? 'it belongs to another VPC, or to one that is not exported'
    : `the design has no such ${spellOut(kind)}`
  addRemark(planning, holder, `the reference to “${id}” is left out, because ${why}.`)
  return null
}

/** The construct that `holder` names in whatever account and Region, if it is of that kind and deployed; otherwise null and a remark. */
export function findDeployed<K extends ConstructKind>(
  planning: Planning,
  holder: Construct,
  id: ConstructId,
  kind: K,
): ConstructOf<K> | null {
  const found = constructOfKind(planning.design, id, kind)
  if (found && planning.places.has(id)) {
    wantConstruct(planning, found)
    return found
  }
  const why = found ? 'it is not exported' : `the design has no such ${spellOut(kind)}`
  addRemark(planning, holder, `the reference to “${id}” is left out, because ${why}.`)
  return null
}

/** Whether this stack is the place, or the first place, of the construct. */
export function isHome(planning: Planning, construct: Construct): boolean {
  const [home] = planning.places.get(construct.id) ?? []
  return home !== undefined && isSamePlace(home, planning)
}

/** Whether AWS would have it in that state after making it anew; otherwise a remark says so. */
export function remarkState(
  planning: Planning,
  construct: Construct & { readonly state: string },
  usual: string,
): void {
  if (construct.state !== usual)
    addRemark(
      planning,
      construct,
      `it is drawn as ${spellOut(construct.state)}. What is made anew ends up ${spellOut(usual)}, unless something stands against it.`,
    )
}

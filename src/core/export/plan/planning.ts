import type { Catalogue } from '../../aws/catalogue.ts'
import {
  type Construct,
  type ConstructId,
  type ConstructKind,
  type ConstructOf,
  constructOfKind,
  type Design,
  vpcOf,
} from '../../model/index.ts'
import type { ExportRemark } from '../types.ts'
import type { Part, PartKey } from './part.ts'

/** What the planners of one stack share: what they read, and where they put lists to look up and remarks. */
export interface Planning {
  readonly design: Design
  readonly catalogue: Catalogue
  readonly regionCode: string
  /** Ids of the constructs that this stack makes. */
  readonly included: ReadonlySet<ConstructId>
  /** AWS-managed prefix lists in use: key -> name. */
  readonly managedLists: Map<PartKey, string>
  readonly remarks: ExportRemark[]
}

/** Turns one construct into the parts that AWS keeps of it. */
export type Planner<K extends ConstructKind> = (construct: ConstructOf<K>, planning: Planning) => readonly Part[]

export function addRemark(planning: Pick<Planning, 'remarks'>, construct: Construct, message: string): void {
  planning.remarks.push({ construct: construct.id, message: `${titleOf(construct)}: ${message}` })
}

/** What a person would call it: its name, with the id where they differ. */
export const titleOf = (construct: Construct): string =>
  construct.name === '' || construct.name === construct.id ? construct.id : `${construct.name} (${construct.id})`

/** The construct that `holder` names, if it is of that kind, in the same VPC and deployed; otherwise null and a remark. */
export function findInVpc<K extends ConstructKind>(
  planning: Planning,
  holder: Construct,
  id: ConstructId,
  kind: K,
): ConstructOf<K> | null {
  const { design } = planning
  const found = constructOfKind(design, id, kind)
  if (found && planning.included.has(id) && vpcOf(design, id)?.id === vpcOf(design, holder.id)?.id) return found
  const why = found
    ? 'it belongs to another VPC, or to one that is not exported'
    : `the design has no such ${kind.replaceAll('-', ' ')}`
  addRemark(planning, holder, `the reference to “${id}” is left out, because ${why}.`)
  return null
}

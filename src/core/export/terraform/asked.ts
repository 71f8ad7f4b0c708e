import type { SettingsOf } from '../aws/settings.ts'
import type { Fact, Later, Tree } from '../aws/value.ts'
import type { PartKey, PartName, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Blocks, Expression, Members } from './expression.ts'

/** What a module may ask of a part: as the settings do, or the first interface of an instance, to which alone Terraform leads routes. */
export type Known = Fact | 'interface'
/** A value before it is known what the module makes. */
export type Leaf =
  | Later
  | Expression
  /** Data that AWS takes as JSON. */
  | { readonly json: Argument }
  | Asking
  | Attribute
/** What is known of a part: of what the module does not make, what a variable of it or an output of another one is of. */
export interface Asking {
  readonly known: Known
  readonly of: PartKey
}
/** An attribute of the resource that is made of the part. */
export interface Attribute {
  readonly attribute: string
  readonly of: PartKey
}
export type Argument = Tree<Leaf>
export type Arguments = Members<Leaf>

/** A resource of a module; what it waits for and comes after is worked out from the plan. */
export interface Asked {
  readonly type: `aws_${string}`
  readonly body: Arguments
  /** Tells several of one type apart that are made of one part. */
  readonly suffix?: string
  /** Set where deletion would lose data. */
  readonly keep?: true
  /** Parts that AWS wants to be there before, besides the needs of its own. */
  readonly after?: readonly PartKey[]
  /** Needs of its part that only another resource has. */
  readonly spares?: readonly PartKey[]
  /** Arguments that somebody else changes. */
  readonly ignores?: readonly string[]
}
/** The resources of a part, its own one first; none where it stands in another's. */
export type Printer<N extends PartName> = (
  part: PartOf<N>,
  settings: SettingsOf<N>,
  stack: StackPlan,
) => readonly Asked[]

export const attributeOf = (of: PartKey, attribute: string): Leaf => ({ attribute, of })
export const json = (value: Argument): Leaf => ({ json: value })
/** A block, or none where there is nothing to say. */
export const block = (members: Arguments | undefined): Blocks<Leaf> | undefined => members && { blocks: [members] }
export const blocks = (items: readonly Arguments[] | undefined): Blocks<Leaf> | undefined => items && { blocks: items }

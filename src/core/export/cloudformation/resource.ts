import type { ConstructKind } from '../../model/index.ts'
import type { PartKey, PartNameOf, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** Plain data as JSON has it. Intrinsic functions are objects in their long form (`{ Ref }`, `{ 'Fn::Sub' }`). */
export type Tree = string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree }
export type TreeObject = { readonly [key: string]: Tree }

/** One resource of a template; what it has to wait for is worked out from the plan. */
export interface Resource {
  readonly type: `AWS::${string}::${string}`
  readonly properties: TreeObject
  /** What AWS wants to be there before, besides the needs of its part and what it refers to. */
  readonly after?: readonly PartKey[]
  /** Set where deletion would lose data. */
  readonly keep?: true
}

/** Prints each part of one construct kind; null for a part that CloudFormation has no resource for. */
export type ResourcePrinters<K extends ConstructKind> = {
  readonly [N in PartNameOf<K>]: (part: PartOf<N>, stack: StackPlan) => Resource | null
}

/** The object without the members that are undefined. */
export const present = (members: { readonly [key: string]: Tree | undefined }): TreeObject =>
  Object.fromEntries(Object.entries(members).filter((entry): entry is [string, Tree] => entry[1] !== undefined))

/** The list, or undefined where it is empty: AWS reads an empty list and none differently in places. */
export const listed = (items: readonly Tree[]): readonly Tree[] | undefined => (items.length > 0 ? items : undefined)

import type { SettingsOf } from '../aws/settings.ts'
import type { Settings } from '../aws/value.ts'
import type { PartKey, PartName, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

/** Plain data as JSON has it. Intrinsic functions are objects in their long form (`{ Ref }`, `{ 'Fn::Sub' }`). */
export type Tree = string | number | boolean | readonly Tree[] | { readonly [key: string]: Tree }
export type TreeObject = { readonly [key: string]: Tree }

/** One resource of a template; what it has to wait for is worked out from the plan. */
export interface Resource<Properties = Settings> {
  readonly type: `AWS::${string}::${string}`
  readonly properties: Properties
  /** What AWS wants to be there before, besides the needs of its part and what it refers to. */
  readonly after?: readonly PartKey[]
  /** Set where deletion would lose data. */
  readonly keep?: true
}

/** The resource of a part; null for one that CloudFormation has no resource for. */
export type Printer<N extends PartName> = (
  part: PartOf<N>,
  settings: SettingsOf<N>,
  stack: StackPlan,
) => Resource | null

/** Says in CloudFormation's names what the settings say in the API's. */
export type Spelling<N extends PartName> = (settings: SettingsOf<N>, part: PartOf<N>, stack: StackPlan) => Settings

export const isTreeList = (tree: Tree | undefined): tree is readonly Tree[] => Array.isArray(tree)
export const isObject = (tree: Tree | undefined): tree is TreeObject => typeof tree === 'object' && !isTreeList(tree)

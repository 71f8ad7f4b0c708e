import type { ImportPlace } from '../report.ts'
import type { Bag } from './bag.ts'
import type { Key } from './traversal.ts'

/** One instance of a resource or data source, as Terraform expanded it. */
export interface Instance {
  readonly root: TerraformRoot
  readonly scope: Scope
  /** `module.net.aws_subnet.private["a"]`. */
  readonly address: string
  readonly mode: 'managed' | 'data'
  readonly type: string
  readonly name: string
  /** What `count` or `for_each` calls it; null without either. */
  readonly key: Key | null
  readonly values: Bag
  /** As `after_unknown`: true where a value is known only when it has been made. */
  readonly unknown: unknown
  /** As `sensitive_values`. */
  readonly sensitive: unknown
  /** The provider that made it, with its alias (`aws.west`); null = the file does not say. */
  readonly provider: string | null
  /** Its block in the configuration; null = the file has none. */
  readonly block: Bag | null
  readonly place: ImportPlace
}

/** An instance of which only this is known. */
export interface Named {
  readonly address: string
  readonly type: string
}

/** One instance of a module, the root module among them. */
export interface Scope {
  readonly address: string
  /** The name of the call, and its key; null at the root. */
  readonly call: string | null
  readonly key: Key | null
  readonly parent: Scope | null
  /** The module in the configuration; null = the file has none. */
  readonly config: Bag | null
}

/** What a file says of one root module. */
export interface TerraformRoot {
  readonly file: string
  readonly kind: 'plan' | 'state'
  readonly instances: readonly Instance[]
  readonly scopes: ReadonlyMap<string, Scope>
  /** Values of the root module's variables. */
  readonly variables: ReadonlyMap<string, unknown>
  /** `aws.west` -> its block in the configuration. */
  readonly providers: ReadonlyMap<string, Bag>
  /** What the plan takes away. */
  readonly removed: readonly Named[]
  /** What the plan puts off, and says nothing of. */
  readonly deferred: readonly Named[]
  /** What it says of itself that the report should tell. */
  readonly remarks: readonly string[]
}

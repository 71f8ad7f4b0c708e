import type { ResourceType } from '../../cloudformation/resources/resourceType.ts'
import type { Instance, TerraformRoot } from '../terraformRoot.ts'
import type { TerraformTypes } from '../types/terraformType.ts'

/** Rows of CloudFormation's table, as far as references need them. */
export type Referring = Readonly<Record<string, Pick<ResourceType, 'ref' | 'attributes'>>>

/** Everything that was given. */
export interface World {
  readonly roots: readonly TerraformRoot[]
  readonly types: TerraformTypes
  readonly referring: Referring
  /** What stands for the same thing in several files counts once. */
  readonly instances: readonly Instance[]
  readonly ids: ReadonlyMap<Instance, string>
  readonly whence: ReadonlyMap<Instance, { readonly account: string; readonly region: string }>
}

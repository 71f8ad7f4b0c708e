import { readFileSync } from 'node:fs'

/** What a resource of the `aws` provider of Terraform, or a block in one, takes. */
export interface TerraformArguments {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  readonly blocks: {
    readonly [name: string]: TerraformArguments & { readonly isRequired?: true; readonly isOne?: true }
  }
  /** Names of what a reference may read beside arguments and blocks; of resources only. */
  readonly attributes?: readonly string[]
}

/** The types that exports use, and the version of the provider that they are of. `scripts/writeTerraformArguments.ts` writes the table. */
export const PROVIDER = JSON.parse(readFileSync(new URL('./terraformArguments.json', import.meta.url), 'utf8')) as {
  readonly provider: string
  readonly types: { readonly [type: string]: TerraformArguments }
}

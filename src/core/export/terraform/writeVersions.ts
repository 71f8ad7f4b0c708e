import type { BuiltModule } from './buildModule.ts'
import { codeOf, variable } from './expression.ts'
import { printBlock } from './printHcl.ts'

/** The provider whose arguments are written; those of its later versions until the next great one still hold. */
export const PROVIDER_VERSION = '>= 6.66.0, < 7.0.0'
/** The first Terraform that reads what is written. */
export const TERRAFORM_VERSION = '>= 1.5.0'

/** `versions.tf`: what it takes, and whose account and Region it is for. */
export const writeVersions = ({ tags }: BuiltModule): string =>
  [
    printBlock('terraform', {
      required_version: TERRAFORM_VERSION,
      required_providers: {
        blocks: [{ aws: { source: 'hashicorp/aws', version: PROVIDER_VERSION } }],
      },
    }),
    printBlock('provider "aws"', {
      region: codeOf(variable('region')),
      allowed_account_ids: [codeOf(variable('account_id'))],
      default_tags: { blocks: [{ tags }] },
    }),
  ]
    .join('\n\n')
    .concat('\n')

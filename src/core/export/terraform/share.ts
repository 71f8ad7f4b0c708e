import { hexOf } from '../../base/hash.ts'
import type { SettingsOf } from '../aws/settings.ts'
import type { Later } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Asked, attributeOf } from './asked.ts'
import { withTags } from './made.ts'
import { named } from './named.ts'

type Share = Extract<PartOf<import('../plan/part.ts').PartName>, { readonly name: `${string}-share` }>

/** A share by AWS RAM, what is shared, and with whom. */
export function share(part: Share, settings: SettingsOf<'subnet-share'>, stack: StackPlan): readonly Asked[] {
  const resource_share_arn = attributeOf(part.key, 'arn')
  return [
    withTags(part, stack, {
      type: 'aws_ram_resource_share',
      body: { name: named(part), allow_external_principals: settings.allowExternalPrincipals },
    }),
    { type: 'aws_ram_resource_association', body: { resource_arn: settings.resourceArns[0]!, resource_share_arn } },
    ...settings.principals.map(
      (principal): Asked => ({
        type: 'aws_ram_principal_association',
        suffix: suffixOf(principal),
        body: { principal, resource_share_arn },
      }),
    ),
  ]
}

/** By the principal as drawn: another number in an environment is the same share. */
function suffixOf(principal: string | Later): string {
  const text = typeof principal === 'string' ? principal : principal.later === 'account' ? principal.number : ''
  return /^\w+$/.test(text) ? text : hexOf(JSON.stringify(principal), 8)
}

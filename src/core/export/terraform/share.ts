import { hexOf } from '../../base/hash.ts'
import type { SettingsOf } from '../aws/settings.ts'
import type { PartOf } from '../plan/part.ts'
import { type Asked, attributeOf } from './asked.ts'
import { withTags } from './made.ts'
import { named } from './named.ts'

type Share = Extract<PartOf<import('../plan/part.ts').PartName>, { readonly name: `${string}-share` }>

/** A share by AWS RAM, what is shared, and with whom. */
export function share(part: Share, settings: SettingsOf<'subnet-share'>): readonly Asked[] {
  const resource_share_arn = attributeOf(part.key, 'arn')
  return [
    withTags(part, {
      type: 'aws_ram_resource_share',
      body: { name: named(part), allow_external_principals: settings.allowExternalPrincipals },
    }),
    { type: 'aws_ram_resource_association', body: { resource_arn: settings.resourceArns[0]!, resource_share_arn } },
    ...settings.principals.map(
      (principal): Asked => ({
        type: 'aws_ram_principal_association',
        suffix: /^\w+$/.test(principal) ? principal : hexOf(principal, 8),
        body: { principal, resource_share_arn },
      }),
    ),
  ]
}

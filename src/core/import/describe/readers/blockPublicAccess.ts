import { asAccount, asFields, asId, asText, asWord, lastPart } from '../../fields.ts'
import { add, type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountByNumber, regionByCode } from '../../whereabouts.ts'

/** `describe-vpc-block-public-access-options` with the exclusions. Source: EC2 API, VpcBlockPublicAccessOptions. */
export function readBlockPublicAccess(entry: Entry, importing: Importing): undefined {
  const options = asFields(entry.value.VpcBlockPublicAccessOptions ?? entry.value)
  const mode = asWord(options.InternetGatewayBlockMode, ['off', 'block-bidirectional', 'block-ingress'])
  if (mode === null) return skip(importing, entry, null, 'the mode of VPC Block Public Access is not there')
  if (mode === 'off') return
  const region = asText(options.AwsRegion) ?? entry.region
  const account = asAccount(options.AwsAccountId) ?? entry.account
  const exclusions = importing
    .records('VpcBlockPublicAccessExclusions')
    .flatMap(({ value, account: its, region: where }) => {
      const of = asId(lastPart(asText(value.ResourceArn) ?? ''))
      const isLive = /^(?:create|update)-complete$|^update-failed$/.test(asText(value.State) ?? 'create-complete')
      if (of === null || !isLive || (its !== null && its !== account) || (where !== null && where !== region)) return []
      const allow = asWord(value.InternetGatewayExclusionMode, ['allow-bidirectional', 'allow-egress'])
      return allow === null
        ? []
        : [{ of, allow: allow === 'allow-egress' ? ('egress' as const) : ('bidirectional' as const) }]
    })
  const owner = accountByNumber(importing, account)
  add(importing, entry, {
    kind: 'block-public-access',
    // AWS gives it no id of its own; a template does
    id: asId(options.Id) ?? `block-public-access-${owner}-${region ?? 'unknown'}`,
    name: 'VPC Block Public Access',
    region: regionByCode(importing, region, entry),
    account: owner,
    mode,
    exclusions,
  })
}

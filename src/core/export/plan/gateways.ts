import { constructOfKind } from '../../model/containment.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { elasticIpOf } from './elastic-ip.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, type Planner, wantConstruct } from './planning.ts'

export const egressOnlyInternetGateway: Planner<'egress-only-internet-gateway'> = (construct) => [
  makePart('egress-only-gateway', construct, null, [construct.vpc], { vpc: construct.vpc }),
]

/** A NAT gateway of a whole VPC. With zones drawn it takes an Elastic IP address for each; without, AWS covers zones by itself. */
export const regionalNatGateway: Planner<'regional-nat-gateway'> = (construct, planning) => {
  const attachments = attachmentsOf(planning, construct.vpc)
  if (attachments.length === 0)
    addRemark(planning, construct, 'its VPC has no internet gateway. AWS refuses a public NAT gateway without one.')
  if (construct.publicIps.length > 0)
    addRemark(planning, construct, 'AWS chooses its public addresses; the drawn ones are not asked for.')
  const parts: Part[] = []
  const zones = [...new Set(construct.zones)].map((zoneName, index) => {
    const drawn = elasticIpOf(planning.design, construct.id, index)
    if (drawn) return { zoneName, address: wantConstruct(planning, drawn) }
    const word = `address-${zoneName}`
    parts.push(makePart('regional-nat-address', construct, word, attachments, {}))
    return { zoneName, address: keyOf(construct, word) }
  })
  const needs = [construct.vpc, ...zones.map((zone) => zone.address), ...attachments]
  parts.push(makePart('regional-nat-gateway', construct, null, needs, { vpc: construct.vpc, zones }))
  return parts
}

/** AWS’s setting for the account and Region, with its exclusions. The exclusions come first, so that nothing is cut off in between. */
export const blockPublicAccess: Planner<'block-public-access'> = (construct, planning) => {
  const parts: Part[] = []
  for (const { of, allow } of construct.exclusions) {
    const vpc = constructOfKind(planning.design, of, 'vpc')
    const excluded = vpc ?? constructOfKind(planning.design, of, 'subnet')
    if (!excluded || !planning.included.has(of)) {
      addRemark(
        planning,
        construct,
        `the exclusion of “${of}” is left out, because it is no VPC or subnet of the account and Region.`,
      )
      continue
    }
    const details = { of, ofKind: excluded.kind, allow }
    const part = makePart('block-exclusion', construct, `exclusion-${of}`, [of], details)
    if (!parts.some((one) => one.key === part.key)) parts.push(part)
  }
  if (construct.mode === 'off') return parts
  addRemark(
    planning,
    construct,
    'it holds for every VPC of the account in the Region, those that are not drawn included.',
  )
  return [
    ...parts,
    makePart(
      'block-public-access',
      construct,
      null,
      parts.map((part) => part.key),
      {},
    ),
  ]
}

import { constructAt, constructOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { recordName as fullNameOf } from '../../net/recordName.ts'
import type { PlannedAlias } from './dnsShapes.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { type Place, placeOfVpc } from './places.ts'
import { addRemark, isHome, type Planner, type Planning, want, wantConstruct } from './planning.ts'

type Zone = ConstructOf<'hosted-zone'>

/** The zone with the VPCs of its account and its records; another account associates its VPCs itself, once it is allowed to. */
export const hostedZone: Planner<'hosted-zone'> = (construct, planning) => {
  const [home] = planning.places.get(construct.id) ?? []
  const vpcs = construct.visibility === 'private' ? vpcsOf(construct, planning) : []
  const isOwn = ({ place }: (typeof vpcs)[number]) => place.accountId === home?.accountId
  if (!isHome(planning, construct))
    return vpcs
      .filter(({ place }) => place.accountId === planning.accountId && place.regionCode === planning.regionCode)
      .map(({ id, key, place }) => planAssociation(construct, id, key(), place, planning))
  const own = vpcs.filter(isOwn).map(({ key, place }) => ({ vpc: key(), regionCode: place.regionCode }))
  if (construct.visibility === 'private' && own.length === 0) {
    addRemark(
      planning,
      construct,
      'no VPC of its own account is associated with it, and AWS makes no private zone without one.',
    )
    return []
  }
  if (construct.visibility === 'public')
    addRemark(
      planning,
      construct,
      'the domain’s registrar has to name the zone’s name servers before the internet asks it.',
    )
  const zone = keyOf(construct)
  const parts: Part[] = [
    makePart(
      'hosted-zone',
      construct,
      null,
      own.map(({ vpc }) => vpc),
      { vpcs: own },
    ),
  ]
  for (const { vpc, regionCode } of own.slice(1))
    parts.push(makePart('zone-vpc', construct, `vpc-${vpc}`, [zone, vpc], { zone, vpc, regionCode }))
  for (const one of vpcs.filter((vpc) => !isOwn(vpc))) {
    const vpc = one.key()
    const { regionCode } = one.place
    parts.push(makePart('zone-authorization', construct, `authorize-${vpc}`, [zone, vpc], { zone, vpc, regionCode }))
  }
  return [...parts, ...planRecords(construct, planning)]
}

function vpcsOf(construct: Zone, planning: Planning): { id: string; key: () => PartKey; place: Place }[] {
  return [...new Set(construct.vpcs)].flatMap((id) => {
    const vpc = constructOfKind(planning.design, id, 'vpc')
    const place = placeOfVpc(planning.design, vpc)
    if (vpc && typeof place !== 'string') return [{ id, key: () => wantConstruct(planning, vpc), place }]
    addRemark(planning, construct, `the VPC “${id}” is not in the design, so it is not associated.`)
    return []
  })
}

function planAssociation(construct: Zone, id: string, vpc: PartKey, place: Place, planning: Planning): Part {
  const zone = wantConstruct(planning, construct)
  const authorization = want(planning, keyOf(construct, `authorize-${id}`), `Leave of ${construct.id} for ${id}`, null)
  const details = { zone, vpc, regionCode: place.regionCode, authorization }
  return makePart('zone-association', construct, `association-${id}`, [zone, vpc, authorization], details)
}

function planRecords(construct: Zone, planning: Planning): Part[] {
  const zone = keyOf(construct)
  const domain = construct.domain.replace(/\.$/, '')
  const parts = new Map<PartKey, Part>()
  for (const record of construct.records) {
    const recordName = fullNameOf(record.name, domain) ?? record.name
    const word = `record-${record.type}-${recordName.replaceAll('*', 'any')}`
    const alias = record.alias === null ? null : aliasOf(construct, record.alias, planning)
    if (record.alias !== null && alias === null) continue
    if (alias === null && record.values.length === 0) {
      addRemark(planning, construct, `the record ${recordName} has no value and is left out.`)
      continue
    }
    const values = record.type === 'TXT' ? record.values.map(quotedText) : record.values
    const details = { zone, recordName, type: record.type, values, alias }
    const part = makePart('dns-record', construct, word, [zone, ...(alias ? [alias.key] : [])], details)
    if (parts.has(part.key))
      addRemark(
        planning,
        construct,
        `a second ${record.type} record ${recordName} is left out; AWS keeps one set for each name and type.`,
      )
    else parts.set(part.key, part)
  }
  return [...parts.values()]
}

/** Aliases need names that only the stack of the target knows. */
function aliasOf(construct: Zone, id: string, planning: Planning): PlannedAlias | null {
  const target = constructAt(planning.design, id)
  const isHere = target !== null && planning.included.has(id)
  if (isHere && target.kind === 'interface-endpoint') return { key: wantConstruct(planning, target), kind: 'endpoint' }
  if (isHere && (target.kind === 'network-load-balancer' || target.kind === 'application-load-balancer'))
    return { key: wantConstruct(planning, target), kind: 'balancer' }
  addRemark(
    planning,
    construct,
    `the alias to “${id}” is left out, because it is no endpoint or load balancer of the account and Region that the zone is made in.`,
  )
  return null
}

/** TXT values stand in quotes, in pieces of at most 255 characters; quotes and backslashes in them by their octal codes. */
const quotedText = (text: string): string =>
  text.startsWith('"')
    ? text
    : (text.match(/.{1,200}/gu) ?? [''])
        .map((piece) => `"${piece.replaceAll('\\', '\\134').replaceAll('"', '\\042')}"`)
        .join(' ')

import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Origin } from '../origin.ts'
import type { TransitTableNet } from '../topology.ts'
import {
  type AttachmentBuild,
  addGap,
  type Building,
  type LinkBuild,
  type TransitGatewayBuild,
  type TransitTableBuild,
} from './building.ts'
import { addInterfaces, createEni, type Wanted } from './lowerInterfaces.ts'

/** Transit gateways, their tables (still empty) and attachments, each with the table that it is associated with. Source: transit gateway guide. */
export function lowerTransit(building: Building): void {
  const codes = new Map(building.byKind.region.map(({ id, code }) => [id, code]))
  for (const { id, region, securityGroupReferencing } of building.byKind['transit-gateway'])
    building.transitGateways.set(id, {
      id,
      regionCode: codes.get(region) ?? '',
      securityGroupReferencing,
      attachments: new Map(),
    })
  for (const table of building.byKind['transit-gateway-route-table']) {
    const gateway = findGateway(building, table.transitGateway, { construct: table.id, path: ['transitGateway'] })
    if (gateway)
      building.transitTables.set(table.id, {
        id: table.id,
        gateway,
        routes4: [],
        routes6: [],
        index4: null,
        unread: [],
      })
  }
  attachVpcs(building)
  attachPeerings(building)
  for (const link of building.links.values()) attachLink(building, link)
  for (const table of building.byKind['transit-gateway-route-table']) associate(building, table)
}

const findGateway = (building: Building, id: string, at: Origin): TransitGatewayBuild | null => {
  const gateway = building.transitGateways.get(id)
  if (!gateway) addGap(building, 'dangling-reference', at, `no transit gateway “${id}”`)
  return gateway ?? null
}

const createAttachment = (
  id: string,
  kind: AttachmentBuild['kind'],
  gateway: TransitGatewayBuild,
  available: boolean,
): AttachmentBuild => ({
  id,
  kind,
  gateway,
  available,
  table: null,
  doubt: null,
  vpc: null,
  enis: [],
  applianceMode: false,
  ipv6: true,
  securityGroupReferencing: false,
  peer: null,
  link: null,
  gap: null,
})

function attachVpcs(building: Building): void {
  const wanted: Wanted[] = []
  for (const attachment of building.byKind['transit-gateway-attachment']) {
    const at = (...path: readonly (string | number)[]) => ({ construct: attachment.id, path })
    const gateway = findGateway(building, attachment.transitGateway, at('transitGateway'))
    const vpc = building.vpcs.get(attachment.vpc)
    if (!vpc) addGap(building, 'dangling-reference', at('vpc'), `no VPC “${attachment.vpc}”`)
    if (!gateway || !vpc) continue
    const net: AttachmentBuild = {
      ...createAttachment(attachment.id, 'vpc', gateway, attachment.state === 'available'),
      vpc,
      applianceMode: attachment.applianceMode,
      ipv6: attachment.ipv6Support,
      securityGroupReferencing: attachment.securityGroupReferencing,
    }
    attachment.subnets.forEach((id, index) => {
      const subnet = building.subnets.get(id)
      if (!subnet || subnet.vpc !== vpc) {
        net.gap ??= addGap(building, 'dangling-reference', at('subnets', index), `no subnet “${id}” in the VPC`)
        return
      }
      const eni = createEni(at('subnets', index), 'transit-gateway', subnet, [])
      net.enis.push(eni)
      wanted.push({
        eni,
        privateIp: null,
        publicIp: null,
        ipv6: null,
        path: ['subnets', index],
        key: `${net.id}#${id}`,
      })
    })
    building.attachments.set(attachment.id, net)
    vpc.attachments.push(net)
    const known = gateway.attachments.get(vpc.id)
    if (!known || (!known.available && net.available)) gateway.attachments.set(vpc.id, net)
  }
  addInterfaces(building, wanted)
}

/** Key of a peering as one of its gateways sees it. */
export const peeringKey = (id: string, gateway: string): string => `${id} ${gateway}`

function attachPeerings(building: Building): void {
  for (const { id, transitGateway, peer, state } of building.byKind['transit-gateway-peering']) {
    const own = findGateway(building, transitGateway, { construct: id, path: ['transitGateway'] })
    const other = findGateway(building, peer, { construct: id, path: ['peer'] })
    const sides = [own, other].flatMap((gateway) =>
      gateway ? [createAttachment(id, 'peering', gateway, state === 'available')] : [],
    )
    for (const side of sides) {
      side.peer = sides.find((one) => one !== side) ?? null
      if (!side.peer)
        side.gap = {
          code: 'dangling-reference',
          at: { construct: id, path: ['peer'] },
          message: 'the other gateway is not in the design',
        }
      building.attachments.set(peeringKey(id, side.gateway.id), side)
    }
  }
}

/** A VPN connection or Direct Connect that ends at a transit gateway. */
function attachLink(building: Building, link: LinkBuild): void {
  const construct = building.design.constructs[link.id] as ConstructOf<'vpn-connection' | 'direct-connect'>
  const gateway = building.transitGateways.get(construct.gateway)
  if (!gateway) return
  const attachment: AttachmentBuild = {
    ...createAttachment(link.id, 'link', gateway, link.up),
    link,
    gap: link.gap,
  }
  link.attachment = attachment
  building.attachments.set(link.id, attachment)
}

/** The attachment of that construct as the table's gateway sees it. */
export const findAttachment = (
  building: Building,
  table: TransitTableNet | TransitTableBuild,
  id: string,
): AttachmentBuild | null => {
  const found = building.attachments.get(id) ?? building.attachments.get(peeringKey(id, table.gateway.id))
  return found?.gateway.id === table.gateway.id ? found : null
}

function associate(building: Building, table: ConstructOf<'transit-gateway-route-table'>): void {
  const net = building.transitTables.get(table.id)
  if (!net) return
  table.associations.forEach((id, index) => {
    const attachment = findAttachment(building, net, id)
    if (attachment?.table && attachment.table !== net)
      attachment.doubt ??= addGap(
        building,
        'invalid-value',
        { construct: table.id, path: ['associations', index] },
        `“${id}” is associated with another table too, which AWS refuses`,
      )
    else if (attachment) attachment.table = net
    else
      addGap(
        building,
        'dangling-reference',
        { construct: table.id, path: ['associations', index] },
        `no attachment “${id}” of this transit gateway`,
      )
  })
}

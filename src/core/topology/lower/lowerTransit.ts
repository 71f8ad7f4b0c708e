import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Origin } from '../origin.ts'
import type { TransitTableNet } from '../topology.ts'
import {
  type AttachmentBuild,
  addGap,
  type Building,
  type Lower,
  type TransitGatewayBuild,
  type TransitTableBuild,
  type Wanted,
} from './building.ts'
import { addInterfaces, createEni } from './lowerInterfaces.ts'

/** Source of all of this: transit gateway guide. */
export const lowerTransitGateways: Lower<'transit-gateway'> = (building, gateways) => {
  const codes = new Map(building.byKind.region.map(({ id, code }) => [id, code]))
  for (const { id, region, securityGroupReferencing } of gateways)
    building.transitGateways.set(id, {
      id,
      regionCode: codes.get(region) ?? '',
      securityGroupReferencing,
      attachments: new Map(),
    })
}

/** Tables of transit gateways, without their routes for now. */
export const lowerTransitTables: Lower<'transit-gateway-route-table'> = (building, tables) => {
  for (const table of tables) {
    const gateway = findGateway(building, table.transitGateway, { construct: table.id, path: ['transitGateway'] })
    if (gateway)
      building.transitTables.set(table.id, {
        id: table.id,
        gateway,
        routes4: [],
        routes6: [],
        index4: null,
        unread: table.allRoutes
          ? []
          : [{ family: null, target: null, whole: false, gap: unknownRoutes(building, table) }],
      })
  }
}

const unknownRoutes = (building: Building, { id }: ConstructOf<'transit-gateway-route-table'>) =>
  addGap(
    building,
    'dangling-reference',
    { construct: id, path: ['allRoutes'] },
    'the design does not have all of its routes',
  )

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

export const attachVpcs: Lower<'transit-gateway-attachment'> = (building, attachments) => {
  const wanted: Wanted[] = []
  for (const attachment of attachments) {
    const at = (...path: readonly (string | number)[]) => ({ construct: attachment.id, path })
    const gateway = findGateway(building, attachment.transitGateway, at('transitGateway'))
    const vpc = building.vpcs.get(attachment.vpc) ?? null
    // without its VPC it is there all the same: what other attachments lead to does not hang on it
    const gap = vpc ? null : addGap(building, 'dangling-reference', at('vpc'), `no VPC “${attachment.vpc}”`)
    if (!gateway) continue
    const net: AttachmentBuild = {
      ...createAttachment(attachment.id, 'vpc', gateway, attachment.state === 'available'),
      vpc,
      gap,
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
    if (!vpc) continue
    vpc.attachments.push(net)
    const known = gateway.attachments.get(vpc.id)
    if (!known || (!known.available && net.available)) gateway.attachments.set(vpc.id, net)
  }
  addInterfaces(building, wanted)
}

/** Key of a peering as one of its gateways sees it. */
const peeringKey = (id: string, gateway: string): string => `${id} ${gateway}`

export const attachTransitPeerings: Lower<'transit-gateway-peering'> = (building, peerings) => {
  for (const { id, transitGateway, peer, state } of peerings) {
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

/** VPN connections and Direct Connect links that end at a transit gateway. */
export const attachLinks: Lower<'vpn-connection' | 'direct-connect'> = (building, lines) => {
  for (const { id, gateway: name } of lines) {
    const link = building.links.get(id)
    const gateway = building.transitGateways.get(name)
    if (!link || !gateway) continue
    const attachment = { ...createAttachment(id, 'link', gateway, link.up), link, gap: link.gap }
    link.attachment = attachment
    building.attachments.set(id, attachment)
  }
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

/** Gives attachments the table that they are associated with. */
export const associateAttachments: Lower<'transit-gateway-route-table'> = (building, tables) => {
  for (const table of tables) associate(building, table)
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

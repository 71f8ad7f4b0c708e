import { type Construct, constructOfKind, type Design } from '../../src/core/model/index.ts'
import { generateDesign } from './generateDesign.ts'

/** The generated design with all its VPCs on transit gateways, a hundred to each, which are peered with the first. */
export function generateTransitDesign(size: number): Design {
  const design = generateDesign(size)
  const constructs: Record<string, Construct> = { ...design.constructs }
  const all = Object.values(constructs)
  const vpcs = all.filter((one) => one.kind === 'vpc')
  const zones = new Map(all.flatMap((one) => (one.kind === 'availability-zone' ? [[one.id, one.vpc] as const] : [])))
  const subnets = new Map<string, string[]>()
  for (const one of all) {
    if (one.kind !== 'subnet' || !one.id.includes('private')) continue
    const vpc = zones.get(one.zone)!
    subnets.set(vpc, [...(subnets.get(vpc) ?? []), one.id])
  }
  const { region, account } = vpcs[0]!
  const count = Math.ceil(vpcs.length / 100)
  for (let g = 0; g < count; g++) {
    const own = vpcs.slice(g * 100, (g + 1) * 100)
    add(constructs, {
      kind: 'transit-gateway',
      id: `tgw-${g}`,
      name: `TGW ${g}`,
      region,
      account,
      asn: null,
      securityGroupReferencing: true,
      dnsSupport: true,
    })
    for (const { id } of own)
      add(constructs, {
        kind: 'transit-gateway-attachment',
        id: `att-${id}`,
        name: `attachment of ${id}`,
        vpc: id,
        transitGateway: `tgw-${g}`,
        subnets: subnets.get(id)!,
        state: 'available',
        applianceMode: false,
        ipv6Support: false,
        dnsSupport: true,
        securityGroupReferencing: true,
      })
    const peerings = g === 0 ? Array.from({ length: count - 1 }, (_, i) => `tgp-${i + 1}`) : [`tgp-${g}`]
    if (g > 0)
      add(constructs, {
        kind: 'transit-gateway-peering',
        id: `tgp-${g}`,
        name: `peering ${g}`,
        transitGateway: `tgw-${g}`,
        peer: 'tgw-0',
        state: 'available',
      })
    const ids = own.map(({ id }) => `att-${id}`)
    add(constructs, {
      kind: 'transit-gateway-route-table',
      id: `tgw-rtb-${g}`,
      name: `table ${g}`,
      transitGateway: `tgw-${g}`,
      associations: [...ids, ...peerings],
      propagations: ids,
      allRoutes: true,
      routes: vpcs
        .filter((one) => !own.includes(one))
        .map((one) => ({
          destination: { cidr: one.cidrs[0]! },
          target: g === 0 ? `tgp-${Math.floor(vpcs.indexOf(one) / 100)}` : `tgp-${g}`,
        })),
    })
    for (const { id } of own)
      for (const table of [`${id.replace('vpc', 'rtb')}-main`, `${id.replace('vpc', 'rtb')}-public`]) {
        const { routes, ...rest } = constructOfKind(design, table, 'route-table')!
        add(constructs, {
          ...rest,
          routes: [...routes, { destination: { cidr: '10.0.0.0/8' }, target: `tgw-${g}` }],
        })
      }
  }
  return { ...design, constructs }
}

function add(constructs: Record<string, Construct>, construct: Construct): void {
  constructs[construct.id] = construct
}

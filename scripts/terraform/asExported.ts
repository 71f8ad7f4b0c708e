import type { Construct, Design } from '../../src/core/model/index.ts'

type Of<K extends Construct['kind']> = Extract<Construct, { kind: K }>

/** The design without what no export says of it: what answers inside of a client, hosts outside, addresses that AWS chooses, and what AWS takes from nobody. */
export function asExported(design: Design): Design {
  const { constructs } = design
  const vpcOf = (id: string): string | null => {
    const group = constructs[id]
    return group?.kind === 'security-group' ? group.vpc : null
  }
  const plain = (one: Construct): Construct[] => {
    switch (one.kind) {
      case 'internet-host':
        return []
      case 'client':
        return [clientOf(one)]
      case 'nat-gateway':
        return [{ ...one, publicIp: null }]
      case 'transit-gateway-attachment':
        return [{ ...one, state: 'available' }]
      case 'interface-endpoint':
        return [{ ...one, dnsLabel: null, subnets: one.subnets.map((place) => ({ ...place, privateIp: null })) }]
      case 'prefix-list':
        return [{ ...one, entries: one.entries.filter(({ cidr }) => !cidr.includes(':')) }]
      case 'route-table':
        return [{ ...one, routes: one.routes.filter(({ target }) => target !== 'blackhole') }]
      case 'security-group': {
        const isOwn = ({ peer }: Of<'security-group'>['ingress'][number]) =>
          !('securityGroup' in peer) || vpcOf(peer.securityGroup) === one.vpc
        return [{ ...one, ingress: one.ingress.filter(isOwn), egress: one.egress.filter(isOwn) }]
      }
      default:
        return [one]
    }
  }
  return {
    ...design,
    constructs: Object.fromEntries(
      Object.values(constructs)
        .flatMap(plain)
        .map((one) => [one.id, one]),
    ),
  }
}

/** A function has the same groups in all of its subnets, and addresses that AWS chooses. */
function clientOf(client: Of<'client'>): Of<'client'> {
  const [first] = client.interfaces
  const interfaces =
    client.runtime === 'lambda'
      ? client.interfaces.map(({ subnet, sourceDestCheck: _, ...one }) => ({
          ...one,
          subnet,
          securityGroups: first!.securityGroups,
          privateIp: null,
          ipv6: null,
          publicIp: 'none',
          sourceDestCheck: true,
        }))
      : client.interfaces
  return { ...client, interfaces, listens: null, policyRouting: 'unknown', operatingSystem: 'linux' }
}

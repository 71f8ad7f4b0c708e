import { listOfKind, regionOf, vpcOf } from '../../containment.ts'
import type { ConstructOf } from '../../kinds/registry.ts'
import { ownerIn } from '../ownerIn.ts'
import { type Fillers, firstInEachZone, subnetUnder, zonesText } from './filling.ts'

/** Zones, endpoints and rules of DNS. */
export const names: Fillers<
  'hosted-zone' | 'resolver-endpoint' | 'resolver-rule' | 'dns-firewall-rule-group' | 'route-53-profile'
> = {
  'hosted-zone': ({ design }, blank) => {
    const owner = ownerIn(design)
    const taken = new Set(listOfKind(design, 'hosted-zone').map(({ domain }) => domain))
    let domain = blank.domain
    for (let number = 2; taken.has(domain); number++) domain = `example-${number}.internal`
    const vpcs = listOfKind(design, 'vpc')
    const only = vpcs.length === 1 ? vpcs[0] : undefined
    return {
      construct: { ...blank, account: owner.id, domain, vpcs: only ? [only.id] : [] },
      sentence: `Adds a private hosted zone for ${domain}${only ? `, which answers in ${only.name}` : ''}`,
      also: owner.edits,
    }
  },
  'resolver-endpoint': ({ design, container, target }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const standing = listOfKind(design, 'resolver-endpoint').filter((one) => one.vpc === vpc.id)
    const isInbound = !standing.some(({ direction }) => direction === 'inbound')
    const subnets = firstInEachZone(design, vpc.id, subnetUnder(design, target))
    // AWS wants two addresses at least; with a single zone both lie in it.
    const places = subnets.length === 1 ? [subnets[0]!, subnets[0]!] : subnets.slice(0, 6)
    return {
      construct: {
        ...blank,
        direction: isInbound ? 'inbound' : 'outbound',
        addresses: places.map((subnet) => ({ subnet, privateIp: null })),
      },
      sentence: `${isInbound ? 'Inbound' : 'Outbound'} Resolver endpoint gets addresses in ${zonesText(subnets.length)}`,
    }
  },
  'resolver-rule': ({ design, container }, blank) => {
    const way = listOfKind(design, 'resolver-endpoint').find(
      ({ id, direction }) => direction === 'outbound' && regionOf(design, id)?.id === container?.id,
    )
    const vpc = way && vpcOf(design, way.id)
    const server = listOfKind(design, 'on-premises-network').find(({ dnsServer }) => dnsServer !== null)?.dnsServer
    return {
      construct: {
        ...blank,
        resolverEndpoint: way?.id ?? null,
        vpcs: vpc ? [vpc.id] : [],
        targets: server ? [{ address: server, port: 53 }] : [],
      },
      sentence: `Adds a rule that forwards ${blank.domain}${way ? ` through ${way.name}` : ', without an outbound endpoint yet'}`,
    }
  },
  'dns-firewall-rule-group': ({ design, container }, blank) => {
    const vpcs = listOfKind(design, 'vpc').filter(({ region }) => region === container?.id)
    const only = vpcs.length === 1 ? vpcs[0] : undefined
    return {
      construct: { ...blank, vpcs: only ? [{ vpc: only.id, priority: 101 }] : [] },
      sentence: `Adds a DNS Firewall rule group${only ? ` for ${only.name}` : ''}, without rules yet`,
    }
  },
  'route-53-profile': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    const taken = new Set(listOfKind(design, 'route-53-profile').flatMap(({ vpcs }) => vpcs))
    const vpcs = listOfKind(design, 'vpc').filter(({ id, region }) => region === container?.id && !taken.has(id))
    return {
      construct: { ...blank, account: owner.id, vpcs: vpcs.map(({ id }) => id) },
      sentence: `Adds a Route 53 Profile for ${vpcs.length === 1 ? vpcs[0]!.name : `${vpcs.length} VPCs`}, with nothing in it yet`,
      also: owner.edits,
    }
  },
}

import type { Part, PartKey } from './part.ts'

/** An address that a part takes in a subnet: the one that is drawn, or one that AWS chooses. */
interface Taken {
  readonly subnet: PartKey
  readonly privateIp: string | null
}

const chosenIn = (subnets: readonly PartKey[]): readonly Taken[] =>
  subnets.map((subnet) => ({ subnet, privateIp: null }))

function takenBy(part: Part): readonly Taken[] {
  switch (part.name) {
    case 'nat-gateway':
      return [part]
    case 'network-balancer':
    case 'application-balancer':
    case 'gateway-balancer':
      return part.nodes
    case 'resolver-endpoint':
      return part.addresses
    case 'client-interface':
      return [part.interface]
    case 'instance':
      return part.interfaces.filter((one) => one.part === null)
    case 'ecs-service':
      return chosenIn([part.interface.subnet])
    case 'balancer-endpoint':
      return chosenIn([part.subnet])
    case 'interface-endpoint':
      return part.subnets
    case 'lambda-function':
    case 'transit-attachment':
    case 'network-firewall':
    case 'resource-gateway':
    case 'resource-endpoint':
    case 'service-network-endpoint':
      return chosenIn(part.subnets)
    default:
      return []
  }
}

/** Whether every format asks for the address. Templates cannot for an endpoint (AWS::EC2::VPCEndpoint has no SubnetConfigurations), so it is chosen there. */
const isAsked = (part: Part): boolean => part.name !== 'interface-endpoint'

/**
 * The parts of one stack, in which whatever lets AWS choose an address in a subnet waits for all that have a drawn one there: AWS chooses among
 * those that are free, also one that somebody asks for later. Where the one with the drawn address needs the other, the order stays.
 */
export function drawnAddressesFirst(parts: readonly Part[]): readonly Part[] {
  const drawn = new Map<PartKey, Part[]>()
  for (const part of parts)
    for (const { subnet, privateIp } of takenBy(part))
      if (privateIp !== null) drawn.set(subnet, [...(drawn.get(subnet) ?? []), part])
  if (drawn.size === 0) return parts
  const needs = new Map(parts.map((part) => [part.key, part.needs]))
  const reaches = (from: PartKey, to: PartKey, seen = new Set<PartKey>()): boolean => {
    if (from === to) return true
    if (seen.has(from)) return false
    seen.add(from)
    return (needs.get(from) ?? []).some((next) => reaches(next, to, seen))
  }
  return parts.map((part) => {
    const before = takenBy(part).flatMap(({ subnet, privateIp }) => {
      const there = drawn.get(subnet) ?? []
      return privateIp === null ? there : isAsked(part) ? [] : there.filter(isAsked)
    })
    const keys = new Set(before.map(({ key }) => key))
    const later = [...keys].filter((key) => !part.needs.includes(key) && !reaches(key, part.key))
    if (later.length === 0) return part
    const all = [...part.needs, ...later]
    needs.set(part.key, all)
    return { ...part, needs: all }
  })
}

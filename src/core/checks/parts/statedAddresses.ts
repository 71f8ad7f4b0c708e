import type { ConstructId, Design, Edit } from '../../model/index.ts'
import { type Address, parseAddress } from '../../net/index.ts'
import type { Origin } from '../../topology/origin.ts'
import { change } from './change.ts'
import { ofKind } from './ofKind.ts'
import { place } from './place.ts'

const BALANCERS = ['network-load-balancer', 'application-load-balancer', 'gateway-load-balancer'] as const

/** A private address that the design chooses itself instead of leaving it to AWS. */
export interface StatedAddress {
  readonly at: Origin
  readonly text: string
  readonly address: Address
  readonly subnet: ConstructId
  /** Leaves the choice to AWS. */
  clear(): Edit
}

const known = new WeakMap<Design['constructs'], readonly StatedAddress[]>()

/** Every private address that is written down; texts that are no address are left to the check `invalid-value`. Read once for all checks that ask. */
export function statedAddresses(design: Design): readonly StatedAddress[] {
  let list = known.get(design.constructs)
  if (!list) {
    list = [...readAddresses(design)]
    known.set(design.constructs, list)
  }
  return list
}

function* readAddresses(design: Design): Iterable<StatedAddress> {
  for (const client of ofKind(design, 'client'))
    for (const [i, one] of client.interfaces.entries())
      for (const key of ['privateIp', 'ipv6'] as const) {
        const clear = () =>
          change('client', client.id, { interfaces: client.interfaces.with(i, { ...one, [key]: null }) })
        yield* stated(one[key], place(client.id, 'interfaces', i, key), one.subnet, clear)
      }
  for (const nat of ofKind(design, 'nat-gateway')) {
    const clear = () => change('nat-gateway', nat.id, { privateIp: null })
    yield* stated(nat.privateIp, place(nat.id, 'privateIp'), nat.subnet, clear)
  }
  for (const endpoint of ofKind(design, 'interface-endpoint'))
    for (const [i, one] of endpoint.subnets.entries())
      for (const key of ['privateIp', 'ipv6'] as const) {
        const clear = () =>
          change('interface-endpoint', endpoint.id, { subnets: endpoint.subnets.with(i, { ...one, [key]: null }) })
        yield* stated(one[key], place(endpoint.id, 'subnets', i, key), one.subnet, clear)
      }
  for (const kind of BALANCERS)
    for (const balancer of ofKind(design, kind))
      for (const [i, one] of balancer.subnets.entries()) {
        const clear = () =>
          change(balancer.kind, balancer.id, {
            subnets: balancer.subnets.with(i, { ...one, privateIp: null } as never),
          })
        yield* stated(one.privateIp, place(balancer.id, 'subnets', i, 'privateIp'), one.subnet, clear)
      }
  for (const { id, subnet, privateIp } of ofKind(design, 'gateway-load-balancer-endpoint')) {
    const clear = () => change('gateway-load-balancer-endpoint', id, { privateIp: null })
    yield* stated(privateIp, place(id, 'privateIp'), subnet, clear)
  }
  for (const resolver of ofKind(design, 'resolver-endpoint'))
    for (const [i, one] of resolver.addresses.entries()) {
      const clear = () =>
        change('resolver-endpoint', resolver.id, { addresses: resolver.addresses.with(i, { ...one, privateIp: null }) })
      yield* stated(one.privateIp, place(resolver.id, 'addresses', i, 'privateIp'), one.subnet, clear)
    }
}

function* stated(text: string | null, at: Origin, subnet: ConstructId, clear: () => Edit): Iterable<StatedAddress> {
  const address = text === null ? null : parseAddress(text)
  if (text !== null && address !== null) yield { at, text, address, subnet, clear }
}

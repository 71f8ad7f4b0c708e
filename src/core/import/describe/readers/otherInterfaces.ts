import { add, type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { type Interface, interfacesOf, titleOf } from '../interfaces.ts'
import { addClient, freeId } from './clients.ts'

const RUNTIMES = { lambda: 'lambda', ecs: 'ecs', database: 'database' } as const
/** What answers for itself, by rules that only its own record says. */
const NEEDS_RECORD: Readonly<Partial<Record<Interface['owner']['kind'], string>>> = {
  instance: 'instance',
  'nat-gateway': 'NAT gateway',
  endpoint: 'endpoint',
  'load-balancer': 'load balancer',
  'transit-gateway-attachment': 'transit gateway attachment',
  'resolver-endpoint': 'Resolver endpoint',
}

/** `describe-network-interfaces`: those that belong to nothing else in the design become clients of their own. */
export function readOtherInterface(entry: Entry, importing: Importing): undefined {
  const one = interfacesOf(importing).byId.get(String(entry.value.NetworkInterfaceId))
  if (!one || one.entry !== entry) {
    if (!one) skip(importing, entry, null, 'a network interface without an id')
    return
  }
  if (interfacesOf(importing).taken.has(one.id)) return
  const { kind } = one.owner
  if (kind === 'nothing') return skip(importing, entry, one.id, 'the interface is attached to nothing')
  if (kind === 'nat-gateway' && !importing.wasAsked('NatGateways', entry)) return drawNatGateway(entry, one, importing)
  const needed = NEEDS_RECORD[kind]
  if (needed) {
    // Transit gateways and NAT gateways answer nothing at their interfaces, whatever their record says; so does what does not run.
    if (
      kind === 'transit-gateway-attachment' ||
      kind === 'nat-gateway' ||
      (importing.wasAsked('Reservations', entry) && kind === 'instance')
    )
      return skip(importing, entry, one.id, `it belongs to the ${needed} ${one.owner.id}, which is not in the design`)
    return addUnknown(importing, entry, one, needed)
  }
  const runtime = kind === 'lambda' || kind === 'ecs' || kind === 'database' ? RUNTIMES[kind] : 'other'
  const id = freeId(importing, one.id)
  const done = addClient(importing, entry, { id, name: titleOf(one), runtime, account: one.account }, [one])
  if (!done) skip(importing, entry, one.id, 'the subnet of the interface is not there')
}

/** It has the address, and a security group that leads nowhere: what reaches it cannot be told without its owner's record. */
function addUnknown(importing: Importing, entry: Entry, one: Interface, needed: string): undefined {
  skip(
    importing,
    entry,
    one.id,
    `the files do not describe the ${needed} ${one.owner.id} that it belongs to: what it answers is not known`,
  )
  addClient(
    importing,
    entry,
    { id: freeId(importing, one.id), name: titleOf(one), runtime: 'other', account: one.account },
    [{ ...one, groups: [`rules-of-${one.owner.id}`] }],
  )
}

/** A NAT gateway that only its interface tells of: the interface goes with the gateway, so it is there and has these addresses. */
function drawNatGateway(entry: Entry, one: Interface, importing: Importing): undefined {
  if (one.subnet === null) return skip(importing, entry, one.id, 'the subnet of the NAT gateway is not there')
  add(importing, entry, {
    kind: 'nat-gateway',
    id: one.owner.id,
    name: one.owner.id,
    subnet: one.subnet,
    privateIp: one.privateIp,
    publicIp: one.publicIp,
    connectivity: one.publicIp === null ? 'private' : 'public',
  })
}

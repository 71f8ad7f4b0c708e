import { notImported } from '../../../model/notImported.ts'
import { asText } from '../../fields.ts'
import { add, type Importing, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { workloadsOfInterface } from '../importedWorkloads.ts'
import { type Interface, interfacesOf, titleOf } from '../interfaces.ts'
import { drawBalancer } from './balancersOfInterfaces.ts'
import { addClient, freeId } from './clients.ts'

const RUNTIMES = { lambda: 'lambda', ecs: 'ecs', database: 'database' } as const

/**
 * `describe-network-interfaces`: those that belong to nothing else in the design. Where the interface says enough of its owner, the owner is drawn;
 * else it is a client of its own, which answers.
 */
export function readOtherInterface(entry: Entry, importing: Importing): undefined {
  const one = interfacesOf(importing).byId.get(asText(entry.value.NetworkInterfaceId) ?? '')
  if (!one || one.entry !== entry) {
    if (!one) skip(importing, entry, null, 'a network interface without an id')
    return
  }
  if (interfacesOf(importing).taken.has(one.id)) return
  const { kind, id: owner } = one.owner
  switch (kind) {
    case 'nothing':
      return skip(importing, entry, one.id, 'the interface is attached to nothing')
    case 'instance':
      return importing.wasAsked('Reservations', entry)
        ? skipFor(importing, entry, one, 'instance')
        : drawInstance(importing, entry, one)
    case 'nat-gateway':
      return importing.wasAsked('NatGateways', entry)
        ? skipFor(importing, entry, one, 'NAT gateway')
        : drawNatGateway(entry, one, importing)
    // It answers nothing at its interfaces, whatever its record says.
    case 'transit-gateway-attachment':
      return skipFor(importing, entry, one, 'transit gateway attachment')
    case 'load-balancer':
      return drawBalancer(importing, entry, one)
    case 'resolver-endpoint':
      return drawResolverEndpoint(importing, entry, one)
    case 'endpoint':
      return addUnknown(importing, entry, one, 'endpoint')
    default: {
      const runtime = kind === 'other' ? kind : RUNTIMES[kind]
      const workloads = workloadsOfInterface(one)
      const client = { id: freeId(importing, one.id), name: titleOf(one), runtime, account: one.account, workloads }
      const listens = one.owner.listens
      const done = addClient(importing, entry, { ...client, ...(listens && { listens: [...listens] }) }, [one])
      if (!done) skip(importing, entry, one.id, `the subnet of the interface is not there (${owner})`)
    }
  }
}

const skipFor = (importing: Importing, entry: Entry, { id, owner }: Interface, what: string): undefined =>
  skip(importing, entry, id, `it belongs to the ${what} ${owner.id}, which is not in the design`)

/** An instance that only its interfaces tell of, with all of them. */
function drawInstance(importing: Importing, entry: Entry, one: Interface): undefined {
  const { id } = one.owner
  const own = [...interfacesOf(importing).of(id)].sort((a, b) => a.deviceIndex - b.deviceIndex)
  const done = addClient(importing, entry, { id, name: id, runtime: 'ec2', account: one.account }, own)
  if (!done) return skip(importing, entry, one.id, 'the subnet of the interface is not there')
  note(importing, 'assumed', `${id}: the instance runs; the files have its network interfaces only`, entry.place)
}

/** It has the address, and a security group that leads nowhere: what reaches it cannot be told without its owner's record. */
function addUnknown(importing: Importing, entry: Entry, one: Interface, needed: string): undefined {
  note(
    importing,
    'unknown',
    `${one.id}: the files do not describe the ${needed} ${one.owner.id} that it belongs to, so what it answers is not known`,
    entry.place,
  )
  addClient(
    importing,
    entry,
    { id: freeId(importing, one.id), name: titleOf(one), runtime: 'other', account: one.account },
    [{ ...one, groups: [notImported(`rules-of-${one.owner.id}`)] }],
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

/** A Resolver endpoint that only its interfaces tell of: its id says in which direction it is asked. */
function drawResolverEndpoint(importing: Importing, entry: Entry, { owner, vpc, id }: Interface): undefined {
  const own = interfacesOf(importing).of(owner.id)
  const addresses = own.flatMap(({ subnet, privateIp }) => (subnet === null ? [] : [{ subnet, privateIp }]))
  if (vpc === null || addresses.length === 0)
    return skip(importing, entry, id, 'the subnet of the Resolver endpoint is not there')
  for (const one of own) interfacesOf(importing).taken.add(one.id)
  note(importing, 'unknown', `${owner.id}: the files have the interfaces of the Resolver endpoint only`, entry.place)
  add(importing, entry, {
    kind: 'resolver-endpoint',
    id: owner.id,
    name: owner.id,
    vpc,
    direction: owner.id.startsWith('rslvr-in-') ? 'inbound' : 'outbound',
    addresses,
    securityGroups: [...new Set(own.flatMap(({ groups }) => groups))],
  })
}

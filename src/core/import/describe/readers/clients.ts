import { idFrom } from '../../fields.ts'
import { add, type Importing, type InputOf, note } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { accountByNumber, accountNumberOf, regionOf, titleOfRecord } from '../../whereabouts.ts'
import { type Interface, interfacesOf } from '../interfaces.ts'

type ClientInterface = InputOf<'client'>['interfaces'][number]

/** An interface as a client has it; null where its subnet is not said. */
function interfaceOf(one: Interface): ClientInterface | null {
  if (one.subnet === null) return null
  return {
    subnet: one.subnet,
    securityGroups: [...one.groups],
    privateIp: one.privateIp,
    ipv6: one.ipv6,
    publicIp: one.publicIp ?? 'none',
    sourceDestCheck: one.sourceDestCheck,
    interfaceId: one.id,
    ...(one.secondary.length > 0 && {
      secondaryIps: one.secondary.slice(0, MOST_SECONDARY).map(({ privateIp }) => privateIp),
    }),
  }
}

/** Puts a client with these interfaces into the design; false where it cannot be. */
export function addClient(
  importing: Importing,
  entry: Entry,
  client: Omit<InputOf<'client'>, 'kind' | 'interfaces' | 'account'> & { readonly account: string | null },
  interfaces: readonly Interface[],
): boolean {
  const read = interfaces.flatMap((one) => {
    const given = interfaceOf(one)
    return given ? [{ one, given }] : []
  })
  if (read.length === 0) return false
  const account = foreignAccount(importing, client.account, interfaces[0]!.vpc)
  const done = add(importing, entry, { ...client, kind: 'client', account, interfaces: read.map(({ given }) => given) })
  if (!done) return false
  for (const [index, { one }] of read.entries()) {
    interfacesOf(importing).taken.add(one.id)
    interfacesOf(importing).clientOf.set(one.id, { client: client.id, index })
  }
  for (const [index, { one }] of read.entries()) addMappedAddresses(importing, client.id, index, one)
  return true
}

/** As the format has it; the largest instance types take 50 addresses an interface. Source: EC2 guide, IP addresses per network interface. */
const MOST_SECONDARY = 50

/** Elastic IPs that are mapped to further private addresses. */
function addMappedAddresses(importing: Importing, holder: string, index: number, one: Interface): void {
  const { entry } = one
  for (const { publicIp, privateIp, allocationId } of one.secondary.slice(0, MOST_SECONDARY)) {
    if (publicIp === null) continue
    const said = importing.find('Addresses', allocationId)
    const id = freeId(importing, allocationId ?? `eip-${publicIp}`)
    add(importing, entry, {
      kind: 'elastic-ip',
      id,
      name: said ? titleOfRecord(said, publicIp) : publicIp,
      region: regionOf(importing, entry),
      publicIp,
      holder,
      interface: index,
      privateIp,
    })
  }
  const left = one.secondary.slice(MOST_SECONDARY)
  if (left.length > 0)
    note(importing, 'unknown', `${one.id}: ${left.length} more private addresses than a design holds`, entry.place)
}

/** The account's construct where it is not the one that owns the VPC: a participant of a shared subnet. */
export function foreignAccount(importing: Importing, account: string | null, vpc: string | null): string | null {
  if (account === null || vpc === null) return null
  const owner = importing.find('Vpcs', vpc)
  const number = owner && accountNumberOf(owner)
  return number === null || number === account ? null : accountByNumber(importing, account)
}

/** An id that no construct has yet. */
export function freeId(importing: Importing, text: string): string {
  const wanted = idFrom(text)
  for (let count = 1; ; count++) {
    const id = count === 1 ? wanted : `${wanted.slice(0, 120)}-${count}`
    if (!importing.constructs.has(id)) return id
  }
}

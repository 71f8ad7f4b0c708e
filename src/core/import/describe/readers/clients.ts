import { idFrom } from '../fields.ts'
import { add, type Importing, type InputOf, note } from '../importing.ts'
import type { Interface } from '../interfaces.ts'
import type { Entry } from '../readFiles.ts'
import { accountByNumber, accountNumberOf } from '../whereabouts.ts'

type ClientInterface = InputOf<'client'>['interfaces'][number]

/** An interface as a client has it; null where its subnet is not said. */
export function interfaceOf(one: Interface): ClientInterface | null {
  if (one.subnet === null) return null
  return {
    subnet: one.subnet,
    securityGroups: [...one.groups],
    privateIp: one.privateIp,
    ipv6: one.ipv6,
    publicIp: one.publicIp ?? 'none',
    sourceDestCheck: one.sourceDestCheck,
    interfaceId: one.id,
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
    importing.interfaces.taken.add(one.id)
    importing.interfaces.clientOf.set(one.id, { client: client.id, index })
  }
  addFurtherAddresses(importing, entry, client, account, interfaces)
  return true
}

/** As the format has it. */
const MOST_INTERFACES = 15

/**
 * An interface has one address here. Those beside it (of containers, mostly) become clients that answer and start nothing: to what is sent to
 * them it makes no difference.
 */
function addFurtherAddresses(
  importing: Importing,
  entry: Entry,
  client: Pick<InputOf<'client'>, 'id' | 'name'>,
  account: string | null,
  interfaces: readonly Interface[],
): void {
  const further = interfaces.flatMap((one) =>
    one.more.flatMap((address) => {
      const given = interfaceOf({ ...one, ...address })
      return given ? { ...given, interfaceId: null } : []
    }),
  )
  for (let from = 0; from < further.length; from += MOST_INTERFACES) {
    const id = freeId(importing, `${client.id}-addresses`)
    add(importing, entry, {
      kind: 'client',
      id,
      name: `${client.name}, further addresses`,
      runtime: 'other',
      account,
      interfaces: further.slice(from, from + MOST_INTERFACES),
    })
    note(importing, 'assumed', `${id}: the further addresses of ${client.id} answer as its first one does`, entry.place)
  }
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

import { notImported } from '../../../model/notImported.ts'
import { add, type Importing, type InputOf, note } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { type Interface, interfacesOf } from '../interfaces.ts'

type Node = NonNullable<InputOf<'network-load-balancer'>['subnets']>[number]

/** A node for each interface; where a subnet has none, one whose address is not known. */
export function nodesAt(own: readonly Interface[], subnets: readonly string[]): Node[] {
  const found = own.flatMap(({ subnet, privateIp, publicIp }): Node[] =>
    subnet === null ? [] : [{ subnet, privateIp, publicIp: publicIp ?? 'auto' }],
  )
  const lacking = subnets.filter((subnet) => found.every((node) => node.subnet !== subnet))
  return [...found, ...lacking.map((subnet): Node => ({ subnet, privateIp: null, publicIp: 'auto' }))]
}

/** A load balancer of which only the interfaces are known: where it stands and what guards it, not what it answers. */
export function drawBalancer(importing: Importing, entry: Entry, { owner, vpc }: Interface): undefined {
  const { id } = owner
  const own = interfacesOf(importing).take(id)
  if (vpc === null || importing.constructs.has(id)) return
  note(
    importing,
    'unknown',
    `${id}: the files have the interfaces of the load balancer only, not its listeners`,
    entry.place,
  )
  const name = own
    .map(({ description }) => description.replace(/^ELB (?:(?:net|app|gwy)\/)?/, '').split('/')[0]!)
    .find(Boolean)
  const groups = [...new Set(own.flatMap((one) => one.groups))]
  const shared = { id, name: name ?? id, vpc }
  if (id.startsWith('gwy-')) {
    add(importing, entry, {
      kind: 'gateway-load-balancer',
      ...shared,
      subnets: nodesAt(own, []).map(({ subnet, privateIp }) => ({ subnet, privateIp: privateIp ?? null })),
      targetGroup: notImported(`targets-of-${id}`),
    })
    return
  }
  const told = {
    ...shared,
    scheme: own.some(({ publicIp }) => publicIp !== null) ? ('internet-facing' as const) : ('internal' as const),
    subnets: nodesAt(own, []),
    allListeners: false,
  }
  if (id.startsWith('net-'))
    add(importing, entry, { kind: 'network-load-balancer', ...told, securityGroups: groups.length > 0 ? groups : null })
  else add(importing, entry, { kind: 'application-load-balancer', ...told, securityGroups: groups })
}

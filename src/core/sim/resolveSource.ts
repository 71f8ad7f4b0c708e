import { definitions } from '../model/kinds/definitions.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import { type Address, formatAddress, type Ip6, isIp4, parseAddress } from '../net/address.ts'
import { contains } from '../net/block.ts'
import { scopeOf } from '../net/scopeOf.ts'
import type { Eni, Topology } from '../topology/topology.ts'
import { findHostAt } from './dns/resolvePublicName.ts'
import { strangerAt } from './travel/strangerAt.ts'

/** Who asks: the interfaces a client may use (a Lambda function any of its own), a load balancer’s nodes, or somebody on the internet. */
export type Source =
  | { readonly kind: 'interfaces'; readonly enis: readonly Eni[] }
  | {
      readonly kind: 'internet'
      /** The address it asks from, one of each family that it has. */
      readonly address4: number | null
      readonly address6: Ip6 | null
      readonly host: ConstructId | null
      /** Nobody said by which address: it stands for any. */
      readonly isAnyone: boolean
    }
  | { readonly kind: 'unknown'; readonly why: string }

/** A public resolver's addresses stand for "anyone on the internet", as in the recorded networks. */
const ANYONE = familiesOf(['8.8.8.8', '2001:4860:4860::8888'])

/** Reads the `from` of a request: a construct's id, its name, one of its addresses, `internet`, or `internet:ADDRESS`. */
export function resolveSource(topology: Topology, from: string): Source {
  if (from === 'internet') return { kind: 'internet', ...ANYONE, host: null, isAnyone: true }
  if (from.startsWith('internet:')) {
    const address = parseAddress(from.slice('internet:'.length))
    if (address === null) return unknown(`“${from.slice(9)}” is not an address`)
    if (scopeOf(address) !== 'public') return unknown(`${formatAddress(address)} is no address of the internet`)
    return sourceAt(topology, address)
  }
  const eni = topology.interfaceIds.get(from)
  if (eni) return mayAsk(eni) ? { kind: 'interfaces', enis: [eni] } : unknown(`“${from}” cannot start a connection`)
  const id = topology.design.constructs[from] ? from : undefined
  if (id !== undefined) return sourceOf(topology, id)
  const address = parseAddress(from)
  if (address !== null) return sourceAt(topology, address)
  const named = topology.idsNamed.get(from) ?? []
  if (named.length === 1) return sourceOf(topology, named[0]!)
  return unknown(
    named.length === 0
      ? `nothing in the design is called “${from}”`
      : `${named.length} constructs are called “${from}”: name one by its id`,
  )
}

const mayAsk = ({ role }: Eni): boolean => role === 'client' || role === 'load-balancer'

/** The first address of each family. */
function familiesOf(texts: readonly string[]): { readonly address4: number | null; readonly address6: Ip6 | null } {
  const addresses = texts.map(parseAddress).filter((one) => one !== null)
  return {
    address4: addresses.find(isIp4) ?? null,
    address6: addresses.find((one): one is Ip6 => !isIp4(one)) ?? null,
  }
}

const unknown = (why: string): Source => ({ kind: 'unknown', why })

function sourceOf(topology: Topology, id: ConstructId): Source {
  const construct = topology.design.constructs[id]!
  if (construct.kind === 'internet-host') {
    const own = familiesOf(construct.addresses)
    const known = own.address4 !== null || own.address6 !== null
    return { kind: 'internet', ...(known ? own : ANYONE), host: id, isAnyone: !known }
  }
  if (!definitions[construct.kind].asks) return unknown(`“${construct.name}” cannot start a connection`)
  const enis = topology.enisOf.get(id) ?? []
  if (enis.length === 0) return unknown(`“${construct.name}” has no interface in a subnet`)
  if (construct.kind !== 'client' || construct.runtime === 'lambda') return { kind: 'interfaces', enis }
  // the others ask through the primary interface, which may be the one that lies in no subnet of the design
  return enis[0]!.origin.path[1] === 0
    ? { kind: 'interfaces', enis: enis.slice(0, 1) }
    : unknown(`the primary interface of “${construct.name}” lies in no subnet of the design`)
}

/** Somebody in a network on premises who is not drawn, as it may be asked for somebody there. */
function onPremisesAt(topology: Topology, address: Address): Source {
  const networks = [...topology.onPremises.values()].filter(({ blocks }) =>
    blocks.some((one) => contains(one, address)),
  )
  const text = formatAddress(address)
  if (networks.length > 1) return unknown(`${networks.length} networks have the address ${text}: draw who asks`)
  return networks[0]
    ? { kind: 'interfaces', enis: [strangerAt(networks[0], address)] }
    : unknown(`no interface in the design has the address ${text}`)
}

function sourceAt(topology: Topology, address: Address): Source {
  const owner = typeof address === 'number' ? topology.publicAt.get(address) : undefined
  const enis = owner
    ? [owner]
    : [...topology.vpcs.values(), ...topology.onPremises.values()].flatMap(
        (vpc) => (typeof address === 'number' ? vpc.eniAt.get(address) : vpc.eniAt6.get(formatAddress(address))) ?? [],
      )
  if (enis.length > 1)
    return unknown(`${enis.length} interfaces have the address ${formatAddress(address)}: name one by its construct`)
  if (enis[0])
    return mayAsk(enis[0])
      ? { kind: 'interfaces', enis }
      : unknown(`${formatAddress(address)} cannot start a connection`)
  if (scopeOf(address) !== 'public') return onPremisesAt(topology, address)
  const host = findHostAt(topology, address)?.id ?? null
  return { kind: 'internet', ...familiesOf([formatAddress(address)]), host, isAnyone: false }
}

import type { Design } from '../../model/design.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { Construct, ConstructOf } from '../../model/kinds/registry.ts'

/** Addresses and blocks as the oracle has them: big integers, IPv6 a world above IPv4. */
const SIX = 1n << 200n

export function addressOf(text: string): bigint {
  if (!text.includes(':')) return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  const [head = '', tail] = text.split('::')
  const parts = (half: string) => half.split(':').filter((part) => part !== '')
  const [left, right] = [parts(head), parts(tail ?? '')]
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
  return SIX + groups.reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n)
}

export const isSix = (address: bigint): boolean => address >= SIX

export interface Span {
  readonly first: bigint
  readonly last: bigint
  readonly length: number
}
const spans = new Map<string, Span>()

/** First and last address of a CIDR block. */
export function spanOf(cidr: string): Span {
  const known = spans.get(cidr)
  if (known) return known
  const [text = '', digits = ''] = cidr.split('/')
  const length = Number(digits)
  const size = 1n << BigInt((text.includes(':') ? 128 : 32) - length)
  const address = addressOf(text)
  const first = address - ((address - (isSix(address) ? SIX : 0n)) % size)
  const span = { first, last: first + size - 1n, length }
  spans.set(cidr, span)
  return span
}
export const within = (cidr: string, address: bigint): boolean => {
  const { first, last } = spanOf(cidr)
  return first <= address && address <= last
}

/** A network interface, read off the design. */
export interface Port {
  readonly owner: string
  readonly role: 'client' | 'endpoint' | 'nat' | 'transit'
  readonly subnet: string
  readonly vpc: string
  readonly inside: bigint
  readonly six: bigint | null
  readonly outside: bigint | null
  readonly groups: readonly string[]
  /** Of a Lambda function. */
  readonly isFunction: boolean
  /** The client's first interface, where its system answers by that one instead of this. */
  readonly answersBy: { readonly subnet: string; readonly checked: boolean } | null
  /** Source ports of what it starts. */
  readonly opens: readonly [number, number]
}

/** The design by kind and id, with its interfaces. */
export interface World {
  readonly all: <K extends ConstructKind>(kind: K) => readonly ConstructOf<K>[]
  readonly one: <K extends ConstructKind>(kind: K, id: string) => ConstructOf<K>
  readonly ports: readonly Port[]
  /** Every address and block that is written down somewhere, as blocks. */
  readonly texts: readonly string[]
}

export function readWorld(design: Design): World {
  const constructs: readonly Construct[] = Object.values(design.constructs)
  const all = <K extends ConstructKind>(kind: K) => constructs.filter((one): one is ConstructOf<K> => one.kind === kind)
  const one = <K extends ConstructKind>(_kind: K, id: string) => design.constructs[id] as ConstructOf<K>
  const vpcOf = (subnet: string) => one('availability-zone', one('subnet', subnet).zone).vpc
  const groupsOf = (own: readonly string[], subnet: string) =>
    own.length > 0 ? own : [one('vpc', vpcOf(subnet)).defaultSecurityGroup ?? `default of ${vpcOf(subnet)}`]
  const clients = all('client').flatMap((client) =>
    client.interfaces.map(
      ({ subnet, privateIp, ipv6, publicIp, securityGroups }, index): Port => ({
        owner: client.id,
        role: 'client',
        subnet,
        vpc: vpcOf(subnet),
        inside: addressOf(privateIp!),
        six: ipv6 === null ? null : addressOf(ipv6),
        outside: publicIp === 'none' || client.runtime === 'lambda' ? null : addressOf(publicIp),
        groups: groupsOf(securityGroups, subnet),
        isFunction: client.runtime === 'lambda',
        answersBy:
          index > 0 && client.runtime !== 'lambda' && client.policyRouting === 'no'
            ? { subnet: client.interfaces[0]!.subnet, checked: client.interfaces[0]!.sourceDestCheck }
            : null,
        opens:
          client.runtime === 'lambda'
            ? [1024, 65535]
            : client.operatingSystem === 'windows'
              ? [49152, 65535]
              : [32768, 61000],
      }),
    ),
  )
  const others = { six: null, isFunction: false, answersBy: null, opens: [1024, 65535] as const }
  const endpoints = all('interface-endpoint').flatMap((endpoint) =>
    endpoint.subnets.map(
      ({ subnet, privateIp }): Port => ({
        ...others,
        owner: endpoint.id,
        role: 'endpoint',
        subnet,
        vpc: vpcOf(subnet),
        inside: addressOf(privateIp!),
        outside: null,
        groups: groupsOf(endpoint.securityGroups, subnet),
      }),
    ),
  )
  const nats = all('nat-gateway').map(
    ({ id, subnet, privateIp, publicIp }): Port => ({
      ...others,
      owner: id,
      role: 'nat',
      subnet,
      vpc: vpcOf(subnet),
      inside: addressOf(privateIp!),
      outside: addressOf(publicIp!),
      groups: [],
    }),
  )
  const written = JSON.stringify(constructs).match(/(?<=")[\da-f]*[.:][\da-f.:]+(\/\d+)?(?=")/g) ?? []
  const texts = written.map((text) => (text.includes('/') ? text : wholeOf(text)))
  return { all, one, ports: [...clients, ...endpoints, ...nats], texts }
}
const wholeOf = (address: string): string => `${address}/${address.includes(':') ? 128 : 32}`

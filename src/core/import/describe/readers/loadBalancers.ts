import { listWords } from '../../../base/words.ts'
import { notImported } from '../../../model/notImported.ts'
import {
  asFields,
  asFlag,
  asId,
  asIds,
  asNumber,
  asRecords,
  asText,
  asWord,
  type Fields,
  peekText,
} from '../../fields.ts'
import { add, type Importing, type InputOf, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { interfacesOf } from '../interfaces.ts'
import { loadBalancerOfArn, targetGroupOfArn } from './arns.ts'
import { actionOf, forwardOf, rulesOf } from './listenerRules.ts'

const STATES = ['active', 'provisioning', 'active_impaired', 'failed'] as const
type Node = NonNullable<InputOf<'network-load-balancer'>['subnets']>[number]

/** `elbv2 describe-load-balancers` with their listeners and attributes. Source: ELB API, LoadBalancer. */
export function readLoadBalancer(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const arn = asText(value.LoadBalancerArn)
  const id = loadBalancerOfArn(arn)
  const vpc = asId(value.VpcId)
  const type = asWord(value.Type, ['network', 'application', 'gateway'])
  if (arn === null || id === null || vpc === null || type === null)
    return skip(
      importing,
      entry,
      id ?? asId(value.LoadBalancerName),
      'the type, the VPC or the ARN of the load balancer is not there',
    )
  const state = asWord(asFields(value.State).Code, STATES)
  interfacesOf(importing).take(id)
  if (state === 'failed' || state === 'provisioning') return skip(importing, entry, id, `the load balancer is ${state}`)
  // Without its listeners it would be taken to refuse everything.
  const listeners = importing.where('Listeners', 'LoadBalancerArn', arn).map(({ value: one }) => one)
  const wasAsked =
    entry.planned ||
    importing
      .where('LoadBalancerListeners', 'LoadBalancerArn', arn)
      .some(({ value: one }) => Array.isArray(one.Listeners))
  const allListeners = listeners.length > 0 || wasAsked
  if (!allListeners) note(importing, 'unknown', `${id}: its listeners are not in the files`, entry.place)
  const name = asText(value.LoadBalancerName) ?? id
  const subnets = nodesOf(importing, value, id)
  const isKnown = entry.planned || subnets.every(({ privateIp }) => privateIp !== null)
  if (!isKnown)
    note(
      importing,
      'unknown',
      `${id}: the addresses of its nodes, which targets and their groups see, are not in the files`,
      entry.place,
    )
  const target = (listener: Fields) => {
    const group = targetGroupOf(importing, entry, listener)
    return isKnown || group === null ? group : notImported(`targets-that-see-the-nodes-of-${id}`)
  }
  const scheme = asWord(value.Scheme, ['internal', 'internet-facing']) ?? 'internal'
  const ipAddressType = asWord(value.IpAddressType, ['ipv4', 'dualstack', 'ipv6']) ?? 'ipv4'
  const dnsName = asText(value.DNSName)
  if (type === 'gateway') {
    const [listener] = listeners
    add(importing, entry, {
      kind: 'gateway-load-balancer',
      id,
      name,
      vpc,
      subnets: subnets.map(({ subnet, privateIp }) => ({ subnet, privateIp })),
      crossZone: crossZoneOf(importing, entry, arn, id),
      targetGroup: listener ? target(listener) : allListeners ? null : notImported(`targets-of-${id}`),
    })
    return
  }
  const isWhole = (good: readonly unknown[], read: readonly unknown[]) => {
    if (good.length < read.length) note(importing, 'unknown', `${id}: a listener of it cannot be read`, entry.place)
    return good.length === read.length
  }
  const shared = { id, name, vpc, scheme, subnets, ipAddressType, dnsName } as const
  if (type === 'application') {
    const to = (group: string) => (isKnown ? group : notImported(`targets-that-see-the-nodes-of-${id}`))
    const read = listeners.map((one) => {
      const listener = asText(one.ListenerArn)
      return {
        protocol: asWord(one.Protocol, ['HTTP', 'HTTPS']),
        port: asNumber(one.Port),
        ...actionOf(importing, entry.place, listener ?? id, one.DefaultActions, to),
        rules: rulesOf(importing, listener, to),
      }
    })
    if (!entry.planned && read.some(({ rules }) => rules === null))
      note(
        importing,
        'assumed',
        `${id}: rules of its listeners are not in the files; a request is taken to be one that none of them takes`,
        entry.place,
      )
    const good = read.flatMap(({ protocol, port, rules, ...usual }) =>
      protocol !== null && port !== null ? { protocol, port, ...usual, ...(rules?.length ? { rules } : {}) } : [],
    )
    add(importing, entry, {
      kind: 'application-load-balancer',
      ...shared,
      securityGroups: asIds(value.SecurityGroups),
      listeners: good,
      allListeners: allListeners && isWhole(good, read),
    })
    return
  }
  const read = listeners.map((one) => ({
    protocol: transportOf(importing, entry, asWord(one.Protocol, LISTENED)),
    port: asNumber(one.Port),
    ...forwardedBy(importing, entry, one, (group) =>
      isKnown ? group : notImported(`targets-that-see-the-nodes-of-${id}`),
    ),
  }))
  const good = read.flatMap(({ protocol, port, ...forwarded }) =>
    protocol !== null && port !== null ? { protocol, port, ...forwarded } : [],
  )
  const groups = asIds(value.SecurityGroups)
  add(importing, entry, {
    kind: 'network-load-balancer',
    ...shared,
    securityGroups: groups.length > 0 ? groups : null,
    enforceInboundRulesOnPrivateLink: asFlag(value.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic) ?? true,
    crossZone: crossZoneOf(importing, entry, arn, id),
    listeners: good,
    allListeners: allListeners && isWhole(good, read),
  })
}

const LISTENED = ['TCP', 'UDP', 'TLS', 'TCP_UDP', 'QUIC', 'TCP_QUIC'] as const
/** QUIC is carried by UDP. Source: Network Load Balancer guide, listeners. */
export function transportOf<P extends string>(
  importing: Importing,
  { place }: Entry,
  protocol: P | 'QUIC' | 'TCP_QUIC' | null,
): Exclude<P, 'QUIC' | 'TCP_QUIC'> | 'UDP' | 'TCP_UDP' | null {
  if (protocol !== 'QUIC' && protocol !== 'TCP_QUIC') return protocol as Exclude<P, 'QUIC' | 'TCP_QUIC'> | null
  const carrier = protocol === 'QUIC' ? 'UDP' : 'TCP_UDP'
  note(importing, 'assumed', `${protocol} is drawn as ${carrier}, which carries it`, place)
  return carrier
}

/** What a listener of a Network Load Balancer forwards to: one group, or several among which connections are shared out. Source: Network Load Balancer guide, listeners, weighted target groups. */
function forwardedBy(importing: Importing, entry: Entry, listener: Fields, to: (group: string) => string) {
  const forward = asRecords(listener.DefaultActions).find((one) => peekText(one.Type) === 'forward')
  const isShared = asRecords(asFields(forward?.ForwardConfig).TargetGroups).length > 1
  if (forward && isShared) return forwardOf(forward, to)
  const group = targetGroupOf(importing, entry, listener)
  return { targetGroup: group === null ? null : to(group) }
}

/** One node a zone, with the address of its interface there. */
function nodesOf(importing: Importing, value: Fields, id: string): Node[] {
  const own = interfacesOf(importing).of(id)
  return asRecords(value.AvailabilityZones).flatMap((zone): Node[] => {
    const subnet = asId(zone.SubnetId)
    if (subnet === null) return []
    const [address] = asRecords(zone.LoadBalancerAddresses)
    const at = own.filter((one) => one.subnet === subnet)
    const fallback = { privateIp: asText(address?.PrivateIPv4Address), publicIp: asText(address?.IpAddress) }
    if (at.length === 0) return [{ subnet, privateIp: fallback.privateIp, publicIp: fallback.publicIp ?? 'auto' }]
    return at.map((one) => ({
      subnet,
      privateIp: one.privateIp ?? fallback.privateIp,
      publicIp: one.publicIp ?? fallback.publicIp ?? 'auto',
    }))
  })
}

/** The value of an attribute of a load balancer or target group; null where its attributes are not in the files. */
export function elbAttribute(
  importing: Importing,
  key: string,
  member: string,
  arn: string,
  name: string,
): string | null {
  for (const { value } of importing.where(key, member, arn)) {
    const found = asRecords(value.Attributes).find((one) => asText(one.Key) === name)
    if (found) return asText(found.Value)
  }
  return null
}

function crossZoneOf(importing: Importing, entry: Entry, arn: string, id: string): boolean {
  const said = asFlag(
    elbAttribute(importing, 'LoadBalancerAttributes', 'LoadBalancerArn', arn, 'load_balancing.cross_zone.enabled'),
  )
  if (said === null)
    note(
      importing,
      'assumed',
      `${id}: each node sends to targets of its own zone only, which is the default; its attributes are not in the files`,
      entry.place,
    )
  return said ?? false
}

/** Target groups without those that get no request, as while a new version waits. Source: Application Load Balancer guide, forward actions: weights from 0 to 999. */
function weighty(groups: readonly Fields[]): readonly Fields[] {
  const taking = groups.filter((one) => asNumber(one.Weight) !== 0)
  return taking.length === 0 ? groups : taking
}

/** The one target group that a listener of a Network or Gateway Load Balancer forwards to. */
function targetGroupOf(importing: Importing, entry: Entry, listener: Fields): string | null {
  const actions = asRecords(listener.DefaultActions)
  for (const one of actions) asWord(one.Type, ['forward'])
  const forward =
    actions.find((one) => peekText(one.Type) === 'forward') ?? actions.find((one) => peekText(one.TargetGroupArn))
  if (!forward) return null
  const several = weighty(asRecords(asFields(forward.ForwardConfig).TargetGroups))
  if (several.length > 1)
    note(
      importing,
      'assumed',
      `${asText(listener.ListenerArn) ?? 'A listener'}: it shares requests out among ${listWords(several.map((one) => targetGroupOfArn(one.TargetGroupArn) ?? '?'))}; one is taken to go to the first of them`,
      entry.place,
    )
  const groups = several.map((one) => targetGroupOfArn(one.TargetGroupArn))
  const [first = null] = groups
  const named = targetGroupOfArn(forward.TargetGroupArn)
  if (several.length > 0 && named !== null && !groups.includes(named))
    note(
      importing,
      'assumed',
      `${asText(listener.ListenerArn) ?? 'A listener'}: it names ${named}, and among its groups ${first}; the former counts`,
      entry.place,
    )
  return named ?? first
}

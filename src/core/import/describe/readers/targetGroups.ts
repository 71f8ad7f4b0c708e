import { asFields, asFlag, asId, asNumber, asRecords, asText, asWord, type Fields, peekText } from '../../fields.ts'
import { add, type Importing, type InputOf, note, once, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { loadBalancerOfArn, targetGroupOfArn } from './arns.ts'
import { elbAttribute, transportOf } from './loadBalancers.ts'

type Target = NonNullable<InputOf<'target-group'>['targets']>[number]
const PROTOCOLS = ['TCP', 'UDP', 'TLS', 'TCP_UDP', 'HTTP', 'HTTPS', 'GENEVE', 'QUIC', 'TCP_QUIC'] as const
/** Source: ELB API, TargetHealth, State. */
const OTHER_HEALTH = ['unhealthy.draining', 'unavailable'] as const
const HEALTH = ['healthy', 'unhealthy', 'initial', 'draining', 'unused'] as const

/** `elbv2 describe-target-groups` with attributes and target health. Source: ELB API, TargetGroup, TargetHealthDescription. */
export function readTargetGroup(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const arn = asText(value.TargetGroupArn)
  const id = targetGroupOfArn(arn)
  if (arn === null || id === null) return skip(importing, entry, null, 'a target group without an ARN')
  const targetType = asWord(value.TargetType, ['instance', 'ip', 'alb', 'lambda'])
  if (targetType === 'lambda')
    return skip(importing, entry, id, 'its targets are functions, which are not reached over the network')
  const vpc = asId(value.VpcId)
  const protocol = transportOf(importing, entry, asWord(value.Protocol, PROTOCOLS))
  const port = asNumber(value.Port)
  if (vpc === null || protocol === null || port === null || targetType === null)
    return skip(importing, entry, id, 'the VPC, type, protocol or port of the target group cannot be read')
  const health = importing.where('LoadBalancerTargetHealth', 'TargetGroupArn', arn)
  if (health.length === 0)
    return skip(importing, entry, id, 'the health of its targets is not in the files, so nobody knows who they are')
  const targets = asRecords(health[0]!.value.TargetHealthDescriptions)
    .filter((one) => !isOfStopped(importing, entry, id, one))
    .map((one) => targetOf(one, targetType))
  if (targets.some((one) => one === null)) return skip(importing, entry, id, 'a target of the group cannot be read')
  const attribute = (name: string) => elbAttribute(importing, 'TargetGroupAttributes', 'TargetGroupArn', arn, name)
  if (importing.where('TargetGroupAttributes', 'TargetGroupArn', arn).length === 0)
    note(
      importing,
      'assumed',
      `${id}: client addresses are preserved as is the default of its type; its attributes are not in the files`,
      entry.place,
    )
  add(importing, entry, {
    kind: 'target-group',
    id,
    name: asText(value.TargetGroupName) ?? id,
    vpc,
    targetType,
    protocol,
    port,
    preserveClientIp: asFlag(attribute('preserve_client_ip.enabled')),
    proxyProtocol: asFlag(attribute('proxy_protocol_v2.enabled')) ?? false,
    ...healthCheckOf(value, targetType === 'alb' ? '' : protocol, port),
    crossZone: asFlag(attribute('load_balancing.cross_zone.enabled')),
    targets: targets.flatMap((one) => one ?? []),
  })
}

const USUAL_CHECK: Readonly<Record<string, string>> = {
  TCP: 'TCP',
  UDP: 'TCP',
  TLS: 'TCP',
  TCP_UDP: 'TCP',
  GENEVE: 'TCP',
  HTTP: 'HTTP',
  HTTPS: 'HTTPS',
}

/** Where and how targets are checked, where that is not as AWS has it: on each target's own port, appliances on port 80, by TCP or HTTP. Source: ELB API, TargetGroup. */
function healthCheckOf({ HealthCheckPort, HealthCheckProtocol }: Fields, protocol: string, own: number) {
  const isOwn = asWord(HealthCheckPort, ['traffic-port']) !== null
  const port = isOwn ? (protocol === 'GENEVE' ? own : null) : asNumber(HealthCheckPort)
  const told = asWord(HealthCheckProtocol, ['TCP', 'HTTP', 'HTTPS'])
  return {
    healthCheckPort: port,
    healthCheckProtocol: told === null || told === USUAL_CHECK[protocol] ? ('default' as const) : told,
  }
}

/** Targets that are known not to run take no requests; they stay registered. */
function isOfStopped(importing: Importing, entry: Entry, group: string, described: Fields): boolean {
  const target = asId(asFields(described.Target).Id)
  const state = target === null ? undefined : statesOfInstances(importing).get(target)
  if (state === undefined || state === 'running') return false
  note(importing, 'skipped', `${group}: its target ${target} is ${state}`, entry.place)
  return true
}

const statesOfInstances = (importing: Importing): ReadonlyMap<string, string> =>
  once(importing, 'states-of-instances', () => {
    const found = new Map<string, string>()
    for (const { value } of importing.records('Reservations'))
      for (const instance of asRecords(value.Instances)) {
        const id = asId(instance.InstanceId)
        const state = peekText(asFields(instance.State).Name)
        if (id !== null && state !== null) found.set(id, state)
      }
    return found
  })

function targetOf(described: Fields, type: 'instance' | 'ip' | 'alb'): Target | null {
  const target = asFields(described.Target)
  const named = asText(target.Id)
  if (named === null) return null
  const state = asWord(asFields(described.TargetHealth).State, [...HEALTH, ...OTHER_HEALTH])
  const health = state === 'unhealthy.draining' ? 'draining' : (HEALTH.find((word) => word === state) ?? 'unknown')
  const port = asNumber(target.Port)
  if (type === 'ip') return { address: named, port, health }
  const id = type === 'alb' ? loadBalancerOfArn(named) : asId(named)
  return id === null ? null : { target: id, port, health }
}

import { notImported } from '../../../model/notImported.ts'
import { asFields, asId, asIds, asNumber, asRecords, asText, asWord, type Fields, idFrom } from '../../fields.ts'
import { add, type Importing, note, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { classicBalancerId, interfacesOf } from '../interfaces.ts'
import { nodesAt } from './balancersOfInterfaces.ts'

/**
 * `elb describe-load-balancers`: Classic Load Balancers. In the network they are as Application Load Balancers: nodes with security groups, which end
 * the client's connection and open their own to an instance. Source: Classic Load Balancer guide, listeners.
 */
export function readClassicBalancer(entry: Entry, importing: Importing): undefined {
  const { value } = entry
  const name = asText(value.LoadBalancerName)
  const vpc = asId(value.VPCId) ?? asId(value.VpcId)
  if (name === null || vpc === null)
    return skip(importing, entry, name, 'the VPC of the Classic Load Balancer is not there')
  const id = classicBalancerId(name)
  const listeners = asRecords(value.ListenerDescriptions).map((one) => listenerOf(importing, entry, id, vpc, one))
  const good = listeners.flatMap((one) => one ?? [])
  const isWhole = Array.isArray(value.ListenerDescriptions) && good.length === listeners.length
  const done = add(importing, entry, {
    kind: 'application-load-balancer',
    id,
    name,
    vpc,
    scheme: asWord(value.Scheme, ['internal', 'internet-facing']) ?? 'internal',
    subnets: nodesAt(interfacesOf(importing).of(id), asIds(value.Subnets)),
    securityGroups: asIds(value.SecurityGroups),
    dnsName: asText(value.DNSName),
    listeners: good,
    allListeners: isWhole,
  })
  if (!done) return
  interfacesOf(importing).take(id)
  note(
    importing,
    'assumed',
    `${id}: a Classic Load Balancer, which is drawn as an Application Load Balancer`,
    entry.place,
  )
  if (!isWhole) note(importing, 'unknown', `${id}: its listeners are not all in the files`, entry.place)
}

/** A listener, with a target group of the instances for each port that they are asked at. */
function listenerOf(importing: Importing, entry: Entry, balancer: string, vpc: string, described: Fields) {
  const listener = asFields(described.Listener)
  const port = asNumber(listener.LoadBalancerPort)
  const at = asNumber(listener.InstancePort)
  if (port === null || at === null) return null
  const protocol = asWord(listener.Protocol, ['HTTPS', 'SSL']) === null ? ('HTTP' as const) : ('HTTPS' as const)
  const targetGroup = idFrom(`${balancer}-${at}`)
  if (!importing.constructs.has(targetGroup))
    add(importing, entry, {
      kind: 'target-group',
      id: targetGroup,
      name: `${asText(entry.value.LoadBalancerName) ?? balancer}, port ${at}`,
      vpc,
      targetType: 'instance',
      protocol: 'HTTP',
      port: at,
      targets: asRecords(entry.value.Instances).map(({ InstanceId }) => ({
        target: asId(InstanceId) ?? notImported(`instance-of-${balancer}`),
        port: at,
        health: 'unknown' as const,
      })),
    })
  return { protocol, port, targetGroup }
}

import { constructAt, constructOfKind } from '../../model/containment.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { parseAddress } from '../../net/address.ts'
import { blockOf, contains } from '../../net/block.ts'
import type { PlannedTarget } from './balancingShapes.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { needsOwnInterfaces } from './planInterfaces.ts'
import { addRemark, findDeployed, type Planner, type Planning, wantConstruct } from './planning.ts'

type Group = ConstructOf<'target-group'>

/** The group with its attributes, and what is registered with it. */
export const targetGroup: Planner<'target-group'> = (construct, planning) => {
  const group = keyOf(construct)
  const healthProtocol = healthProtocolOf(construct, planning)
  const details = { vpc: construct.vpc, attributes: attributesOf(construct), healthProtocol }
  const parts: Part[] = [makePart('target-group', construct, null, [construct.vpc], details)]
  construct.targets.forEach((one, index) => {
    const found = targetOf(construct, one, planning)
    if (!found) return
    const port = construct.protocol === 'GENEVE' ? 6081 : (one.port ?? construct.port)
    const word = `target-${one.target ?? one.address ?? ''}-${port}`
    const part = makePart('target-registration', construct, word, [group, ...found.needs], {
      group,
      target: found.target,
      port,
    })
    if (parts.some((other) => other.key === part.key))
      addRemark(planning, construct, `target ${index + 1} is drawn twice; AWS keeps one.`)
    else parts.push(part)
  })
  return parts
}

/** A load balancer as a target is asked by the protocol of its listener; TCP is refused for it. null = as AWS has it. */
function healthProtocolOf(construct: Group, planning: Planning): 'TCP' | 'HTTP' | 'HTTPS' | null {
  if (construct.healthCheckProtocol !== 'default') return construct.healthCheckProtocol
  if (construct.targetType !== 'alb') return null
  const listeners = construct.targets.flatMap(({ target }) => {
    const balancer = target === null ? null : constructOfKind(planning.design, target, 'application-load-balancer')
    return balancer?.listeners ?? []
  })
  return listeners.find(({ port }) => port === construct.port)?.protocol ?? 'HTTP'
}

/** Attributes by AWS's names; what is not drawn stays as AWS has it. */
function attributesOf(construct: Group): Record<string, string> {
  const isNetwork = ['TCP', 'UDP', 'TLS', 'TCP_UDP'].includes(construct.protocol) && construct.targetType !== 'alb'
  return {
    ...(isNetwork &&
      construct.preserveClientIp !== null && { 'preserve_client_ip.enabled': `${construct.preserveClientIp}` }),
    ...(isNetwork && { 'proxy_protocol_v2.enabled': `${construct.proxyProtocol}` }),
    ...(construct.crossZone !== null &&
      construct.protocol !== 'GENEVE' && { 'load_balancing.cross_zone.enabled': `${construct.crossZone}` }),
  }
}

function targetOf(
  construct: Group,
  { target, address, port }: Group['targets'][number],
  planning: Planning,
): { target: PlannedTarget; needs: PartKey[] } | null {
  const drop = (why: string): null => {
    addRemark(planning, construct, `the target “${target ?? address ?? ''}” is left out, because ${why}.`)
    return null
  }
  if (target === null || (construct.targetType === 'ip' && address !== null)) {
    if (construct.targetType !== 'ip') return drop('the group takes no bare address')
    const parsed = address === null ? null : parseAddress(address)
    if (address === null || parsed === null) return drop('it has no address')
    const vpc = constructOfKind(planning.design, construct.vpc, 'vpc')!
    const isInside = [...vpc.cidrs, ...vpc.ipv6Cidrs].some((cidr) => {
      const block = blockOf(cidr)
      return block !== null && contains(block, parsed)
    })
    return { target: { kind: 'address', text: address, isOutside: !isInside }, needs: [] }
  }
  const drawn = constructAt(planning.design, target)
  if (drawn?.kind === 'application-load-balancer') {
    const balancer = findDeployed(planning, construct, drawn.id, 'application-load-balancer')
    if (!balancer) return null
    // AWS registers a load balancer once it has a listener on the port
    const wanted = port ?? construct.port
    const listeners = drawn.listeners.some((one) => one.port === wanted) ? [keyOf(drawn, `listener-${wanted}`)] : []
    return { target: { kind: 'balancer', key: balancer.id }, needs: [balancer.id, ...listeners] }
  }
  if (drawn?.kind !== 'client') return drop('it is neither a client nor an application load balancer')
  if (drawn.runtime !== 'ec2')
    return drop('an ECS service or function registers by itself, and its settings say with what')
  const instance = findDeployed(planning, construct, drawn.id, 'client')
  if (!instance) return null
  if (construct.targetType === 'instance')
    return { target: { kind: 'instance', key: instance.id }, needs: [instance.id] }
  if (!needsOwnInterfaces(drawn))
    return { target: { kind: 'instance-address', key: instance.id }, needs: [instance.id] }
  const part = wantConstruct(planning, drawn, 'interface-0')
  return { target: { kind: 'interface-address', key: part }, needs: [instance.id, part] }
}

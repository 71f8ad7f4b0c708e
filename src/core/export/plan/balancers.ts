import { vpcOf } from '../../model/containment.ts'
import type { Construct, ConstructOf } from '../../model/kinds/registry.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import type { PlannedBalancer, PlannedListener, PlannedNode } from './balancingShapes.ts'
import { elasticIpOf } from './elastic-ip.ts'
import { groupsOf } from './groupsOf.ts'
import { forwardTo, groupsIn, planAction, planRules } from './listenerRules.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { addRemark, findInVpc, type Planner, type Planning, remarkChosen, want, wantConstruct } from './planning.ts'
import { addressOf } from './resolveBlock.ts'

type Balancer = ConstructOf<'network-load-balancer'> | ConstructOf<'application-load-balancer'>

/** The balancer, Elastic IP addresses for nodes that are to have one, and its listeners. */
export const networkLoadBalancer: Planner<'network-load-balancer'> = (construct, planning) => {
  const parts: Part[] = []
  const seen = new Set<string>()
  const nodes = construct.subnets.flatMap((node, index): PlannedNode[] => {
    if (seen.has(node.subnet) || !findInVpc(planning, construct, node.subnet, 'subnet')) return []
    seen.add(node.subnet)
    const privateIp = construct.scheme === 'internal' ? addressOf(planning, construct, node.privateIp) : null
    return [{ subnet: node.subnet, privateIp, address: nodeAddress(construct, index, parts, planning) }]
  })
  if (nodes.length === 0) return withoutSubnets(construct, planning)
  // AWS wants an address for every node, or for none
  const own = nodes.some((node) => node.address !== null)
    ? nodes.map((node, index) => ({ ...node, address: node.address ?? ownAddress(construct, index, parts, planning) }))
    : nodes
  const groups =
    construct.securityGroups === null || construct.securityGroups.length === 0
      ? null
      : construct.securityGroups.filter((id) => findInVpc(planning, construct, id, 'security-group'))
  const planned = { ...frameOf(construct, planning), nodes: own, groups: groups?.length ? groups : null }
  parts.push(makePart('network-balancer', construct, null, needsOf(construct, planned, planning), planned))
  const listeners = planListeners(construct, planning)
  return [
    ...parts,
    ...listeners.map(({ word, needs, listener }) => makePart('network-listener', construct, word, needs, listener)),
  ]
}

export const applicationLoadBalancer: Planner<'application-load-balancer'> = (construct, planning) => {
  const subnets = [...new Set(construct.subnets.map((node) => node.subnet))].filter((id) =>
    findInVpc(planning, construct, id, 'subnet'),
  )
  if (subnets.length < 2)
    addRemark(planning, construct, 'AWS wants subnets in at least two zones for an application load balancer.')
  if (construct.subnets.some((node) => node.privateIp !== null || !['auto', 'none'].includes(node.publicIp)))
    addRemark(planning, construct, 'AWS chooses the addresses of its nodes; the drawn ones are not asked for.')
  if (subnets.length === 0) return withoutSubnets(construct, planning)
  const nodes = subnets.map((subnet): PlannedNode => ({ subnet, privateIp: null, address: null }))
  const groups = groupsOf(planning, construct, construct.securityGroups)
  const planned = { ...frameOf(construct, planning), nodes, groups }
  const own = makePart('application-balancer', construct, null, needsOf(construct, planned, planning), planned)
  const listeners = planListeners(construct, planning)
  return [
    own,
    ...listeners.flatMap(({ word, needs, listener, drawn }) => {
      const made = makePart('application-listener', construct, word, needs, listener)
      return [made, ...planRules(construct, drawn, made, planning)]
    }),
  ]
}

export const gatewayLoadBalancer: Planner<'gateway-load-balancer'> = (construct, planning) => {
  const subnets = [...new Set(construct.subnets.map((node) => node.subnet))].filter((id) =>
    findInVpc(planning, construct, id, 'subnet'),
  )
  if (construct.subnets.some((node) => node.privateIp !== null))
    addRemark(planning, construct, 'AWS chooses the addresses of its nodes; the drawn ones are not asked for.')
  if (subnets.length === 0) return withoutSubnets(construct, planning)
  const nodes = subnets.map((subnet): PlannedNode => ({ subnet, privateIp: null, address: null }))
  const planned: PlannedBalancer = { nodes, groups: null, scheme: null, addressType: 'ipv4' }
  const balancer = keyOf(construct)
  const own = makePart('gateway-balancer', construct, null, needsOf(construct, planned, planning), planned)
  const target = construct.targetGroup
  const group = target === null ? null : findInVpc(planning, construct, target, 'target-group')
  if (!group) return [own]
  const listener = { balancer, protocol: null, port: null, action: forwardTo(group.id), certificate: null }
  return [own, makePart('gateway-listener', construct, 'listener', [balancer, group.id], listener)]
}

function withoutSubnets(construct: Construct, planning: Planning): Part[] {
  addRemark(planning, construct, 'it names no subnet, and AWS makes no load balancer without one.')
  return []
}

function frameOf(construct: Balancer, planning: Planning): Pick<PlannedBalancer, 'scheme' | 'addressType'> {
  remarkChosen(planning, construct, 'its DNS name', construct.dnsName)
  if (construct.ipAddressType === 'ipv6')
    addRemark(planning, construct, 'a load balancer carries IPv4 or both; it is exported with both.')
  return { scheme: construct.scheme, addressType: construct.ipAddressType === 'ipv4' ? 'ipv4' : 'dualstack' }
}

/** One that faces the internet wants the internet gateway attached first. */
const needsOf = (construct: Construct & { readonly vpc: string }, planned: PlannedBalancer, planning: Planning) => [
  ...planned.nodes.flatMap((node) => [node.subnet, ...(node.address === null ? [] : [node.address])]),
  ...(planned.groups ?? []),
  ...(planned.scheme === 'internet-facing' ? attachmentsOf(planning, vpcOf(planning.design, construct.vpc)!.id) : []),
]

function nodeAddress(
  construct: ConstructOf<'network-load-balancer'>,
  index: number,
  parts: Part[],
  planning: Planning,
): PartKey | null {
  const drawn = elasticIpOf(planning.design, construct.id, index)
  if (construct.scheme === 'internal') {
    const { publicIp } = construct.subnets[index]!
    if (publicIp !== 'auto' && publicIp !== 'none')
      addRemark(planning, construct, `an internal one has no public address, so ${publicIp} is not asked for.`)
    return null
  }
  if (drawn) return wantConstruct(planning, drawn)
  const { publicIp } = construct.subnets[index]!
  if (publicIp === 'auto' || publicIp === 'none') return null
  addRemark(planning, construct, `AWS chooses the Elastic IP address; the drawn ${publicIp} is not asked for.`)
  return ownAddress(construct, index, parts, planning)
}

function ownAddress(
  construct: ConstructOf<'network-load-balancer'>,
  index: number,
  parts: Part[],
  planning: Planning,
): PartKey {
  const part = makePart(
    'network-balancer-address',
    construct,
    `address-${index}`,
    attachmentsOf(planning, construct.vpc),
    {},
  )
  parts.push(part)
  return part.key
}

function planListeners<B extends Balancer>(
  construct: B,
  planning: Planning,
): { word: string; needs: PartKey[]; listener: PlannedListener; drawn: B['listeners'][number] }[] {
  const balancer = keyOf(construct)
  const seen = new Set<string>()
  return construct.listeners.flatMap((drawn) => {
    const { protocol, port } = drawn
    const action = planAction(construct, drawn, `the listener on port ${port}`, planning)
    if (action.kind !== 'forward' && construct.kind === 'network-load-balancer') {
      addRemark(planning, construct, `the listener on port ${port} has no target group, and AWS makes none without.`)
      return []
    }
    const word = `listener-${port}${protocol === 'UDP' ? '-udp' : ''}`
    if (seen.has(word)) {
      addRemark(planning, construct, `a second listener on port ${port} is left out; AWS takes one.`)
      return []
    }
    seen.add(word)
    const certificate =
      protocol === 'TLS' || protocol === 'HTTPS'
        ? want(
            planning,
            keyOf(construct, 'certificate'),
            `ARN of a certificate for the listeners of ${construct.id}`,
            'certificate',
          )
        : null
    const needs = [balancer, ...groupsIn(action), ...(certificate === null ? [] : [certificate])]
    return [{ word, needs, listener: { balancer, protocol, port, action, certificate }, drawn }]
  })
}

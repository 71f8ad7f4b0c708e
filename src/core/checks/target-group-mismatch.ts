import { constructAt, constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

type Group = ConstructOf<'target-group'>

/** Protocols of the group that a listener takes. Sources: Network Load Balancer guide, listener configuration; Application Load Balancer guide, target groups. */
const TAKES: Readonly<Record<string, readonly Group['protocol'][]>> = {
  TCP: ['TCP', 'TCP_UDP'],
  TLS: ['TLS', 'TCP'],
  UDP: ['UDP', 'TCP_UDP'],
  TCP_UDP: ['TCP_UDP'],
  HTTP: ['HTTP', 'HTTPS'],
  HTTPS: ['HTTP', 'HTTPS'],
  GENEVE: ['GENEVE'],
}

/** Sources: Elastic Load Balancing guides, target groups. */
export const targetGroupMismatch: Check = {
  id: 'target-group-mismatch',
  severity: 'error',
  title: 'Target group that its load balancer does not take',
  why: 'A listener hands on to target groups of its own protocols, in the load balancer’s own VPC. A Gateway Load Balancer speaks GENEVE, and Application Load Balancers are targets by TCP alone.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  *find({ design }) {
    for (const kind of ['network-load-balancer', 'application-load-balancer'] as const)
      for (const { id, vpc, listeners } of listOfKind(design, kind))
        for (const [i, listener] of listeners.entries()) {
          const { protocol, port } = listener
          const use = { id, vpc, protocol, what: `Listener ${protocol} ${port} of the` }
          for (const { path, to } of groupsOf(listener))
            yield* judge(design, { ...use, path: ['listeners', i, ...path] }, to)
        }
    for (const { id, vpc, targetGroup } of listOfKind(design, 'gateway-load-balancer'))
      yield* judge(design, { id, vpc, path: ['targetGroup'], protocol: 'GENEVE', what: 'The' }, targetGroup)
    for (const group of listOfKind(design, 'target-group')) yield* judgeTargets(design, group)
  },
  examples: { bad: () => example('UDP'), good: () => example('TCP') },
}

type Listener = ConstructOf<'application-load-balancer' | 'network-load-balancer'>['listeners'][number]

/** The groups that a listener names, for requests that no rule takes and in its rules. */
function* groupsOf(listener: Listener): Iterable<{ path: Use['path']; to: string | null }> {
  const rules = 'rules' in listener ? (listener.rules ?? []) : []
  const actions = [{ path: [], said: listener }, ...rules.map((said, j) => ({ path: ['rules', j], said }))]
  for (const { path, said } of actions) {
    yield { path: [...path, 'targetGroup'], to: said.targetGroup }
    for (const [j, { targetGroup }] of ('weighted' in said ? (said.weighted ?? []) : []).entries())
      yield { path: [...path, 'weighted', j, 'targetGroup'], to: targetGroup }
  }
}

interface Use {
  readonly id: string
  readonly vpc: string
  readonly path: readonly (string | number)[]
  readonly protocol: string
  readonly what: string
}

function* judge(design: Design, { id, vpc, path, protocol, what }: Use, name: string | null): Iterable<Sighting> {
  const group = name === null ? null : constructOfKind(design, name, 'target-group')
  if (!group) return
  const at = [place(id, ...path), place(group.id)] as const
  const text = `${what} ${called(design, id)}`
  if (!TAKES[protocol]!.includes(group.protocol))
    yield {
      at,
      message: `${text} hands on to the ${called(design, group.id)}, which has the protocol ${group.protocol}; it takes ${TAKES[protocol]!.join(' or ')}.`,
    }
  if (group.vpc !== vpc)
    yield { at, message: `${text} names the ${called(design, group.id)}, which belongs to another VPC.` }
}

function* judgeTargets(design: Design, group: Group): Iterable<Sighting> {
  const { id, targetType, protocol, targets } = group
  if (targetType === 'alb' && protocol !== 'TCP')
    yield {
      at: [place(id, 'protocol'), place(id, 'targetType')],
      message: `The ${called(design, id)} has an Application Load Balancer as its target and the protocol ${protocol}; AWS takes TCP only.`,
      fixes: [{ title: 'Use TCP', safety: 'review', edits: [change('target-group', id, { protocol: 'TCP' })] }],
    }
  if (protocol === 'GENEVE' && group.port !== 6081)
    yield {
      at: [place(id, 'port')],
      message: `The ${called(design, id)} speaks GENEVE on port ${group.port}; Gateway Load Balancers use port 6081.`,
      fixes: [{ title: 'Use port 6081', safety: 'safe', edits: [change('target-group', id, { port: 6081 })] }],
    }
  for (const [i, { target, address }] of targets.entries()) {
    const kind = target === null ? null : constructAt(design, target)?.kind
    const why =
      targetType === 'alb' && kind === 'client'
        ? `the ${called(design, target!)} is no Application Load Balancer`
        : targetType !== 'alb' && kind === 'application-load-balancer'
          ? `the ${called(design, target!)} needs a target group of type alb`
          : targetType !== 'ip' && target === null && address !== null
            ? `${address} is an address, which needs a target group of type ip`
            : null
    if (why === null) continue
    yield {
      at: [place(id, 'targets', i), place(id, 'targetType')],
      message: `Target ${i + 1} of the ${called(design, id)} does not fit its type ${targetType}: ${why}.`,
      fixes: [
        {
          title: `Take target ${i + 1} out`,
          safety: 'review',
          edits: [change('target-group', id, { targets: targets.toSpliced(i, 1) })],
        },
      ],
    }
  }
}

const example = (protocol: 'TCP' | 'UDP') =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const group = b.targetGroup(vpc, [b.ec2(subnet)], { protocol })
    b.nlb(vpc, { subnets: [subnet], listeners: [['TCP', 443, group]] })
  })

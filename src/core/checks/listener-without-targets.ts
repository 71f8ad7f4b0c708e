import { buildDesign } from '../model/testing/designBuilder.ts'
import type { ActionNet, ListenerNet, TargetGroupNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** Source: Elastic Load Balancing guides, target health; Reachability Analyzer, ELBV2_LISTENER_HAS_NO_TG. */
export const listenerWithoutTargets: Check = {
  id: 'listener-without-targets',
  severity: 'warning',
  title: 'Load balancer with nothing behind it',
  why: 'A listener hands on to the targets of its target group. Without a group, or with a group of which no target can take requests, connections get no answer.',
  learnMore: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  *find({ design, topology }) {
    for (const { id, kind, listeners, listenersGap } of topology.balancers.values()) {
      if (listeners.length === 0 && !listenersGap)
        yield {
          at: [place(id, 'listeners')],
          message: `The ${called(design, id)} has no listener and answers no port.`,
        }
      for (const listener of listeners) {
        const what = kind === 'gateway' ? 'The' : `Listener ${listener.port} of the`
        for (const { action, group } of actionsOf(listener)) {
          const why = whyEmpty(group)
          if (why === null) continue
          yield {
            at: [action.origin, ...(group ? [place(group.id, 'targets')] : [])],
            message: `${what} ${called(design, id)} ${why(group ? `the ${called(design, group.id)}` : '')}.`,
          }
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

type Words = (group: string) => string

interface Forwarding {
  readonly action: ActionNet
  readonly group: TargetGroupNet | null
}

/** Where the listener forwards to. What it answers by itself is meant so, and none at all where rules take requests. */
function* actionsOf({ usual, rules }: ListenerNet): Iterable<Forwarding> {
  for (const action of [usual, ...rules.map((one) => one.action)]) {
    for (const group of action.groups) yield { action, group }
    if (action.groups.length > 0 || action.gap || action.answer || (action === usual && rules.length > 0)) continue
    yield { action, group: null }
  }
}

/** null where something may answer, or nobody knows. */
function whyEmpty(group: TargetGroupNet | null): Words | null {
  if (!group) return () => 'has no target group'
  if (group.targets.length === 0) return (name) => `hands on to ${name}, which has no target`
  if (group.targets.every(({ health }) => health === 'unused' || health === 'draining'))
    return (name) => `hands on to ${name}, none of whose targets takes requests`
  return null
}

const example = (withTarget: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const group = b.targetGroup(vpc, withTarget ? [b.ec2(subnet)] : [])
    b.nlb(vpc, { subnets: [subnet], listeners: [['TCP', 443, group]] })
  })

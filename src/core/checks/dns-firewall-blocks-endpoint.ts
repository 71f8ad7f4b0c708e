import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { dnsOf, holdsName, type NameFilterNet } from '../topology/dnsNet.ts'
import type { Origin } from '../topology/origin.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 guide, how DNS Firewall works: it filters all that the resolver of the VPC is asked, private names too. */
export const dnsFirewallBlocksEndpoint: Check = {
  id: 'dns-firewall-blocks-endpoint',
  severity: 'warning',
  title: 'DNS Firewall blocks the names of an endpoint',
  why: 'DNS Firewall filters private names as it does public ones. Clients that cannot look up the private names of an endpoint do not reach the service by it.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html',
  *find({ design, topology }) {
    const groups = new Map(listOfKind(design, 'dns-firewall-rule-group').map((group) => [group.id, group]))
    const blocked = new Map<string, { at: Origin; endpoint: string; vpc: string; priority: number; names: string[] }>()
    for (const vpc of topology.vpcs.values()) {
      const { filters, privateZones } = dnsOf(topology, vpc)
      for (const [name, { endpoint, apex, assumed }] of filters.length > 0 ? privateZones : []) {
        const rule = assumed ? null : findRule(filters, apex ? name : `any.${name}`)
        if (!rule?.blocks) continue
        const key = `${vpc.id} ${endpoint.id} ${JSON.stringify(rule.origin)}`
        const names = [...(blocked.get(key)?.names ?? []), apex ? name : `*.${name}`]
        blocked.set(key, { at: rule.origin, endpoint: endpoint.id, vpc: vpc.id, priority: rule.priority, names })
      }
    }
    for (const { at, endpoint, vpc, priority, names } of blocked.values()) {
      const group = groups.get(at.construct)
      if (!group) continue
      const free = freeBelow(
        priority,
        group.rules.map((rule) => rule.priority),
      )
      const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
      yield {
        at: [at, place(endpoint, 'privateDns')],
        message: `Rule ${priority} of the ${called(design, group.id)} blocks ${names.slice(0, 3).join(', ')}${more}, which the ${called(design, endpoint)} answers in the ${called(design, vpc)}.`,
        fixes:
          free === null
            ? []
            : [
                {
                  title: `Allow the names of the ${called(design, endpoint)} before rule ${priority}`,
                  safety: 'review',
                  edits: [
                    change('dns-firewall-rule-group', group.id, {
                      rules: [...group.rules, { ...ALLOW, priority: free, domains: names }],
                    }),
                  ],
                },
              ],
      }
    }
  },
  examples: { bad: () => example('BLOCK'), good: () => example('ALERT') },
}

const ALLOW = {
  action: 'ALLOW',
  managedList: null,
  blockResponse: 'NODATA',
  overrideDomain: null,
  redirections: 'inspect',
} as const

/** The rule that decides; null where none does, or a rule before it cannot be read. */
function findRule(filters: readonly NameFilterNet[], name: string): NameFilterNet | null {
  const first = filters.find((rule) => rule.gap !== null || (rule.managedList === null && holdsName(rule, name)))
  return first?.gap === null ? first : null
}

/** A priority just below, that no rule of the group has. */
function freeBelow(priority: number, taken: readonly number[]): number | null {
  for (let free = priority - 1; free > 0; free--) if (!taken.includes(free)) return free
  return null
}

const example = (action: 'BLOCK' | 'ALERT') =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, 'sqs', { subnets: [b.subnet(vpc)] })
    b.dnsFirewall([{ ...ALLOW, action, priority: 100, domains: ['*'] }], { vpcs: [{ vpc, priority: 101 }] })
  })

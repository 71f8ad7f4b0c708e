import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, blockOf, covers, formatBlock } from '../net/block.ts'
import type { Topology, VpcNet } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { type DrawnFirewall, firewallsIn } from './parts/firewalls.ts'
import { place } from './parts/place.ts'

/** Source: Network Firewall guide, domain list inspection for traffic from outside the deployment VPC. */
export const homeNetLacksSenders: Check = {
  id: 'home-net-lacks-senders',
  severity: 'warning',
  title: 'HOME_NET without the VPCs that send through the firewall',
  why: 'Domain lists, and rules that name $HOME_NET, look at what comes from HOME_NET. Without a word about it that is the firewall’s own VPC, so that what other VPCs send matches none of them.',
  learnMore:
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html',
  *find({ design, topology }) {
    for (const firewall of firewallsIn(design, topology)) {
      const { construct, groups } = firewall
      const senders = sendersOf(firewall)
      if (senders.length === 0) continue
      const home = policyHomeNet(topology, firewall)
      for (const group of groups) {
        const own = group.variables.find(({ name }) => name === 'HOME_NET')
        const known = own ? own.values.flatMap((text) => blockOf(text) ?? []) : home
        if (known.length === 0 || !speaksOfHome(group)) continue
        const left = senders.filter(({ blocks }) => blocks.some((block) => !known.some((one) => covers(one, block))))
        if (left.length === 0) continue
        yield {
          at: [
            own ? place(group.id, 'variables', group.variables.indexOf(own)) : place(construct.id, 'homeNet'),
            ...left.slice(0, 20).map(({ id }) => place(id)),
          ],
          message: `The ${called(design, group.id)} looks at what comes from HOME_NET. ${
            left.length === 1
              ? `The ${called(design, left[0]!.id)} sends`
              : `${upper(
                  calledAll(
                    design,
                    left.map(({ id }) => id),
                  ),
                )} send`
          } through the ${called(design, construct.id)} and lie${left.length === 1 ? 's' : ''} outside of it.`,
          fixes: own ? [] : fixesOf(design, construct.id, [...home, ...left.flatMap(({ blocks }) => blocks)]),
        }
      }
    }
  },
  examples: { bad: () => example([]), good: () => example(['10.0.0.0/8']) },
}

const upper = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`

const speaksOfHome = ({ type, statefulRules, suricataRules }: DrawnFirewall['groups'][number]): boolean =>
  type === 'domain-list' ||
  (type === 'stateful' && statefulRules.some(({ source }) => source === '$HOME_NET')) ||
  (type === 'suricata' && suricataRules.some((rule) => /^\s*(pass|drop|reject)\b[^(]*\$HOME_NET[^(]*->/.test(rule)))

const policyHomeNet = (topology: Topology, { construct }: DrawnFirewall): readonly Block[] =>
  construct.homeNet.length > 0
    ? construct.homeNet.flatMap((text) => blockOf(text) ?? [])
    : (topology.vpcs.get(construct.vpc)?.blocks ?? [])

/** Other VPCs of which a transit gateway's table leads into one where the firewall stands between the attachment and the rest. */
function sendersOf({ construct, enis }: DrawnFirewall): readonly VpcNet[] {
  const found = new Set<VpcNet>()
  for (const vpc of new Set(enis.map(({ subnet }) => subnet.vpc))) {
    if (vpc.id !== construct.vpc) found.add(vpc)
    for (const own of vpc.attachments) {
      const through = own.enis.some(({ subnet }) =>
        subnet.table.routes4.some(({ target }) => 'id' in target && target.id === construct.id),
      )
      if (!through) continue
      for (const { vpc: far, table } of own.gateway.attachments.values())
        if (
          far &&
          far !== vpc &&
          table?.routes4.some(({ target }) => target.kind === 'attachment' && target.attachment === own)
        )
          found.add(far)
    }
  }
  return [...found]
}

function fixesOf(design: Design, id: string, blocks: readonly Block[]) {
  const homeNet = [...new Set(blocks.map(formatBlock))]
  return constructOfKind(design, id, 'network-firewall')
    ? [
        {
          title: `Set HOME_NET to ${homeNet.length > 3 ? `${homeNet.length} blocks` : homeNet.join(', ')}`,
          safety: 'review' as const,
          edits: [change('network-firewall', id, { homeNet })] as const,
        },
      ]
    : []
}

const example = (homeNet: string[]) =>
  buildDesign((b) => {
    const [hub, spoke] = [b.vpc({ cidrs: ['10.0.0.0/16'] }), b.vpc({ cidrs: ['10.1.0.0/16'] })]
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    const entry = b.subnet(hub, { cidr: '10.0.0.0/28' })
    const ruleGroup = b.firewallRules({ type: 'domain-list', domains: ['.example.com'] })
    const firewall = b.networkFirewall(hub, {
      subnets: [b.subnet(hub, { cidr: '10.0.0.16/28' })],
      homeNet,
      ruleGroups: [{ ruleGroup, priority: 10 }],
    })
    b.routeTable(hub, [['0.0.0.0/0', firewall]], { subnets: [entry] })
    b.attach(hub, gateway, { subnets: [entry] })
    b.attach(spoke, gateway, { subnets: [b.subnet(spoke, { cidr: '10.1.0.0/24' })] })
  })

import { appendAll } from '../../../base/appendAll.ts'
import type { ConstructOf } from '../../../model/kinds/registry.ts'
import { type Block, blockOf } from '../../../net/block.ts'
import type { PortRange } from '../../../net/ports.ts'
import type { AddressSet, Chosen, FirewallNet, StatefulRule, StatelessRule } from '../../firewalls.ts'
import type { Origin } from '../../origin.ts'
import type { InspectionNet } from '../../topology.ts'
import { addGap, type Building, type Lower } from '../building.ts'
import { type GroupVariables, type Ranked, readStatefulRules, readStatelessRules, unknownRules } from './readRules.ts'
import { readAddresses, readPorts } from './readSet.ts'

type Firewall = ConstructOf<'network-firewall'>
type Group = ConstructOf<'firewall-rule-group'>

/** Network Firewalls: what stands behind each of their endpoints is one policy. */
export const lowerFirewalls: Lower<'network-firewall'> = (building, firewalls) => {
  for (const firewall of firewalls) {
    const net = readPolicy(building, firewall)
    for (const eni of building.enisOf.get(firewall.id) ?? []) {
      const inspection: InspectionNet = {
        id: firewall.id,
        state: 'available',
        eni,
        provider: null,
        firewall: net,
        gap: null,
      }
      eni.inspection = inspection
    }
  }
}

const ACTION_ORDER = ['pass', 'drop', 'reject', 'alert']

function readPolicy(building: Building, firewall: Firewall): FirewallNet {
  const { id, ruleOrder, statelessDefault, streamException } = firewall
  const strict = ruleOrder === 'strict'
  const stateless: StatelessRule[] = []
  const ranked: Ranked[] = []
  const managed: Origin[] = []
  const named = firewall.ruleGroups.map((one, index) => ({ ...one, index })).sort((a, b) => a.priority - b.priority)
  const homeNet = homeNetOf(building, firewall)
  for (const { ruleGroup, index } of named) {
    const group = building.byKind['firewall-rule-group'].find((one) => one.id === ruleGroup)
    if (!group) {
      const at = { construct: id, path: ['ruleGroups', index] }
      const rules = unknownRules(addGap(building, 'dangling-reference', at, `no firewall rule group “${ruleGroup}”`))
      appendAll(stateless, rules.map(asStateless))
      appendAll(
        ranked,
        rules.map((rule) => ({ rule, priority: 1 })),
      )
    } else if (group.type === 'managed') managed.push({ construct: group.id, path: [] })
    else if (group.type === 'stateless') appendAll(stateless, readStatelessRules(group, NO_VARIABLES))
    else appendAll(ranked, readStatefulRules(group, variablesOf(group, homeNet)))
  }
  if (!strict)
    ranked.sort(
      (a, b) => ACTION_ORDER.indexOf(a.rule.action) - ACTION_ORDER.indexOf(b.rule.action) || a.priority - b.priority,
    )
  const statefulDefault = strict ? firewall.statefulDefault : 'none'
  return {
    id,
    stateless,
    statelessDefault,
    stateful: ranked.map(({ rule }) => rule),
    statefulDefault,
    streamException,
    silent: firewall.ruleGroups.length === 0 && statelessDefault === 'forward' && statefulDefault === 'none',
    managed,
  }
}

const asStateless = (rule: StatefulRule): StatelessRule => ({
  ...rule,
  action: rule.action === 'pass' ? 'pass' : 'drop',
  protocols: null,
})

/** The policy's HOME_NET: the blocks of the firewall's VPC where the policy says none; undefined where one of them cannot be read. Source: Network Firewall API, PolicyVariables. */
function homeNetOf(building: Building, { id, vpc, homeNet }: Firewall): AddressSet | undefined {
  if (homeNet.length === 0) {
    const net = building.vpcs.get(vpc)
    return net && net.unread.length === 0 ? { within: [...net.blocks], without: [] } : undefined
  }
  const blocks = homeNet.flatMap((text, index) => {
    const block = blockOf(text)
    if (!block) addGap(building, 'invalid-value', { construct: id, path: ['homeNet', index] }, `“${text}” is no block`)
    return block ?? []
  })
  return blocks.length === homeNet.length ? { within: blocks, without: [] } : undefined
}

const NO_VARIABLES: GroupVariables = { addresses: () => undefined, ports: () => undefined }

/**
 * What a group's rules may name. A HOME_NET of its own takes the place of the policy's, while EXTERNAL_NET stays what the policy's leaves.
 * Source: Network Firewall guide, rule variables, overriding them in a rule group.
 */
function variablesOf({ variables }: Group, homeNet: AddressSet | undefined): GroupVariables {
  const textOf = (name: string): string | undefined => {
    const own = variables.find((one) => one.name === name)
    return own && `[${own.values.join(',')}]`
  }
  const addresses = (name: string): Chosen<Block> | undefined => {
    const text = textOf(name)
    if (text !== undefined)
      return known(readAddresses(text, (inner) => (inner === name ? undefined : addresses(inner))))
    if (name === 'HOME_NET') return homeNet
    return name === 'EXTERNAL_NET' && homeNet ? { within: null, without: homeNet.within ?? [] } : undefined
  }
  const ports = (name: string): Chosen<PortRange> | undefined => {
    const text = textOf(name)
    return text === undefined ? undefined : known(readPorts(text, () => undefined))
  }
  return { addresses, ports }
}

const known = <T>(value: T | string): T | undefined => (typeof value === 'string' ? undefined : value)

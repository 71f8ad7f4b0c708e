import { listChoices, listWords } from '../../../base/words.ts'
import type { Address } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import type {
  ActionNet,
  ListenerNet,
  ListenerRuleNet,
  TargetGroupNet,
  TopologyGap,
} from '../../../topology/topology.ts'

/** One of what a listener may do with a request. */
export interface RuleWay {
  /** null = the default one. */
  readonly rule: ListenerRuleNet | null
  /** What the rule asks for that no request says, in words; null = it takes the request for certain. */
  readonly hangsOn: string | null
  readonly action: ActionNet
  readonly group: TargetGroupNet | null
  readonly gap: TopologyGap | null
  /** The listener has rules, so that it is worth saying which counts. */
  readonly isOneOfMany: boolean
  /** Whether it is the one hangs on what no request says. */
  readonly perhaps: boolean
}

/**
 * What a listener may do with a request for that name from that address: its rules in order of priority, as far as the first that takes it for certain.
 * Requests are shared out among the groups of one action. Source: Application Load Balancer guide, listener rules.
 */
export function listWays(
  { rules, usual }: ListenerNet,
  name: string | null,
  source: Address,
): { readonly sure: readonly RuleWay[]; readonly maybe: readonly RuleWay[] } {
  const ways: RuleWay[] = []
  const host = name === null || OWN_NAME.test(name) ? null : name.toLowerCase()
  const add = (rule: ListenerRuleNet | null, hangsOn: string | null) => {
    const action = rule?.action ?? usual
    const way = { rule, hangsOn, action, group: null, gap: null, isOneOfMany: rules.length > 0, perhaps: false }
    for (const group of action.groups) ways.push({ ...way, group })
    if (action.gap) ways.push({ ...way, gap: action.gap })
    else if (action.groups.length === 0) ways.push(way)
  }
  for (const rule of rules) {
    const hangsOn = whatItHangsOn(rule, host, source)
    if (hangsOn === 'refused') continue
    add(rule, hangsOn)
    if (hangsOn === null) return split(ways)
  }
  add(null, null)
  return split(ways)
}

/** Ways of which none hangs on anything are taken for certain, by some requests or all. */
const split = (ways: readonly RuleWay[]) =>
  ways.every(({ hangsOn }) => hangsOn === null)
    ? { sure: ways, maybe: [] }
    : { sure: [], maybe: ways.map((way) => ({ ...way, perhaps: true })) }

/** Who asks by one of these may mean any of the names that lead there and are not drawn. Source: Elastic Load Balancing and PrivateLink guides, DNS names. */
const OWN_NAME = /\.(?:elb|vpce)\./

function whatItHangsOn({ hosts, sources, unsaid }: ListenerRuleNet, host: string | null, source: Address) {
  if (sources !== null && !sources.some((block) => contains(block, source))) return 'refused'
  const asked = [...unsaid]
  if (hosts !== null && !hosts.some((pattern) => /^\*+$/.test(pattern))) {
    if (host === null) asked.unshift(`the host ${listChoices(hosts)}`)
    else if (!hosts.some((pattern) => matches(pattern, host))) return 'refused'
  }
  return asked.length === 0 ? null : listWords(asked)
}

/** `*` stands for any letters, `?` for one. */
function matches(pattern: string, text: string): boolean {
  let [at, from] = [0, 0]
  let [star, resume] = [-1, 0]
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++
      resume = from
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at++
      from++
    } else if (star >= 0) {
      at = star + 1
      from = ++resume
    } else return false
  }
  return /^\**$/.test(pattern.slice(at))
}

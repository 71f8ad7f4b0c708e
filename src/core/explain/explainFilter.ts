import { formatCount } from '../base/formatCount.ts'
import { listWords } from '../base/words.ts'
import { countPorts, formatPorts } from '../net/ports.ts'
import { isSliver } from '../sim/isSliver.ts'
import type { Step } from '../sim/verdict.ts'
import { sayShare } from './sayShare.ts'
import type { StepWords } from './stepWords.ts'

type FilterStep = Extract<Step, { kind: 'filter' }>

/** What a security group or a network ACL did with a packet, by which of its rules, and what to change. */
export function explainFilter(step: FilterStep, nameOf: (id: string) => string): StepWords {
  const { detail, outcome } = step
  const isGroup = detail.filter === 'security-group'
  const who = nameFilter(detail, nameOf)
  const traffic = describeTraffic(detail)
  const by = nameRule(step)
  switch (outcome) {
    case 'remembered':
      return {
        headline: `${who} ${detail.filters.length > 1 ? 'let' : 'lets'} the reply pass`,
        detail: 'It belongs to a connection that was let through; no rule is asked.',
      }
    case 'permitted':
      return {
        headline: `${who} ${detail.filters.length > 1 ? 'allow' : 'allows'} ${traffic}`,
        detail: by && `By ${by}.`,
      }
    case 'unknown':
      return {
        headline: `Whether ${lower(who)} ${detail.filters.length > 1 ? 'allow' : 'allows'} ${traffic} cannot be told`,
        detail: 'An entry that may decide it cannot be read.',
        complete: true,
      }
    case 'partly':
      return {
        headline: `${who} drops ${isSliver(detail.share ?? 0) ? 'nearly all' : 'part'} of ${traffic}`,
        detail: whyPartly(step, by),
        complete: true,
      }
    case 'denied':
      return {
        headline: `${who} ${detail.filters.length > 1 ? 'drop' : 'drops'} ${traffic}`,
        detail: isGroup ? whyGroup(step, traffic) : whyAcl(step, traffic, by),
        complete: true,
      }
  }
}

function whyPartly({ detail: { dropped = [], share = 0, ports } }: FilterStep, by: string | null): string {
  const lost = `Ports ${listWords(dropped.map(formatPorts))} do not get through${by ? `, by ${by}` : ''}: the caller may have opened any of the whole range`
  const all = ports ? countPorts([ports]) : 0
  const passes = all - countPorts(dropped)
  const left =
    share === 0
      ? '. The ports that it lets through were dropped before, so that none is left'
      : isSliver(share)
        ? `, and no more than ${formatCount(passes)} of ${formatCount(all)} ports ${passes === 1 ? 'is' : 'are'} let through, which is as good as none`
        : `. ${sayShare(share)}`
  return `${lost}${left}. Allow all of it.`
}

function whyAcl({ detail }: FilterStep, traffic: string, by: string | null): string {
  const why = by ? `By ${by}.` : 'No entry matches, so the closing deny applies.'
  const isReply = detail.ports !== null && detail.ports.from !== detail.ports.to
  const reply = isReply ? ' ACLs remember no connections, so a reply needs an entry of its own.' : ''
  const below = detail.ruleNumber === undefined ? '' : `, with a number below ${detail.ruleNumber}`
  return `${why}${reply} To let it through, add an entry that allows ${traffic}${below}.`
}

function whyGroup({ detail, code, evidence }: FilterStep, traffic: string): string {
  if (evidence.decidedBy?.path[0] === 'defaultSecurityGroup') return DEFAULT_GROUP
  const way = detail.direction === 'ingress' ? 'inbound' : 'outbound'
  const why = code === 'SG_HAS_NO_RULES' ? `There are no ${way} rules.` : `No ${way} rule allows it.`
  return `${why} To let it through, add a rule for ${traffic}.`
}

/** What to say of the group that AWS gives where none is named. */
export const DEFAULT_GROUP =
  'The VPC’s default group admits its own members only: give the interface a group that allows it.'

function nameFilter({ filter, filters }: FilterStep['detail'], nameOf: (id: string) => string): string {
  const what = filter === 'security-group' ? 'Security group' : 'Network ACL'
  if (filters.length === 0) return `The VPC’s default ${what.replace('S', 's').replace('N', 'n')}`
  return `${what}${filters.length > 1 ? 's' : ''} ${filters.map(nameOf).join(', ')}`
}

/** `TCP 443 in from 10.0.1.20` */
function describeTraffic({ protocol, ports, direction, peer }: FilterStep['detail']): string {
  const name = PROTOCOLS.get(protocol) ?? protocol
  const range = ports === null ? '' : ` ${formatPorts(ports)}`
  return `${name}${range} ${direction === 'ingress' ? 'in from' : 'out to'} ${peer}`
}

const PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['tcp', 'TCP'],
  ['udp', 'UDP'],
  ['icmp', 'ICMP'],
  ['icmpv6', 'ICMPv6'],
])

/** `rule 100`, or the place in the list where rules have no numbers; null where no drawn rule decided. */
function nameRule({ detail, evidence }: FilterStep): string | null {
  if (detail.ruleNumber !== undefined) return `rule ${detail.ruleNumber}`
  const place = evidence.decidedBy?.path.at(-1)
  return typeof place === 'number'
    ? `${detail.direction === 'ingress' ? 'inbound' : 'outbound'} rule ${place + 1}`
    : null
}

const lower = (text: string): string =>
  text.startsWith('The ') ? `t${text.slice(1)}` : text.replace(/^S/, 's').replace(/^N/, 'n')

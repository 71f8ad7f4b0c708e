import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, covers, formatBlock, overlaps } from '../net/block.ts'
import { commonPorts, countPorts, formatPorts, type PortRange, withoutPorts } from '../net/ports.ts'
import { isSliver } from '../sim/isSliver.ts'
import { type FilterEntry, PROTOCOL } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { freeNumberFor } from './parts/aclEntries.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'

/** Ports that Linux and Windows clients ask from; 1024 up covers Lambda, NAT gateways and load balancers too. Source: VPC guide, network ACLs, ephemeral ports. */
const EPHEMERAL = { from: 32768, to: 65535 }
const RETURN = { from: 1024, to: 65535 }
/** Protocols whose answers come to a port that the client chose. */
const WORDS: Readonly<Record<number, string>> = { [PROTOCOL.tcp]: 'TCP', [PROTOCOL.udp]: 'UDP' }
/** An allow rule as wide as this is taken to be for answers, not for requests. */
const WIDE = 1000

/** Answers as AWS’s guide on ephemeral ports describes them; both directions are looked at alike. */
export const aclLacksReturn: Check = {
  id: 'acl-lacks-return',
  severity: 'warning',
  title: 'Network ACL that drops the answers',
  why: 'A network ACL remembers nothing. Where it lets requests through in one direction, the answers need a rule in the other, for the high ports that clients ask from.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html',
  *find({ design, topology }) {
    for (const acl of topology.acls.values()) {
      if (acl.id === null || acl.gap !== null) continue
      for (const [there, back] of [['egress', 'ingress'] as const, ['ingress', 'egress'] as const]) {
        const request = acl[there].find(
          (entry) => isForRequests(entry) && !letsAnswersThrough(acl[back], entry.protocol, entry.blocks[0]!),
        )
        if (!request) continue
        const block = request.blocks[0]!
        const [out, other] = there === 'egress' ? ['out to', 'inbound'] : ['in from', 'outbound']
        yield {
          at: [request.origin, { construct: acl.id, path: [back] }],
          message: `The ${called(design, acl.id)} lets ${WORDS[request.protocol]} port ${formatPorts(request)} ${out} ${formatBlock(block)}, but no ${other} rule lets the answers through, which use ports ${formatPorts(EPHEMERAL)} and others from 1024 up.`,
          fixes: letThrough(design, acl.id, back, request, acl[back]),
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** Whether an entry speaks of that protocol too. */
const isOf = (entry: FilterEntry, protocol: number): boolean =>
  entry.protocol === protocol || entry.protocol === PROTOCOL.all

/** Names and the time come from Amazon’s own servers in the VPC, which no ACL filters. Source: VPC guide, network ACL basics. */
const UNFILTERED: ReadonlySet<number> = new Set([53, 123])

const isForRequests = (entry: FilterEntry): boolean =>
  entry.allow &&
  !(entry.protocol === PROTOCOL.udp && entry.from === entry.to && UNFILTERED.has(entry.from)) &&
  WORDS[entry.protocol] !== undefined &&
  entry.to - entry.from < WIDE

const blocksAnswers = (entry: FilterEntry, protocol: number, peer: Block): boolean =>
  !entry.allow && isOf(entry, protocol) && covers(entry.blocks[0]!, peer) && isSliver(1 - shareOf([entry]))

/** Which part of the ports for answers the ranges hold. */
const shareOf = (ranges: readonly PortRange[]): number =>
  countPorts(commonPorts(ranges, [EPHEMERAL])) / countPorts([EPHEMERAL])

/** Whether answers pass, to more ports than a sliver: entries are read in their order, and what is denied to a part of the peers only may pass for others. */
function letsAnswersThrough(entries: readonly FilterEntry[], protocol: number, peer: Block): boolean {
  let open: readonly PortRange[] = [EPHEMERAL]
  let share = 0
  for (const entry of entries) {
    const block = entry.blocks[0]!
    if (!isOf(entry, protocol) || !(entry.allow ? overlaps(block, peer) : covers(block, peer))) continue
    if (entry.allow) share += shareOf(commonPorts(open, [entry]))
    open = open.flatMap((range) => withoutPorts(range, commonPorts([range], [entry])))
  }
  return !isSliver(share)
}

function letThrough(
  design: Design,
  id: string,
  direction: 'ingress' | 'egress',
  request: FilterEntry,
  lowered: readonly FilterEntry[],
): readonly Fix[] {
  const entries: ConstructOf<'network-acl'>['ingress'] = constructOfKind(design, id, 'network-acl')?.[direction] ?? []
  const block = request.blocks[0]!
  const deny = lowered.find((entry) => blocksAnswers(entry, request.protocol, block))
  const number = freeNumberFor(entries, deny ? entries[deny.origin.path[1] as number]!.number : null)
  if (number === null) return []
  const cidr = formatBlock(block)
  const protocol = request.protocol === PROTOCOL.udp ? 'udp' : 'tcp'
  const entry = { number, action: 'allow', protocol, ports: RETURN, icmp: null, cidr } as const
  return [
    {
      title: `Add ${direction === 'ingress' ? 'inbound' : 'outbound'} rule ${number}: allow ${WORDS[request.protocol]} ${formatPorts(RETURN)} ${direction === 'ingress' ? 'from' : 'to'} ${cidr}`,
      safety: 'review',
      edits: [change('network-acl', id, { [direction]: [...entries, entry] })],
    },
  ]
}

const example = (withReturn: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.networkAcl(vpc, {
      egress: [[100, 'allow', 'tcp', 443, '0.0.0.0/0']],
      ingress: withReturn ? [[100, 'allow', 'tcp', [1024, 65535], '0.0.0.0/0']] : [],
      subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })],
    })
  })

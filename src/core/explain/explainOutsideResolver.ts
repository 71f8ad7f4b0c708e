import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import { formatAddress } from '../net/address.ts'
import { parseBlock } from '../net/block.ts'
import type { Verdict } from '../sim/verdict.ts'

/** A server that is Amazon’s resolver of a VPC (its base plus two), asked from outside: a common slip. Source: Route 53 Resolver guide, forwarding inbound DNS queries. */
export function* explainOutsideResolver({ code, decidedBy, branches }: Verdict, design: Design): Generator<string> {
  const vpc = constructOfKind(design, decidedBy?.construct ?? '', 'vpc')
  const block = parseBlock(vpc?.cidrs[0] ?? '')
  if (code !== 'DNS_SERVER_UNREACHABLE' || !vpc || !block.ok || typeof block.block.base !== 'number') return
  const resolver = formatAddress(block.block.base + 2)
  const steps = branches.flatMap(({ legs }) => legs.flatMap(({ hops }) => hops.flatMap((hop) => hop.steps)))
  const isAsked = steps.some(
    (step) =>
      step.kind === 'resolve-name' &&
      [step.detail.resolver, ...(step.detail.next ?? '').split(', ')].some((server) => server === resolver),
  )
  if (isAsked)
    yield `${resolver} is Amazon’s resolver of ${nameIn(design, vpc.id)}, which answers inside of that VPC alone: from outside ask an inbound Resolver endpoint there.`
}

import { formatAddress, isIp4 } from '../../net/address.ts'
import { dnsOf } from '../../topology/dnsNet.ts'
import type { Eni, Topology } from '../../topology/topology.ts'
import { GAP_CODES } from '../travel/tell.ts'
import type { Note } from '../verdict.ts'
import { type Asking, createAsking, type Event } from './asking.ts'
import { askResolver, sendOn } from './askResolver.ts'
import { findPassedOver } from './findPassedOver.ts'
import type { Answer, NameAnswer } from './nameAnswer.ts'
import { isUnasked } from './sayAnswer.ts'

/** What a client is told about a name, and how it came about. */
export interface Lookup extends NameAnswer {
  readonly events: readonly Event[]
  /** What is not known and the answer hangs on, and what was taken for granted. */
  readonly gaps: readonly Note[]
  readonly assumptions: readonly Note[]
  /** The answer may be another one: what stands in its way proves nothing. */
  readonly astray: boolean
}

/** Looks a name up as the client does: by Amazon's resolver of its VPC, by the servers of the VPC's own DHCP options or of its own network, or by public DNS. Source: fact sheet, DNS. */
export function resolveName(topology: Topology, caller: Eni | null, name: string): Lookup {
  const vpc = caller?.subnet.vpc ?? null
  const asking = createAsking(topology, vpc)
  const answer = synthesise(asking, caller, ask(asking, caller, name))
  if (vpc) notePassedOver(asking, name, findPassedOver(topology, vpc, name, vpc.dnsServers === null))
  const { events, gaps, assumptions, astray } = asking
  return { ...answer, events, gaps: distinct(gaps), assumptions: distinct(assumptions), astray }
}

/** Names that stand for others may lead through one place twice. */
const distinct = (notes: readonly Note[]): readonly Note[] =>
  notes.length < 2 ? notes : [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()]

function ask(asking: Asking, caller: Eni | null, name: string): NameAnswer {
  const vpc = caller?.subnet.vpc
  if (!caller || !vpc) return askResolver(asking, { kind: 'public' }, name, null)
  if (vpc.dnsGap) {
    const { code, at, message } = vpc.dnsGap
    asking.gaps.push({ code: GAP_CODES[code], at, values: { message } })
  }
  if (vpc.dnsServers === null)
    return askResolver(
      asking,
      vpc.site === 'vpc' ? { kind: 'vpc', vpc, inbound: false } : { kind: 'public' },
      name,
      null,
    )
  const by = dnsOf(asking.topology, vpc).server?.origin ?? { construct: vpc.id, path: ['dhcpDnsServers'] }
  const servers = vpc.dnsServers.map((address) => ({ address, port: 53, origin: by }))
  const answer = sendOn(asking, { resolver: null, senders: [caller], servers, name, by })
  if (!isUnasked(answer) || !vpc.asksAmazonLast) return answer
  const message = 'Amazon’s resolver as the last of several DNS servers'
  asking.gaps.push({ code: 'NOT_MODELLED', at: by, values: { message } })
  asking.astray = true
  return answer
}

/** The first words of a lookup also say which endpoints might have answered. */
function notePassedOver(
  { topology, events }: Asking,
  name: string,
  passedOver: ReturnType<typeof findPassedOver>,
): void {
  const at = events.findIndex((event) => event.kind === 'said' && event.step.detail.name === name)
  const event = events[at]
  if (event?.kind !== 'said' || passedOver.length === 0) return
  const { step } = event
  const placeOf = ({ endpoint, why }: (typeof passedOver)[number]): string => {
    // a service network says it in the row of the VPC
    if (topology.design.constructs[endpoint]?.kind === 'service-network') return 'vpcs'
    return topology.endpoints.has(endpoint) ? 'privateDns' : why === 'zone-not-associated' ? 'vpcs' : 'domain'
  }
  const considered = passedOver.map((one) => ({
    construct: one.endpoint,
    path: [placeOf(one)],
  }))
  events[at] = {
    ...event,
    step: { ...step, detail: { ...step.detail, passedOver }, evidence: { ...step.evidence, considered } },
  }
}

/** DNS64: Amazon's resolver makes up IPv6 addresses for names that have none, in subnets where that is on. Source: VPC guide, DNS64 and NAT64. */
function synthesise({ topology, events }: Asking, caller: Eni | null, answer: NameAnswer): NameAnswer {
  const vpc = caller?.subnet.vpc
  if (!vpc || vpc.dnsServers !== null || !dnsOf(topology, vpc).dns64.has(caller.subnet.id)) return answer
  if (answer.answers.length === 0 || answer.answers.some(({ address }) => !isIp4(address))) return answer
  const made = answer.answers.map(
    ({ address }): Answer => ({ address: [0x0064ff9b, 0, 0, address as number], eni: null }),
  )
  const answers = [...answer.answers, ...made]
  const last = events.at(-1)
  if (last?.kind === 'said') {
    const { detail } = last.step
    events[events.length - 1] = {
      ...last,
      step: { ...last.step, detail: { ...detail, answers: answers.map((one) => formatAddress(one.address)) } },
    }
  }
  return { ...answer, answers }
}

import { mayHoldName } from '../../aws/privateNames.ts'
import { formatAddress } from '../../net/address.ts'
import { isWithin } from '../../net/dnsName.ts'
import { isNeverPublic } from '../../net/isNeverPublic.ts'
import { dnsOf, type ForwardNet, type NameServer } from '../../topology/dnsNet.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Eni, VpcNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import { GAP_CODES } from '../travel/tell.ts'
import type { Walk } from '../travel/walk.ts'
import { answerFromManagedZone, answerFromZone } from './answerFromZone.ts'
import { type Asking, doubt } from './asking.ts'
import { type Choice, chooseRule } from './chooseRule.ts'
import { filterName } from './filterName.ts'
import { findPrivateZone } from './findPrivateZone.ts'
import { longestSuffix } from './longestSuffix.ts'
import { type NameAnswer, NO_ANSWER, unknownSetting } from './nameAnswer.ts'
import { resolveInternalName } from './resolveInstanceName.ts'
import { resolvePublicName } from './resolvePublicName.ts'
import { isSilent, say, sayForwarded, sayUnreached } from './sayAnswer.ts'
import { keyOf, type Resolver, sendQuestion } from './sendQuestion.ts'

/** What a resolver says to a name in the end: names that stand for others are asked for in turn, each afresh. `by` is what sent the question here. Source: fact sheet 1.2; Route 53 guide, how VPC Resolver answers. */
export function askResolver(asking: Asking, resolver: Resolver, name: string, by: Origin | null): NameAnswer {
  const key = `${keyOf(resolver)} ${name}`
  if (asking.open.has(key)) {
    const answer: NameAnswer = { ...NO_ANSWER, code: 'DNS_FORWARDING_LOOP', decidedBy: by }
    say(asking, resolver, name, answer)
    return answer
  }
  const known = asking.silent.get(key)
  if (known) {
    say(asking, resolver, name, known)
    return known
  }
  asking.open.add(key)
  const answer = followNames(asking, resolver, name)
  asking.open.delete(key)
  if (isSilent(answer)) asking.silent.set(key, answer)
  return answer
}

function followNames(asking: Asking, resolver: Resolver, name: string): NameAnswer {
  const names = new Set([name])
  for (let asked = name; ; ) {
    const { answer, said } = answerOnce(asking, resolver, asked)
    if (answer.doubt) doubt(asking, answer.doubt)
    const { leadsTo } = answer
    if (leadsTo === null) {
      const final = withCode(answer)
      if (!said) say(asking, resolver, asked, final)
      return final
    }
    if (names.has(leadsTo)) {
      const loop: NameAnswer = { ...answer, leadsTo: null, code: 'DNS_CNAME_LOOP' }
      say(asking, resolver, asked, loop)
      return loop
    }
    say(asking, resolver, asked, answer)
    names.add(leadsTo)
    asked = leadsTo
  }
}

const withCode = (answer: NameAnswer): NameAnswer =>
  answer.outcome === 'no-such-name' && answer.code === null ? { ...answer, code: 'DNS_NAME_NOT_PUBLISHED' } : answer

/** `said` where the events tell it already. */
interface Once {
  readonly answer: NameAnswer
  readonly said: boolean
}
const unsaid = (answer: NameAnswer): Once => ({ answer, said: false })

function answerOnce(asking: Asking, resolver: Resolver, name: string): Once {
  switch (resolver.kind) {
    case 'public':
      return unsaid(askPublic(asking, null, name))
    case 'vpc':
      return askVpc(asking, resolver, name)
    case 'own-server':
      return askOwnServer(asking, resolver, name)
    case 'unknown': {
      const values = { server: formatAddress(resolver.address) }
      asking.assumptions.push({ code: 'ASSUMED_DNS_SERVER_RECURSES', at: resolver.origin, values })
      return unsaid(askBeyond(asking, name, resolver.origin, resolver.origin.path[0] !== 'dhcpDnsServers'))
    }
  }
}

const askPublic = ({ topology, routes }: Asking, inside: VpcNet | null, name: string): NameAnswer =>
  resolvePublicName(topology, { routes, inside }, name)

/** Amazon's resolver of a VPC: the most specific of its rules decides. */
function askVpc(asking: Asking, resolver: Extract<Resolver, { kind: 'vpc' }>, name: string): Once {
  const { vpc, inbound } = resolver
  if (vpc.dnsSupport === false)
    return unsaid({
      ...NO_ANSWER,
      code: 'DNS_SUPPORT_DISABLED',
      decidedBy: { construct: vpc.id, path: ['dnsSupport'] },
    })
  if (vpc.dnsSupport === null) doubt(asking, unknownSetting(vpc.id, 'dnsSupport'))
  const dns = dnsOf(asking.topology, vpc)
  for (const { code, at, message } of dns.unread) doubt(asking, { code: GAP_CODES[code], at, values: { message } })
  const filtered = filterName(asking, vpc, dns, name)
  if (filtered) return unsaid(filtered)
  const choice = chooseRule(dns, vpc, name, inbound)
  if (choice.conflict)
    doubt(asking, { code: 'DNS_ZONE_CONFLICT', at: choice.conflict, values: { domain: choice.domain } })
  if (vpc.dnsHostnames === null && (choice.kind === 'managed-zone' || choice.kind === 'hosted-zone'))
    doubt(asking, unknownSetting(vpc.id, 'dnsHostnames'))
  if (choice.kind === 'managed-zone' && choice.zone.assumed)
    asking.assumptions.push({
      code: 'ASSUMED_PRIVATE_NAME',
      at: { construct: choice.zone.endpoint.id, path: ['privateDns'] },
      values: { name },
    })
  if (choice.kind === 'public' || (choice.kind === 'forward' && name !== choice.domain))
    doubtPrivateNames(asking, vpc, name)
  return choice.kind === 'forward'
    ? { answer: followRule(asking, resolver, name, choice), said: true }
    : unsaid(answerOfChoice(asking, vpc, name, choice))
}

/** Endpoints whose private DNS may hold the name, for all that is known of their services. */
function doubtPrivateNames(asking: Asking, { endpoints }: VpcNet, name: string): void {
  for (const { id, privateDns, service } of endpoints)
    if (
      (privateDns === 'on' || privateDns === 'names-not-known') &&
      mayHoldName(asking.topology.catalogue, service, name)
    )
      doubt(asking, {
        code: 'PRIVATE_NAMES_NOT_KNOWN',
        at: { construct: id, path: [privateDns === 'on' ? 'privateDns' : 'service'] },
        values: { service, name },
      })
}

function answerOfChoice(
  asking: Asking,
  vpc: VpcNet,
  name: string,
  choice: Exclude<Choice, { kind: 'forward' }>,
): NameAnswer {
  switch (choice.kind) {
    case 'managed-zone':
      return answerFromManagedZone(choice.domain, choice.zone, name)
    case 'hosted-zone':
      return answerFromZone(asking.topology, choice.zone, name, 'private-hosted-zone')
    case 'internal':
      return name.endsWith('.internal') ? resolveInternalName(vpc, name) : askPublic(asking, vpc, name)
    case 'public': {
      const answer = name.endsWith('.internal') ? resolveInternalName(vpc, name) : askPublic(asking, vpc, name)
      if (answer.outcome === 'no-such-name' && answer.leadsTo === null) {
        const decidedBy = keptFrom(asking, vpc, name)
        if (decidedBy && (answer.decidedBy === null || decidedBy.construct === vpc.id)) return { ...answer, decidedBy }
      }
      return choice.rule && answer.decidedBy === null
        ? { ...answer, decidedBy: { construct: choice.rule.id, path: ['domain'] } }
        : answer
    }
  }
}

/** Why no private zone answers a name in this VPC: its attributes, or that the zone that holds the name is not associated with it. Source: Route 53 guide, private hosted zones. */
function keptFrom({ topology }: Asking, vpc: VpcNet, name: string): Origin | null {
  if (vpc.dnsHostnames === false && longestSuffix(dnsOf(topology, vpc).zones, name))
    return { construct: vpc.id, path: ['dnsHostnames'] }
  const elsewhere = findPrivateZone(topology.design, name)
  return elsewhere && { construct: elsewhere.id, path: ['vpcs'] }
}

/** A forward rule: the question leaves by the interfaces of the rule's outbound endpoint. Source: Route 53 guide, forwarding outbound queries. */
function followRule(
  asking: Asking,
  resolver: Resolver,
  name: string,
  { rule }: Extract<Choice, { kind: 'forward' }>,
): NameAnswer {
  const origin = { construct: rule.id, path: ['targets'] }
  sayForwarded(asking, resolver, name, rule.targets, { construct: rule.id, path: ['domain'] })
  const gap = rule.gap ?? rule.endpoint?.gap
  if (gap) doubt(asking, { code: GAP_CODES[gap.code], at: gap.at, values: { message: gap.message } })
  const senders = rule.endpoint?.enis ?? []
  const nobody = rule.endpoint && senders.length === 0 ? { construct: rule.endpoint.id, path: ['addresses'] } : origin
  return sendOn(asking, { resolver, senders, servers: rule.targets, name, by: nobody })
}

/** The server of an on-premises network: its hosts' names, what it passes on, and public DNS for the rest. */
function askOwnServer(asking: Asking, resolver: Extract<Resolver, { kind: 'own-server' }>, name: string): Once {
  const { network, server } = resolver
  for (const { code, at, message } of dnsOf(asking.topology, network).unread)
    doubt(asking, { code: GAP_CODES[code], at, values: { message } })
  const host = server.hosts.get(name)
  if (host)
    return unsaid({
      ...NO_ANSWER,
      outcome: 'answered',
      source: 'on-premises',
      owner: host.id,
      decidedBy: { construct: host.id, path: ['hostNames'] },
      answers: host.addresses.map((address) => ({ address, eni: null })),
    })
  const forward = longestSuffix(server.forwards, name)
  return forward
    ? { answer: passOn(asking, resolver, name, forward), said: true }
    : unsaid(askBeyond(asking, name, { construct: network.id, path: ['forwards'] }, true))
}

/**
 * What a server of one's own has from public DNS. A name for private use that nobody drawn has is not there, and `by`, which sent the question to
 * this server, is why; `mayKeep`: or the server holds its domain itself. Names of instances are known to Amazon's resolver alone.
 */
function askBeyond(asking: Asking, name: string, by: Origin, mayKeep: boolean): NameAnswer {
  const answer = askPublic(asking, null, name)
  const isLost = answer.outcome === 'no-such-name' && answer.leadsTo === null && answer.source === 'public-dns'
  if (!isLost || !(isNeverPublic(name) || isWithin(name, 'example'))) return answer
  const isOfInstance = /\.(ec2|compute|compute-1)\.internal$/.test(name)
  return mayKeep && !isOfInstance && findPrivateZone(asking.topology.design, name) === null
    ? { ...NO_ANSWER, outcome: 'unknown', code: 'UNKNOWN_NAME' }
    : { ...answer, decidedBy: by }
}

function passOn(
  asking: Asking,
  resolver: Extract<Resolver, { kind: 'own-server' }>,
  name: string,
  { servers, origin, gap }: ForwardNet,
): NameAnswer {
  sayForwarded(asking, resolver, name, servers, origin)
  if (gap) doubt(asking, { code: GAP_CODES[gap.code], at: gap.at, values: { message: gap.message } })
  const { eni } = resolver.server
  return sendOn(asking, { resolver, senders: eni ? [eni] : [], servers, name, by: origin })
}

export interface Passing {
  /** Who passes the question on; null = the client itself. */
  readonly resolver: Resolver | null
  readonly senders: readonly Eni[]
  readonly servers: readonly NameServer[]
  readonly name: string
  /** What decides where nothing else does. */
  readonly by: Origin
}

/** Asks the servers in turn; the first from which an answer comes back counts. Where none does, the first one says why. */
export function sendOn(asking: Asking, { resolver, senders, servers, name, by }: Passing): NameAnswer {
  let failed: NameAnswer | null = null
  for (const server of servers) {
    const tried = senders.map((sender) => ({
      sender,
      ...sendQuestion(asking.topology, null, sender, server),
    }))
    const through = tried.find(({ walk }) => !walk.told.blocked && walk.told.gaps.length === 0)
    const way = through ?? tried.find(({ walk }) => !walk.told.blocked) ?? tried[0]
    if (!way) continue
    asking.events.push({ kind: 'sent', sender: way.sender, server, picks: way.picks })
    if (way.walk.told.blocked) {
      failed ??= sayWhy(way.walk, server, by)
      continue
    }
    for (const gap of way.walk.told.gaps) doubt(asking, gap)
    if (through && (through.triesAgain || tried.some(({ walk }) => walk.told.blocked)))
      asking.assumptions.push({ code: 'ASSUMED_RESOLVER_TRIES_AGAIN', at: through.sender.origin, values: {} })
    const answer = askResolver(asking, way.responder, name, by)
    if (!isSilent(answer)) return answer
    failed ??= answer
  }
  const answer = failed ?? unreachable(by)
  const last = asking.events.at(-1)
  // one server alone has said it already
  if (servers.length > 1 || last?.kind !== 'said' || last.step.code !== answer.code)
    sayUnreached(asking, resolver, name, answer, servers)
  return answer
}

/** Either whoever has the address is no DNS server, and the entry that names it is at fault, or the way there is closed. */
function sayWhy({ told: { blockers, end } }: Walk, server: NameServer, by: Origin): NameAnswer {
  const closed = blockers.find(({ code }) => code === 'PORT_CLOSED')
  const arrived = end?.kind === 'interface'
  if (closed || blockers.some(({ code }) => NO_SERVER.has(code) || (arrived && code === 'NO_POSSIBLE_DESTINATION')))
    return { ...NO_ANSWER, code: 'DNS_SERVER_ANSWERS_NOTHING', decidedBy: closed?.decidedBy ?? server.origin }
  return unreachable(blockers[0]?.decidedBy ?? by)
}

/** What stops a question at an interface that answers none, whatever its filters let through. */
const NO_SERVER: ReadonlySet<Code> = new Set([
  'TARGET_PORT_RESTRICTION',
  'PROTOCOL_RESTRICTION',
  'NGW_ANSWERS_NOTHING',
  'LAMBDA_ACCEPTS_NOTHING',
  'ELBV2_LISTENER_PORT_RESTRICTION',
  'ELBV2_LISTENERS_MISMATCH',
])

const unreachable = (decidedBy: Origin): NameAnswer => ({ ...NO_ANSWER, code: 'DNS_SERVER_UNREACHABLE', decidedBy })

import { type Address, formatAddress, sameAddress } from '../../net/address.ts'
import { type Eni, PROTOCOL } from '../../topology/topology.ts'
import { answerItself, deliverOutside, deliverToInterface } from '../forward/deliver.ts'
import { forwardPacket } from '../forward/forwardPacket.ts'
import { passGroups } from '../forward/passFilters.ts'
import { walkReply } from '../forward/walkReply.ts'
import type { Resolution } from '../resolveDestination.ts'
import { addBlocker, addNote, addTopologyGap, createWalk, nameOf, type Walk } from '../walk.ts'
import { findHostAt } from './resolvePublicName.ts'

/** Asks the DNS servers of the VPC's own DHCP options in turn: the question has to get there and back like any packet. Amazon's resolver cannot be filtered. Source: VPC guide, DNS. */
export function walkLookup(walk: Walk, caller: Eni | null, name: string): void {
  const vpc = caller?.subnet.vpc
  if (!caller || !vpc) return
  if (vpc.dnsGap) addTopologyGap(walk, vpc.dnsGap)
  if (vpc.dnsServers === null || caller.address === null) return
  const origin = { construct: vpc.id, path: ['dhcpDnsServers'] }
  let blockers: Walk['blockers'] = []
  for (const server of vpc.dnsServers) {
    const question = createWalk(walk.topology, walk.recorder, caller, true)
    walk.recorder?.atHop(caller.owner, nameOf(walk, caller.owner))
    walkQuestion(question, caller, caller.address, server)
    if (!question.blocked) {
      if (question.gaps.length > 0) walk.astray = true
      walk.gaps.push(...question.gaps)
      addNote(walk.assumptions, 'ASSUMED_DNS_SERVER_RECURSES', origin, { server: formatAddress(server) })
      return
    }
    if (blockers.length === 0) blockers = question.blockers
  }
  if (vpc.asksAmazonLast) {
    addNote(walk.gaps, 'NOT_MODELLED', origin, { message: 'Amazon’s resolver as the last of several DNS servers' })
    return
  }
  const decidedBy = blockers[0]?.decidedBy ?? origin
  if (walk.recorder) {
    walk.recorder.atHop(vpc.id, nameOf(walk, vpc.id))
    walk.recorder.step({
      kind: 'resolve-name',
      outcome: 'no-answer',
      code: 'DNS_SERVER_UNREACHABLE',
      detail: {
        name,
        resolver: vpc.dnsServers.map(formatAddress).join(', '),
        source: null,
        owner: null,
        answers: [],
        passedOver: [],
      },
      evidence: { decidedBy, considered: [] },
    })
  }
  addBlocker(walk, 'DNS_SERVER_UNREACHABLE', decidedBy)
}

function walkQuestion(walk: Walk, caller: Eni, from: Address, server: Address): void {
  const packet = { src: from, dst: server, protocol: PROTOCOL.udp, ports: { from: 53, to: 53 }, icmpType: 8, size: 0 }
  if (sameAddress(from, server)) {
    answerItself(walk, caller, packet)
    return
  }
  passGroups(walk, caller, 'egress', packet)
  const arrival = forwardPacket(walk, caller.subnet, packet, caller)
  if (!arrival) return
  if (arrival.kind === 'outside') {
    deliverOutside(walk, arrival.packet, {
      address: server,
      eni: null,
      wanted: null,
      service: null,
      host: findHostAt(walk.topology, server)?.id ?? null,
      listens: null,
      owner: null,
    })
    walkReply(walk, arrival)
    return
  }
  const end = deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
  if (end) walkReply(walk, end)
}

/** Writes down what the resolver said, and notes the blocker when it said no. */
export function recordLookup(walk: Walk, caller: Eni | null, { name, lookup }: Resolution, usable: boolean): void {
  if (!lookup || name === null) return
  const wrongFamily = lookup.outcome === 'answered' && !usable
  const code = wrongFamily ? 'DNS_NO_ADDRESS_OF_FAMILY' : lookup.code
  const vpc = caller?.subnet.vpc ?? null
  const own = walk.assumptions.find((note) => note.code === 'ASSUMED_DNS_SERVER_RECURSES')?.values.server
  if (walk.recorder) {
    walk.recorder.atHop(vpc?.id ?? null, vpc ? nameOf(walk, vpc.id) : 'public DNS')
    walk.recorder.step({
      kind: 'resolve-name',
      outcome: code === 'DNS_SUPPORT_DISABLED' ? 'no-answer' : wrongFamily ? 'no-such-name' : lookup.outcome,
      code,
      detail: {
        name,
        resolver: own ?? (vpc ? 'AmazonProvidedDNS' : 'public DNS'),
        source: lookup.source,
        owner: lookup.owner,
        answers: lookup.answers.map((answer) => formatAddress(answer.address)),
        ...(lookup.rangeOf ? { rangeOf: lookup.rangeOf } : {}),
        passedOver: lookup.passedOver,
      },
      evidence: {
        decidedBy: decidedBy(lookup, vpc?.id ?? null),
        considered: lookup.passedOver.map((one) => ({ construct: one.endpoint, path: ['privateDns'] })),
      },
    })
  }
  if (wrongFamily) addBlocker(walk, 'DNS_NO_ADDRESS_OF_FAMILY', null)
  if (lookup.gap) addTopologyGap(walk, lookup.gap)
  else if (lookup.outcome === 'no-such-name' && lookup.code !== null)
    addBlocker(walk, lookup.code, decidedBy(lookup, vpc?.id ?? null))
}

function decidedBy(lookup: NonNullable<Resolution['lookup']>, vpc: string | null) {
  if (lookup.code === 'DNS_SUPPORT_DISABLED' && vpc !== null) return { construct: vpc, path: ['dnsSupport'] }
  if (lookup.endpoint)
    return {
      construct: lookup.endpoint.id,
      path: [
        lookup.code === 'DNS_NO_ENDPOINT_INTERFACES'
          ? 'subnets'
          : lookup.source === 'endpoint-private-dns'
            ? 'privateDns'
            : 'dnsLabel',
      ],
    }
  return lookup.owner === null ? null : { construct: lookup.owner, path: [] }
}

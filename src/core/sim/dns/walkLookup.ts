import { type Address, formatAddress } from '../../net/address.ts'
import { type Eni, PROTOCOL } from '../../topology/topology.ts'
import { deliverOutside, deliverToInterface } from '../forward/deliver.ts'
import { forwardPacket } from '../forward/forwardPacket.ts'
import { passGroups } from '../forward/passFilters.ts'
import { walkReply } from '../forward/walkReply.ts'
import type { Resolution } from '../resolveDestination.ts'
import { addBlocker, addNote, createWalk, nameOf, type Walk } from '../walk.ts'
import { findHostAt } from './resolvePublicName.ts'

/** Asks a DNS server of the VPC's own DHCP options: the question has to get there and back like any packet. Amazon's resolver cannot be filtered. Source: VPC guide, DNS. */
export function walkLookup(walk: Walk, caller: Eni | null): void {
  const server = caller?.subnet.vpc.dnsServers?.[0]
  if (caller === null || server === undefined) return
  const origin = { construct: caller.subnet.vpc.id, path: ['dhcpDnsServers'] }
  addNote(walk.assumptions, 'ASSUMED_DNS_SERVER_RECURSES', origin, { server: formatAddress(server) })
  if (caller.address === null) return
  const question = createWalk(walk.topology, walk.recorder, true)
  walk.recorder?.atHop(caller.owner, nameOf(walk, caller.owner))
  walkQuestion(question, caller, caller.address, server)
  if (question.gaps.length > 0) walk.gaps.push(...question.gaps)
  const first = question.blockers[0]
  if (!first || !question.blocked) return
  addBlocker(walk, 'DNS_SERVER_UNREACHABLE', first.decidedBy ?? origin)
}

function walkQuestion(walk: Walk, caller: Eni, from: Address, server: Address): void {
  const packet = { src: from, dst: server, protocol: PROTOCOL.udp, ports: { from: 53, to: 53 }, icmpType: 8 }
  passGroups(walk, caller, 'egress', packet)
  const arrival = forwardPacket(walk, caller.subnet, packet, caller)
  if (!arrival) return
  if (arrival.kind === 'outside')
    deliverOutside(walk, arrival.packet, {
      address: server,
      eni: null,
      service: null,
      host: findHostAt(walk.topology, server)?.id ?? null,
      listens: null,
      owner: null,
    })
  else deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
  walkReply(walk, arrival, caller)
}

/** Writes down what the resolver said, and notes the blocker when it said no. */
export function recordLookup(walk: Walk, caller: Eni | null, { name, lookup }: Resolution): void {
  if (!lookup || name === null) return
  const vpc = caller?.subnet.vpc ?? null
  const own = vpc?.dnsServers?.[0]
  if (walk.recorder) {
    walk.recorder.atHop(vpc?.id ?? null, vpc ? nameOf(walk, vpc.id) : 'public DNS')
    walk.recorder.step({
      kind: 'resolve-name',
      outcome: lookup.code === 'DNS_SUPPORT_DISABLED' ? 'no-answer' : lookup.outcome,
      code: lookup.code,
      detail: {
        name,
        resolver: own ? formatAddress(own) : vpc ? 'AmazonProvidedDNS' : 'public DNS',
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
  if (lookup.outcome === 'no-such-name' && lookup.code !== null)
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

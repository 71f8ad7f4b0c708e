import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { EndpointNet, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createAskerFinder } from './parts/createAskerFinder.ts'
import { lives } from './parts/endpointLife.ts'
import { admitsFrom, admitsPort, fromWhere, rulesFrom, sayPortsOf, tcpPortsOf } from './parts/endpointRules.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, create an interface endpoint, security groups. */
export const endpointGroupLacksPort: Check = {
  id: 'endpoint-group-lacks-port',
  severity: 'warning',
  title: 'Endpoint whose security groups keep clients out',
  why: 'The security groups of an interface endpoint must let clients in on the port of its service, mostly TCP 443. What they do not admit times out.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design, topology }) {
    const askersOf = once(() => createAskerFinder(design, topology))
    const gateways = new Set(listOfKind(design, 'virtual-private-gateway').map(({ vpc }) => vpc))
    for (const { id, securityGroups } of listOfKind(design, 'interface-endpoint')) {
      const endpoint = topology.endpoints.get(id)
      const groups = endpoint?.enis[0]?.groups ?? []
      const ports = endpoint ? tcpPortsOf(endpoint) : null
      if (securityGroups.length === 0 || !endpoint || !ports?.length || groups.length === 0 || !lives(endpoint))
        continue
      if (groups.some((group) => group.gap !== null || group.id === null)) continue
      const entries = groups.flatMap((group) => group.ingress)
      const admits = (vpc: VpcNet) =>
        entries.some((entry) => admitsFrom(vpc, entry, endpoint, ({ group }) => group?.vpc === vpc))
      const shutOut = askersOf()(endpoint).filter((vpc) => !admits(vpc))
      // an endpoint may be there for other networks alone
      const serves = isJoined(endpoint.vpc) || gateways.has(endpoint.vpc.id)
      const isOpen = serves && entries.some((entry) => admitsPort(entry, endpoint) && entry.blocks.length > 0)
      const isOwnShutOut = !isOpen && !admits(endpoint.vpc)
      if (!isOwnShutOut && shutOut.length === 0) continue
      const who = isOwnShutOut
        ? `from anywhere in the VPC, so no client there reaches the ${called(design, id)}`
        : `from ${fromWhere(shutOut, design, endpoint)}, whose clients a private hosted zone leads to the ${called(design, id)}`
      yield {
        at: [place(securityGroups[0]!, 'ingress'), place(id, 'securityGroups')],
        message: `No rule of ${calledAll(design, securityGroups)} admits TCP port ${sayPortsOf(endpoint, ' or ')} ${who}.`,
        fixes: admit(design, endpoint, securityGroups[0]!, [...(isOwnShutOut ? [endpoint.vpc] : []), ...shutOut]),
      }
    }
  },
  examples: { bad: () => example(80), good: () => example(443) },
}

const isJoined = ({ peerings, attachments }: EndpointNet['vpc']): boolean => peerings.length + attachments.length > 0

function admit(design: Design, endpoint: EndpointNet, id: string, vpcs: readonly VpcNet[]): readonly Fix[] {
  const group = constructOfKind(design, id, 'security-group')
  const rules = rulesFrom(vpcs, design, endpoint)
  if (!group || rules.length === 0) return []
  return [
    {
      title: `Admit port ${sayPortsOf(endpoint, ', ')} from ${fromWhere(vpcs, design, endpoint)} in the ${called(design, id)}`,
      safety: 'review',
      edits: [change('security-group', id, { ingress: [...group.ingress, ...rules] })],
    },
  ]
}

const example = (port: number) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const group = b.securityGroup(vpc, { ingress: [['tcp', port, '10.0.0.0/16']] })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets: [subnet], securityGroups: [group] })
  })

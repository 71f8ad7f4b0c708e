import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { EndpointNet, GroupNet, VpcNet } from '../topology/topology.ts'
import type { Check, Fix } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createAskerFinder } from './parts/createAskerFinder.ts'
import { lives } from './parts/endpointLife.ts'
import { admitsFrom, fromWhere, rulesFrom, sayPortsOf } from './parts/endpointRules.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, create an interface endpoint; VPC guide, default security groups. */
export const endpointInDefaultGroup: Check = {
  id: 'endpoint-in-default-group',
  severity: 'warning',
  title: 'Endpoint left in the default security group',
  why: 'An endpoint created without a security group gets the VPC’s default one, which admits only interfaces that carry it too. The endpoint is available, and its clients time out.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
  *find({ design, topology }) {
    const askersOf = once(() => createAskerFinder(design, topology))
    const freeId = once(() => newId(design, 'security-group'))
    const clientsBeside = new Map<GroupNet, { readonly all: number; readonly outside: readonly string[] }>()
    for (const { id, securityGroups } of listOfKind(design, 'interface-endpoint')) {
      const endpoint = topology.endpoints.get(id)
      const group = endpoint?.enis[0]?.groups[0]
      if (securityGroups.length > 0 || !endpoint || !group || !lives(endpoint)) continue
      if (group.ingress.some((entry) => admitsFrom(endpoint.vpc, entry, endpoint, () => entry.group !== group)))
        continue
      const { all, outside } = clientsBeside.get(group) ?? findClientsBeside(endpoint, group)
      clientsBeside.set(group, { all, outside })
      const askers = askersOf()(endpoint)
      if (all > 0 && outside.length === 0 && askers.length === 0) continue
      const who = outside.length > 0 ? `, so ${calledAll(design, outside)} cannot reach it` : ''
      yield {
        at: [place(id, 'securityGroups')],
        message: `The ${called(design, id)} names no security group and gets the default one of the ${called(design, endpoint.vpc.id)}. That admits only its own members${who}.`,
        fixes: giveGroup(design, endpoint, freeId, [endpoint.vpc, ...askers]),
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

/** Clients of the endpoint's VPC, and those of them that do not carry the group. */
function findClientsBeside(
  { vpc }: EndpointNet,
  group: GroupNet,
): { readonly all: number; readonly outside: readonly string[] } {
  const clients = vpc.enis.filter((eni) => eni.role === 'client')
  const outside = clients.filter((eni) => !group.members.has(eni)).map((eni) => eni.owner)
  return { all: clients.length, outside: [...new Set(outside)] }
}

function giveGroup(
  design: Design,
  endpoint: EndpointNet,
  freeId: () => string,
  vpcs: readonly VpcNet[],
): readonly Fix[] {
  const ingress = rulesFrom(vpcs, design, endpoint)
  if (ingress.length === 0) return []
  const id = freeId()
  const endpointName = constructOfKind(design, endpoint.id, 'interface-endpoint')?.name || endpoint.id
  const name = `${endpointName.slice(0, 100)} endpoint`
  const egress = [{ protocol: 'all', ports: null, icmp: null, peer: { cidr: '0.0.0.0/0' }, description: '' }] as const
  const description = 'Lets clients of the VPC reach the endpoint'
  const construct = { kind: 'security-group', id, name, vpc: endpoint.vpc.id, description, ingress, egress } as const
  return [
    {
      title: `Give it a group of its own that admits port ${sayPortsOf(endpoint, ', ')} from ${fromWhere(vpcs, design, endpoint)}`,
      safety: 'review',
      edits: [{ kind: 'add', construct }, change('interface-endpoint', endpoint.id, { securityGroups: [id] })],
    },
  ]
}

const example = (withGroup: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const group = b.securityGroup(vpc, { id: 'sg-app' })
    const own = b.securityGroup(vpc, { id: 'sg-endpoint', ingress: [['tcp', 443, group]] })
    b.ec2(subnet, { id: 'app', securityGroups: [group] })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets: [subnet], securityGroups: withGroup ? [own] : [] })
  })

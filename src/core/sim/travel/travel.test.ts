import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import { compileTopology } from '../../topology/index.ts'
import { PROTOCOL } from '../../topology/topology.ts'
import { deliverTo, detour, forwardFrom } from './next.ts'
import { travel, travelThereAndBack } from './travel.ts'
import { createWalk, type Walk } from './walk.ts'

const catalogue = await loadCatalogue()

/** Sends a packet from `client` as far as it goes, and answers the walk. */
function send(draw: (b: DesignBuilder) => void, to: string, port = 443): Walk {
  const topology = compileTopology(
    buildDesign((b) => {
      b.vpc({ id: 'vpc' })
      b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24', routeTable: 'table' })
      b.ec2('net', { id: 'client', privateIp: '10.0.1.9' })
      b.securityGroup('vpc', { id: 'open', ingress: [['all', null, '0.0.0.0/0']] })
      draw(b)
    }),
    catalogue,
  )
  const client = topology.enisOf.get('client')![0]!
  const walk = createWalk(topology, null, client)
  const packet = {
    src: client.address!,
    dst: parseAddress(to)!,
    protocol: PROTOCOL.tcp,
    ports: { from: port, to: port },
    from: null,
    icmpType: 8,
    size: 0,
  }
  const way = detour(forwardFrom(client, packet), (arrival) =>
    arrival?.kind === 'interface' ? deliverTo(arrival.eni, arrival.packet, arrival.from) : arrival,
  )
  travelThereAndBack(walk, way)
  return walk
}

it('keeps what an interface endpoint sees: the source, the endpoint, its VPC', () => {
  const { end, between, blocked } = send((b) => {
    b.subnet('vpc', { id: 'far', cidr: '10.0.2.0/24' })
    b.routeTable('vpc', [], { id: 'table', subnets: ['net'] })
    b.interfaceEndpoint('vpc', 'kinesis-streams', {
      id: 'vpce',
      subnets: [{ subnet: 'far', privateIp: '10.0.2.7' }],
      securityGroups: ['open'],
    })
  }, '10.0.2.7').told
  expect(blocked).toBe(false)
  expect(end).toMatchObject({
    kind: 'interface',
    eni: { owner: 'vpce', endpoint: { id: 'vpce' }, subnet: { vpc: { id: 'vpc' } } },
  })
  expect(formatAddress(end!.packet.src)).toBe('10.0.1.9')
  expect(between).toEqual([])
})

it('keeps the gateway endpoint by which a request left, and who sent it', () => {
  const { end } = send((b) => {
    b.routeTable('vpc', [], { id: 'table', subnets: ['net'] })
    b.gatewayEndpoint('vpc', 's3', { id: 'vpce', routeTables: ['table'] })
  }, '52.216.0.1').told
  expect(end).toMatchObject({
    kind: 'outside',
    gateway: 'gateway-endpoint',
    gatewayId: 'vpce',
    sender: { owner: 'client' },
  })
  expect(formatAddress(end!.packet.src)).toBe('10.0.1.9')
})

it('keeps what stood between where a load balancer sent for the client', () => {
  const behind = send((b) => {
    b.routeTable('vpc', [], { id: 'table', subnets: ['net'] })
    b.ec2('net', { id: 'server', privateIp: '10.0.1.20', securityGroups: ['open'] })
    b.targetGroup('vpc', [{ address: '10.0.1.20' }], { id: 'group', preserveClientIp: false })
    b.nlb('vpc', { id: 'nlb', subnets: [{ subnet: 'net', privateIp: '10.0.1.5' }], listeners: [['TCP', 443, 'group']] })
  }, '10.0.1.5').told
  expect(behind.end).toMatchObject({ kind: 'interface', eni: { owner: 'server' } })
  expect(formatAddress(behind.end!.packet.src)).toBe('10.0.1.5')
  expect(behind.between.map(({ kind, eni }) => [kind, eni.owner])).toEqual([['balancer', 'nlb']])
})

it('has no end where the request got nowhere', () => {
  const { end, blocked } = send((b) => b.routeTable('vpc', [], { id: 'table', subnets: ['net'] }), '8.8.8.8').told
  expect([end, blocked]).toEqual([null, true])
})

it('comes back from a detour that leads nowhere as well as from one that arrives, the last one first', () => {
  const walk = send((b) => b.routeTable('vpc', [], { id: 'table', subnets: ['net'] }), '8.8.8.8')
  const seen: string[] = []
  const end = travel(
    walk,
    detour(
      detour(null, (arrival) => {
        seen.push(`inner ${arrival}`)
        return null
      }),
      (arrival) => {
        seen.push(`outer ${arrival}`)
        return null
      },
    ),
  )
  expect([end, ...seen]).toEqual([null, 'inner null', 'outer null'])
})

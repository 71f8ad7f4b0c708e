import { expect, it } from 'vitest'
import type { DesignBuilder } from '../model/testing/designBuilder.ts'
import { places } from './testing/findingsIn.ts'

type Routes = readonly (readonly [string, string])[]

/** An inspection VPC whose attachment has a subnet in each of two zones; the first leads `inspected` through its own endpoint. */
const draw =
  (routesB: Routes, { applianceMode = true, routesA = [['0.0.0.0/0', 'gate-a']] as Routes } = {}) =>
  (b: DesignBuilder) => {
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    const vpc = b.vpc({ id: 'vpc' })
    const service = b.endpointService([b.gwlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.9.0/24' })] })])
    const entries = ['a', 'b'].map((zone, i) => {
      const gates = b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.1${i}.0/24` })
      b.gwlbe(gates, service, { id: `gate-${zone}` })
      return b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.2${i}.0/24`, id: `entry-${zone}` })
    })
    b.routeTable(vpc, routesA, { subnets: [entries[0]!], id: 'table-a' })
    b.routeTable(vpc, routesB, { subnets: [entries[1]!], id: 'table-b' })
    b.attach(vpc, gateway, { id: 'attachment', subnets: entries, applianceMode })
  }
const found = (...given: Parameters<typeof draw>) => places('attachment-zone-without-route', draw(...given))

it('every zone of an attachment in appliance mode has to lead to the inspection', () => {
  expect(found([])).toEqual(['table-b.routes'])
  expect(found([['0.0.0.0/0', 'gate-b']])).toEqual([])
  expect(found([['0.0.0.0/0', 'gate-a']])).toEqual([])
})

it('without appliance mode traffic keeps to its zone, and a zone that nobody uses needs no route', () => {
  expect(found([], { applianceMode: false })).toEqual([])
})

it('what the other zone has for a part of it is taken to be meant so', () => {
  expect(found([['10.1.0.0/16', 'gate-b']], { routesA: [['10.0.0.0/8', 'gate-a']] })).toEqual([])
  expect(found([['10.0.0.0/8', 'gate-b']], { routesA: [['10.1.0.0/16', 'gate-a']] })).toEqual([])
  expect(found([['192.168.0.0/16', 'gate-b']], { routesA: [['10.1.0.0/16', 'gate-a']] })).toHaveLength(2)
})

it('routes inside of the VPC and routes of the other family are looked at apart', () => {
  expect(found([], { routesA: [['10.0.10.0/24', 'gate-a']] })).toEqual([])
  expect(
    found([['0.0.0.0/0', 'gate-b']], {
      routesA: [
        ['0.0.0.0/0', 'gate-a'],
        ['::/0', 'gate-a'],
      ],
    }),
  ).toEqual(['table-b.routes'])
})

it('a part that leaves out a VPC of the gateway is not enough', () => {
  const withSpoke = (routesB: Routes) => (b: DesignBuilder) => {
    draw(routesB)(b)
    const spoke = b.vpc({ cidrs: ['10.7.0.0/16'] })
    b.attach(spoke, 'transit-gateway-1', { subnets: [b.subnet(spoke, { cidr: '10.7.1.0/24' })] })
  }
  expect(places('attachment-zone-without-route', withSpoke([['10.1.0.0/16', 'gate-b']]))).toEqual(['table-b.routes'])
  expect(places('attachment-zone-without-route', withSpoke([['10.7.0.0/16', 'gate-b']]))).toEqual([])
})

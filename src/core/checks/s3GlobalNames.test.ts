import { expect, it } from 'vitest'
import type { DesignBuilder } from '../model/testing/designBuilder.ts'
import { places } from './testing/findingsIn.ts'

const REGIONAL = 's3.us-east-1.amazonaws.com'

/** A zone of one's own that leads S3's Regional name to an endpoint, in a VPC with a client that has NAT, one that has not, or both. */
const found = (clients: readonly ('nat' | 'private')[], more: (b: DesignBuilder, vpc: string) => void = () => {}) =>
  places('s3-global-names-stay-public', (b) => {
    const vpc = b.vpc({ id: 'vpc', dnsHostnames: true })
    const open = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
    for (const [i, kind] of clients.entries()) {
      const subnet = b.subnet(vpc, { cidr: `10.0.1${i}.0/24` })
      b.routeTable(vpc, kind === 'nat' ? [['0.0.0.0/0', b.natGateway(open)]] : [], { subnets: [subnet] })
      b.ec2(subnet)
    }
    const securityGroups = [b.securityGroup(vpc, { ingress: [['tcp', 443, '10.0.0.0/16']] })]
    const alias = b.interfaceEndpoint(vpc, 's3', { id: 'vpce', subnets: [open], securityGroups, privateDns: false })
    b.hostedZone(REGIONAL, [vpc], { id: 'zone', records: [{ name: '@', alias }] })
    more(b, vpc)
  })

it('S3’s global names are lost to any client without a way to public addresses, whichever is drawn first', () => {
  expect(found(['private'])).toEqual(['zone.domain'])
  expect(found(['nat'])).toEqual([])
  expect(found(['nat', 'private'])).toEqual(['zone.domain'])
})

it('S3’s global names are not lost where a gateway endpoint leads there', () => {
  const gateway = (b: DesignBuilder, vpc: string) =>
    void b.gatewayEndpoint(vpc, 's3', { routeTables: ['route-table-2'] })
  expect(found(['private'], gateway)).toEqual([])
})

import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { compileTopology, deriveSections } from '../index.ts'

const catalogue = await loadCatalogue()

/** Every row of a construct's sections as `section | label | value | where from`. */
function derive(draw: (b: DesignBuilder) => void, id: string): string[] {
  const design = buildDesign(draw)
  return deriveSections(design, compileTopology(design, catalogue), id).flatMap((section) =>
    section.rows.map((row) => [section.title, row.label, row.value, row.from].join(' | ')),
  )
}

function drawOffice(b: DesignBuilder): void {
  const vpc = b.vpc({ id: 'vpc', name: 'Office', dnsHostnames: true })
  const gateway = b.internetGateway(vpc, { name: 'Gateway' })
  const table = b.mainTable(vpc, [['0.0.0.0/0', gateway]], { name: 'Main' })
  const subnet = b.subnet(vpc, { id: 'subnet', name: 'Desks', cidr: '10.0.1.0/24' })
  const own = b.routeTable(vpc, [['0.0.0.0/0', 'blackhole']], { name: 'Own' })
  b.subnet(vpc, { id: 'subnet-own', cidr: '10.0.2.0/24', routeTable: own })
  b.gatewayEndpoint(vpc, 's3', { id: 's3', routeTables: [table] })
  b.interfaceEndpoint(vpc, 'sqs', { id: 'sqs', dnsLabel: 'vpce-1-a', subnets: [{ subnet, privateIp: '10.0.1.9' }] })
  b.ec2(subnet, { id: 'client', privateIp: '10.0.1.20', publicIp: '198.51.100.20' })
  b.ec2(subnet, { id: 'auto', publicIp: 'auto' })
  b.ec2(subnet, { id: 'broken', privateIp: 'x' })
}

it('tells a subnet’s free addresses, its zone’s id and the table that applies, with the endpoint’s route in one row', () => {
  const rows = derive(drawOffice, 'subnet')
  expect(rows).toContain('Addresses | Free | 247 of 256 | 4 in use, five are AWS’s')
  expect(rows.find((row) => row.startsWith('Addresses | Zone'))).toMatch(/us-east-1a \(use1-az\d\)/)
  expect(rows).toContain('Routes: Main · the VPC’s main table | 10.0.0.0/16 | local | every table has it')
  expect(rows).toContain('Routes: Main · the VPC’s main table | 0.0.0.0/0 | Gateway | drawn in the table')
  const listed = rows.filter((row) => row.endsWith('put there by the gateway endpoint'))
  expect(listed).toHaveLength(1)
  expect(listed[0]).toMatch(/com\.amazonaws\.us-east-1\.s3 \(\d+ ranges\) \| s3/)
  expect(derive(drawOffice, 'subnet-own')).toContain(
    'Routes: Own · associated with the subnet | 0.0.0.0/0 | blackhole | drawn in the table',
  )
})

it('tells an endpoint’s names, their addresses and whether private DNS is on', () => {
  const rows = derive(drawOffice, 'sqs')
  expect(rows).toContain('DNS names | vpce-1-a.sqs.us-east-1.vpce.amazonaws.com | 10.0.1.9 | public DNS, every zone')
  expect(rows).toContain(
    'DNS names | vpce-1-a-us-east-1a.sqs.us-east-1.vpce.amazonaws.com | 10.0.1.9 | public DNS, us-east-1a only',
  )
  expect(rows).toContain('DNS names | Private DNS | on | its own switch and the VPC’s attributes')
  expect(rows).toContain('DNS names | sqs.us-east-1.amazonaws.com | 10.0.1.9 | the VPC Office alone')
})

it('tells addresses that are drawn from samples, and why there is none', () => {
  expect(derive(drawOffice, 'client')).toEqual([
    'Interfaces | In Desks | 10.0.1.20 | as drawn',
    'Interfaces | Public address | 198.51.100.20 | as drawn',
  ])
  expect(derive(drawOffice, 'auto').map((row) => row.split(' | ').at(-1))).toEqual([
    'sample address: AWS chooses one of the subnet',
    'sample address: AWS chooses one',
  ])
  expect(derive(drawOffice, 'broken')).toEqual(['Interfaces | In Desks | no address | “x” is not an IPv4 address'])
})

it('tells a VPC’s resolver and the names that are answered privately', () => {
  expect(derive(drawOffice, 'vpc')).toEqual(
    expect.arrayContaining([
      'DNS | Resolver | 10.0.0.2 and 169.254.169.253 | the base address plus two, as AWS gives it',
      'DNS | sqs.us-east-1.amazonaws.com | answered privately | private DNS of an endpoint',
    ]),
  )
  expect(derive((b) => b.vpc({ id: 'vpc', dnsSupport: false }), 'vpc')[0]).toContain('none: DNS support is off')
})

it('has nothing to say of kinds that derive nothing, nor of what is not there', () => {
  expect(derive((b) => b.internetHost({ id: 'host' }), 'host')).toEqual([])
  expect(derive(() => {}, 'nothing')).toEqual([])
})

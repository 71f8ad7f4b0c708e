import { expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../model/testing/designBuilder.ts'
import { compileTopology, deriveSections } from '../index.ts'

const catalogue = await loadCatalogue()

/** Every row of a construct's sections as `section | label | value | where from`. */
function derive(id: string): string[] {
  const design = buildDesign(drawShop)
  return deriveSections(design, compileTopology(design, catalogue), id).flatMap((section) =>
    section.rows.map((row) => [section.title, row.label, row.value, row.from].join(' | ')),
  )
}

function drawShop(b: DesignBuilder): void {
  b.vpc({ id: 'vpc', name: 'Shop' })
  b.subnet('vpc', { id: 'net', name: 'Net', cidr: '10.0.1.0/24' })
  b.ec2('net', { id: 'web', name: 'Web', privateIp: '10.0.1.20' })
  b.targetGroup('vpc', ['web', { target: 'gone', health: 'unhealthy' }], { id: 'by-id', port: 8443 })
  b.targetGroup('vpc', ['10.0.1.20'], { id: 'by-address', preserveClientIp: true })
  b.nlb('vpc', {
    id: 'nlb',
    name: 'Balancer',
    scheme: 'internet-facing',
    dnsName: 'shop.elb.us-east-1.amazonaws.com',
    subnets: [{ subnet: 'net', privateIp: '10.0.1.10', publicIp: '198.51.100.7' }],
    listeners: [
      ['TCP', 443, 'by-id'],
      ['TCP', 80, 'by-address'],
    ],
  })
  b.endpointService(['nlb'], { id: 'service', name: 'Orders', serviceId: 'vpce-svc-1' })
  b.interfaceEndpoint('vpc', 'service', {
    id: 'endpoint',
    name: 'To orders',
    state: 'pendingAcceptance',
    subnets: ['net'],
  })
  b.gwlb('vpc', { id: 'gwlb', subnets: [{ subnet: 'net', privateIp: '10.0.1.11' }] })
  b.endpointService(['gwlb'], { id: 'inspection', name: 'Inspection' })
  b.gwlbe('net', 'inspection', { id: 'gwlbe', name: 'Checkpoint', privateIp: '10.0.1.12' })
}

it('tells a load balancer’s name and nodes', () => {
  expect(derive('nlb')).toEqual([
    'DNS names | shop.elb.us-east-1.amazonaws.com | 198.51.100.7 | public DNS',
    'Interfaces | In Net | 10.0.1.10 | as drawn',
    'Interfaces | Public address | 198.51.100.7 | as drawn',
  ])
  expect(derive('gwlb')).toEqual(['Interfaces | In Net | 10.0.1.11 | as drawn'])
})

it('tells where targets are, their health, and whose address they see', () => {
  expect(derive('by-id')).toEqual([
    'Targets | Targets see | the client’s address | as AWS has it by type; through AWS PrivateLink the load balancer’s',
    'Targets | Web | 10.0.1.20 port 8443 | healthy',
    'Targets | no address | no address port 8443 | “gone” has no primary interface in a subnet of the design',
    'Health checks | Web | TCP 8443 | from the nodes of Balancer',
  ])
  expect(derive('by-address')[0]).toBe(
    'Targets | Targets see | the client’s address | as drawn; through AWS PrivateLink the load balancer’s',
  )
})

it('asks for a target’s health as its load balancer does, on the port of the check', () => {
  const asked = (healthCheckPort: number | null) => {
    const design = buildDesign((b) => {
      b.vpc({ id: 'vpc' })
      b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24' })
      b.ec2('net', { id: 'web', privateIp: '10.0.1.20' })
      b.targetGroup('vpc', ['web'], { id: 'group', port: 8443, healthCheckPort })
      b.nlb('vpc', { id: 'nlb', subnets: ['net'], listeners: [['TCP', 443, 'group']] })
    })
    const sections = deriveSections(design, compileTopology(design, catalogue), 'group')
    return sections.flatMap(({ rows }) => rows.flatMap(({ ask }) => ask ?? []))
  }
  const check = { from: 'nlb', to: '10.0.1.20', protocol: 'tcp' }
  expect(asked(null)).toEqual([{ ...check, port: 8443 }])
  expect(asked(9000)).toEqual([{ ...check, port: 9000 }])
})

it('tells a service’s name, its zones by id, and who leads to it in which state', () => {
  const rows = derive('service')
  expect(rows[0]).toBe('Service | Name | com.amazonaws.vpce.us-east-1.vpce-svc-1 | its Region and service ID')
  expect(rows[1]).toMatch(/^Service \| Zone \| use1-az\d \(us-east-1a in its own account\)/)
  expect(rows[2]).toBe('Endpoints | To orders | pendingAcceptance | leads to this service')
  expect(derive('inspection').at(-1)).toBe('Endpoints | Checkpoint | available | leads to this service')
  expect(derive('endpoint')).toContain(
    'Leads to | Orders | com.amazonaws.vpce.us-east-1.vpce-svc-1 | the endpoint service of that name',
  )
  expect(derive('gwlbe').map((row) => row.split(' | ')[0])).toEqual(['Leads to', 'Interfaces'])
})

import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { AccessRequest } from '../model/design.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { explainVerdict } from './explainVerdict.ts'

const catalogue = await loadCatalogue()

const said = (draw: (b: DesignBuilder) => void, request: Partial<AccessRequest> & { to: string }): string => {
  const design = buildDesign(draw)
  const asked: AccessRequest = { from: 'box', protocol: 'tcp', port: 443, ...request }
  return [...explainVerdict(simulate(compileTopology(design, catalogue), asked), design)].join('\n')
}

const vpn = (routing: 'static' | 'bgp', propagate: boolean) => (b: DesignBuilder) => {
  const gateway = b.transitGateway()
  const vpc = b.vpc()
  const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
  b.ec2(subnet, { id: 'box' })
  b.mainTable(vpc, [['0.0.0.0/0', gateway]])
  const corp = b.onPremises(['192.168.0.0/16'])
  const line = b.vpn(b.customerGateway({ network: corp }), gateway, {
    id: 'vpn',
    routing,
    routes: ['192.168.0.0/16'],
    table: null,
  })
  const attachment = b.attach(vpc, gateway, { subnets: [subnet], table: null })
  b.transitTable(gateway, [], {
    id: 'table',
    associations: [attachment, line],
    propagations: propagate ? [attachment, line] : [attachment],
  })
}

it('a static VPN that is propagated already is told apart from one that is not, and only for what lies behind it', () => {
  expect(said(vpn('static', true), { to: '192.168.5.5' })).toMatch(
    /vpn is propagated into table, but .*static route to 192\.168\.0\.0\/16/,
  )
  expect(said(vpn('static', false), { to: '192.168.5.5' })).not.toMatch(/is propagated into/)
  expect(said(vpn('static', true), { to: '172.16.0.1' })).not.toMatch(/is propagated into/)
})

const acl = (ingress: readonly (readonly [number, number])[]) => (b: DesignBuilder) => {
  const vpc = b.vpc()
  const [near, far] = ['10.0.1.0/24', '10.0.2.0/24'].map((cidr) => b.subnet(vpc, { cidr }))
  b.ec2(near!, { id: 'box' })
  const group = b.securityGroup(vpc, { ingress: [['tcp', 443, '10.0.0.0/16']] })
  b.ec2(far!, { privateIp: '10.0.2.9', securityGroups: [group] })
  b.networkAcl(vpc, {
    id: 'acl',
    ingress: ingress.map((ports, i) => [100 + i, 'allow', 'tcp', [...ports], '0.0.0.0/0']),
    egress: [[100, 'allow', 'all', null, '0.0.0.0/0']],
    subnets: [near!],
  })
}

it('a network ACL is told with the packet that it drops, and the way on which it does', () => {
  const words = said(acl([[443, 443]]), { to: '10.0.2.9' })
  expect(words).toMatch(/The reply is stopped at the edge of .*in from 10\.0\.2\.9/)
  expect(said(acl([[1024, 65535]]), { to: '10.0.2.9' })).not.toMatch(/is stopped/)
})

const api = (place: 'here' | 'elsewhere') => (b: DesignBuilder) => {
  const [one, other] = ['10.0.0.0/16', '10.1.0.0/16'].map((cidr) => b.vpc({ cidrs: [cidr], dnsHostnames: true }))
  const gateway = b.internetGateway(one!)
  const subnet = b.subnet(one!, { cidr: '10.0.1.0/24' })
  b.ec2(subnet, { id: 'box', publicIp: '3.5.140.9' })
  b.mainTable(one!, [['0.0.0.0/0', gateway]])
  const far = b.subnet(other!, { cidr: '10.1.1.0/24' })
  if (place === 'elsewhere') b.interfaceEndpoint(other!, 'execute-api', { id: 'vpce', subnets: [far] })
  else b.interfaceEndpoint(one!, 'execute-api', { id: 'vpce', subnets: [subnet], privateDns: false })
}

it('a private API asked for from outside of its endpoint’s VPC is told why the name is public there', () => {
  const to = 'api1.execute-api.us-east-1.amazonaws.com'
  expect(said(api('elsewhere'), { to })).toMatch(/answered from public DNS here, since private DNS of vpce/)
  expect(said(api('here'), { to })).not.toMatch(/answered from public DNS here/)
})

const forwarding = (server: string) => (b: DesignBuilder) => {
  const vpc = b.vpc({ id: 'vpc', dnsHostnames: true })
  b.subnet(vpc, { cidr: '10.0.1.0/24' })
  const gateway = b.virtualPrivateGateway(vpc)
  const corp = b.onPremises(['192.168.0.0/16'], {
    dnsServer: '192.168.1.53',
    forwards: [{ domain: 'amazonaws.com', servers: [server] }],
  })
  b.onPremisesHost(corp, '192.168.1.53')
  b.onPremisesHost(corp, '192.168.1.20', { id: 'box' })
  b.vpn(b.customerGateway({ network: corp }), gateway, { routing: 'bgp' })
}

it('Amazon’s resolver is told apart from any other address that nobody outside can ask', () => {
  const to = 'sqs.us-east-1.amazonaws.com'
  expect(said(forwarding('10.0.0.2'), { to })).toMatch(/10\.0\.0\.2 is Amazon’s resolver of vpc/)
  expect(said(forwarding('10.0.1.77'), { to })).not.toMatch(/Amazon’s resolver of/)
})

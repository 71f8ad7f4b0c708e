import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { simulate } from './index.ts'

const catalogue = await loadCatalogue()
/** A client whose way to the internet leads through `endpoint`, behind which `gwlb` hands packets to `fw`; `change` alters it. */
const ask = (change: (b: DesignBuilder) => void = () => {}) => {
  const design = buildDesign((b) => {
    b.vpc({ id: 'security', cidrs: ['10.9.0.0/16'] })
    b.subnet('security', { id: 'inside', cidr: '10.9.1.0/24' })
    b.securityGroup('security', { id: 'geneve', ingress: [['udp', 6081, '10.9.0.0/16']] })
    b.securityGroup('security', { id: 'shut', ingress: [] })
    b.ec2('inside', { id: 'fw', name: 'Firewall', privateIp: '10.9.1.20', securityGroups: ['geneve'] })
    b.ec2('inside', { id: 'fw-2', privateIp: '10.9.1.21', securityGroups: ['shut'] })
    b.targetGroup('security', ['fw'], { id: 'group', protocol: 'GENEVE', port: 6081 })
    b.gwlb('security', { id: 'gwlb', subnets: [{ subnet: 'inside', privateIp: '10.9.1.10' }], targetGroup: 'group' })
    b.endpointService(['gwlb'], { id: 'service' })
    b.vpc({ id: 'vpc' })
    b.internetGateway('vpc', { id: 'igw' })
    b.subnet('vpc', { id: 'app', cidr: '10.0.1.0/24' })
    b.subnet('vpc', { id: 'gate', cidr: '10.0.2.0/24' })
    b.gwlbe('gate', 'service', { id: 'endpoint' })
    b.routeTable('vpc', [['0.0.0.0/0', 'endpoint']], { subnets: ['app'] })
    b.routeTable('vpc', [['0.0.0.0/0', 'igw']], { id: 'gate-table', subnets: ['gate'] })
    b.edgeTable('igw', [['10.0.1.0/24', 'endpoint']])
    b.ec2('app', { id: 'client', publicIp: '198.51.100.9' })
    change(b)
  })
  return simulate(compileTopology(design, catalogue), { from: 'client', to: '8.8.8.8', protocol: 'tcp', port: 443 })
}
const targets = (b: DesignBuilder, ...rows: readonly (readonly [string, 'healthy' | 'unknown' | 'draining'])[]) =>
  b.set<'target-group'>('group', {
    targets: rows.map(([target, health]) => ({ target, address: null, port: null, health })),
  })

it('takes for granted once that an appliance lets through what it is given, there and back', () => {
  const { kind, assumptions } = ask()
  expect([kind, assumptions.filter(({ code }) => code === 'ASSUMED_APPLIANCE_PASSES')]).toEqual([
    'succeeds',
    [
      {
        code: 'ASSUMED_APPLIANCE_PASSES',
        at: { construct: 'fw', path: ['interfaces', 0] },
        values: { appliance: 'Firewall' },
      },
    ],
  ])
})

it('names what keeps packets from the appliances', () => {
  const why = (change: (b: DesignBuilder) => void) => {
    const { kind, code, decidedBy } = ask(change)
    return [kind, code, decidedBy?.construct, ...(decidedBy?.path ?? [])]
  }
  expect(
    why((b) => {
      b.set<'gateway-load-balancer-endpoint'>('endpoint', { endpointService: null, service: 'vpce-svc-unknown' })
    }),
  ).toEqual(['cannot-tell', 'UNKNOWN_RESOURCE', 'endpoint', 'service'])
  expect(why((b) => b.set<'endpoint-service'>('service', { state: 'failed' }))).toEqual([
    ...['fails', 'BAD_STATE', 'service', 'state'],
  ])
  expect(why((b) => b.set<'endpoint-service'>('service', { loadBalancers: [] }))).toEqual([
    ...['fails', 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ', 'service', 'loadBalancers'],
  ])
  expect(why((b) => b.set<'gateway-load-balancer'>('gwlb', { targetGroup: null }))).toEqual([
    ...['fails', 'ELBV2_LISTENER_HAS_NO_TG', 'gwlb', 'targetGroup'],
  ])
  expect(why((b) => targets(b, ['fw', 'draining']))).toEqual(['fails', 'ELBV2_LISTENER_HAS_NO_TG', 'group', 'targets'])
  expect(why((b) => targets(b, ['fw-2', 'healthy']))).toEqual(['fails', 'SG_HAS_NO_RULES', 'shut', 'ingress'])
  expect(
    why((b) => {
      b.ec2('inside', { id: 'unread', privateIp: '10.9.1.900' })
      targets(b, ['unread', 'healthy'])
    }).slice(0, 3),
  ).toEqual(['cannot-tell', 'INVALID_VALUE', 'unread'])
})

it('cannot tell where it hangs on the health of an appliance', () => {
  const doubtful = ask((b) => targets(b, ['fw', 'healthy'], ['fw-2', 'unknown']))
  expect(doubtful).toMatchObject({ kind: 'cannot-tell', code: 'CHOICE_NOT_KNOWN', decidedBy: { construct: 'group' } })
  expect(ask((b) => targets(b, ['fw', 'healthy'], ['fw-2', 'draining'])).kind).toBe('succeeds')
})

import { expect, it } from 'vitest'
import { applyEdits } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const CHECK = 'acl-between-balancer-and-target'
type Rules = NonNullable<NonNullable<Parameters<DesignBuilder['networkAcl']>[1]>['ingress']>
const ALL: Rules = [[100, 'allow', 'all', null, '0.0.0.0/0']]

interface Given {
  readonly crossZone?: boolean
  readonly both?: boolean
  readonly protocol?: 'TCP' | 'UDP'
  readonly healthCheckPort?: number
}
/** A load balancer in two zones with an ACL on the subnets of both, or on that of the target alone. */
const draw =
  (ingress: Rules, egress: Rules, { crossZone = true, both = true, protocol = 'TCP', healthCheckPort }: Given = {}) =>
  (b: DesignBuilder) => {
    const vpc = b.vpc()
    const nets = ['a', 'b'].map((zone, i) => b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.${i}.0/24` }))
    const targets = b.targetGroup(vpc, [b.ec2(nets[1]!)], {
      port: 9092,
      protocol,
      healthCheckPort: healthCheckPort ?? null,
    })
    b.nlb(vpc, { subnets: nets, crossZone, listeners: [[protocol, 9092, targets]] })
    b.networkAcl(vpc, { id: 'acl', ingress, egress, subnets: both ? nets : nets.slice(1) })
  }
const found = (...given: Parameters<typeof draw>) => places(CHECK, draw(...given))
const titles = (...given: Parameters<typeof draw>) =>
  findingsIn(CHECK, buildDesign(draw(...given))).flatMap(({ fixes }) => fixes.map(({ title }) => title))

it('the target’s port has to get out of the node’s subnet and into the target’s, the answers back', () => {
  expect(found(ALL, ALL)).toEqual([])
  expect(titles([[100, 'allow', 'tcp', 9092, '10.0.0.0/16']], ALL)[0]).toMatch(/ports 1024-65535 from 10\.0\.1\.0\/24/)
  expect(titles(ALL, [[100, 'allow', 'tcp', 9092, '10.0.0.0/16']])[0]).toMatch(/ports 1024-65535 to 10\.0\.0\.0\/24/)
  expect(titles([[100, 'allow', 'tcp', 443, '10.0.0.0/16']], ALL)[0]).toMatch(/TCP port 9092 from 10\.0\.0\.0\/24/)
  expect(titles(ALL, [[100, 'allow', 'tcp', 443, '10.0.0.0/16']])[0]).toMatch(/TCP port 9092 to 10\.0\.1\.0\/24/)
})

it('health checks on a port of their own have to get through as well', () => {
  const answers = [110, 'allow', 'tcp', [1024, 65535], '10.0.0.0/16'] as const
  const ingress: Rules = [[100, 'allow', 'tcp', 443, '10.0.0.0/16'], answers]
  expect(found(ingress, ALL, { healthCheckPort: 443 })).toEqual([])
  expect(found(ingress, ALL, { healthCheckPort: 80 })).toEqual(['acl.ingress'])
  expect(titles(ingress, ALL, { healthCheckPort: 80 })[0]).toMatch(/TCP port 80 from 10\.0\.0\.0\/24/)
})

it('a deny that stands before is passed by a rule before it', () => {
  const [fix] = findingsIn(
    CHECK,
    buildDesign(draw([[90, 'deny', 'tcp', [1024, 65535], '10.0.0.0/16'], ...ALL], ALL)),
  ).flatMap(({ fixes }) => fixes)
  expect(fix).toBeDefined()
  expect(found([[90, 'deny', 'tcp', [1024, 65535], '10.0.0.0/16'], ...ALL], ALL)).toHaveLength(1)
})

it('most of the high ports will do, and only the ACLs of the two subnets count', () => {
  const answers: Rules = [
    [100, 'allow', 'tcp', 9092, '10.0.0.0/16'],
    [110, 'allow', 'tcp', [32768, 65535], '10.0.0.0/16'],
  ]
  expect(found(answers, ALL)).toEqual([])
  expect(found([[100, 'allow', 'tcp', 9092, '10.0.0.0/16']], ALL, { both: false })).toEqual([])
})

it('inside a subnet no ACL is asked, and without cross-zone balancing no other subnet is', () => {
  expect(found([], [], { crossZone: false })).toEqual([])
})

it('health checks go by TCP whatever the group speaks, and connections by UDP keep the client’s address', () => {
  const answers = [110, 'allow', 'tcp', [1024, 65535], '10.0.0.0/16'] as const
  const checks: Rules = [[100, 'allow', 'tcp', 9092, '10.0.0.0/16'], answers]
  expect(found(checks, ALL, { protocol: 'UDP' })).toEqual([])
  expect(found([[100, 'allow', 'udp', [1, 65535], '10.0.0.0/16']], ALL, { protocol: 'UDP' })).toEqual(['acl.ingress'])
  expect(titles([answers], ALL, { protocol: 'UDP', healthCheckPort: 80 })[0]).toMatch(/TCP port 80 from/)
})

it('through AWS PrivateLink the nodes send by UDP as well', () => {
  const offered = (ingress: Rules) => (b: DesignBuilder) => {
    draw(ingress, ALL, { protocol: 'UDP' })(b)
    b.endpointService(['network-load-balancer-1'])
  }
  const checks: Rules = [[100, 'allow', 'tcp', [1024, 65535], '10.0.0.0/16']]
  expect(places(CHECK, offered(checks))).toEqual(['acl.ingress'])
  expect(places(CHECK, offered([...checks, [110, 'allow', 'udp', [1024, 65535], '10.0.0.0/16']]))).toEqual([])
})

it('appliances take GENEVE by UDP, answer by whichever port, and are asked on TCP port 80', () => {
  const geneve = (ingress: Rules) => (b: DesignBuilder) => {
    const vpc = b.vpc()
    const nets = ['a', 'b'].map((zone, i) => b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.${i}.0/24` }))
    const targetGroup = b.targetGroup(vpc, [b.ec2(nets[1]!)], { port: 6081, protocol: 'GENEVE' })
    b.gwlb(vpc, { subnets: nets, crossZone: true, targetGroup })
    b.networkAcl(vpc, { id: 'acl', ingress, egress: ALL, subnets: nets })
  }
  const checks: Rules = [
    [100, 'allow', 'tcp', 80, '10.0.0.0/16'],
    [110, 'allow', 'tcp', [1024, 65535], '10.0.0.0/16'],
  ]
  const packets = [120, 'allow', 'udp', 6081, '10.0.0.0/16'] as const
  expect(places(CHECK, geneve([...checks, packets]))).toEqual([])
  expect(places(CHECK, geneve(checks))).toEqual(['acl.ingress'])
  expect(places(CHECK, geneve([checks[1]!, packets]))).toEqual(['acl.ingress'])
})

it('one fix lets both ways through', () => {
  const closed: Rules = [[100, 'allow', 'tcp', 80, '0.0.0.0/0']]
  const design = buildDesign(draw(closed, closed))
  const [finding, ...more] = findingsIn(CHECK, design)
  expect(more).toEqual([])
  expect(findingsIn(CHECK, applyEdits(design, finding!.fixes[0]!.edits).design)).toEqual([])
})

it('what the entry for the answers lets through gets no entry beside it', () => {
  const both = (b: DesignBuilder) => {
    const vpc = b.vpc()
    const nets = ['a', 'b'].map((zone, i) => b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.${i}.0/24` }))
    const group = b.targetGroup(vpc, [b.ec2(nets[0]!), b.ec2(nets[1]!)], { port: 9092 })
    b.nlb(vpc, { subnets: nets, crossZone: true, listeners: [['TCP', 9092, group]] })
    b.networkAcl(vpc, { id: 'acl', ingress: [[100, 'allow', 'tcp', 80, '0.0.0.0/0']], egress: ALL, subnets: nets })
  }
  const [finding] = findingsIn(CHECK, buildDesign(both))
  expect(finding!.fixes[0]!.title).not.toMatch(/9092/)
  expect(places(CHECK, both)).toEqual(['acl.ingress'])
})

it('IPv6 is asked of the ACLs by its own rules, and let through by its own', () => {
  const draw = (ingress: Rules) => (b: DesignBuilder) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2600:1f00::/56'] })
    const nets = ['a', 'b'].map((zone, i) =>
      b.subnet(vpc, { zone: `us-east-1${zone}`, cidr: `10.0.${i}.0/24`, ipv6Cidr: `2600:1f00:0:${i}::/64` }),
    )
    b.ec2(nets[1]!, { ipv6: '2600:1f00:0:1::5' })
    const targets = b.targetGroup(vpc, [{ address: '2600:1f00:0:1::5' }], { targetType: 'ip', port: 9092 })
    b.nlb(vpc, { subnets: nets, crossZone: true, ipAddressType: 'dualstack', listeners: [['TCP', 9092, targets]] })
    const egress: Rules = [[100, 'allow', 'all', null, '::/0']]
    b.networkAcl(vpc, { id: 'acl', ingress, egress, subnets: nets })
  }
  const four: Rules = [[100, 'allow', 'all', null, '0.0.0.0/0']]
  expect(places(CHECK, draw(four))).toEqual(['acl.ingress'])
  expect(places(CHECK, draw([...four, [110, 'allow', 'tcp', [1024, 65535], '2600:1f00::/56']]))).toEqual([])
  const [fix] = findingsIn(CHECK, buildDesign(draw(four))).flatMap(({ fixes }) => fixes)
  expect(fix?.title).toMatch(/from 2600:1f00::\/64/)
})

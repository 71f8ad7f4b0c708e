import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits, type Design, parseDesign, serialiseDesign } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { findingsIn, places } from './testing/findingsIn.ts'

const catalogue = await loadCatalogue()
const ask = (design: Design, from: string, to: string) =>
  simulate(compileTopology(design, catalogue), { from, to, protocol: 'tcp', port: 443 }).kind

/** The design after one fix of the only finding, which can be saved and opened. */
function mended(check: string, design: Design, fix: RegExp): Design {
  const [finding, ...more] = findingsIn(check, design)
  expect(more).toEqual([])
  const after = applyEdits(design, finding!.fixes.find(({ title }) => fix.test(title))!.edits).design
  const parsed = parseDesign(serialiseDesign(after))
  expect(parsed.ok ? [] : parsed.problems).toEqual([])
  return after
}

describe('names that an endpoint leaves out', () => {
  const draw =
    (services: readonly string[], more: (b: DesignBuilder, vpc: string, subnet: string) => void = () => {}) =>
    (b: DesignBuilder) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      b.ec2(subnet, { id: 'job' })
      for (const service of services)
        if (/^(s3|s3express|dynamodb)$/.test(service))
          b.gatewayEndpoint(vpc, service, { id: service, routeTables: [b.mainTable(vpc)] })
        else b.interfaceEndpoint(vpc, service, { id: service, subnets: [subnet] })
      more(b, vpc, subnet)
    }
  const found = (...args: Parameters<typeof draw>) => places('endpoint-leaves-names-out', draw(...args))

  it('are those of directory buckets beside S3, of streams beside DynamoDB, of other Regions beside EKS', () => {
    expect(found(['s3'])).toEqual(['s3.service'])
    expect(found(['dynamodb'])).toEqual(['dynamodb.service'])
    expect(found(['eks'])).toEqual(['eks.service'])
    expect(found(['sqs', 's3express'])).toEqual([])
  })

  it('are served after the fix, where there is one', () => {
    const s3 = mended('endpoint-leaves-names-out', buildDesign(draw(['s3'])), /s3express/)
    expect(ask(s3, 'job', 'data--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com')).toBe('succeeds')
    const eks = buildDesign(draw(['eks']))
    expect(ask(eks, 'job', 'iam.amazonaws.com')).toBe('fails')
    expect(ask(mended('endpoint-leaves-names-out', eks, /iam/), 'job', 'iam.amazonaws.com')).toBe('succeeds')
    expect(findingsIn('endpoint-leaves-names-out', buildDesign(draw(['dynamodb'])))[0]?.fixes).toEqual([])
  })

  it('are nobody’s loss with a way to public addresses, without somebody who asks, or where the client says what it asks', () => {
    const nat = (b: DesignBuilder, vpc: string, subnet: string) => {
      const open = b.subnet(vpc, { cidr: '10.0.2.0/24' })
      b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
      b.routeTable(vpc, [['0.0.0.0/0', b.natGateway(open)]], { subnets: [subnet] })
    }
    expect(found(['eks'], nat)).toEqual([])
    const alone = (workloads: string[], database = false) =>
      places('endpoint-leaves-names-out', (b) => {
        const vpc = b.vpc({ dnsHostnames: true })
        const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
        b[database ? 'database' : 'ec2'](subnet, { workloads })
        b.gatewayEndpoint(vpc, 's3', { id: 's3', routeTables: [b.mainTable(vpc)] })
      })
    expect(alone([])).toEqual(['s3.service'])
    expect(alone(['emr-node'])).toEqual([])
    expect(alone([], true)).toEqual([])
  })

  it('are those that the Region has', () => {
    const found = (region: string) =>
      places('endpoint-leaves-names-out', (b) => {
        const vpc = b.vpc({ dnsHostnames: true, region: b.region(region) })
        b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24', zone: `${region}a` }))
        b.gatewayEndpoint(vpc, 's3', { id: 's3', routeTables: [b.mainTable(vpc)] })
      })
    expect(found('eu-west-1')).toEqual(['s3.service'])
    expect(found('eu-south-1')).toEqual([])
  })

  it('are told only where the endpoint itself serves', () => {
    const found = places('endpoint-leaves-names-out', (b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }))
      b.gatewayEndpoint(vpc, 's3', { routeTables: [] })
    })
    expect(found).toEqual([])
  })
})

describe('private names that end at the VPC', () => {
  interface Drawn {
    readonly admits?: string
    readonly dnsServer?: string | null
    readonly service?: string
    readonly balanced?: boolean
  }
  const onPremises =
    ({
      admits = '192.168.0.0/16',
      dnsServer = '192.168.0.53',
      service = 'execute-api',
      balanced = false,
    }: Drawn = {}) =>
    (b: DesignBuilder) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const gateway = b.virtualPrivateGateway(vpc)
      b.mainTable(vpc, [], { propagatingGateways: [gateway] })
      const network = b.onPremises(['192.168.0.0/16'], { id: 'corp', dnsServer })
      b.onPremisesHost(network, '192.168.0.20', { id: 'desk' })
      b.onPremisesHost(network, '192.168.0.53')
      b.vpn(b.customerGateway({ network }), gateway, { routes: ['192.168.0.0/16'] })
      const securityGroups = [b.securityGroup(vpc, { ingress: [['tcp', 443, admits]] })]
      b.interfaceEndpoint(vpc, service, {
        id: 'endpoint',
        subnets: [{ subnet, privateIp: '10.0.1.30' }],
        securityGroups,
      })
      if (balanced) {
        const targets = b.targetGroup(vpc, [{ address: '10.0.1.30' }], {
          targetType: 'ip',
          port: 443,
          protocol: 'HTTPS',
        })
        b.alb(vpc, {
          subnets: [subnet, b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b' })],
          listeners: [['HTTPS', 443, targets]],
        })
      }
    }
  const found = (drawn?: Drawn) => places('private-names-end-at-vpc', onPremises(drawn))

  it('are found where a rule of the endpoint’s group names the other network', () => {
    expect(found()).toEqual(['endpoint.privateDns'])
    expect(found({ service: 'sqs' })).toEqual(['endpoint.privateDns'])
    expect(found({ admits: '10.0.0.0/8' })).toEqual([])
    expect(found({ admits: '0.0.0.0/0' })).toEqual([])
  })

  it('are no matter where a load balancer asks the endpoint', () => {
    expect(found({ balanced: true })).toEqual([])
  })

  it('say 403 of API Gateway alone', () => {
    const [api, sqs] = ['execute-api', 'sqs'].map((service) =>
      findingsIn('private-names-end-at-vpc', buildDesign(onPremises({ service }))).map(({ message }) => message),
    )
    expect(api?.join()).toContain('403')
    expect(sqs?.join()).not.toContain('403')
  })

  it('lead to the endpoint after the fix; without a DNS server on premises there is none', () => {
    const before = buildDesign(onPremises())
    const name = 'api1.execute-api.us-east-1.amazonaws.com'
    expect(ask(before, 'desk', name)).toBe('cannot-tell')
    expect(ask(mended('private-names-end-at-vpc', before, /^Forward/), 'desk', name)).toBe('succeeds')
    const bare = findingsIn('private-names-end-at-vpc', buildDesign(onPremises({ dnsServer: null })))
    expect(bare.map(({ fixes }) => fixes.length)).toEqual([0])
  })

  it('are found of VPCs too, which take a zone of their own', () => {
    const draw = (zone: boolean, cutOff?: boolean) => (b: DesignBuilder) => {
      const [hub, spoke] = [b.vpc({ dnsHostnames: true }), b.vpc({ cidrs: ['10.1.0.0/16'], dnsHostnames: true })]
      const [near, far] = [b.subnet(hub, { cidr: '10.0.1.0/24' }), b.subnet(spoke, { cidr: '10.1.1.0/24' })]
      const peering = b.peering(hub, spoke)
      b.mainTable(hub, [['10.1.0.0/16', peering]])
      b.mainTable(spoke, [['10.0.0.0/16', peering]])
      if (cutOff) {
        const apart = b.subnet(spoke, { cidr: '10.1.2.0/24' })
        b.routeTable(spoke, [], { subnets: [apart] })
        b.ec2(apart, { id: 'a-first' })
      }
      b.ec2(far, { id: 'app' })
      const securityGroups = [b.securityGroup(hub, { ingress: [['tcp', 443, '10.1.1.0/24']] })]
      const alias = b.interfaceEndpoint(hub, 'sqs', { id: 'endpoint', subnets: [near], securityGroups })
      if (zone) b.hostedZone('sqs.us-east-1.amazonaws.com', [spoke], { records: [{ name: '@', alias }] })
    }
    expect(places('private-names-end-at-vpc', draw(true))).toEqual([])
    expect(places('private-names-end-at-vpc', draw(false))).toEqual(['endpoint.privateDns'])
    expect(places('private-names-end-at-vpc', draw(false, true))).toEqual(['endpoint.privateDns'])
    const after = mended('private-names-end-at-vpc', buildDesign(draw(false)), /hosted zones/)
    expect(ask(after, 'app', 'sqs.us-east-1.amazonaws.com')).toBe('succeeds')
  })
})

describe('answers of further interfaces', () => {
  interface Machine {
    readonly admits?: string
    readonly policyRouting?: 'unknown' | 'yes' | 'no'
    readonly sameSubnet?: boolean
    readonly sourceDestCheck?: boolean
    readonly interfaces?: number
    readonly runtime?: 'ec2' | 'lambda'
  }
  const found = ({
    admits = '10.0.0.0/8',
    policyRouting = 'unknown',
    sameSubnet = false,
    sourceDestCheck = true,
    interfaces = 2,
    runtime = 'ec2',
  }: Machine = {}) => {
    const draw = (b: DesignBuilder) => {
      const vpc = b.vpc()
      const subnets = ['10.0.1.0/24', '10.0.2.0/24'].map((cidr) => b.subnet(vpc, { cidr }))
      const securityGroups = [b.securityGroup(vpc, { ingress: [['tcp', 22, admits]] })]
      const rows = Array.from({ length: interfaces }, (_, i) => ({
        subnet: subnets[sameSubnet ? 0 : i]!,
        securityGroups,
        privateIp: null,
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck,
        interfaceId: null,
      }))
      b[runtime](subnets[0]!, { id: 'node', policyRouting, interfaces: rows })
    }
    return places('second-interface-answers', draw)
  }

  it('are in doubt where strangers are let in and nobody says how the system routes', () => {
    expect(found()).toEqual(['node.policyRouting'])
    expect(found({ policyRouting: 'no' })).toEqual(['node.policyRouting'])
    expect(found({ policyRouting: 'yes' })).toEqual([])
    expect(found({ interfaces: 1 })).toEqual([])
  })

  it('reach neighbours of the subnet, unless the first interface lies there too', () => {
    expect(found({ admits: '10.0.2.0/24' })).toEqual([])
    expect(found({ admits: '10.0.1.0/24', sameSubnet: true })).toEqual(['node.policyRouting'])
  })

  it('are no matter of functions, nor of machines that forward', () => {
    expect(found({ runtime: 'lambda' })).toEqual([])
    expect(found({ sourceDestCheck: false })).toEqual([])
  })

  it('are told once for all machines of a VPC', () => {
    const design = buildDesign((b) => {
      const vpc = b.vpc()
      const subnets = ['10.0.1.0/24', '10.0.2.0/24'].map((cidr) => b.subnet(vpc, { cidr }))
      const securityGroups = [b.securityGroup(vpc, { ingress: [['tcp', 22, '10.0.0.0/8']] })]
      const blank = {
        securityGroups,
        privateIp: null,
        ipv6: null,
        publicIp: 'none',
        sourceDestCheck: true,
        interfaceId: null,
      }
      for (const id of ['a', 'b'])
        b.ec2(subnets[0]!, { id, interfaces: subnets.map((subnet) => ({ ...blank, subnet })) })
    })
    const [finding, ...more] = findingsIn('second-interface-answers', design)
    expect(more).toEqual([])
    expect(finding?.at.map(({ construct }) => construct)).toEqual(['a', 'a', 'b'])
  })
})

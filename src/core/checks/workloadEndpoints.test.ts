import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { WORKLOAD_IDS, type WorkloadId } from '../aws/workloads/workloadIds.ts'
import { applyEdits, constructOfKind, type Design, parseDesign, serialiseDesign } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { askNeeds, needsOf, planEndpoints } from '../needs/index.ts'
import { decide } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { runChecks } from './runChecks.ts'
import { findingsIn, placeOf } from './testing/findingsIn.ts'

const catalogue = await loadCatalogue()

interface Start {
  readonly vpc: string
  readonly a: string
  readonly b: string
}
const inTwoZones = (b: DesignBuilder, region: string, given: object = {}): Start => {
  const vpc = b.vpc({ id: 'vpc', dnsHostnames: true, region: b.region(region), ...given })
  return {
    vpc,
    a: b.subnet(vpc, { id: 'a', cidr: '10.0.1.0/24', zone: `${region}a` }),
    b: b.subnet(vpc, { id: 'b', cidr: '10.0.2.0/24', zone: `${region}b` }),
  }
}

const interfaceIn = (subnet: string) => ({
  subnet,
  securityGroups: [],
  privateIp: null,
  ipv6: null,
  publicIp: 'none',
  sourceDestCheck: true,
  interfaceId: null,
})

/** Private networks to begin with, each with a client `app` that runs a workload. */
const NETWORKS: Readonly<Record<string, (b: DesignBuilder, region: string, workloads: WorkloadId[]) => void>> = {
  'nothing but the subnet': (b, region, workloads) => {
    b.ec2(inTwoZones(b, region).a, { id: 'app', workloads })
  },
  'DNS attributes off, a table of its own': (b, region, workloads) => {
    const { vpc, a } = inTwoZones(b, region, { dnsSupport: false, dnsHostnames: false })
    b.routeTable(vpc, [], { id: 'rtb', subnets: [a] })
    b.ec2(a, { id: 'app', workloads })
  },
  'a group that lets nothing out': (b, region, workloads) => {
    const { vpc, a } = inTwoZones(b, region)
    b.routeTable(vpc, [], { id: 'rtb', subnets: [a] })
    b.ec2(a, { id: 'app', workloads, securityGroups: [b.securityGroup(vpc, { id: 'sg', egress: [] })] })
  },
  'groups that let out to a part of the VPC, by the main table': (b, region, workloads) => {
    const { vpc, a } = inTwoZones(b, region)
    b.mainTable(vpc, [], { id: 'rtb' })
    const securityGroups = [
      b.securityGroup(vpc, { id: 'sg', egress: [['tcp', 443, '10.0.2.0/24']] }),
      b.securityGroup(vpc, { id: 'sg-more', egress: [['tcp', 80, '0.0.0.0/0']] }),
    ]
    b.ec2(a, { id: 'app', workloads, securityGroups })
  },
  'a default group that is drawn': (b, region, workloads) => {
    const { vpc, a } = inTwoZones(b, region, { defaultSecurityGroup: 'sg-default' })
    b.securityGroup(vpc, { id: 'sg-default', ingress: [], egress: [['tcp', 443, '10.0.0.0/16']] })
    b.ec2(a, { id: 'app', workloads })
  },
  'a function in two zones, each by a table of its own, one with a gateway endpoint': (b, region, workloads) => {
    const start = inTwoZones(b, region)
    const first = b.routeTable(start.vpc, [], { id: 'rtb-a', subnets: [start.a] })
    b.routeTable(start.vpc, [], { id: 'rtb-b', subnets: [start.b] })
    b.gatewayEndpoint(start.vpc, 's3', { id: 's3', routeTables: [first] })
    b.lambda(start.a, { id: 'app', workloads, interfaces: [interfaceIn(start.a), interfaceIn(start.b)] })
  },
  'a function in two subnets of one zone, of which one has a NAT gateway': (b, region, workloads) => {
    const { vpc, a, b: open } = inTwoZones(b, region)
    const lucky = b.subnet(vpc, { id: 'lucky', cidr: '10.0.3.0/24', zone: `${region}a` })
    b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { id: 'rtb-open', subnets: [open] })
    b.routeTable(vpc, [['0.0.0.0/0', b.natGateway(open)]], { id: 'rtb-lucky', subnets: [lucky] })
    b.lambda(lucky, { id: 'app', workloads, interfaces: [interfaceIn(lucky), interfaceIn(a)] })
  },
  'endpoints that keep to their own names, and one that was deleted': (b, region, workloads) => {
    const { vpc, a } = inTwoZones(b, region)
    const group = b.securityGroup(vpc, { id: 'sg-endpoint', ingress: [['tcp', 443, '10.0.0.0/16']] })
    for (const service of ['ecr.api', 'ssm', 'logs', 'ec2'])
      b.interfaceEndpoint(vpc, service, { subnets: [a], securityGroups: [group], privateDns: false })
    b.interfaceEndpoint(vpc, 'sts', { subnets: [a], securityGroups: [group], state: 'deleted' })
    b.ec2(a, { id: 'app', workloads })
  },
}

const ask = (design: Design) => {
  const topology = compileTopology(design, catalogue)
  return { topology, asked: askNeeds(topology, needsOf(design, catalogue, constructOfKind(design, 'app', 'client')!)) }
}
const errorsIn = (design: Design) =>
  runChecks({ design, catalogue, topology: compileTopology(design, catalogue) })
    .filter(({ severity }) => severity === 'error')
    .map(({ check, message }) => `${check}: ${message}`)

/** Adds what is missing for a client that runs these, and holds what becomes of it to what was promised. */
function expectServed(
  draw: (b: DesignBuilder, region: string, workloads: WorkloadId[]) => void,
  region: string,
  workloads: WorkloadId[],
) {
  const before = buildDesign((b) => draw(b, region, workloads))
  const { topology, asked } = ask(before)
  const missing = asked.filter(({ state }) => state === 'missing').map(({ need }) => need)
  const { design: after, inverse } = applyEdits(before, planEndpoints(topology, ['app'], missing))
  const states = new Map(ask(after).asked.map(({ need, state }) => [need.request.to, state]))
  for (const { need, state } of asked)
    if (need.endpoint !== null || state === 'reached')
      expect(states.get(need.request.to), need.request.to).toBe('reached')
  const known = errorsIn(before)
  expect(errorsIn(after).filter((one) => !known.includes(one))).toEqual([])
  expect(applyEdits(after, inverse).design).toEqual(before)
  expect(parseDesign(serialiseDesign(after)).ok).toBe(true)
  return missing.length
}

const FEW = [0, 8, 16, 24, 32].map((from) => WORKLOAD_IDS.slice(from, from + 8))

describe('endpoints that are added for what is missing', () => {
  it.each(WORKLOAD_IDS)('serve all of %s that an endpoint serves', (workload) => {
    expect(expectServed(NETWORKS['nothing but the subnet']!, 'us-west-2', [workload])).toBeGreaterThan(0)
  })
  it.each(['us-east-1', 'us-gov-west-1', 'cn-north-1'])('do so in %s', (region) => {
    for (const workloads of FEW) expectServed(NETWORKS['nothing but the subnet']!, region, workloads)
  })
  it.each(Object.entries(NETWORKS))('serve several workloads at once, from %s', (_, draw) => {
    for (const workloads of FEW) expect(expectServed(draw, 'us-west-2', workloads)).toBeGreaterThan(0)
  })
})

const CHECK = 'workload-endpoint-missing'
const isolated = (workloads: WorkloadId[], more: (b: DesignBuilder, start: Start) => void = () => {}) =>
  buildDesign((b) => {
    const start = inTwoZones(b, 'us-west-2')
    b.ec2(start.a, { id: 'app', workloads })
    more(b, start)
  })

describe('the finding', () => {
  it('names on the client what is missing, and only what is always asked for', () => {
    const [finding, ...more] = findingsIn(CHECK, isolated(['session-manager']))
    expect(more).toEqual([])
    expect(placeOf(finding!)).toBe('app.workloads')
    expect(finding!.message).toBe(
      'For “Session Manager” the client “app” needs ssm.us-west-2.amazonaws.com and ssmmessages.us-west-2.amazonaws.com, and nothing leads there. What is missing: endpoints for com.amazonaws.us-west-2.ssm and com.amazonaws.us-west-2.ssmmessages, or a way to public addresses.',
    )
    expect(findingsIn(CHECK, isolated(['lambda']))).toEqual([])
  })
  it('is one for clients of a VPC that lack the same, and its fix serves all of them', () => {
    const design = isolated(['ecr-pull'], (b, start) => {
      b.ec2(start.b, { id: 'other', workloads: ['ecr-pull'] })
    })
    const [finding, ...more] = findingsIn(CHECK, design)
    expect(more).toEqual([])
    expect(finding!.at.map(({ construct }) => construct)).toEqual(['app', 'other', 'vpc'])
    expect(findingsIn(CHECK, applyEdits(design, finding!.fixes[0]!.edits).design)).toEqual([])
  })
  it('tells what no endpoint serves', () => {
    const draw = (region: string) =>
      buildDesign((b) => {
        b.ec2(inTwoZones(b, region).a, { id: 'app', workloads: ['eks-external-dns'] })
      })
    const [abroad] = findingsIn(CHECK, draw('us-gov-west-1'))
    expect(abroad!.message).toContain('No endpoint serves route53.us-gov.amazonaws.com here')
    expect(abroad!.fixes).toEqual([])
    expect(findingsIn(CHECK, draw('us-west-2'))[0]!.fixes).toHaveLength(1)
  })
  it('names endpoints that are there and do not serve, and mends them without a second one', () => {
    const design = isolated(['ecr-pull'], (b, { vpc, a }) => {
      const group = b.securityGroup(vpc, { id: 'open', ingress: [['tcp', 443, '10.0.0.0/16']] })
      b.interfaceEndpoint(vpc, 'ecr.api', { id: 'api', subnets: [a], securityGroups: [group], privateDns: false })
    })
    const [finding] = findingsIn(CHECK, design)
    expect(finding!.message).toContain('The interface endpoint “api” is there, but does not serve it.')
    const { design: after } = applyEdits(design, finding!.fixes[0]!.edits)
    expect(constructOfKind(after, 'api', 'interface-endpoint')).toMatchObject({ privateDns: true })
    expect(findingsIn(CHECK, after)).toEqual([])
  })
  it('names what is in the way where an endpoint is there', () => {
    const design = isolated(['eks-irsa'], (b, { vpc, a }) => {
      const group = b.securityGroup(vpc, { id: 'shut', ingress: [] })
      b.interfaceEndpoint(vpc, 'sts', { id: 'sts', subnets: [a], securityGroups: [group] })
    })
    const [finding, ...more] = findingsIn(CHECK, design)
    expect(more).toEqual([])
    expect(finding!.message).toContain('the way there is blocked: the security group “shut” stands in the way.')
    expect(finding!.fixes).toEqual([])
  })
  it('says nothing where the simulator cannot tell, and offers nothing by the rules of another day', () => {
    expect(
      findingsIn(
        CHECK,
        buildDesign((b) => {
          b.ec2(inTwoZones(b, 'us-west-2', { dnsSupport: null }).a, { id: 'app', workloads: ['eks-irsa'] })
        }),
      ),
    ).toEqual([])
    const [finding] = findingsIn(CHECK, { ...isolated(['eks-irsa']), rulesAsOf: '2022-06-01' })
    expect(finding!.fixes).toEqual([])
  })
  it('adds no interface endpoints whose names servers of one’s own would not tell', () => {
    const design = buildDesign((b) => {
      const { a } = inTwoZones(b, 'us-west-2', { dhcpDnsServers: ['10.0.1.53'] })
      b.ec2(a, { id: 'dns', privateIp: '10.0.1.53' })
      b.ec2(a, { id: 'app', workloads: ['ecr-pull'] })
    })
    const kinds = findingsIn(CHECK, design).flatMap(({ fixes }) =>
      fixes.flatMap(({ edits }) => edits.map((edit) => (edit.kind === 'add' ? edit.construct.kind : edit.kind))),
    )
    expect(kinds).toContain('gateway-endpoint')
    expect(kinds).not.toContain('interface-endpoint')
  })
})

it('what a workload misses is told by it, and what goes with an endpoint only where no client says what runs on it', () => {
  const found = (workloads: readonly (readonly string[])[]) => {
    const design = buildDesign((b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      for (const own of workloads) b.ecs(subnet, { workloads: [...own] })
      b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)] })
      b.interfaceEndpoint(vpc, 'ecr.dkr', { subnets: [subnet] })
    })
    return ['companion-endpoint-missing', 'workload-endpoint-missing'].map((check) => findingsIn(check, design).length)
  }
  expect(found([[]])).toEqual([1, 0])
  expect(found([['ecr-pull']])).toEqual([0, 1])
  expect(found([[], ['ecr-pull']])).toEqual([0, 1])
  expect(found([[], ['session-manager']])).toEqual([1, 1])
})

it('an endpoint with ports in a row gets all of them in one rule', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const group = b.securityGroup(vpc, { id: 'sg', egress: [] })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24' }), {
      id: 'agent',
      securityGroups: [group],
      workloads: ['datasync-agent'],
    })
  })
  const ask = (one: Design, port: number) =>
    decide(compileTopology(one, catalogue), {
      from: 'agent',
      to: 'datasync.us-east-1.amazonaws.com',
      protocol: 'tcp',
      port,
    }).kind
  expect(ask(design, 1064)).toBe('fails')
  const needs = needsOf(design, catalogue, constructOfKind(design, 'agent', 'client')!)
  const after = applyEdits(design, planEndpoints(compileTopology(design, catalogue), ['agent'], needs)).design
  expect([1023, 1024, 1064, 1065].map((port) => ask(after, port))).toEqual(['fails', 'succeeds', 'succeeds', 'fails'])
  const { ingress } = Object.values(after.constructs).find(
    (one) => one.kind === 'security-group' && one.id !== 'sg',
  ) as {
    readonly ingress: readonly unknown[]
  }
  expect(ingress).toHaveLength(1)
})

import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { WorkloadId } from '../aws/workloads/workloadIds.ts'
import { fieldProblems } from '../model/fields/fieldProblems.ts'
import { constructOfKind, type Design, listOfKind } from '../model/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { designOfCase, readCases } from '../sim/cases/testing/readCases.ts'
import { compileTopology } from '../topology/index.ts'
import { askNeeds } from './askNeeds.ts'
import { needsOf } from './needsOf.ts'

const catalogue = await loadCatalogue()

const needsIn = (design: Design, workloads?: readonly WorkloadId[]) =>
  needsOf(design, catalogue, constructOfKind(design, 'app', 'client')!, workloads)

/** What one workload asks for in a Region: `api.ecr.us-east-1.amazonaws.com by com.amazonaws.us-east-1.ecr.api`. */
function rowsOf(workload: WorkloadId, region: string, always = true): readonly string[] {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ region: b.region(region) })
    b.ec2(b.subnet(vpc, { cidr: '10.0.1.0/24', zone: `${region}a` }), { id: 'app', workloads: [workload] })
  })
  return needsIn(design)
    .filter(({ when }) => (when.length === 0) === always)
    .map(({ request, endpoint }) => `${request.to} by ${endpoint?.service ?? 'none'}`)
}

describe('what workloads need', () => {
  it('is, of a container instance, the three names of the ECS agent, which a task on Fargate does without', () => {
    const image = [
      'api.ecr.us-east-1.amazonaws.com by com.amazonaws.us-east-1.ecr.api',
      '111122223333.dkr.ecr.us-east-1.amazonaws.com by com.amazonaws.us-east-1.ecr.dkr',
      'prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com by com.amazonaws.us-east-1.s3',
    ]
    expect(rowsOf('ecs-ec2', 'us-east-1')).toEqual([
      'ecs-a.us-east-1.amazonaws.com by com.amazonaws.us-east-1.ecs-agent',
      'ecs-t.us-east-1.amazonaws.com by com.amazonaws.us-east-1.ecs-telemetry',
      'ecs.us-east-1.amazonaws.com by com.amazonaws.us-east-1.ecs',
      ...image,
    ])
    expect(rowsOf('ecs-fargate', 'us-east-1')).toEqual(image)
  })
  it('is, of a node of EKS, EC2 and what images come from; in China by the names there', () => {
    expect(rowsOf('eks-node', 'cn-north-1')).toEqual([
      'ec2.cn-north-1.amazonaws.com.cn by cn.com.amazonaws.cn-north-1.ec2',
      'api.ecr.cn-north-1.amazonaws.com.cn by cn.com.amazonaws.cn-north-1.ecr.api',
      '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn by cn.com.amazonaws.cn-north-1.ecr.dkr',
      'prod-cn-north-1-starport-layer-bucket.s3.cn-north-1.amazonaws.com.cn by com.amazonaws.cn-north-1.s3',
    ])
  })
  it('is, of Karpenter, IAM across Regions, and a price list that has an endpoint in its own Region only', () => {
    const iam = 'iam.amazonaws.com by com.amazonaws.iam'
    expect(rowsOf('eks-karpenter', 'us-west-2', false)).toContain(iam)
    expect(rowsOf('eks-karpenter', 'us-west-2', false)).toContain('api.pricing.us-east-1.amazonaws.com by none')
    expect(rowsOf('eks-karpenter', 'us-east-1', false)).toContain(
      'api.pricing.us-east-1.amazonaws.com by com.amazonaws.us-east-1.pricing.api',
    )
    expect(rowsOf('eks-karpenter', 'eu-west-1', false)).toContain('api.pricing.eu-central-1.amazonaws.com by none')
    expect(rowsOf('eks-karpenter', 'us-gov-west-1', false)).toContain('iam.us-gov.amazonaws.com by none')
  })
  it('says an endpoint for IAM states its Region, except where it is at home', () => {
    const endpointIn = (region: string) =>
      needsIn(
        buildDesign((b) => {
          b.ec2(b.subnet(b.vpc({ region: b.region(region) }), { cidr: '10.0.1.0/24', zone: `${region}a` }), {
            id: 'app',
          })
        }),
        ['eks-karpenter'],
      ).find(({ request }) => request.to === 'iam.amazonaws.com')?.endpoint
    expect(endpointIn('us-west-2')).toMatchObject({ serviceRegion: 'us-east-1', type: 'interface' })
    expect(endpointIn('us-east-1')).toMatchObject({ serviceRegion: null })
  })
  it('is asked for always where one of several workloads does', () => {
    const design = buildDesign((b) => {
      b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { id: 'app', workloads: ['codebuild', 'ecr-pull'] })
    })
    const pull = needsIn(design).find(({ request }) => request.to === 'api.ecr.us-east-1.amazonaws.com')
    expect(pull).toMatchObject({ when: [], workloads: ['ecr-pull'] })
  })
  it('is nothing for a workload that is not known, which a file may name', () => {
    const design = buildDesign((b) => {
      b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { id: 'app', workloads: ['of-a-later-day', 'eks-irsa'] })
    })
    expect(needsIn(design).map(({ request }) => request.to)).toEqual(['sts.us-east-1.amazonaws.com'])
    const client = constructOfKind(design, 'app', 'client')!
    expect(fieldProblems(client).map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['workloads', 'Must be one of those offered'],
    ])
  })
  it('is nothing where the Region is not known', () => {
    const design = buildDesign((b) => {
      b.ec2(b.subnet(b.vpc({ region: b.region('xx-north-9') }), { cidr: '10.0.1.0/24', zone: 'xx-north-9a' }), {
        id: 'app',
        workloads: ['ecr-pull'],
      })
    })
    expect(needsIn(design)).toEqual([])
  })
})

/** What becomes of what pulling an image needs: `api.ecr reached`. */
function statesOf(
  draw: (b: DesignBuilder, vpc: string, subnet: string) => void,
  given: object = {},
): readonly string[] {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc', dnsHostnames: true, ...given })
    const subnet = b.subnet(vpc, { id: 'subnet', cidr: '10.0.1.0/24' })
    b.ecs(subnet, { id: 'app', workloads: ['ecr-pull'] })
    draw(b, vpc, subnet)
  })
  return askNeeds(compileTopology(design, catalogue), needsIn(design)).map(({ state }) => state)
}
const ALL = (state: string) => [state, state, state]

describe('what becomes of them', () => {
  it('is missing where nothing leads out, and where the way out does not', () => {
    expect(statesOf(() => {})).toEqual(ALL('missing'))
    expect(
      statesOf((b, vpc, subnet) => {
        b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [subnet] })
      }),
    ).toEqual(ALL('missing'))
    expect(statesOf(() => {}, { dnsSupport: false })).toEqual(ALL('missing'))
  })
  it('is reached through a NAT gateway: no endpoint is missing there', () => {
    expect(
      statesOf((b, vpc, subnet) => {
        const open = b.subnet(vpc, { id: 'open', cidr: '10.0.2.0/24' })
        b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
        b.routeTable(vpc, [['0.0.0.0/0', b.natGateway(open)]], { subnets: [subnet] })
      }),
    ).toEqual(ALL('reached'))
  })
  it('is missing for names whose endpoint keeps to its own name', () => {
    expect(
      statesOf((b, vpc, subnet) => {
        const group = b.securityGroup(vpc, { id: 'sg', ingress: [['tcp', 443, '10.0.0.0/16']] })
        b.interfaceEndpoint(vpc, 'ecr.api', { subnets: [subnet], securityGroups: [group] })
        b.interfaceEndpoint(vpc, 'ecr.dkr', { subnets: [subnet], securityGroups: [group], privateDns: false })
      }),
    ).toEqual(['reached', 'missing', 'missing'])
  })
  it('is blocked where the endpoint’s group, or the client’s on a way that is there, refuses', () => {
    expect(
      statesOf((b, vpc, subnet) => {
        const group = b.securityGroup(vpc, { id: 'sg', ingress: [['tcp', 8443, '10.0.0.0/16']] })
        b.interfaceEndpoint(vpc, 'ecr.api', { subnets: [subnet], securityGroups: [group] })
      }),
    ).toEqual(['blocked', 'missing', 'missing'])
    expect(
      statesOf((b, vpc, subnet) => {
        const open = b.subnet(vpc, { id: 'open', cidr: '10.0.2.0/24' })
        b.routeTable(vpc, [['0.0.0.0/0', b.internetGateway(vpc)]], { subnets: [open] })
        b.routeTable(vpc, [['0.0.0.0/0', b.natGateway(open)]], { subnets: [subnet] })
        b.networkAcl(vpc, { subnets: [subnet], egress: [], ingress: [[100, 'allow', 'all', null, '0.0.0.0/0']] })
      }),
    ).toEqual(ALL('blocked'))
  })
  it('is blocked where a zone of one’s own hides the name', () => {
    expect(
      statesOf((b, vpc) => {
        b.hostedZone('us-east-1.amazonaws.com', [vpc])
      }),
    ).toEqual(ALL('blocked'))
  })
  it('is unclear where the VPC’s DNS attributes are not known', () => {
    expect(statesOf(() => {}, { dnsSupport: null })).toEqual(ALL('unclear'))
  })
  it('is blocked by a Network Firewall on a way that is there', () => {
    const design = designOfCase(readCases(), 'network-firewall/a-list-that-allows-names-drops-every-other-name.json')
    const needs = needsOf(design, catalogue, listOfKind(design, 'client')[0]!, ['eks-irsa'])
    expect(askNeeds(compileTopology(design, catalogue), needs).map(({ state }) => state)).toEqual(['blocked'])
  })
})

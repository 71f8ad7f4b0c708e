import { describe, expect, it } from 'vitest'
import { isNotImported } from '../../model/notImported.ts'
import { examplePlan } from './testing/examplePlan.ts'
import { importDocuments } from './testing/importDocuments.ts'
import { block, constant, moduleTree, type Planned } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'
import { smallPlan, vpc, vpcBlock } from './testing/smallPlan.ts'

describe('a plan of modules, count and for_each', () => {
  const { at, design, messages } = readDocument(examplePlan())
  it('makes a construct of every instance, called by its address', () => {
    expect(Object.keys(design.constructs)).toEqual(
      expect.arrayContaining([
        'module.net.aws_vpc.this',
        'module.net.aws_subnet.public-0',
        'module.net.aws_subnet.private-us-east-1b',
        'aws_instance.app',
      ]),
    )
    expect(at('subnet', 'module.net.aws_subnet.public-0').name).toBe('module.net.aws_subnet.public[0]')
    expect(at('vpc', 'module.net.aws_vpc.this').name).toBe('main')
  })
  it('pairs instances of one key, by number and by name', () => {
    expect(at('subnet', 'module.net.aws_subnet.private-us-east-1b').routeTable).toBe(
      'module.net.aws_route_table.private-us-east-1b',
    )
    expect(at('nat-gateway', 'module.net.aws_nat_gateway.this-0').subnet).toBe('module.net.aws_subnet.public-0')
  })
  it('follows outputs and variables of modules', () => {
    expect(at('client', 'aws_instance.app').interfaces[0]?.subnet).toBe('module.net.aws_subnet.private-us-east-1a')
    expect(at('client', 'aws_instance.web').interfaces[0]?.subnet).toBe('module.net.aws_subnet.public-1')
    expect(at('security-group', 'aws_security_group.app').vpc).toBe('module.net.aws_vpc.this')
  })
  it('takes all instances for a list', () => {
    expect(at('application-load-balancer', 'aws_lb.front').subnets.map(({ subnet }) => subnet)).toEqual([
      'module.net.aws_subnet.public-0',
      'module.net.aws_subnet.public-1',
    ])
    expect(at('gateway-endpoint', 'aws_vpc_endpoint.s3').routeTables).toHaveLength(2)
  })
  it('knows a local value where one thing alone can be meant, and says so', () => {
    expect(at('route-table', 'module.net.aws_route_table.private-us-east-1a').vpc).toBe('module.net.aws_vpc.this')
    expect(messages.some((one) => /^assumed: Plans do not say what local values are/.test(one))).toBe(true)
  })
  it('joins what stands beside its resource: rules, targets', () => {
    expect(at('security-group', 'aws_security_group.app').ingress[0]?.peer).toEqual({
      securityGroup: 'aws_security_group.web',
    })
    expect(at('target-group', 'aws_lb_target_group.app').targets[0]).toMatchObject({
      target: 'aws_instance.app',
      port: 8080,
    })
  })
  it('leaves a rule open whose group several could be', () => {
    const { egress } = at('security-group', 'aws_security_group.web')
    expect(egress).toHaveLength(2)
    for (const { peer } of egress) expect(isNotImported((peer as { prefixList: string }).prefixList)).toBe(true)
  })
  it('tells what no packet meets, a line for each type', () => {
    expect(messages).toContain('unused: random_pet is kept aside, no packet meets it: random_pet.name')
  })
  it('takes account and Region from what the plan says of itself', () => {
    expect(at('account', 'account-123456789012').accountId).toBe('123456789012')
    expect(at('region', 'us-east-1').code).toBe('us-east-1')
  })
})

describe('what a plan changes', () => {
  const gone: Planned = {
    address: 'aws_subnet.gone',
    values: {
      id: 'subnet-0aaaaaaaaaaaaaaaa',
      vpc_id: 'vpc-0aaaaaaaaaaaaaaaa',
      cidr_block: '10.0.9.0/24',
      availability_zone: 'eu-west-1a',
    },
  }
  const stays: Planned = {
    address: 'aws_subnet.stays',
    values: { ...gone.values, id: 'subnet-0bbbbbbbbbbbbbbbb', cidr_block: '10.0.8.0/24' },
  }
  const own: Planned = {
    address: 'aws_vpc.a',
    values: {
      id: 'vpc-0aaaaaaaaaaaaaaaa',
      cidr_block: '10.0.0.0/16',
      arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-0aaaaaaaaaaaaaaaa',
    },
  }
  const document = smallPlan([own], [vpcBlock], {
    prior_state: { format_version: '1.0', values: { root_module: moduleTree([own, gone, stays]) } },
  })
  ;(document.resource_changes as object[]).push({
    address: 'aws_subnet.gone',
    mode: 'managed',
    type: 'aws_subnet',
    name: 'gone',
    change: { actions: ['delete'], before: gone.values, after: null, after_unknown: {} },
  })
  const { design, messages } = readDocument(document)
  it('is as it will be: what it takes away is not there, what it leaves alone is', () => {
    expect(design.constructs['subnet-0bbbbbbbbbbbbbbbb']?.kind).toBe('subnet')
    expect(design.constructs['subnet-0aaaaaaaaaaaaaaaa']).toBeUndefined()
    expect(messages).toContain('unused: One resource that the plan takes away is not there')
  })
})

it('is in the Region that its provider is told, by the alias that each resource has', () => {
  const west = { expressions: { region: constant('us-west-2') }, alias: 'west', name: 'aws' }
  const document = smallPlan(
    [vpc, { address: 'aws_vpc.b', values: { cidr_block: '10.1.0.0/16' } }],
    [vpcBlock, block('aws_vpc.b', { cidr_block: constant('10.1.0.0/16') }, { provider_config_key: 'aws.west' })],
  )
  Object.assign((document.configuration as { provider_config: object }).provider_config, { 'aws.west': west })
  const { at, messages } = readDocument(document)
  expect([at('vpc', 'aws_vpc.a').region, at('vpc', 'aws_vpc.b').region]).toEqual(['eu-west-1', 'us-west-2'])
  expect(messages.filter((one) => one.includes('Region'))).toEqual([])
})

it('calls what two files make at one address behind the names of the files', () => {
  const one = smallPlan([vpc], [vpcBlock])
  const { design } = importDocuments({ 'plans/a.json': one, 'plans/b.tfplan.json': one })
  expect(Object.values(design.constructs).flatMap((each) => (each.kind === 'vpc' ? each.id : []))).toEqual([
    'a.aws_vpc.a',
    'b.aws_vpc.a',
  ])
})

it('keeps what is sensitive out of names and reports', () => {
  const document = smallPlan([{ ...vpc, values: { ...vpc.values, tags: { Name: 'hush-hush' } } }], [vpcBlock])
  for (const one of (document.planned_values as { root_module: { resources: Record<string, unknown>[] } }).root_module
    .resources)
    one.sensitive_values = { tags: { Name: true } }
  const { design, report } = importDocuments({ 'plan.json': document })
  expect(JSON.stringify([design, report])).not.toContain('hush-hush')
  expect(design.constructs['aws_vpc.a']).toMatchObject({ name: 'aws_vpc.a' })
})

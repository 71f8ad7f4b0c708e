import { describe, expect, it } from 'vitest'
import { isNotImported } from '../../model/notImported.ts'
import { examplePlan } from './testing/examplePlan.ts'
import { importDocuments } from './testing/importDocuments.ts'
import { block, constant, moduleTree, type Planned, planOf, provider, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'

const plan = (resources: readonly Planned[], blocks: readonly object[], more: object = {}, calls: object = {}) =>
  planOf(
    resources,
    { provider_config: provider('eu-west-1'), root_module: { resources: blocks, module_calls: calls, variables: {} } },
    more as Record<string, unknown>,
  )

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
    expect(messages).toContain('unused: aws_iam_role is kept aside, no packet meets it: aws_iam_role.app')
    expect(messages).toContain('unused: random_pet is kept aside, no packet meets it: random_pet.name')
  })
  it('takes account and Region from what the plan says of itself', () => {
    expect(at('account', 'account-123456789012').accountId).toBe('123456789012')
    expect(at('region', 'us-east-1').code).toBe('us-east-1')
  })
})

const vpc: Planned = { address: 'aws_vpc.a', values: { cidr_block: '10.0.0.0/16' } }
const vpcBlock = block('aws_vpc.a', { cidr_block: constant('10.0.0.0/16') })
const subnet = (name: string, cidr: string): Planned => ({
  address: `aws_subnet.${name}`,
  values: { cidr_block: cidr, availability_zone: 'eu-west-1a' },
  unknown: { vpc_id: true },
})
const subnetBlock = (name: string) => block(`aws_subnet.${name}`, { vpc_id: ref('aws_vpc.a.id') })

describe('what the provider does otherwise than CloudFormation', () => {
  it('takes away what AWS lets out of a new group', () => {
    const { at } = readDocument(
      plan(
        [
          vpc,
          {
            address: 'aws_security_group.a',
            values: { name: 'a' },
            unknown: { vpc_id: true, ingress: true, egress: true },
          },
        ],
        [vpcBlock, block('aws_security_group.a', { vpc_id: ref('aws_vpc.a.id') })],
      ),
    )
    expect(at('security-group', 'aws_security_group.a')).toMatchObject({ ingress: [], egress: [] })
  })
  it('adopts what AWS makes with a VPC', () => {
    const { at } = readDocument(
      plan(
        [
          vpc,
          {
            address: 'aws_default_route_table.a',
            values: { route: [] },
            unknown: { default_route_table_id: true, vpc_id: true },
          },
          { address: 'aws_default_security_group.a', values: { ingress: [], egress: [] }, unknown: { vpc_id: true } },
          {
            address: 'aws_default_network_acl.a',
            values: { ingress: [], egress: [] },
            unknown: { default_network_acl_id: true, vpc_id: true },
          },
        ],
        [
          vpcBlock,
          block('aws_default_route_table.a', { default_route_table_id: ref('aws_vpc.a.default_route_table_id') }),
          block('aws_default_security_group.a', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_default_network_acl.a', { default_network_acl_id: ref('aws_vpc.a.default_network_acl_id') }),
        ],
      ),
    )
    expect(at('vpc', 'aws_vpc.a')).toMatchObject({
      mainRouteTable: 'aws_default_route_table.a',
      defaultSecurityGroup: 'aws_default_security_group.a',
      defaultNetworkAcl: 'aws_default_network_acl.a',
    })
  })
  it('puts routes into the main table that nobody manages', () => {
    const { at } = readDocument(
      plan(
        [
          vpc,
          { address: 'aws_internet_gateway.a', values: {}, unknown: { vpc_id: true } },
          {
            address: 'aws_route.a',
            values: { destination_cidr_block: '0.0.0.0/0' },
            unknown: { route_table_id: true, gateway_id: true },
          },
        ],
        [
          vpcBlock,
          block('aws_internet_gateway.a', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_route.a', {
            route_table_id: ref('aws_vpc.a.main_route_table_id'),
            gateway_id: ref('aws_internet_gateway.a.id'),
          }),
        ],
      ),
    )
    const main = at('vpc', 'aws_vpc.a').mainRouteTable!
    expect(at('route-table', main).routes).toEqual([
      { destination: { cidr: '0.0.0.0/0' }, target: 'aws_internet_gateway.a' },
    ])
  })
  it('waits for somebody to accept a peering, and resolves names where an option says so', () => {
    const peering = (auto_accept: boolean) =>
      readDocument(
        plan(
          [
            vpc,
            { address: 'aws_vpc.b', values: { cidr_block: '10.1.0.0/16' } },
            {
              address: 'aws_vpc_peering_connection.a',
              values: { auto_accept },
              unknown: { vpc_id: true, peer_vpc_id: true },
            },
            {
              address: 'aws_vpc_peering_connection_options.a',
              values: { accepter: [{ allow_remote_vpc_dns_resolution: true }] },
              unknown: { vpc_peering_connection_id: true },
            },
          ],
          [
            vpcBlock,
            block('aws_vpc.b', { cidr_block: constant('10.1.0.0/16') }),
            block('aws_vpc_peering_connection.a', { vpc_id: ref('aws_vpc.a.id'), peer_vpc_id: ref('aws_vpc.b.id') }),
            block('aws_vpc_peering_connection_options.a', {
              vpc_peering_connection_id: ref('aws_vpc_peering_connection.a.id'),
            }),
          ],
        ),
      ).at('peering-connection', 'aws_vpc_peering_connection.a')
    expect(peering(true)).toMatchObject({
      state: 'active',
      requesterDnsResolution: true,
      accepterDnsResolution: false,
    })
    expect(peering(false)).toMatchObject({ state: 'pending-acceptance' })
  })
})

describe('what a plan does not say', () => {
  it('is not known where one of several could be meant', () => {
    const { at, messages } = readDocument(
      plan(
        [
          vpc,
          subnet('a', '10.0.0.0/24'),
          subnet('b', '10.0.1.0/24'),
          { address: 'aws_instance.a', values: {}, unknown: { subnet_id: true } },
        ],
        [
          vpcBlock,
          subnetBlock('a'),
          subnetBlock('b'),
          block('aws_instance.a', { subnet_id: ref('var.first', 'aws_subnet.a.id', 'aws_subnet.b.id') }),
        ],
      ),
    )
    expect(isNotImported(at('client', 'aws_instance.a').interfaces[0]!.subnet)).toBe(true)
    expect(
      messages.some((one) =>
        one.startsWith(
          'unknown: Not known, as subnet_id of aws_instance.a is known only after the apply, and could be',
        ),
      ),
    ).toBe(true)
  })
  it('is not known where a flag may choose between two lists', () => {
    const { at } = readDocument(
      plan(
        [
          vpc,
          subnet('a', '10.0.0.0/24'),
          subnet('b', '10.0.1.0/24'),
          {
            address: 'aws_lambda_function.a',
            values: { function_name: 'f', vpc_config: [{ security_group_ids: [] }] },
            unknown: { vpc_config: [{ subnet_ids: true }] },
          },
        ],
        [
          vpcBlock,
          subnetBlock('a'),
          subnetBlock('b'),
          block('aws_lambda_function.a', {
            vpc_config: [{ subnet_ids: ref('var.public', 'aws_subnet.a.id', 'aws_subnet.b.id') }],
          }),
        ],
        { variables: { public: { value: true } } },
      ),
    )
    expect(at('client', 'aws_lambda_function.a').interfaces.map(({ subnet: one }) => isNotImported(one))).toEqual([
      true,
    ])
  })
  it('is all that a list refers to, what is there already and what is made', () => {
    const there: Planned = {
      address: 'aws_subnet.there',
      values: {
        id: 'subnet-0aaaaaaaaaaaaaaaa',
        vpc_id: 'vpc-0aaaaaaaaaaaaaaaa',
        cidr_block: '10.0.8.0/24',
        availability_zone: 'eu-west-1b',
      },
    }
    const { at } = readDocument(
      plan(
        [
          vpc,
          subnet('a', '10.0.0.0/24'),
          there,
          {
            address: 'aws_lambda_function.a',
            values: { function_name: 'f', vpc_config: [{ security_group_ids: [] }] },
            unknown: { vpc_config: [{ subnet_ids: true }] },
          },
        ],
        [
          vpcBlock,
          subnetBlock('a'),
          subnetBlock('there'),
          block('aws_lambda_function.a', {
            vpc_config: [{ subnet_ids: ref('aws_subnet.there.id', 'aws_subnet.a.id') }],
          }),
        ],
      ),
    )
    expect(at('client', 'aws_lambda_function.a').interfaces.map(({ subnet: one }) => one)).toEqual([
      'subnet-0aaaaaaaaaaaaaaaa',
      'aws_subnet.a',
    ])
  })
  it('is not known where a loop makes a block that AWS never fills in', () => {
    const { messages } = readDocument(
      plan(
        [vpc, { address: 'aws_lambda_function.a', values: { function_name: 'f' }, unknown: { vpc_config: true } }],
        [vpcBlock, block('aws_lambda_function.a', {})],
      ),
    )
    expect(messages.some((one) => /VpcConfig|vpc_config/.test(one))).toBe(true)
    expect(messages.some((one) => one.includes('outside of any VPC'))).toBe(false)
  })
  it('is not known where a loop makes the blocks', () => {
    const { at } = readDocument(
      plan(
        [
          vpc,
          {
            address: 'aws_security_group.a',
            values: { name: 'a', ingress: [{ protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: [] }] },
            unknown: { vpc_id: true, ingress: [{ security_groups: true }] },
          },
        ],
        [vpcBlock, block('aws_security_group.a', { vpc_id: ref('aws_vpc.a.id') })],
      ),
    )
    const [rule] = at('security-group', 'aws_security_group.a').ingress
    expect(rule?.peer).toMatchObject({ prefixList: expect.stringMatching(/^not-imported/) })
  })
  it('leaves a table open to a route of which nobody can tell the table', () => {
    const { at } = readDocument(
      plan(
        [
          vpc,
          { address: 'aws_route_table.a', values: {}, unknown: { vpc_id: true } },
          {
            address: 'aws_route.a',
            values: { destination_cidr_block: '10.9.0.0/16', gateway_id: 'igw-0123456789abcdef0' },
            unknown: { route_table_id: true },
          },
        ],
        [
          vpcBlock,
          block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_route.a', { route_table_id: ref('local.tables') }),
        ],
      ),
    )
    // the only table that there is
    expect(at('route-table', 'aws_route_table.a').routes).toEqual([
      { destination: { cidr: '10.9.0.0/16' }, target: 'igw-0123456789abcdef0' },
    ])
    const two = readDocument(
      plan(
        [
          vpc,
          { address: 'aws_route_table.a', values: {}, unknown: { vpc_id: true } },
          { address: 'aws_route_table.b', values: {}, unknown: { vpc_id: true } },
          {
            address: 'aws_route.a',
            values: { destination_cidr_block: '10.9.0.0/16', gateway_id: 'igw-0123456789abcdef0' },
            unknown: { route_table_id: true },
          },
        ],
        [
          vpcBlock,
          block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_route_table.b', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_route.a', { route_table_id: ref('local.tables') }),
        ],
      ),
    )
    for (const name of ['a', 'b'])
      expect(isNotImported(two.at('route-table', `aws_route_table.${name}`).routes[0]!.target)).toBe(true)
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
  const document = plan([own], [vpcBlock], {
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

it('calls what two files make at one address behind the names of the files', () => {
  const one = plan([vpc], [vpcBlock])
  const { design } = importDocuments({ 'plans/a.json': one, 'plans/b.tfplan.json': one })
  expect(Object.values(design.constructs).flatMap((each) => (each.kind === 'vpc' ? each.id : []))).toEqual([
    'a.aws_vpc.a',
    'b.aws_vpc.a',
  ])
})

it('keeps what is sensitive out of names and reports', () => {
  const document = plan([{ ...vpc, values: { ...vpc.values, tags: { Name: 'hush-hush' } } }], [vpcBlock])
  for (const one of (document.planned_values as { root_module: { resources: Record<string, unknown>[] } }).root_module
    .resources)
    one.sensitive_values = { tags: { Name: true } }
  const { design, report } = importDocuments({ 'plan.json': document })
  expect(JSON.stringify([design, report])).not.toContain('hush-hush')
  expect(design.constructs['aws_vpc.a']).toMatchObject({ name: 'aws_vpc.a' })
})

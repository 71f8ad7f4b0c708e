import { describe, expect, it } from 'vitest'
import type { Construct } from '../../model/kinds/registry.ts'
import { isNotImported } from '../../model/notImported.ts'
import { examplePlan } from './testing/examplePlan.ts'
import { importDocuments } from './testing/importDocuments.ts'
import { block, constant, moduleTree, type Planned, planOf, provider, ref } from './testing/plan.ts'

type Of<K extends Construct['kind']> = Extract<Construct, { kind: K }>
const read = (document: unknown, path = 'plan.json') => {
  const result = importDocuments({ [path]: document })
  const at = <K extends Construct['kind']>(_kind: K, id: string): Of<K> => result.design.constructs[id] as Of<K>
  const messages = result.report.notes.map(({ kind, message }) => `${kind}: ${message}`)
  return { ...result, at, messages }
}
const plan = (resources: readonly Planned[], blocks: readonly object[], more: object = {}, calls: object = {}) =>
  planOf(
    resources,
    { provider_config: provider('eu-west-1'), root_module: { resources: blocks, module_calls: calls, variables: {} } },
    more as Record<string, unknown>,
  )

describe('a plan of modules, count and for_each', () => {
  const { at, design, messages } = read(examplePlan())
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
    const { at } = read(
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
    const { at } = read(
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
    const { at } = read(
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
      read(
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
    const { at, messages } = read(
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
    const { at } = read(
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
  it('is not known where a loop makes the blocks', () => {
    const { at } = read(
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
    const { at } = read(
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
    const two = read(
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
  const { design, messages } = read(document)
  it('is as it will be: what it takes away is not there, what it leaves alone is', () => {
    expect(design.constructs['subnet-0bbbbbbbbbbbbbbbb']?.kind).toBe('subnet')
    expect(design.constructs['subnet-0aaaaaaaaaaaaaaaa']).toBeUndefined()
    expect(messages).toContain('unused: One resource that the plan takes away is not there')
  })
})

describe('a state', () => {
  const values = {
    'aws_vpc.a': {
      id: 'vpc-0123456789abcdef0',
      arn: 'arn:aws:ec2:us-west-2:123456789012:vpc/vpc-0123456789abcdef0',
      owner_id: '123456789012',
      cidr_block: '10.0.0.0/16',
      enable_dns_support: true,
      enable_dns_hostnames: true,
      main_route_table_id: 'rtb-0aaaaaaaaaaaaaaa0',
      default_route_table_id: 'rtb-0aaaaaaaaaaaaaaa0',
      default_security_group_id: 'sg-0aaaaaaaaaaaaaaa0',
      default_network_acl_id: 'acl-0aaaaaaaaaaaaaaa0',
      tags: {},
    },
    'aws_subnet.a["x"]': {
      id: 'subnet-0123456789abcdef0',
      vpc_id: 'vpc-0123456789abcdef0',
      cidr_block: '10.0.1.0/24',
      availability_zone: 'us-west-2b',
      map_public_ip_on_launch: true,
      tags: { Name: 'front' },
    },
    'aws_instance.a': {
      id: 'i-0123456789abcdef0',
      subnet_id: 'subnet-0123456789abcdef0',
      vpc_security_group_ids: ['sg-0aaaaaaaaaaaaaaa0'],
      private_ip: '10.0.1.7',
      public_ip: '203.0.113.9',
      associate_public_ip_address: true,
      source_dest_check: true,
      primary_network_interface_id: 'eni-0123456789abcdef0',
      ami: 'ami-1',
      tags: null,
    },
    'aws_lb.a': {
      id: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/net/a/1',
      arn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/net/a/1',
      name: 'a',
      load_balancer_type: 'network',
      internal: true,
      dns_name: 'a-1.elb.us-west-2.amazonaws.com',
      subnets: ['subnet-0123456789abcdef0'],
      subnet_mapping: [
        { subnet_id: 'subnet-0123456789abcdef0', allocation_id: '', private_ipv4_address: '10.0.1.200' },
      ],
    },
    'aws_lb_listener.a': {
      id: 'x',
      arn: 'x',
      load_balancer_arn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:loadbalancer/net/a/1',
      port: 443,
      protocol: 'TCP',
      default_action: [
        {
          type: 'forward',
          target_group_arn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/a/2',
          forward: [],
        },
      ],
    },
    'aws_lb_target_group.a': {
      id: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/a/2',
      arn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/a/2',
      name: 'a',
      port: 443,
      protocol: 'TCP',
      target_type: 'instance',
      vpc_id: 'vpc-0123456789abcdef0',
      health_check: [],
    },
    'aws_lb_target_group_attachment.a': {
      id: 'y',
      target_group_arn: 'arn:aws:elasticloadbalancing:us-west-2:123456789012:targetgroup/a/2',
      target_id: 'i-0123456789abcdef0',
      port: 443,
    },
  }
  const resources = Object.entries(values).map(([address, one]): Planned => ({ address, values: one }))
  const shown = { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: moduleTree(resources) } }
  const raw = {
    version: 4,
    terraform_version: '1.11.4',
    serial: 3,
    lineage: 'x',
    resources: Object.entries(values).map(([address, attributes]) => {
      const [, type, name, key] = /^(\w+)\.(\w+)(?:\["(\w+)"\])?$/.exec(address)!
      return {
        mode: 'managed',
        type,
        name,
        provider: 'provider["registry.terraform.io/hashicorp/aws"].west',
        instances: [{ ...(key && { index_key: key }), attributes, sensitive_attributes: [] }],
      }
    }),
  }
  it.each([
    ['terraform show -json', shown],
    ['terraform.tfstate', raw],
  ])('keeps the ids of AWS, as %s has them', (_, document) => {
    const { at, design } = read(document, 'state.json')
    expect(at('subnet', 'subnet-0123456789abcdef0')).toMatchObject({ name: 'front', mapPublicIpOnLaunch: true })
    expect(at('client', 'i-0123456789abcdef0')).toMatchObject({
      name: 'aws_instance.a',
      interfaces: [
        {
          subnet: 'subnet-0123456789abcdef0',
          privateIp: '10.0.1.7',
          publicIp: '203.0.113.9',
          interfaceId: 'eni-0123456789abcdef0',
          securityGroups: ['sg-0aaaaaaaaaaaaaaa0'],
        },
      ],
    })
    expect(at('vpc', 'vpc-0123456789abcdef0').defaultSecurityGroup).toBe('sg-0aaaaaaaaaaaaaaa0')
    expect(at('network-load-balancer', 'aws_lb.a')).toMatchObject({
      dnsName: 'a-1.elb.us-west-2.amazonaws.com',
      subnets: [{ subnet: 'subnet-0123456789abcdef0', privateIp: '10.0.1.200' }],
      listeners: [{ port: 443, targetGroup: 'aws_lb_target_group.a' }],
    })
    expect(at('target-group', 'aws_lb_target_group.a').targets).toEqual([
      { target: 'i-0123456789abcdef0', address: null, port: 443, health: 'healthy' },
    ])
    expect(Object.values(design.constructs).flatMap((one) => (one.kind === 'region' ? one.code : []))).toEqual([
      'us-west-2',
    ])
    expect(design.constructs['account-123456789012']?.kind).toBe('account')
  })
  it('says of what exists already as much as a data source does', () => {
    const app = {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: {
        root_module: moduleTree([
          {
            address: 'data.aws_vpc.a',
            mode: 'data',
            values: {
              id: 'vpc-0cccccccccccccccc',
              cidr_block: '10.7.0.0/16',
              cidr_block_associations: [],
              owner_id: '123456789012',
              arn: 'arn:aws:ec2:us-west-2:123456789012:vpc/vpc-0cccccccccccccccc',
              dhcp_options_id: 'dopt-1',
            },
          },
          {
            address: 'data.aws_subnet.a',
            mode: 'data',
            values: {
              id: 'subnet-0cccccccccccccccc',
              vpc_id: 'vpc-0cccccccccccccccc',
              cidr_block: '10.7.1.0/24',
              availability_zone: 'us-west-2a',
            },
          },
          {
            address: 'aws_instance.b',
            values: {
              ...values['aws_instance.a'],
              id: 'i-0cccccccccccccccc',
              subnet_id: 'subnet-0cccccccccccccccc',
              private_ip: '10.7.1.9',
              public_ip: '',
              associate_public_ip_address: false,
            },
          },
        ]),
      },
    }
    const { at } = read(app, 'app.json')
    expect(at('client', 'i-0cccccccccccccccc').interfaces[0]).toMatchObject({
      subnet: 'subnet-0cccccccccccccccc',
      publicIp: 'none',
    })
    const existing = at('vpc', 'vpc-0cccccccccccccccc')
    expect(existing).toMatchObject({ dnsSupport: null, allInterfaces: false })
    expect([existing.mainRouteTable!, existing.defaultNetworkAcl!].every(isNotImported)).toBe(true)
    expect(isNotImported(at('subnet', 'subnet-0cccccccccccccccc').networkAcl!)).toBe(true)
  })
  it('counts what two files tell of one thing once, what manages it before a data source', () => {
    const other = {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: {
        root_module: moduleTree([{ address: 'data.aws_vpc.a', mode: 'data', values: { ...values['aws_vpc.a'] } }]),
      },
    }
    const { design } = importDocuments({ 'app.json': other, 'network.json': shown })
    expect(design.constructs['vpc-0123456789abcdef0']).toMatchObject({ dnsSupport: true, allInterfaces: true })
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

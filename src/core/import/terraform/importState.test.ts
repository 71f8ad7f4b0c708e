import { describe, expect, it } from 'vitest'
import { isNotImported } from '../../model/notImported.ts'
import { importDocuments } from './testing/importDocuments.ts'
import { block, moduleTree, type Planned, planOf, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'

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
    const { at, design } = readDocument(document, 'state.json')
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
  it('draws what runs alone', () => {
    const stopped = { ...values['aws_instance.a'], instance_state: 'stopped' }
    const others = Object.entries(values).filter(([address]) => /^aws_(?:vpc|subnet)/.test(address))
    const document = {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: {
        root_module: moduleTree(
          [...others, ['aws_instance.a', stopped] as const].map(([address, one]) => ({ address, values: one })),
        ),
      },
    }
    const { design, messages } = readDocument(document, 'state.json')
    expect(design.constructs['i-0123456789abcdef0']).toBeUndefined()
    expect(messages).toContain('skipped: i-0123456789abcdef0: the instance is stopped')
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
    const { at } = readDocument(app, 'app.json')
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

describe('a plan beside what exists', () => {
  const table: Planned = {
    address: 'data.aws_route_table.a',
    mode: 'data',
    values: {
      id: 'rtb-0cccccccccccccccc',
      route_table_id: 'rtb-0cccccccccccccccc',
      vpc_id: 'vpc-0cccccccccccccccc',
      routes: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-0cccccccccccccccc', nat_gateway_id: '' }],
      associations: [{ main: false, subnet_id: 'subnet-0cccccccccccccccc' }],
    },
  }
  const existing: Planned = {
    address: 'data.aws_vpc.a',
    mode: 'data',
    values: {
      id: 'vpc-0cccccccccccccccc',
      cidr_block: '10.7.0.0/16',
      arn: 'arn:aws:ec2:us-west-2:123456789012:vpc/vpc-0cccccccccccccccc',
    },
  }
  const subnet = (name: string, cidr_block: string): Planned => ({
    address: `aws_subnet.${name}`,
    values: { vpc_id: 'vpc-0cccccccccccccccc', cidr_block, availability_zone: 'us-west-2a' },
  })
  const association = (name: string, route_table_id: string): Planned => ({
    address: `aws_route_table_association.${name}`,
    values: { route_table_id },
    unknown: { subnet_id: true },
  })
  const document = planOf(
    [
      subnet('a', '10.7.1.0/24'),
      subnet('b', '10.7.2.0/24'),
      subnet('c', '10.7.3.0/24'),
      association('a', 'rtb-0cccccccccccccccc'),
      association('b', 'rtb-0dddddddddddddddd'),
      association('c', 'rtb-0dddddddddddddddd'),
      {
        address: 'aws_route.a',
        values: {
          route_table_id: 'rtb-0cccccccccccccccc',
          destination_cidr_block: '10.9.0.0/16',
          transit_gateway_id: 'tgw-0cccccccccccccccc',
        },
      },
    ],
    {
      root_module: {
        resources: ['a', 'b', 'c'].map((name) =>
          block(`aws_route_table_association.${name}`, { subnet_id: ref(`aws_subnet.${name}.id`) }),
        ),
      },
    },
    { prior_state: { format_version: '1.0', values: { root_module: moduleTree([existing, table]) } } },
  )
  const { at } = readDocument(document)
  it('adds routes and subnets to a table that exists', () => {
    expect(at('route-table', 'rtb-0cccccccccccccccc').routes.map(({ target }) => target)).toEqual([
      'igw-0cccccccccccccccc',
      'tgw-0cccccccccccccccc',
    ])
    expect(at('subnet', 'aws_subnet.a').routeTable).toBe('rtb-0cccccccccccccccc')
  })
  it('leaves every subnet with the table that is in no file', () => {
    expect([at('subnet', 'aws_subnet.b').routeTable, at('subnet', 'aws_subnet.c').routeTable]).toEqual([
      'rtb-0dddddddddddddddd',
      'rtb-0dddddddddddddddd',
    ])
  })
})

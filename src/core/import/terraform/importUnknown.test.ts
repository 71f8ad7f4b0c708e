import { describe, expect, it } from 'vitest'
import { isNotImported } from '../../model/notImported.ts'
import { block, constant, type Planned, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'
import { smallPlan, subnet, subnetBlock, vpc, vpcBlock } from './testing/smallPlan.ts'

describe('what a plan does not say', () => {
  it('is not known where one of several could be meant', () => {
    const { at, messages } = readDocument(
      smallPlan(
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
      smallPlan(
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
      smallPlan(
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
      smallPlan(
        [vpc, { address: 'aws_lambda_function.a', values: { function_name: 'f' }, unknown: { vpc_config: true } }],
        [vpcBlock, block('aws_lambda_function.a', {})],
      ),
    )
    expect(messages.some((one) => /VpcConfig|vpc_config/.test(one))).toBe(true)
    expect(messages.some((one) => one.includes('outside of any VPC'))).toBe(false)
  })
  it('is not known where a loop makes the blocks', () => {
    const { at } = readDocument(
      smallPlan(
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
      smallPlan(
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
      smallPlan(
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
  it('is not known where a loop makes what AWS fills in for other types', () => {
    const { messages } = readDocument(
      smallPlan(
        [
          vpc,
          {
            address: 'aws_networkfirewall_firewall.a',
            values: { name: 'f' },
            unknown: { vpc_id: true, subnet_mapping: true },
          },
        ],
        [vpcBlock, block('aws_networkfirewall_firewall.a', { vpc_id: ref('aws_vpc.a.id') })],
      ),
    )
    expect(messages).toContainEqual(
      expect.stringContaining('subnet_mapping of aws_networkfirewall_firewall.a is known only after the apply'),
    )
  })
  it('is what AWS chooses where nobody writes it', () => {
    const { messages } = readDocument(
      smallPlan(
        [
          vpc,
          subnet('a', '10.0.0.0/24'),
          { address: 'aws_efs_file_system.a', values: {} },
          {
            address: 'aws_efs_mount_target.a',
            values: {},
            unknown: { file_system_id: true, subnet_id: true, security_groups: true, ip_address: true },
          },
        ],
        [
          vpcBlock,
          subnetBlock('a'),
          block('aws_efs_file_system.a', {}),
          block('aws_efs_mount_target.a', {
            file_system_id: ref('aws_efs_file_system.a.id'),
            subnet_id: ref('aws_subnet.a.id'),
          }),
        ],
      ),
    )
    expect(messages.filter((one) => one.includes('ip_address'))).toEqual([])
  })
  it('is told where something adds to what no file manages', () => {
    const { messages } = readDocument(
      smallPlan(
        [
          vpc,
          { address: 'aws_route_table.a', values: {}, unknown: { vpc_id: true } },
          {
            address: 'aws_vpc_endpoint_route_table_association.a',
            values: { vpc_endpoint_id: 'vpce-0123456789abcdef0' },
            unknown: { route_table_id: true },
          },
        ],
        [
          vpcBlock,
          block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_vpc_endpoint_route_table_association.a', {
            vpc_endpoint_id: constant('vpce-0123456789abcdef0'),
            route_table_id: ref('aws_route_table.a.id'),
          }),
        ],
      ),
    )
    expect(messages).toContainEqual(
      expect.stringMatching(
        /^unknown: aws_vpc_endpoint_route_table_association adds to what no file manages.*: aws_vpc_endpoint_route_table_association\.a$/,
      ),
    )
  })
  it('is not known where the plan was cut down and has no configuration', () => {
    const document = smallPlan(
      [
        { ...vpc, values: { ...vpc.values, id: 'vpc-0123456789abcdef0' } },
        {
          address: 'aws_security_group.a',
          values: {
            name: 'a',
            vpc_id: 'vpc-0123456789abcdef0',
            ingress: [{ protocol: 'tcp', from_port: 443, to_port: 443 }],
          },
          unknown: { ingress: [{ cidr_blocks: true }], egress: true },
        },
        {
          address: 'aws_vpc_security_group_egress_rule.a',
          values: { ip_protocol: '-1', security_group_id: 'sg-0123456789abcdef0' },
          unknown: { cidr_ipv4: true },
        },
      ],
      [],
    )
    delete document.configuration
    const { at, messages } = readDocument(document)
    const { ingress } = at('security-group', 'aws_security_group.a')
    expect(ingress.map(({ peer }) => peer)).toEqual([{ prefixList: expect.stringMatching(/^not-imported/) }])
    expect(messages).toContainEqual(
      expect.stringContaining('cidr_ipv4 of aws_vpc_security_group_egress_rule.a is known only after the apply'),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { block, constant, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'
import { smallPlan, subnet, subnetBlock, vpc, vpcBlock } from './testing/smallPlan.ts'

describe('what the provider does otherwise than CloudFormation', () => {
  it('takes away what AWS lets out of a new group', () => {
    const { at } = readDocument(
      smallPlan(
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
      smallPlan(
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
      smallPlan(
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
        smallPlan(
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
  it('calls what accepts a peering, or an attachment, by the id of that', () => {
    const { at } = readDocument(
      smallPlan(
        [
          vpc,
          { address: 'aws_vpc.b', values: { cidr_block: '10.1.0.0/16' } },
          { address: 'aws_vpc_peering_connection.a', values: {}, unknown: { vpc_id: true, peer_vpc_id: true } },
          {
            address: 'aws_vpc_peering_connection_accepter.a',
            values: { auto_accept: true },
            unknown: { vpc_peering_connection_id: true },
          },
          {
            address: 'aws_vpc_peering_connection_options.a',
            values: { accepter: [{ allow_remote_vpc_dns_resolution: true }] },
            unknown: { vpc_peering_connection_id: true },
          },
          { address: 'aws_route_table.a', values: {}, unknown: { vpc_id: true } },
          {
            address: 'aws_route.a',
            values: { destination_cidr_block: '10.1.0.0/16' },
            unknown: { route_table_id: true, vpc_peering_connection_id: true },
          },
          { address: 'aws_ec2_transit_gateway.a', values: { default_route_table_association: 'disable' } },
          { address: 'aws_ec2_transit_gateway_route_table.a', values: {}, unknown: { transit_gateway_id: true } },
          subnet('a', '10.0.0.0/24'),
          {
            address: 'aws_ec2_transit_gateway_vpc_attachment.a',
            values: {},
            unknown: { transit_gateway_id: true, vpc_id: true, subnet_ids: true },
          },
          {
            address: 'aws_ec2_transit_gateway_vpc_attachment_accepter.a',
            values: {},
            unknown: { transit_gateway_attachment_id: true },
          },
          {
            address: 'aws_ec2_transit_gateway_route_table_association.a',
            values: {},
            unknown: { transit_gateway_attachment_id: true, transit_gateway_route_table_id: true },
          },
        ],
        [
          vpcBlock,
          block('aws_vpc.b', { cidr_block: constant('10.1.0.0/16') }),
          block('aws_vpc_peering_connection.a', { vpc_id: ref('aws_vpc.a.id'), peer_vpc_id: ref('aws_vpc.b.id') }),
          block('aws_vpc_peering_connection_accepter.a', {
            vpc_peering_connection_id: ref('aws_vpc_peering_connection.a.id'),
          }),
          block('aws_vpc_peering_connection_options.a', {
            vpc_peering_connection_id: ref('aws_vpc_peering_connection_accepter.a.id'),
          }),
          block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id') }),
          block('aws_route.a', {
            route_table_id: ref('aws_route_table.a.id'),
            vpc_peering_connection_id: ref('aws_vpc_peering_connection_accepter.a.id'),
          }),
          block('aws_ec2_transit_gateway.a', {}),
          block('aws_ec2_transit_gateway_route_table.a', { transit_gateway_id: ref('aws_ec2_transit_gateway.a.id') }),
          subnetBlock('a'),
          block('aws_ec2_transit_gateway_vpc_attachment.a', {
            transit_gateway_id: ref('aws_ec2_transit_gateway.a.id'),
            vpc_id: ref('aws_vpc.a.id'),
            subnet_ids: ref('aws_subnet.a.id'),
          }),
          block('aws_ec2_transit_gateway_vpc_attachment_accepter.a', {
            transit_gateway_attachment_id: ref('aws_ec2_transit_gateway_vpc_attachment.a.id'),
          }),
          block('aws_ec2_transit_gateway_route_table_association.a', {
            transit_gateway_attachment_id: ref('aws_ec2_transit_gateway_vpc_attachment_accepter.a.id'),
            transit_gateway_route_table_id: ref('aws_ec2_transit_gateway_route_table.a.id'),
          }),
        ],
      ),
    )
    expect(at('peering-connection', 'aws_vpc_peering_connection.a')).toMatchObject({
      state: 'active',
      requesterDnsResolution: true,
    })
    expect(at('route-table', 'aws_route_table.a').routes[0]?.target).toBe('aws_vpc_peering_connection.a')
    expect(at('transit-gateway-route-table', 'aws_ec2_transit_gateway_route_table.a').associations).toEqual([
      'aws_ec2_transit_gateway_vpc_attachment.a',
    ])
  })
})

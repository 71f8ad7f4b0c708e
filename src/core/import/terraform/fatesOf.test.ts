import { describe, expect, it } from 'vitest'
import { fateLines, openByReason } from '../resourceFates.ts'
import { examplePlan } from './testing/examplePlan.ts'
import { importDocuments } from './testing/importDocuments.ts'
import { block, moduleTree, type Planned, ref } from './testing/plan.ts'
import { smallPlan, subnet, subnetBlock, vpc, vpcBlock } from './testing/smallPlan.ts'

const resourcesOf = (documents: Parameters<typeof importDocuments>[0]) => importDocuments(documents).report.resources!
const fatesIn = (documents: Parameters<typeof importDocuments>[0]) =>
  Object.fromEntries(
    resourcesOf(documents).map(({ id, fate, construct }) => [id, construct ? [fate, construct] : fate]),
  )

describe('what became of the resources of Terraform', () => {
  it('is told of every instance by its address, through modules, with the construct that it is', () => {
    expect(fatesIn({ 'plan.json': examplePlan() })).toMatchObject({
      'module.net.aws_subnet.private["us-east-1a"]': ['construct', 'module.net.aws_subnet.private-us-east-1a'],
      'module.net.aws_nat_gateway.this[0]': ['construct', 'module.net.aws_nat_gateway.this-0'],
      'module.net.aws_route.out["us-east-1b"]': 'part',
      'aws_lb.front': 'construct',
      'aws_lb_target_group_attachment.app': 'part',
      'aws_iam_role.app': 'construct',
      'random_pet.name': 'aside',
      'data.aws_caller_identity.current': 'aside',
    })
  })
  it('is that it is left out, or not known, where nothing is drawn of it', () => {
    const parts: Planned[] = [
      vpc,
      { address: 'aws_ec2_client_vpn_endpoint.a', values: { description: 'x' } },
      { address: 'aws_flow_log.a', values: {} },
      {
        address: 'aws_vpc_endpoint_route_table_association.a',
        values: { vpc_endpoint_id: 'vpce-0123456789abcdef0', route_table_id: 'rtb-0123456789abcdef0' },
      },
      { address: 'aws_internet_gateway.a', values: {}, unknown: { vpc_id: true } },
      { address: 'aws_internet_gateway_attachment.a', values: {}, unknown: { internet_gateway_id: true } },
    ]
    const blocks = [
      vpcBlock,
      block('aws_internet_gateway.a', {}),
      block('aws_internet_gateway_attachment.a', { internet_gateway_id: ref('aws_internet_gateway.a.id') }),
    ]
    expect(fatesIn({ 'plan.json': smallPlan(parts, blocks) })).toEqual({
      'aws_vpc.a': 'construct',
      'aws_ec2_client_vpn_endpoint.a': 'unread',
      'aws_flow_log.a': 'aside',
      'aws_vpc_endpoint_route_table_association.a': 'unread',
      'aws_internet_gateway.a': 'left',
      'aws_internet_gateway_attachment.a': 'left',
    })
  })
  it('is that the plan takes it away, or puts it off', () => {
    const document = smallPlan([vpc, { address: 'aws_vpc.old', values: {}, actions: ['delete'] }], [vpcBlock], {
      deferred_changes: [
        { reason: 'instance_count_unknown', resource_change: { address: 'aws_subnet.later', type: 'aws_subnet' } },
      ],
    })
    const resources = resourcesOf({ 'plan.json': document })
    expect(Object.fromEntries(resources.map(({ id, fate }) => [id, fate]))).toEqual({
      'aws_vpc.a': 'construct',
      'aws_vpc.old': 'off',
      'aws_subnet.later': 'unread',
    })
    expect(openByReason(resources)).toMatchObject([
      { reason: 'the plan puts it off', values: [{ name: 'aws_subnet.later.id' }] },
    ])
  })
  it('folds what could not be worked out by its reason, under the arguments that were asked for', () => {
    const pick = ref('var.first', 'aws_subnet.a.id', 'aws_subnet.b.id')
    const machine = (name: string): Planned => ({
      address: `aws_instance.${name}`,
      values: {},
      unknown: { subnet_id: true },
    })
    const document = smallPlan(
      [vpc, subnet('a', '10.0.0.0/24'), subnet('b', '10.0.1.0/24'), machine('one'), machine('two')],
      [
        vpcBlock,
        subnetBlock('a'),
        subnetBlock('b'),
        block('aws_instance.one', { subnet_id: pick }),
        block('aws_instance.two', { subnet_id: pick }),
      ],
    )
    const resources = resourcesOf({ 'plan.json': document })
    const reason = 'it is known only after the apply, and could be aws_subnet.a, aws_subnet.b'
    expect(openByReason(resources)).toMatchObject([
      { reason, values: [{ name: 'aws_instance.one.subnet_id' }, { name: 'aws_instance.two.subnet_id' }] },
    ])
    expect(fateLines(resources)).toContain(`- aws_instance.two.subnet_id: ${reason} (plan.json)`)
  })
  it('is the same construct for a data source in one file and what manages it in another', () => {
    const id = 'vpc-0123456789abcdef0'
    const values = { id, cidr_block: '10.0.0.0/16' }
    const state = (address: string, mode: object) => ({
      format_version: '1.0',
      values: { root_module: moduleTree([{ address, values, ...mode }]) },
    })
    expect(
      resourcesOf({
        'network.json': state('aws_vpc.main', {}),
        'app.json': state('data.aws_vpc.main', { mode: 'data' }),
      }).map((one) => [one.id, one.fate, one.construct, one.place.file]),
    ).toEqual([
      ['aws_vpc.main', 'construct', id, 'network.json'],
      ['data.aws_vpc.main', 'construct', id, 'app.json'],
    ])
  })
  it('is not known of data sources that nothing reads, or that are read during the apply', () => {
    const found = (address: string, values: Planned['values']): Planned => ({ address, mode: 'data', values })
    const prior = [
      found('data.aws_vpc.there', { id: 'vpc-0123456789abcdef0', cidr_block: '10.9.0.0/16' }),
      found('data.aws_vpc.later', {}),
      found('data.aws_vpn_connection.a', { id: 'vpn-0123456789abcdef0' }),
      found('data.aws_security_group.a', { id: 'sg-0123456789abcdef0', name: 'x' }),
      found('data.aws_vpc_endpoint_service.a', { id: '1', service_name: 'com.amazonaws.eu-west-1.sqs' }),
      found('data.aws_subnets.a', { id: 'eu-west-1', ids: ['subnet-0123456789abcdef0'] }),
      found('data.aws_ami.a', { id: 'ami-0123456789abcdef0' }),
      found('data.aws_availability_zones.a', { id: 'eu-west-1', names: ['eu-west-1a'], zone_ids: ['euw1-az1'] }),
    ]
    const more = { prior_state: { values: { root_module: moduleTree(prior) } } }
    const resources = resourcesOf({ 'plan.json': smallPlan([vpc], [vpcBlock], more) })
    expect(resources.map(({ id, fate, open }) => [id, fate, open.map((one) => one.reason)])).toEqual([
      ['aws_vpc.a', 'construct', []],
      ['data.aws_vpc.there', 'construct', []],
      ['data.aws_vpc.later', 'unread', ['it is read only during the apply']],
      ['data.aws_vpn_connection.a', 'unread', []],
      // it says nothing of its rules
      ['data.aws_security_group.a', 'unread', []],
      ['data.aws_vpc_endpoint_service.a', 'aside', []],
      ['data.aws_subnets.a', 'aside', []],
      ['data.aws_ami.a', 'aside', []],
      ['data.aws_availability_zones.a', 'part', []],
    ])
  })
})

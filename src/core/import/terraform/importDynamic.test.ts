import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { isNotImported } from '../../model/notImported.ts'
import { decide } from '../../sim/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { block, constant, type Planned, ref } from './testing/plan.ts'
import { readDocument } from './testing/readDocument.ts'
import { smallPlan, subnet, subnetBlock, vpc, vpcBlock } from './testing/smallPlan.ts'

// What is planned here has the shapes that Terraform 1.11 prints with version 5.100 of the provider: blocks that the provider calls attributes (the rules
// of groups and ACLs, the routes of tables) have one expression together; a dynamic block has none, and where its for_each is known only after the apply,
// one such block stands for any number, with all that it writes unknown.

const catalogue = await loadCatalogue()

const NO_PEERS = { ipv6_cidr_blocks: [], prefix_list_ids: [], security_groups: [] }
const rule = (port: number, more: object = {}) => ({
  protocol: 'tcp',
  from_port: port,
  to_port: port,
  cidr_blocks: [],
  description: '',
  self: false,
  ...NO_PEERS,
  ...more,
})
const FROM_ALL = rule(443, { cidr_blocks: ['10.0.0.0/16'] })
/** Any number of rules of which nothing is known. */
const ANY_RULES = {
  values: { description: '', self: false, ...NO_PEERS },
  unknown: { protocol: true, from_port: true, to_port: true, cidr_blocks: true, ...NO_PEERS },
}
const OUT = { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'], description: '', self: false }

type Part = readonly [planned: Planned, block: object]
const group = (name: string, ingress: Planned['values'], unknown: object, written: object = {}): Part => [
  {
    address: `aws_security_group.${name}`,
    values: { name, egress: [{ ...OUT, ...NO_PEERS }], ...ingress },
    unknown: { vpc_id: true, ...unknown },
  },
  block(`aws_security_group.${name}`, {
    vpc_id: ref('aws_vpc.a.id'),
    egress: constant([OUT]),
    ...written,
  }),
]
const machine = (name: string, at: string, groups: readonly string[]): Part => [
  {
    address: `aws_instance.${name}`,
    values: { source_dest_check: true },
    unknown: { subnet_id: true, vpc_security_group_ids: true },
  },
  block(`aws_instance.${name}`, {
    subnet_id: ref(`aws_subnet.${at}.id`),
    vpc_security_group_ids: ref(...groups.map((one) => `aws_security_group.${one}.id`)),
  }),
]
const OPEN: Part = group('open', { ingress: [FROM_ALL] }, { ingress: [{}] }, { ingress: constant([FROM_ALL]) })

/** Two machines in two subnets, and what else there is; the verdict of the one that asks the other. */
function ask(parts: readonly Part[], { of = ['open'], to = 'server' }: { of?: readonly string[]; to?: string } = {}) {
  const all = [OPEN, machine('asks', 'a', ['open']), machine('server', 'b', of), ...parts]
  const result = readDocument(
    smallPlan(
      [vpc, subnet('a', '10.0.0.0/24'), subnet('b', '10.0.1.0/24'), ...all.map(([planned]) => planned)],
      [vpcBlock, subnetBlock('a'), subnetBlock('b'), ...all.map(([, written]) => written)],
    ),
  )
  const request = {
    from: 'aws_instance.asks',
    to: to === 'server' ? 'aws_instance.server' : to,
    protocol: 'tcp',
    port: 443,
  } as const
  return { ...result, verdict: decide(compileTopology(result.design, catalogue), request).kind }
}

describe('a dynamic block of which nobody knows what it makes', () => {
  it('leaves open whom a group lets in, which is known where the rule is written', () => {
    const some = group('some', { ingress: [ANY_RULES.values] }, { ingress: [ANY_RULES.unknown] })
    expect(ask([some], { of: ['some'] }).verdict).toBe('cannot-tell')
    const none = group('some', {}, { ingress: true })
    expect(ask([none], { of: ['some'] }).verdict).toBe('fails')
    expect(ask([]).verdict).toBe('succeeds')
  })
  it('leaves open what a group lets in beside the rule that is written', () => {
    const ssh = rule(22, { cidr_blocks: ['10.0.0.0/16'] })
    const mixed = group(
      'mixed',
      { ingress: [ANY_RULES.values, ssh] },
      { ingress: [ANY_RULES.unknown, {}] },
      { ingress: constant([ssh]) },
    )
    expect(ask([mixed], { of: ['mixed'] }).verdict).toBe('cannot-tell')
  })
  it('leaves open where a table leads', () => {
    const gateway: Part = [
      { address: 'aws_internet_gateway.a', values: {}, unknown: { vpc_id: true } },
      block('aws_internet_gateway.a', { vpc_id: ref('aws_vpc.a.id') }),
    ]
    const address: Part = [
      { address: 'aws_eip.a', values: { domain: 'vpc' }, unknown: { instance: true, public_ip: true } },
      block('aws_eip.a', { instance: ref('aws_instance.asks.id') }),
    ]
    const table = (values: object, unknown: object, written: object): Part[] => [
      gateway,
      address,
      [
        { address: 'aws_route_table.a', values: { ...values }, unknown: { vpc_id: true, ...unknown } },
        block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id'), ...written }),
      ],
      [
        { address: 'aws_route_table_association.a', values: {}, unknown: { subnet_id: true, route_table_id: true } },
        block('aws_route_table_association.a', {
          subnet_id: ref('aws_subnet.a.id'),
          route_table_id: ref('aws_route_table.a.id'),
        }),
      ],
    ]
    const nowhere = { ipv6_cidr_block: '', nat_gateway_id: '', destination_prefix_list_id: '' }
    const outside = { to: '8.8.8.8' }
    const dynamic = table({ route: [nowhere] }, { route: [{ cidr_block: true, gateway_id: true }] }, {})
    expect(ask(dynamic, outside).verdict).toBe('cannot-tell')
    const written = table(
      { route: [{ ...nowhere, cidr_block: '0.0.0.0/0' }] },
      { route: [{ gateway_id: true }] },
      { route: ref('aws_internet_gateway.a.id') },
    )
    expect(ask(written, outside).verdict).toBe('succeeds')
    expect(ask(table({}, { route: true }, {}), outside).verdict).toBe('fails')
  })
  it('leaves open what an ACL lets pass', () => {
    const acl = (ingress: object, unknown: unknown, written: object): Part => [
      {
        address: 'aws_network_acl.a',
        values: { ...ingress, egress: [entry('allow')] },
        unknown: { vpc_id: true, subnet_ids: true, ingress: unknown, egress: [{}] },
      },
      block('aws_network_acl.a', {
        vpc_id: ref('aws_vpc.a.id'),
        subnet_ids: ref('aws_subnet.b.id'),
        egress: constant([entry('allow')]),
        ...written,
      }),
    ]
    const entry = (action: string) => ({
      rule_no: 100,
      action,
      protocol: '-1',
      cidr_block: '0.0.0.0/0',
      ipv6_cidr_block: '',
      from_port: 0,
      to_port: 0,
      icmp_type: null,
      icmp_code: null,
    })
    const { rule_no, action, protocol, cidr_block, from_port, to_port, ...rest } = entry('allow')
    const open = { rule_no: true, action: true, protocol: true, cidr_block: true, from_port: true, to_port: true }
    expect(ask([acl({ ingress: [rest] }, [open], {})]).verdict).toBe('cannot-tell')
    const allow = [entry('allow')]
    expect(ask([acl({ ingress: allow }, [{}], { ingress: constant(allow) })]).verdict).toBe('succeeds')
    expect(ask([acl({}, true, {})]).verdict).toBe('fails')
  })
  it('leaves open what is in a prefix list, and so whom a rule lets in', () => {
    const list = (more: object, unknown: Planned['values'], written: object): Part => [
      {
        address: 'aws_ec2_managed_prefix_list.a',
        values: { name: 'a', address_family: 'IPv4', max_entries: 3, ...more },
        unknown,
      },
      block('aws_ec2_managed_prefix_list.a', { name: constant('a'), ...written }),
    ]
    const listed = group(
      'listed',
      { ingress: [{ ...rule(443), prefix_list_ids: undefined }] },
      { ingress: [{ prefix_list_ids: true }] },
      { ingress: ref('aws_ec2_managed_prefix_list.a.id') },
    )
    const verdictOf = (...parts: readonly Part[]) => ask([listed, ...parts], { of: ['listed'] }).verdict
    const own = [{ cidr: '10.0.0.0/24', description: '' }]
    expect(verdictOf(list({}, { entry: true }, {}))).toBe('cannot-tell')
    expect(verdictOf(list({ entry: own }, {}, { entry: [{ cidr: constant('10.0.0.0/24') }] }))).toBe('succeeds')
    expect(verdictOf(list({ entry: [] }, { entry: [] }, {}))).toBe('fails')
    const beside = (cidr: string): Part => [
      { address: 'aws_ec2_managed_prefix_list_entry.a', values: { cidr }, unknown: { prefix_list_id: true } },
      block('aws_ec2_managed_prefix_list_entry.a', {
        cidr: constant(cidr),
        prefix_list_id: ref('aws_ec2_managed_prefix_list.a.id'),
      }),
    ]
    expect(verdictOf(list({}, { entry: true }, {}), beside('10.9.0.0/16'))).toBe('fails')
  })
  it('leaves open in which subnets a load balancer is', () => {
    const balancer = (values: Planned['values'], unknown: object, written: Planned['values']): Part => [
      {
        address: 'aws_lb.a',
        values: { name: 'a', internal: true, load_balancer_type: 'network', ...values },
        unknown: { subnet_mapping: true, subnets: true, security_groups: true, ...unknown },
      },
      block('aws_lb.a', { name: constant('a'), internal: constant(true), ...written }),
    ]
    const at = (part: Part) => {
      const { report } = ask([part])
      return report.resources?.find(({ id }) => id === 'aws_lb.a')?.open
    }
    expect(at(balancer({}, {}, {}))).toEqual([
      { property: 'subnet_mapping', reason: 'it is known only after the apply' },
    ])
    expect(at(balancer({}, {}, { subnets: ref('aws_subnet.a.id') }))).toEqual([])
  })
  it('leaves open of what an Auto Scaling group makes its instances; what it does not write AWS fills in', () => {
    const scaling = (written: object): Part => [
      {
        address: 'aws_autoscaling_group.a',
        values: { min_size: 1, max_size: 1 },
        unknown: { launch_template: true, mixed_instances_policy: true, vpc_zone_identifier: true, ...written },
      },
      block('aws_autoscaling_group.a', { vpc_zone_identifier: ref('aws_subnet.a.id'), ...written }),
    ]
    const at = (part: Part) =>
      ask([part]).report.resources?.find(({ id }) => id === 'aws_autoscaling_group.a')?.open ?? []
    expect(at(scaling({})).map(({ property }) => property)).toEqual(['launch_template'])
    expect(at([{ ...scaling({})[0], values: { launch_configuration: 'old' } }, scaling({})[1]])).toEqual([])
  })
})

describe('blocks that have one expression together', () => {
  const toTwo = (first: string, second: string) =>
    group(
      'two',
      { ingress: [rule(443), rule(22)].map(({ security_groups: _, ...rest }) => rest) },
      { ingress: [{ security_groups: true }, { security_groups: true }] },
      { ingress: ref(`aws_security_group.${first}.id`, `aws_security_group.${second}.id`) },
    )
  const other = group('other', {}, { ingress: true })
  it('are not taken for each other: of two groups nobody can tell which rule names which', () => {
    const { at, verdict } = ask([toTwo('open', 'other'), other], { of: ['two'] })
    expect(verdict).toBe('cannot-tell')
    for (const { peer } of at('security-group', 'aws_security_group.two').ingress)
      expect('securityGroup' in peer && !isNotImported(peer.securityGroup)).toBe(false)
  })
  it('name the only thing of its kind that the expression has', () => {
    expect(ask([toTwo('open', 'open'), other], { of: ['two'] }).verdict).toBe('succeeds')
    expect(ask([toTwo('other', 'other'), other], { of: ['two'] }).verdict).toBe('fails')
  })
  it('are not said to lead to what is of another kind', () => {
    const table: Part = [
      {
        address: 'aws_route_table.a',
        values: { route: [{ cidr_block: '10.8.0.0/16' }, { cidr_block: '10.9.0.0/16' }] },
        unknown: { vpc_id: true, route: [{ gateway_id: true }, { nat_gateway_id: true }] },
      },
      // the route to the NAT gateway is of a dynamic block
      block('aws_route_table.a', { vpc_id: ref('aws_vpc.a.id'), route: ref('aws_internet_gateway.a.id') }),
    ]
    const gateway: Part = [
      { address: 'aws_internet_gateway.a', values: {}, unknown: { vpc_id: true } },
      block('aws_internet_gateway.a', { vpc_id: ref('aws_vpc.a.id') }),
    ]
    const { at } = ask([table, gateway])
    const targets = at('route-table', 'aws_route_table.a').routes.map(({ target }) => target)
    expect(targets[0]).toBe('aws_internet_gateway.a')
    expect(isNotImported(targets[1]!)).toBe(true)
  })
})

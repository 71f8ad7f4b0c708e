import { block, constant, moduleTree, type Planned, planOf, provider, ref } from './plan.ts'

const ZONES = ['us-east-1a', 'us-east-1b']

/** A module that makes a network: subnets by `count` and by `for_each`, a NAT gateway, tables with routes. */
function networkModule(): { readonly resources: readonly Planned[]; readonly module: object } {
  const at = (address: string) => `module.net.${address}`
  const resources: Planned[] = [
    {
      address: at('aws_vpc.this'),
      values: {
        cidr_block: '10.0.0.0/16',
        enable_dns_support: true,
        enable_dns_hostnames: true,
        tags: { Name: 'main' },
      },
      unknown: { default_route_table_id: true, default_security_group_id: true, owner_id: true },
    },
    ...ZONES.map(
      (zone, index): Planned => ({
        address: at(`aws_subnet.public[${index}]`),
        values: {
          cidr_block: `10.0.${index}.0/24`,
          availability_zone: zone,
          map_public_ip_on_launch: true,
          tags: null,
        },
        unknown: { vpc_id: true },
      }),
    ),
    ...ZONES.map(
      (zone, index): Planned => ({
        address: at(`aws_subnet.private["${zone}"]`),
        values: { cidr_block: `10.0.${index + 10}.0/24`, availability_zone: zone, map_public_ip_on_launch: false },
        unknown: { vpc_id: true },
      }),
    ),
    { address: at('aws_internet_gateway.this'), values: { tags: null }, unknown: { vpc_id: true } },
    { address: at('aws_eip.nat[0]'), values: { domain: 'vpc' }, unknown: { public_ip: true, allocation_id: true } },
    {
      address: at('aws_nat_gateway.this[0]'),
      values: { connectivity_type: 'public' },
      unknown: { allocation_id: true, subnet_id: true, private_ip: true, public_ip: true },
    },
    {
      address: at('aws_route_table.public'),
      values: {
        route: [{ cidr_block: '0.0.0.0/0', gateway_id: null, nat_gateway_id: '', ipv6_cidr_block: '' }],
      },
      unknown: { vpc_id: true, route: [{ gateway_id: true }] },
    },
    ...ZONES.map(
      (zone): Planned => ({
        address: at(`aws_route_table.private["${zone}"]`),
        values: {},
        unknown: { vpc_id: true, route: true },
      }),
    ),
    ...ZONES.map(
      (zone): Planned => ({
        address: at(`aws_route.out["${zone}"]`),
        values: { destination_cidr_block: '0.0.0.0/0' },
        unknown: { route_table_id: true, nat_gateway_id: true, network_interface_id: true, instance_id: true },
      }),
    ),
    ...ZONES.map(
      (_, index): Planned => ({
        address: at(`aws_route_table_association.public[${index}]`),
        values: {},
        unknown: { subnet_id: true, route_table_id: true },
      }),
    ),
    ...ZONES.map(
      (zone): Planned => ({
        address: at(`aws_route_table_association.private["${zone}"]`),
        values: {},
        unknown: { subnet_id: true, route_table_id: true },
      }),
    ),
  ]
  const eachZone = { for_each_expression: ref('var.zones') }
  const module = {
    resources: [
      block('aws_vpc.this', {
        cidr_block: ref('var.cidr'),
        enable_dns_support: constant(true),
        enable_dns_hostnames: constant(true),
      }),
      block(
        'aws_subnet.public',
        {
          vpc_id: ref('aws_vpc.this.id'),
          cidr_block: ref('count.index'),
          availability_zone: ref('var.zones', 'count.index'),
        },
        { count_expression: ref('var.zones') },
      ),
      block('aws_subnet.private', { vpc_id: ref('aws_vpc.this.id'), availability_zone: ref('each.key') }, eachZone),
      block('aws_internet_gateway.this', { vpc_id: ref('aws_vpc.this.id') }),
      block('aws_eip.nat', { domain: constant('vpc') }, { count_expression: constant(1) }),
      block(
        'aws_nat_gateway.this',
        { allocation_id: ref('aws_eip.nat', 'count.index'), subnet_id: ref('aws_subnet.public', 'count.index') },
        { count_expression: constant(1) },
      ),
      block('aws_route_table.public', {
        vpc_id: ref('aws_vpc.this.id'),
        route: [{ cidr_block: constant('0.0.0.0/0'), gateway_id: ref('aws_internet_gateway.this.id') }],
      }),
      block('aws_route_table.private', { vpc_id: ref('local.vpc_id') }, eachZone),
      block(
        'aws_route.out',
        {
          route_table_id: ref('aws_route_table.private', 'each.key'),
          destination_cidr_block: constant('0.0.0.0/0'),
          nat_gateway_id: ref('aws_nat_gateway.this[0].id'),
        },
        eachZone,
      ),
      block(
        'aws_route_table_association.public',
        { subnet_id: ref('aws_subnet.public', 'count.index'), route_table_id: ref('aws_route_table.public.id') },
        { count_expression: ref('var.zones') },
      ),
      block(
        'aws_route_table_association.private',
        {
          subnet_id: ref('aws_subnet.private', 'each.key'),
          route_table_id: ref('aws_route_table.private', 'each.key'),
        },
        eachZone,
      ),
    ],
    outputs: {
      vpc_id: { expression: ref('aws_vpc.this.id') },
      public_subnets: { expression: ref('aws_subnet.public') },
      private_subnets: { expression: ref('aws_subnet.private') },
    },
    variables: { cidr: {}, zones: {} },
  }
  return { resources, module }
}

/** A plan of a root module that calls the network, and puts machines, a load balancer and an endpoint into it. */
export function examplePlan(): Record<string, unknown> {
  const { resources, module } = networkModule()
  const own: Planned[] = [
    {
      address: 'aws_security_group.web',
      values: {
        name: 'web',
        description: 'Managed by Terraform',
        ingress: [
          {
            from_port: 443,
            to_port: 443,
            protocol: 'tcp',
            cidr_blocks: ['0.0.0.0/0'],
            ipv6_cidr_blocks: [],
            prefix_list_ids: [],
            security_groups: [],
            self: false,
            description: '',
          },
        ],
      },
      unknown: { vpc_id: true, egress: true, owner_id: true },
    },
    {
      address: 'aws_security_group.app',
      values: { name: 'app', description: 'x' },
      unknown: { vpc_id: true, ingress: true, egress: true },
    },
    {
      address: 'aws_vpc_security_group_ingress_rule.app',
      values: { ip_protocol: 'tcp', from_port: 8080, to_port: 8080 },
      unknown: { security_group_id: true, referenced_security_group_id: true },
    },
    ...['web', 'app'].map(
      (name): Planned => ({
        address: `aws_vpc_security_group_egress_rule.all["${name}"]`,
        values: { ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
        unknown: { security_group_id: true },
      }),
    ),
    {
      address: 'aws_instance.app',
      values: {
        ami: 'ami-1',
        instance_type: 't3.micro',
        source_dest_check: true,
        tags: { Name: 'app' },
        private_ip: '10.0.10.10',
      },
      unknown: { subnet_id: true, vpc_security_group_ids: true, associate_public_ip_address: true, public_ip: true },
    },
    {
      address: 'aws_instance.web',
      values: { ami: 'ami-1', source_dest_check: true },
      unknown: { subnet_id: true, vpc_security_group_ids: [true], associate_public_ip_address: true, private_ip: true },
    },
    {
      address: 'aws_lb.front',
      values: {
        name: 'front',
        internal: false,
        load_balancer_type: 'application',
        ip_address_type: 'ipv4',
        subnet_mapping: [],
      },
      unknown: { subnets: true, security_groups: true, dns_name: true, subnet_mapping: true },
    },
    {
      address: 'aws_lb_target_group.app',
      values: {
        name: 'app',
        port: 8080,
        protocol: 'HTTP',
        target_type: 'instance',
        health_check: [{ port: 'traffic-port', protocol: 'HTTP', enabled: true }],
      },
      unknown: { vpc_id: true },
    },
    {
      address: 'aws_lb_target_group_attachment.app',
      values: { port: 8080 },
      unknown: { target_group_arn: true, target_id: true },
    },
    {
      address: 'aws_lb_listener.front',
      values: { port: 443, protocol: 'HTTPS', default_action: [{ type: 'forward', forward: [] }] },
      unknown: { load_balancer_arn: true, default_action: [{ target_group_arn: true }] },
    },
    {
      address: 'aws_vpc_endpoint.s3',
      values: { service_name: 'com.amazonaws.us-east-1.s3', vpc_endpoint_type: 'Gateway' },
      unknown: { vpc_id: true, route_table_ids: true, private_dns_enabled: true, policy: true },
    },
    { address: 'random_pet.name', values: { length: 2 } },
    { address: 'aws_iam_role.app', values: { name: 'app' } },
  ]
  const root = {
    resources: [
      block('aws_security_group.web', {
        name: constant('web'),
        vpc_id: ref('module.net.vpc_id'),
        ingress: [
          {
            from_port: constant(443),
            to_port: constant(443),
            protocol: constant('tcp'),
            cidr_blocks: constant(['0.0.0.0/0']),
          },
        ],
      }),
      block('aws_security_group.app', { name: constant('app'), vpc_id: ref('module.net.vpc_id') }),
      block('aws_vpc_security_group_ingress_rule.app', {
        security_group_id: ref('aws_security_group.app.id'),
        referenced_security_group_id: ref('aws_security_group.web.id'),
        ip_protocol: constant('tcp'),
      }),
      block(
        'aws_vpc_security_group_egress_rule.all',
        { security_group_id: ref('each.value'), cidr_ipv4: constant('0.0.0.0/0') },
        { for_each_expression: ref('aws_security_group.web.id', 'aws_security_group.app.id') },
      ),
      block('aws_instance.app', {
        subnet_id: ref('module.net.private_subnets["us-east-1a"].id'),
        vpc_security_group_ids: ref('aws_security_group.app.id'),
        private_ip: constant('10.0.10.10'),
      }),
      block('aws_instance.web', {
        subnet_id: ref('module.net.public_subnets[1]'),
        vpc_security_group_ids: ref('aws_security_group.web.id'),
      }),
      block('aws_lb.front', {
        subnets: ref('module.net.public_subnets'),
        security_groups: ref('aws_security_group.web.id'),
        internal: constant(false),
      }),
      block('aws_lb_target_group.app', {
        vpc_id: ref('module.net.vpc_id'),
        port: constant(8080),
        protocol: constant('HTTP'),
      }),
      block('aws_lb_target_group_attachment.app', {
        target_group_arn: ref('aws_lb_target_group.app.arn'),
        target_id: ref('aws_instance.app.id'),
      }),
      block('aws_lb_listener.front', {
        load_balancer_arn: ref('aws_lb.front.arn'),
        default_action: [{ type: constant('forward'), target_group_arn: ref('aws_lb_target_group.app.arn') }],
      }),
      block('aws_vpc_endpoint.s3', {
        vpc_id: ref('module.net.vpc_id'),
        route_table_ids: ref('module.net.private_tables'),
        service_name: constant('com.amazonaws.us-east-1.s3'),
      }),
      block('random_pet.name', { length: constant(2) }),
      block('aws_iam_role.app', { name: constant('app') }),
    ],
    module_calls: {
      net: { source: './net', expressions: { cidr: constant('10.0.0.0/16'), zones: constant([...ZONES]) }, module },
    },
    variables: {},
  }
  Object.assign((module as { outputs: object }).outputs, {
    private_tables: { expression: ref('aws_route_table.private') },
  })
  return planOf(
    [...resources, ...own],
    { provider_config: provider('us-east-1'), root_module: root },
    {
      prior_state: {
        format_version: '1.0',
        values: {
          root_module: moduleTree([
            {
              address: 'data.aws_caller_identity.current',
              mode: 'data',
              values: { account_id: '123456789012', id: '123456789012' },
            },
          ]),
        },
      },
    },
  )
}

import { block, constant, type Planned, planOf, provider, ref } from './plan.ts'

/** A plan of one root module in eu-west-1. */
export const smallPlan = (resources: readonly Planned[], blocks: readonly object[], more: object = {}) =>
  planOf(
    resources,
    { provider_config: provider('eu-west-1'), root_module: { resources: blocks, module_calls: {}, variables: {} } },
    more as Record<string, unknown>,
  )

/** A VPC, which most plans need. */
export const vpc: Planned = { address: 'aws_vpc.a', values: { cidr_block: '10.0.0.0/16' } }
export const vpcBlock = block('aws_vpc.a', { cidr_block: constant('10.0.0.0/16') })
/** A subnet of it, by name and block. */
export const subnet = (name: string, cidr: string): Planned => ({
  address: `aws_subnet.${name}`,
  values: { cidr_block: cidr, availability_zone: 'eu-west-1a' },
  unknown: { vpc_id: true },
})
export const subnetBlock = (name: string) => block(`aws_subnet.${name}`, { vpc_id: ref('aws_vpc.a.id') })

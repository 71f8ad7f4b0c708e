import { groupBy } from '../../base/groupBy.ts'
import { asText, type Fields, isFields, peekText, type Value } from '../fields.ts'
import { type Importing, note } from '../importing.ts'
import { nodesOf } from '../ledger.ts'

/** Members of a record that name the same thing, the first as a part of the second. Source: AWS service authorization reference, ARN formats. */
const SAME_NAME: readonly (readonly [key: string, name: string, inside: string])[] = [
  ['TransitGateways', 'TransitGatewayId', 'TransitGatewayArn'],
  ['Functions', 'FunctionName', 'FunctionArn'],
  ['DBInstances', 'DBInstanceIdentifier', 'DBInstanceArn'],
  ['DomainStatusList', 'DomainName', 'ARN'],
  ['CacheClusters', 'CacheClusterId', 'ARN'],
  ['FirewallRuleGroups', 'Id', 'Arn'],
  ['ProfileSummaries', 'Id', 'Arn'],
  ['ResourceConfigurations', 'Id', 'Arn'],
  ['ServiceNetworks', 'Id', 'Arn'],
  ['ServiceDetails', 'ServiceId', 'ServiceName'],
  ['ServiceConfigurations', 'ServiceId', 'ServiceName'],
]

/** Lists whose records name subnets, and their VPC as well: where they stand in a record. */
const IN_SUBNETS: Readonly<
  Record<string, (value: Fields) => { readonly vpc: Value; readonly subnets: readonly Value[] }>
> = {
  NetworkInterfaces: (value) => ({ vpc: value.VpcId, subnets: [value.SubnetId] }),
  NatGateways: (value) => ({ vpc: value.VpcId, subnets: [value.SubnetId] }),
  VpcEndpoints: (value) => ({ vpc: value.VpcId, subnets: listOf(value.SubnetIds) }),
  TransitGatewayVpcAttachments: (value) => ({ vpc: value.VpcId, subnets: listOf(value.SubnetIds) }),
  Functions: ({ VpcConfig }) => ({
    vpc: isFields(VpcConfig) ? VpcConfig.VpcId : null,
    subnets: isFields(VpcConfig) ? listOf(VpcConfig.SubnetIds) : [],
  }),
}
const listOf = (value: Value): readonly Value[] => (Array.isArray(value) ? value : [])

/** Tells of records that say two things that cannot both be: a name and an ARN of something else, a subnet and another VPC than its own. */
export function tellContradictions(importing: Importing): void {
  for (const [key, namesIn] of Object.entries(IN_SUBNETS))
    for (const { value, place } of importing.raw(key)) {
      const { vpc, subnets } = namesIn(value)
      const said = peekText(vpc)
      for (const one of subnets) {
        const subnet = peekText(one)
        const own = peekText(importing.find('Subnets', subnet)?.value.VpcId)
        if (said !== null && own !== null && said !== own)
          note(importing, 'assumed', `${subnet}: it lies in ${own}, and a record that names it says in ${said}`, place)
      }
    }
  for (const [key, same] of groupBy(SAME_NAME, ([of]) => of))
    for (const entry of importing.raw(key)) {
      if (nodesOf(entry.value).some((node) => importing.ledger.settled.has(node))) continue
      for (const [, name, inside] of same) {
        const [short, long] = [asText(entry.value[name]), asText(entry.value[inside])]
        if (short !== null && long !== null && long.split(/[:/.]/).at(-1) !== short)
          note(importing, 'assumed', `${short}: its ${inside} is of another: ${long}; its ${name} counts`, entry.place)
      }
    }
}

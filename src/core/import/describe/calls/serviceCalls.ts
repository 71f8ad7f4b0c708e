import { peekText } from '../../fields.ts'
import type { Call } from './call.ts'
import { any, interfacesLike } from './conditions.ts'

/** What services keep in the VPCs: load balancers, functions, databases and caches. */
export const SERVICE_CALLS: readonly Call[] = [
  {
    key: 'PrefixLists',
    commands: ['aws ec2 describe-prefix-lists'],
    why: 'the blocks of AWS’s lists; the published ones are taken',
    needed: any('VpcEndpoints'),
  },
  {
    key: 'Listeners',
    commands: ['aws elbv2 describe-listeners --load-balancer-arn ARN'],
    why: 'the ports of the load balancers',
    needed: any('LoadBalancers'),
  },
  {
    key: 'Rules',
    commands: ['aws elbv2 describe-rules --listener-arn ARN'],
    why: 'which requests the listeners of Application Load Balancers send where',
    needed: (recordsOf) => recordsOf('Listeners').some(({ value }) => /^HTTPS?$/.test(peekText(value.Protocol) ?? '')),
  },
  {
    key: 'TargetGroups',
    commands: ['aws elbv2 describe-target-groups'],
    why: 'where load balancers send to',
    needed: any('LoadBalancers'),
  },
  {
    key: 'LoadBalancers',
    commands: ['aws elbv2 describe-load-balancers'],
    why: 'the load balancers',
    needed: interfacesLike(/^ELB (?:net|app|gwy)\//),
  },
  {
    key: 'LoadBalancerDescriptions',
    commands: ['aws elb describe-load-balancers'],
    why: 'the listeners and instances of the Classic Load Balancers',
    needed: interfacesLike(/^ELB (?!(?:net|app|gwy)\/)/),
  },
  {
    key: 'Functions',
    commands: ['aws lambda list-functions'],
    why: 'the functions that share the interfaces of Lambda',
    needed: interfacesLike(/^AWS Lambda VPC ENI/),
  },
  {
    key: 'DBInstances',
    commands: ['aws rds describe-db-instances'],
    why: 'the names and ports of the databases',
    needed: interfacesLike(/^RDSNetworkInterface/),
  },
  {
    key: 'CacheClusters',
    commands: ['aws elasticache describe-cache-clusters --show-cache-node-info'],
    why: 'the names and ports of the caches',
    needed: interfacesLike(/^ElastiCache/),
  },
]

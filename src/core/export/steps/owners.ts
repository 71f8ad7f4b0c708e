import type { PartName } from '../plan/part.ts'
import { held, type Told, type Word } from './argument.ts'
import { type Reader, recordedCall } from './call.ts'

const TAG = `[?Key=='hopwise:design'].Value | [0]`
const SMALL_TAG = `[?key=='hopwise:design'].value | [0]`
const ID = held('id')
const REGION = held('region')
const tags = (id: Word): Reader => ({ helper: 'ec2_owner', words: [REGION, id] })
const OWN = tags(ID)
const FIRST = tags(held('first'))
const REST = tags(held('rest'))

const balancing = (id: Told): Reader => ({
  call: recordedCall('elbv2 describe-tags', { ResourceArns: [id] }, `TagDescriptions[0].Tags${TAG}`),
  done: 'LoadBalancerNotFound|TargetGroupNotFound|ListenerNotFound|RuleNotFound',
})
const table: Reader = {
  call: recordedCall(
    'ec2 describe-route-tables',
    { Filters: [{ short: { Name: 'association.route-table-association-id', Values: [ID] } }] },
    `RouteTables[0].Tags${TAG}`,
  ),
}
const association: Reader = {
  call: recordedCall(
    'ec2 describe-addresses',
    { Filters: [{ short: { Name: 'association-id', Values: [ID] } }] },
    `Addresses[0].Tags${TAG}`,
  ),
}
const zone: Reader = { helper: 'zone_owner', words: [held('first')] }
const role: Reader = {
  call: recordedCall('iam list-role-tags', { RoleName: held('last') }, `Tags${TAG}`),
  done: 'NoSuchEntity',
}
const instanceProfile: Reader = {
  call: recordedCall('iam list-instance-profile-tags', { InstanceProfileName: ID }, `Tags${TAG}`),
  done: 'NoSuchEntity',
}
const resolver = (what: string, member: string): Reader => ({
  helper: 'resolver_owner',
  words: [REGION, what, member, held('first')],
})
const profile: Reader = { helper: 'profile_owner', words: [REGION, held('first')] }
const share: Reader = {
  call: recordedCall(
    'ram get-resource-shares',
    { resourceOwner: 'SELF', resourceShareArns: [ID] },
    `resourceShares[0].tags${SMALL_TAG}`,
  ),
  done: 'UnknownResourceException',
}
const firewall: Reader = {
  call: recordedCall('network-firewall list-tags-for-resource', { ResourceArn: ID }, `Tags${TAG}`),
  done: 'ResourceNotFoundException',
}
const ecs: Reader = {
  call: recordedCall('ecs list-tags-for-resource', { resourceArn: ID }, `tags${SMALL_TAG}`),
  done: 'ClusterNotFoundException|InvalidParameterException|ResourceNotFoundException',
}
const lattice: Reader = {
  call: recordedCall('vpc-lattice list-tags-for-resource', { resourceArn: ID }, 'tags."hopwise:design"'),
  done: 'ResourceNotFoundException',
}

/**
 * What tells the deployment whose tag a recorded thing carries, or for what has no tags the thing that it belongs to.
 * Null: it goes with another one, or is a setting of the whole account.
 */
export const OWNERS: { readonly [N in PartName]: Reader | null } = {
  'dhcp-options': OWN,
  vpc: OWN,
  'vpc-cidr': null,
  'vpc-ipv6': null,
  'dhcp-association': null,
  'default-group': null,
  subnet: OWN,
  'subnet-share': share,
  'subnet-route-table': table,
  'subnet-network-acl': REST,
  'internet-gateway': OWN,
  'gateway-attachment': FIRST,
  'egress-only-gateway': OWN,
  'vpn-gateway': OWN,
  'vpn-gateway-attachment': FIRST,
  'elastic-address': OWN,
  'nat-address': OWN,
  'nat-gateway': OWN,
  'regional-nat-address': OWN,
  'regional-nat-gateway': OWN,
  'prefix-list': OWN,
  'peering-role': null,
  peering: OWN,
  'peering-acceptance': null,
  'peering-dns': null,
  'transit-gateway': OWN,
  'transit-share': share,
  'transit-attachment': OWN,
  'transit-peering': OWN,
  'transit-peering-acceptance': null,
  'customer-gateway': OWN,
  'vpn-connection': OWN,
  'vpn-route': FIRST,
  'vpn-attachment': null,
  'transit-table': OWN,
  'transit-association': FIRST,
  'transit-propagation': FIRST,
  'transit-route': FIRST,
  'transit-list-route': FIRST,
  'route-table': OWN,
  route: FIRST,
  'route-propagation': FIRST,
  'edge-association': table,
  'security-group': OWN,
  'group-share': share,
  'group-clearing': OWN,
  'group-rule': null,
  'network-acl': OWN,
  'acl-entry': null,
  'target-group': balancing(ID),
  'network-balancer-address': OWN,
  'network-balancer': balancing(ID),
  'network-listener': balancing(ID),
  'application-balancer': balancing(ID),
  'application-listener': balancing(ID),
  'listener-rule': balancing(ID),
  'gateway-balancer': balancing(ID),
  'gateway-listener': balancing(ID),
  'endpoint-service': OWN,
  'service-permissions': null,
  'service-name': null,
  'gateway-endpoint': OWN,
  'interface-endpoint': OWN,
  'balancer-endpoint': OWN,
  'resource-gateway': lattice,
  'domain-verification': lattice,
  'resource-configuration': lattice,
  'configuration-share': share,
  'service-network': lattice,
  'network-share': share,
  'network-resource': lattice,
  'network-vpc': lattice,
  'service-network-endpoint': OWN,
  'resource-endpoint': OWN,
  'connection-acceptance': null,
  'firewall-rule-group': firewall,
  'firewall-policy': firewall,
  'network-firewall': firewall,
  'firewall-endpoint': null,
  'resolver-endpoint': resolver('resolver-endpoint', 'ResolverEndpoint'),
  'resolver-rule': resolver('resolver-rule', 'ResolverRule'),
  'rule-share': share,
  'rule-association': REST,
  'hosted-zone': { helper: 'zone_owner', words: [ID] },
  'zone-vpc': null,
  'zone-authorization': null,
  // the zone may be another account's
  'zone-association': tags(held('vpc')),
  'dns-record': zone,
  'filter-list': resolver('firewall-domain-list', 'FirewallDomainList'),
  'filter-group': resolver('firewall-rule-group', 'FirewallRuleGroup'),
  'filter-rule': resolver('firewall-rule-group', 'FirewallRuleGroup'),
  'filter-share': share,
  'filter-association': resolver('firewall-rule-group-association', 'FirewallRuleGroupAssociation'),
  profile,
  'profile-share': share,
  'profile-association': REST,
  'profile-resource': profile,
  bucket: {
    call: recordedCall('s3api get-bucket-tagging', { Bucket: ID }, `TagSet${TAG}`),
    done: 'NoSuchBucket|NoSuchTagSet',
  },
  table: { helper: 'table_owner', words: [REGION, ID] },
  api: {
    call: recordedCall('apigateway get-rest-api', { restApiId: ID }, 'tags."hopwise:design"'),
    done: 'NotFoundException',
  },
  'client-interface': OWN,
  instance: OWN,
  'client-address': OWN,
  'address-association': association,
  'elastic-association': association,
  'instance-role': role,
  'instance-profile': instanceProfile,
  'lambda-role': role,
  'lambda-function': {
    call: recordedCall('lambda get-function', { FunctionName: ID }, 'Tags."hopwise:design"'),
    done: 'ResourceNotFoundException',
  },
  'ecs-role': role,
  role,
  'role-boundary': {
    call: recordedCall('iam list-policy-tags', { PolicyArn: ID }, `Tags${TAG}`),
    done: 'NoSuchEntity',
  },
  'role-policy': null,
  user: {
    call: recordedCall('iam list-user-tags', { UserName: held('last') }, `Tags${TAG}`),
    done: 'NoSuchEntity',
  },
  'user-boundary': {
    call: recordedCall('iam list-policy-tags', { PolicyArn: ID }, `Tags${TAG}`),
    done: 'NoSuchEntity',
  },
  'user-policy': null,
  'access-point': null,
  'key-grant': null,
  'role-profile': instanceProfile,
  queue: {
    call: recordedCall('sqs list-queue-tags', { QueueUrl: ID }, 'Tags."hopwise:design"'),
    done: 'AWS.SimpleQueueService.NonExistentQueue|QueueDoesNotExist',
  },
  'queue-policy': null,
  topic: {
    call: recordedCall('sns list-tags-for-resource', { ResourceArn: ID }, `Tags${TAG}`),
    done: 'ResourceNotFound|NotFound',
  },
  'topic-policy': null,
  key: {
    call: recordedCall('kms list-resource-tags', { KeyId: ID }, `Tags[?TagKey=='hopwise:design'].TagValue | [0]`),
    done: 'NotFoundException',
  },
  'key-policy': null,
  'key-alias': null,
  secret: {
    call: recordedCall('secretsmanager describe-secret', { SecretId: ID }, `Tags${TAG}`),
    done: 'ResourceNotFoundException',
  },
  'secret-policy': null,
  repository: {
    call: recordedCall('ecr list-tags-for-resource', { resourceArn: ID }, `tags${TAG}`),
    done: 'RepositoryNotFoundException',
  },
  'event-bus': {
    call: recordedCall('events list-tags-for-resource', { ResourceARN: ID }, `Tags${TAG}`),
    done: 'ResourceNotFoundException',
  },
  'function-permission': null,
  'endpoint-policy': null,
  'bucket-policy': null,
  'ecs-cluster': ecs,
  'ecs-task': ecs,
  'ecs-service': ecs,
  'target-registration': balancing(held('first')),
  'service-notification': { helper: 'notification_owner', words: [REGION, ID] },
  'block-exclusion': OWN,
  'block-public-access': null,
}

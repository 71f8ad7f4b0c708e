import type { PartName } from '../plan/part.ts'

const TAG = `[?Key=='hopwise:design'].Value | [0]`
const tags = (id: string): string => `ec2_owner "$region" ${id}`
const OWN = tags('"$id"')
const FIRST = tags('"$first"')
const REST = tags('"$rest"')
const text = (command: string, region = ' --region "$region"'): string => `aws ${command}${region} --output text`
const gone = (codes: string, command: string): string => `allow '${codes}' ${command}`

const balancing = (id: string): string =>
  gone(
    'LoadBalancerNotFound|TargetGroupNotFound|ListenerNotFound',
    text(`elbv2 describe-tags --resource-arns ${id} --query "TagDescriptions[0].Tags${TAG}"`),
  )
const table = text(
  `ec2 describe-route-tables --filters "Name=association.route-table-association-id,Values=$id" --query "RouteTables[0].Tags${TAG}"`,
)
const association = text(
  `ec2 describe-addresses --filters "Name=association-id,Values=$id" --query "Addresses[0].Tags${TAG}"`,
)
const zone = `zone_owner "$first"`
const role = gone('NoSuchEntity', text(`iam list-role-tags --role-name "$last" --query "Tags${TAG}"`, ''))
const resolver = (what: string, member: string): string => `resolver_owner "$region" ${what} ${member} "$first"`
const profile = 'profile_owner "$region" "$first"'
const share = gone(
  'UnknownResourceException',
  text(
    `ram get-resource-shares --resource-owner SELF --resource-share-arns "$id" --query "resourceShares[0].tags[?key=='hopwise:design'].value | [0]"`,
  ),
)
const firewall = gone(
  'ResourceNotFoundException',
  text(`network-firewall list-tags-for-resource --resource-arn "$id" --query "Tags${TAG}"`),
)
const ecs = gone(
  'ClusterNotFoundException|InvalidParameterException|ResourceNotFoundException',
  text(`ecs list-tags-for-resource --resource-arn "$id" --query "tags[?key=='hopwise:design'].value | [0]"`),
)
const lattice = gone(
  'ResourceNotFoundException',
  text(`vpc-lattice list-tags-for-resource --resource-arn "$id" --query 'tags."hopwise:design"'`),
)

/**
 * What prints the deployment whose tag a recorded thing carries, or for what has no tags the thing that it belongs to.
 * Null: it goes with another one, or is a setting of the whole account.
 */
export const OWNERS: { readonly [N in PartName]: string | null } = {
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
  'target-group': balancing('"$id"'),
  'network-balancer-address': OWN,
  'network-balancer': balancing('"$id"'),
  'network-listener': balancing('"$id"'),
  'application-balancer': balancing('"$id"'),
  'application-listener': balancing('"$id"'),
  'gateway-balancer': balancing('"$id"'),
  'gateway-listener': balancing('"$id"'),
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
  'hosted-zone': 'zone_owner "$id"',
  'zone-vpc': null,
  'zone-authorization': null,
  // the zone may be another account's
  'zone-association': tags(`"\${rest##*=}"`),
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
  bucket: gone('NoSuchBucket|NoSuchTagSet', text(`s3api get-bucket-tagging --bucket "$id" --query "TagSet${TAG}"`)),
  table: 'table_owner "$region" "$id"',
  api: gone('NotFoundException', text(`apigateway get-rest-api --rest-api-id "$id" --query 'tags."hopwise:design"'`)),
  'client-interface': OWN,
  instance: OWN,
  'client-address': OWN,
  'address-association': association,
  'elastic-association': association,
  'lambda-role': role,
  'lambda-function': gone(
    'ResourceNotFoundException',
    text(`lambda get-function --function-name "$id" --query 'Tags."hopwise:design"'`),
  ),
  'ecs-role': role,
  'ecs-cluster': ecs,
  'ecs-task': ecs,
  'ecs-service': ecs,
  'target-registration': balancing('"$first"'),
  'service-notification': 'notification_owner "$region" "$id"',
  'block-exclusion': OWN,
  'block-public-access': null,
}

import type { Symptom } from '../model/design.ts'

interface CodeFacts {
  /** `aws` = an explanation code of Reachability Analyzer; `hopwise` = ours, where AWS has none. */
  readonly origin: 'aws' | 'hopwise'
  readonly kind: 'blocker' | 'gap' | 'assumption'
  readonly symptom: Symptom | null
  /** The AWS page that the rule rests on. */
  readonly source: `https://docs.aws.amazon.com/${string}` | 'https://aws.amazon.com/lambda/faqs/'
}

const RA = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html'
const DNS = 'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html'
const PRIVATE_DNS = 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html'
const FIREWALL = 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html'
const PRIVATE_API = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html'
const ROUTES = 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html'

const EVALUATION = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'

const aws = (source: CodeFacts['source'] = RA): CodeFacts => ({
  origin: 'aws',
  kind: 'blocker',
  symptom: 'connection-times-out',
  source,
})
const own = (symptom: Symptom, source: CodeFacts['source']): CodeFacts => ({
  origin: 'hopwise',
  kind: 'blocker',
  symptom,
  source,
})
const gap = (source: CodeFacts['source']): CodeFacts => ({ origin: 'hopwise', kind: 'gap', symptom: null, source })
const assumed = (source: CodeFacts['source']): CodeFacts => ({
  origin: 'hopwise',
  kind: 'assumption',
  symptom: null,
  source,
})

/** Every reason a verdict can give. */
export const CODES = {
  ENI_SG_RULES_MISMATCH: aws(),
  SG_HAS_NO_RULES: aws(),
  SUBNET_ACL_RESTRICTION: aws(),
  NO_ROUTE_TO_DESTINATION: aws(),
  BAD_STATE_ROUTE: aws(),
  NO_POSSIBLE_DESTINATION: aws(),
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: aws(),
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: aws(),
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: aws(),
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS: aws(),
  IGW_REQUIRES_SOURCE_IN_VPC: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-for-ipv6.html',
  ),
  NAT64_NEEDS_NAT_GATEWAY: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html',
  ),
  DESTINATION_ADDRESS_RESERVED: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
  ),
  ADDRESS_NOT_ASSOCIATED: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
  ),
  OUTBOUND_PORT_25_RESTRICTED: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-resource-limits.html',
  ),
  LAMBDA_SENDS_TCP_AND_UDP_ONLY: own('connection-times-out', 'https://aws.amazon.com/lambda/faqs/'),
  NGW_REQUIRES_SOURCE_IN_VPC: aws(),
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: aws(),
  TARGET_PORT_RESTRICTION: aws(),
  PROTOCOL_RESTRICTION: aws(),
  BAD_STATE_ATTACHMENT: aws(),
  BAD_STATE: aws(),
  BAD_STATE_VPN: aws(),
  TGW_BAD_STATE_VPN: aws(),
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: aws(),
  TGW_ROUTE_AZ_RESTRICTION: aws(),
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: aws(),
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: aws(),
  TGW_RTB_BAD_STATE_ROUTE: aws(),
  ENI_SOURCE_DEST_CHECK_RESTRICTION: aws(),
  APPLIANCE_DOES_NOT_FORWARD: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
  ),
  VPCE_GATEWAY_FROM_ELSEWHERE: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  ),
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS: aws(),
  INGRESS_RTB_TRAFFIC_REDIRECTION: aws(),
  INGRESS_RTB_NO_PUBLIC_IP: aws(),
  ELBV2_LISTENER_PORT_RESTRICTION: aws(),
  ELBV2_LISTENERS_MISMATCH: aws(),
  ELBV2_LISTENER_HAS_NO_TG: aws(),
  ELBV2_NO_TARGETS_IN_AZ: aws(),
  BALANCER_ANSWERS_ERROR: own(
    'http-error',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
  ),
  ELBV2_SOURCE_ADDRESS_PRESERVATION: aws(),
  REGIONAL_NGW_ROUTE_AZ_RESTRICTION: aws(),
  SG_REFERENCES_NOT_PRESERVED: aws(),
  SG_REFERENCING_SUPPORT: aws(),
  VPC_BLOCK_PUBLIC_ACCESS_ENABLED: aws(),
  VPCE_SERVICE_NOT_INSTALLED_IN_AZ: aws(),
  RESOURCE_PORT_NOT_OFFERED: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-configuration.html',
  ),
  RESOURCE_GATEWAY_NOT_IN_ZONE: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-gateway.html',
  ),
  VPCE_STATE_NOT_AVAILABLE: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/interface-endpoints.html',
  ),
  VPCE_PACKET_TOO_LARGE: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
  ),
  LINK_HAS_NO_ROUTE: own('connection-times-out', 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html'),
  NGW_ANSWERS_NOTHING: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
  ),
  FIREWALL_RULES_RESTRICTION: aws(),
  FIREWALL_REFUSES: own('connection-refused', FIREWALL),
  FIREWALL_DROPS_DATA: own('connection-hangs', FIREWALL),
  FIREWALL_RESETS: own('connection-reset', FIREWALL),
  FIREWALL_SAW_NO_BEGINNING: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/asymmetric-routing.html',
  ),
  ADDRESS_OF_ANOTHER: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  ),
  REPLY_LEAVES_ELSEWHERE: own('connection-times-out', ROUTES),
  INSPECTION_SEES_ONE_DIRECTION: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
  ),
  REPLY_LEAVES_BY_FIRST_INTERFACE: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  ),
  FORWARDING_LOOP: own('connection-times-out', ROUTES),
  LAMBDA_ACCEPTS_NOTHING: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  ),
  PORT_CLOSED: own(
    'connection-refused',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/TroubleshootingInstancesConnecting.html',
  ),
  API_IS_PRIVATE: own('access-denied', PRIVATE_API),
  API_IS_PUBLIC: own('access-denied', PRIVATE_API),
  API_DEFAULT_NAME_OFF: own(
    'access-denied',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  ),
  SCP_DENIES: own(
    'access-denied',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  ),
  RCP_DENIES: own(
    'access-denied',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  ),
  VPCE_POLICY_DENIES: own(
    'access-denied',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  ),
  RESOURCE_POLICY_DENIES: own('access-denied', EVALUATION),
  IDENTITY_POLICY_DENIES: own('access-denied', EVALUATION),
  PERMISSIONS_BOUNDARY_DENIES: own(
    'access-denied',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ),
  SESSION_POLICY_DENIES: own('access-denied', 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html'),
  ACCESS_POINT_OF_OTHER_VPC: own(
    'access-denied',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html',
  ),
  TLS_NAME_MISMATCH: own('tls-name-mismatch', PRIVATE_DNS),
  DNS_SUPPORT_DISABLED: own('name-not-found', DNS),
  DNS_SERVER_UNREACHABLE: own(
    'name-not-found',
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
  ),
  DNS_SERVER_ANSWERS_NOTHING: own(
    'name-not-found',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html',
  ),
  DNS_ENDPOINT_ZONE_NXDOMAIN: own('name-not-found', PRIVATE_DNS),
  DNS_PHZ_NXDOMAIN: own(
    'name-not-found',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  ),
  DNS_FIREWALL_BLOCKS: own(
    'name-not-found',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-actions.html',
  ),
  DNS_FORWARDING_LOOP: own(
    'name-not-found',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver-endpoints.html',
  ),
  DNS_CNAME_LOOP: own(
    'name-not-found',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
  ),
  DNS_NO_ENDPOINT_INTERFACES: own('name-not-found', PRIVATE_DNS),
  DNS_NAME_NOT_PUBLISHED: own('name-not-found', DNS),
  DNS_NO_ADDRESS_OF_FAMILY: own('name-not-found', DNS),
  NO_ADDRESS_OF_FAMILY: own(
    'connection-times-out',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
  ),
  UNKNOWN_SOURCE: gap(RA),
  UNKNOWN_DESTINATION: { origin: 'aws', kind: 'gap', symptom: null, source: RA },
  UNKNOWN_NAME: gap(DNS),
  UNKNOWN_RESOURCE: { origin: 'aws', kind: 'gap', symptom: null, source: RA },
  DNS_ZONE_CONFLICT: gap(
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  ),
  DNS_SETTING_NOT_KNOWN: gap(DNS),
  PORT_25_SETTING_NOT_KNOWN: gap('https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-resource-limits.html'),
  PRIVATE_NAMES_NOT_KNOWN: gap(PRIVATE_DNS),
  API_NOT_DRAWN: gap(PRIVATE_API),
  CALLER_NOT_KNOWN: gap(EVALUATION),
  POLICY_NOT_KNOWN: gap(EVALUATION),
  POLICY_NOT_CLEAR: gap(EVALUATION),
  CONDITION_KEY_NOT_KNOWN: gap(
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  ),
  AWS_REFUSES: gap('https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'),
  NOT_MODELLED: gap(RA),
  INVALID_VALUE: gap(RA),
  AMBIGUOUS_ROUTE: gap(ROUTES),
  CHOICE_NOT_KNOWN: gap(
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
  ),
  PACKET_ABOVE_MTU: gap('https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html'),
  SERVICE_ADDRESS_NOT_KNOWN: gap('https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html'),
  ASSUMED_HOST_ANSWERS: assumed(RA),
  ASSUMED_STANDS_FOR_HOST: assumed(RA),
  ASSUMED_PUBLIC_ADDRESS: assumed(DNS),
  ASSUMED_TRANSLATES_IPV6: assumed(
    'https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-for-ipv6.html',
  ),
  ASSUMED_LISTENING: assumed(RA),
  ASSUMED_ON_PREMISES_HOST: assumed(RA),
  ASSUMED_APPLIANCE_PASSES: assumed(
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html',
  ),
  ASSUMED_FIREWALL_PASSES: assumed(FIREWALL),
  ASSUMED_MANAGED_RULES_PASS: assumed(
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-managed-rule-groups.html',
  ),
  ASSUMED_POLICY_ROUTING: assumed('https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html'),
  ASSUMED_NO_TRANSLATION: assumed('https://docs.aws.amazon.com/eks/latest/userguide/external-snat.html'),
  ASSUMED_SPLIT_PATH: assumed('https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html'),
  ASSUMED_RESOLVER_TRIES_AGAIN: assumed(
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html',
  ),
  ASSUMED_PRIVATE_NAME: assumed(PRIVATE_DNS),
  ASSUMED_IN_PREFIX_LIST: assumed(
    'https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html',
  ),
  ASSUMED_PRIVATE_API: assumed(PRIVATE_API),
  ASSUMED_PUBLIC_API: assumed(PRIVATE_API),
  ASSUMED_API_POLICY: assumed(
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
  ),
  ASSUMED_SIGNED_API: assumed(
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  ),
  ASSUMED_WITHOUT_PRIVATE_DNS: assumed(PRIVATE_DNS),
  ASSUMED_SERVICE_IN_ZONE: assumed(
    'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  ),
  ASSUMED_NOT_IN_DOMAIN_LIST: assumed(
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-managed-domain-lists.html',
  ),
  ASSUMED_NO_REDIRECTION: assumed(
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-settings.html',
  ),
  ASSUMED_DNS_SERVER_RECURSES: assumed('https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html'),
} as const satisfies Record<string, CodeFacts>

export type Code = keyof typeof CODES
export type { CodeFacts }

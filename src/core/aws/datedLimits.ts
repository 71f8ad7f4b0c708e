import type { Confidence } from './catalogue.ts'

/** Something that AWS does not allow or offer, or did not for a time. */
export interface DatedLimit {
  readonly id: LimitId
  /** The limit, as a sentence that is true while it holds. */
  readonly what: string
  /** First day on which it holds; null = from the start. */
  readonly since: string | null
  /** First day on which it holds no more; null = it still holds. Days that no source gives are the first of the month or year. */
  readonly until: string | null
  readonly source: string
  /** Of the date; the change itself is sure. */
  readonly confidence: Confidence
}

export type LimitId =
  | 'no-dynamodb-gateway-endpoint'
  | 'no-interface-endpoint'
  | 'no-endpoint-service'
  | 'no-endpoint-tags'
  | 'no-s3-private-dns'
  | 'private-dns-in-endpoint-zones-only'
  | 'interface-endpoint-ipv4-only'
  | 'gateway-load-balancer-endpoint-ipv4-only'
  | 's3-gateway-endpoint-ipv4-only'
  | 'dynamodb-gateway-endpoint-ipv4-only'
  | 'interface-endpoint-tcp-only'
  | 'endpoint-service-same-region-only'
  | 'aws-service-same-region-only'
  | 'interface-endpoint-40-gbps'
  | 'endpoint-address-chosen-by-aws'
  | 'three-endpoint-types'
  | 'sharing-needs-load-balancer'
  | 'no-dynamodb-interface-endpoint'
  | 'no-dynamodb-private-dns'
  | 'no-dynamodb-resource-policy'
  | 'no-partial-endpoint-state'
  | 'no-network-load-balancer-security-group'
  | 'one-endpoint-subnet-per-zone'
  | 'gateway-endpoints-20-per-region'
  | 'gateway-endpoints-255-per-vpc'
  | 'endpoints-50-per-vpc'
  | 'endpoint-policy-20480-characters'
  | 'no-inbound-only-dns-in-cloudformation'
  | 'zonal-nat-gateway-only'
  | 'three-endpoint-condition-keys'
  | 'fewer-endpoint-policies'
  | 'no-source-vpc-arn-key'
  | 'no-organisation-keys'
  | 'no-keys-of-service-calls'
  | 'no-resource-keys'
  | 'no-resource-control-policy'
  | 'resource-control-of-five-services'
  | 'no-s3-access-point'
  | 'no-vpc-block-public-access'
  | 'no-vpc-encryption-controls'
  | 'no-nat-gateway'
  | 'no-ipv6-in-vpcs'
  | 'no-network-load-balancer'
  | 'no-inter-region-peering'
  | 'no-resolver-endpoint'
  | 'no-transit-gateway'
  | 'no-subnet-sharing'
  | 'no-gateway-route-table'
  | 'no-transit-gateway-peering'
  | 'no-private-dns-name-of-own'
  | 'no-customer-prefix-list'
  | 'no-appliance-mode'
  | 'no-gateway-load-balancer'
  | 'no-network-firewall'
  | 'no-private-nat-gateway'
  | 'no-route-inside-vpc'
  | 'no-application-load-balancer-target'
  | 'no-dns64'
  | 'no-security-group-referencing-over-transit-gateways'

const limit = (
  id: LimitId,
  what: string,
  until: string | null,
  source: string,
  confidence: Confidence,
): DatedLimit => ({
  id,
  what,
  since: null,
  until,
  source,
  confidence,
})

/** Every limit that AWS has lifted since the guides of 2015 and 2022, and those of them that stand. Tags as in the catalogue's sources. */
export const datedLimits: readonly DatedLimit[] = [
  limit('no-dynamodb-gateway-endpoint', 'Gateway endpoints exist for Amazon S3 only.', '2017-08-01', 'P26', 'H'),
  limit('no-interface-endpoint', 'There are no interface endpoints.', '2017-11-01', 'P26', 'H'),
  limit('no-endpoint-service', 'One’s own services cannot be offered through endpoints.', '2017-11-01', 'P26', 'H'),
  limit('no-endpoint-tags', 'Endpoints cannot be tagged.', '2020-02-01', 'P26', 'H'),
  limit('no-s3-private-dns', 'Interface endpoints for Amazon S3 have no private DNS.', '2023-03-01', 'S26', 'M'),
  limit(
    'private-dns-in-endpoint-zones-only',
    'Private DNS names serve clients in the Availability Zones of the endpoint only.',
    '2023-03-01',
    'P26',
    'L',
  ),
  limit('interface-endpoint-ipv4-only', 'Interface endpoints have IPv4 addresses only.', '2022-05-11', 'P26', 'H'),
  limit(
    'gateway-load-balancer-endpoint-ipv4-only',
    'Gateway Load Balancer endpoints carry IPv4 only.',
    '2022-12-12',
    'P26',
    'H',
  ),
  limit('s3-gateway-endpoint-ipv4-only', 'Gateway endpoints for Amazon S3 carry IPv4 only.', '2025-01-01', 'P26', 'L'),
  limit('dynamodb-gateway-endpoint-ipv4-only', 'Gateway endpoints for DynamoDB carry IPv4 only.', null, 'P26', 'H'),
  limit('interface-endpoint-tcp-only', 'Interface endpoints carry TCP only.', '2024-11-01', 'P26', 'L'),
  limit(
    'endpoint-service-same-region-only',
    'An endpoint reaches endpoint services of its own Region only.',
    '2024-11-26',
    'P26',
    'H',
  ),
  limit(
    'aws-service-same-region-only',
    'An endpoint reaches AWS services of its own Region only.',
    '2025-11-01',
    'P26',
    'M',
  ),
  limit(
    'interface-endpoint-40-gbps',
    'An interface endpoint carries at most 40 Gbps in each Availability Zone.',
    '2023-01-01',
    'P26',
    'L',
  ),
  limit(
    'endpoint-address-chosen-by-aws',
    'AWS alone chooses the addresses of endpoint network interfaces.',
    '2023-08-17',
    'P26',
    'H',
  ),
  limit(
    'three-endpoint-types',
    'Endpoints are of type interface, gateway or Gateway Load Balancer; there are none for resources or service networks.',
    '2024-12-01',
    'P26',
    'H',
  ),
  limit(
    'sharing-needs-load-balancer',
    'What is shared through PrivateLink must be behind a load balancer.',
    '2024-12-01',
    'P26',
    'H',
  ),
  limit('no-dynamodb-interface-endpoint', 'DynamoDB has a gateway endpoint only.', '2024-03-01', 'D26', 'L'),
  limit('no-dynamodb-private-dns', 'Interface endpoints for DynamoDB have no private DNS.', null, 'D26', 'H'),
  limit('no-dynamodb-resource-policy', 'DynamoDB tables have no resource policies.', '2024-03-01', 'D26', 'L'),
  limit('no-partial-endpoint-state', 'Endpoints have no state “partial”.', '2026-01-01', 'BC', 'L'),
  limit(
    'no-network-load-balancer-security-group',
    'Network Load Balancers have no security groups.',
    '2023-08-01',
    'EX',
    'L',
  ),
  limit(
    'one-endpoint-subnet-per-zone',
    'An interface endpoint has at most one subnet in each Availability Zone.',
    null,
    'P26',
    'H',
  ),
  limit('gateway-endpoints-20-per-region', 'A Region holds 20 gateway endpoints unless raised.', null, 'P26', 'H'),
  limit('gateway-endpoints-255-per-vpc', 'A VPC holds at most 255 gateway endpoints.', null, 'P26', 'H'),
  limit(
    'endpoints-50-per-vpc',
    'A VPC holds 50 interface and Gateway Load Balancer endpoints unless raised.',
    null,
    'P26',
    'H',
  ),
  limit('endpoint-policy-20480-characters', 'An endpoint policy has at most 20,480 characters.', null, 'P26', 'H'),
  limit(
    'no-inbound-only-dns-in-cloudformation',
    'CloudFormation cannot limit private DNS to inbound resolver endpoints.',
    '2025-01-01',
    'BC',
    'L',
  ),
  limit('zonal-nat-gateway-only', 'A NAT gateway lies in one Availability Zone.', '2025-11-01', 'BC', 'L'),
  limit(
    'three-endpoint-condition-keys',
    'Of the endpoint a policy sees aws:SourceVpce, aws:SourceVpc and aws:VpcSourceIp only.',
    '2025-08-29',
    'EX',
    'M',
  ),
  limit(
    'fewer-endpoint-policies',
    'Endpoints for CloudFormation, CloudTrail, CodePipeline, DataSync, EBS, Managed Prometheus, Service Catalog, Storage Gateway, Transfer Family, SMTP and IoT data have no policy.',
    '2023-01-01',
    'P22',
    'L',
  ),
  limit('no-source-vpc-arn-key', 'Policies see no aws:SourceVpcArn.', '2025-11-01', 'EX', 'L'),
  limit('no-organisation-keys', 'Of the caller’s organisation policies see nothing.', '2018-05-17', 'K', 'L'),
  limit(
    'no-keys-of-service-calls',
    'Policies do not see whether a service calls on somebody’s behalf.',
    '2020-02-20',
    'K',
    'L',
  ),
  limit(
    'no-resource-keys',
    'Of the resource policies see neither its account nor its organisation.',
    '2022-04-27',
    'K',
    'L',
  ),
  limit('no-resource-control-policy', 'There are no resource control policies.', '2024-11-13', 'EX', 'H'),
  limit(
    'resource-control-of-five-services',
    'Resource control policies reach S3, STS, KMS, SQS and Secrets Manager only.',
    '2025-06-01',
    'EX',
    'M',
  ),
  limit('no-s3-access-point', 'S3 has no access points.', '2019-12-03', 'K', 'L'),
  limit('no-vpc-block-public-access', 'There is no Block Public Access for VPCs.', '2024-11-01', 'BC', 'L'),
  limit('no-vpc-encryption-controls', 'There are no encryption controls for VPCs.', '2025-01-01', 'BC', 'L'),
  limit(
    'no-nat-gateway',
    'There are no NAT gateways, only instances that translate addresses.',
    '2015-12-17',
    'K',
    'L',
  ),
  limit('no-ipv6-in-vpcs', 'VPCs have no IPv6 addresses.', '2016-12-01', 'K', 'L'),
  limit('no-network-load-balancer', 'There are no Network Load Balancers.', '2017-09-07', 'K', 'L'),
  limit('no-inter-region-peering', 'Peering connections join VPCs of one Region only.', '2017-11-29', 'K', 'L'),
  limit(
    'no-resolver-endpoint',
    'The resolver of a VPC takes and sends no queries from and to other networks.',
    '2018-11-19',
    'K',
    'L',
  ),
  limit('no-transit-gateway', 'There are no transit gateways.', '2018-11-26', 'K', 'L'),
  limit('no-subnet-sharing', 'Subnets cannot be shared with other accounts.', '2018-11-27', 'K', 'L'),
  limit(
    'no-gateway-route-table',
    'What comes in through a gateway follows no route table of its own.',
    '2019-12-03',
    'K',
    'L',
  ),
  limit('no-transit-gateway-peering', 'Transit gateways cannot be peered.', '2019-12-03', 'K', 'L'),
  limit(
    'no-private-dns-name-of-own',
    'Endpoint services of one’s own have no private DNS name.',
    '2020-01-06',
    'K',
    'L',
  ),
  limit('no-customer-prefix-list', 'Prefix lists of one’s own do not exist.', '2020-06-29', 'K', 'L'),
  limit('no-appliance-mode', 'Attachments to transit gateways have no appliance mode.', '2020-10-28', 'K', 'L'),
  limit(
    'no-gateway-load-balancer',
    'There are no Gateway Load Balancers, and no endpoints for them.',
    '2020-11-10',
    'K',
    'L',
  ),
  limit('no-network-firewall', 'There is no AWS Network Firewall.', '2020-11-17', 'K', 'L'),
  limit('no-private-nat-gateway', 'NAT gateways are public.', '2021-06-10', 'K', 'L'),
  limit('no-route-inside-vpc', 'No route leads traffic between the subnets of a VPC aside.', '2021-08-31', 'K', 'L'),
  limit(
    'no-application-load-balancer-target',
    'Application Load Balancers cannot be targets of Network Load Balancers.',
    '2021-09-27',
    'K',
    'L',
  ),
  limit(
    'no-dns64',
    'The resolver makes up no IPv6 addresses for names with IPv4 addresses alone.',
    '2021-11-24',
    'K',
    'L',
  ),
  limit(
    'no-security-group-referencing-over-transit-gateways',
    'Rules cannot name security groups across a transit gateway.',
    '2024-09-25',
    'K',
    'L',
  ),
]

/** The limits that hold on a day. */
export type DatedLimits = ReadonlySet<LimitId>

/** Which limits hold by the rules of a day (`2022-06-30`), or of today (`latest`). */
export function limitsAsOf(rulesAsOf: string): DatedLimits {
  const holds = ({ since, until }: DatedLimit) =>
    rulesAsOf === 'latest'
      ? until === null
      : (since === null || since <= rulesAsOf) && (until === null || rulesAsOf < until)
  return new Set(datedLimits.filter(holds).map((row) => row.id))
}

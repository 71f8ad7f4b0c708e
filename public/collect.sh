#!/usr/bin/env bash
# Gathers what Hopwise's import reads from an AWS account: the answers of describe, list and get calls, one file a call.
# It changes nothing in the account, reads no content of buckets, tables or queues, and leaves out keys and variables
# (pre-shared keys of VPNs, environments of functions). Needs the AWS CLI, version 2 or 1, and a role such as ViewOnlyAccess.
#
#   collect.sh [--profile NAME] [--out FOLDER] REGION…
#
# Run it once for each account into the same folder, then drop the folder, or a zip of it, on Hopwise.
# A call that is denied is written to FOLDER/errors.txt, and the rest goes on.
set -u

out=hopwise-aws
usage() {
  echo "usage: collect.sh [--profile NAME] [--out FOLDER] REGION…" >&2
  exit 2
}
while [ $# -gt 0 ]; do
  case "$1" in
    --profile)
      [ $# -gt 1 ] || usage
      export AWS_PROFILE="$2"
      shift 2
      ;;
    --out)
      [ $# -gt 1 ] || usage
      out="$2"
      shift 2
      ;;
    -*) usage ;;
    *) break ;;
  esac
done
[ $# -gt 0 ] || usage
command -v aws >/dev/null 2>&1 || {
  echo "collect.sh: the AWS CLI (aws) is not installed" >&2
  exit 1
}
export AWS_PAGER=""

account=$(aws sts get-caller-identity --query Account --output text) || {
  echo "collect.sh: no credentials: aws sts get-caller-identity does not answer" >&2
  exit 1
}
mkdir -p "$out/$account" || exit 1
trouble="$out/$account/last-error.tmp"
failed=0
saved=0

# Says why the last call failed, and goes on.
record() {
  failed=$((failed + 1))
  echo "$account $region: aws $*: $(tr '\n' ' ' <"$trouble")" >>"$out/errors.txt"
}

# save NAME CALL…: the whole answer of one call.
save() {
  local name="$1"
  shift
  if aws "$@" --region "$region" --output json >"$folder/$name.json" 2>"$trouble"; then
    saved=$((saved + 1))
  else
    rm -f "$folder/$name.json"
    record "$@"
  fi
}

# ids QUERY CALL…: ids out of a call, one a line.
ids() {
  local query="$1"
  shift
  aws "$@" --region "$region" --query "$query" --output text 2>/dev/null | tr '\t' '\n' | grep -v '^None$'
}

# begin KEY, each QUERY CALL…, finish: answers of many calls as one list, for calls whose answers do not say what they are about.
begin() {
  target="$folder/$1.json"
  separator=""
  printf '{"%s": [' "$1" >"$target"
}
each() {
  local query="$1" answer
  shift
  if answer=$(aws "$@" --region "$region" --query "$query" --output json 2>"$trouble"); then
    printf '%s\n%s' "$separator" "$answer" >>"$target"
    separator=","
    saved=$((saved + 1))
  else
    record "$@"
  fi
}
finish() {
  printf '\n]}\n' >>"$target"
}

collect_region() {
  save AvailabilityZones ec2 describe-availability-zones
  save Vpcs ec2 describe-vpcs
  save DhcpOptions ec2 describe-dhcp-options
  save Subnets ec2 describe-subnets
  save RouteTables ec2 describe-route-tables
  save InternetGateways ec2 describe-internet-gateways
  save EgressOnlyInternetGateways ec2 describe-egress-only-internet-gateways
  save NatGateways ec2 describe-nat-gateways
  save Addresses ec2 describe-addresses
  save NetworkAcls ec2 describe-network-acls
  save SecurityGroups ec2 describe-security-groups
  save NetworkInterfaces ec2 describe-network-interfaces
  save Reservations ec2 describe-instances
  save PrefixLists ec2 describe-prefix-lists
  save ManagedPrefixLists ec2 describe-managed-prefix-lists
  save VpcEndpoints ec2 describe-vpc-endpoints
  save ServiceDetails ec2 describe-vpc-endpoint-services \
    --query '{ServiceDetails: ServiceDetails[].{ServiceName: ServiceName, ServiceId: ServiceId, Owner: Owner, AvailabilityZones: AvailabilityZones, PrivateDnsName: PrivateDnsName, AcceptanceRequired: AcceptanceRequired, PrivateDnsNameVerificationState: PrivateDnsNameVerificationState, SupportedIpAddressTypes: SupportedIpAddressTypes}}'
  save ServiceConfigurations ec2 describe-vpc-endpoint-service-configurations
  save VpcEndpointConnections ec2 describe-vpc-endpoint-connections
  save VpcEndpointAssociations ec2 describe-vpc-endpoint-associations
  save ConnectionNotificationSet ec2 describe-vpc-endpoint-connection-notifications
  save VpcPeeringConnections ec2 describe-vpc-peering-connections
  save TransitGateways ec2 describe-transit-gateways
  save TransitGatewayAttachments ec2 describe-transit-gateway-attachments
  save TransitGatewayVpcAttachments ec2 describe-transit-gateway-vpc-attachments
  save TransitGatewayPeeringAttachments ec2 describe-transit-gateway-peering-attachments
  save TransitGatewayRouteTables ec2 describe-transit-gateway-route-tables
  save VpnGateways ec2 describe-vpn-gateways
  save CustomerGateways ec2 describe-customer-gateways
  save VpcBlockPublicAccessOptions ec2 describe-vpc-block-public-access-options
  save VpcBlockPublicAccessExclusions ec2 describe-vpc-block-public-access-exclusions
  # Without the configuration of the device and the tunnels' options, which hold the pre-shared keys.
  save VpnConnections ec2 describe-vpn-connections --query '{VpnConnections: VpnConnections[].{VpnConnectionId: VpnConnectionId, State: State, CustomerGatewayId: CustomerGatewayId, VpnGatewayId: VpnGatewayId, TransitGatewayId: TransitGatewayId, Options: {StaticRoutesOnly: Options.StaticRoutesOnly}, Routes: Routes, VgwTelemetry: VgwTelemetry, Tags: Tags}}'
  save LoadBalancers elbv2 describe-load-balancers
  save LoadBalancerDescriptions elb describe-load-balancers
  save TargetGroups elbv2 describe-target-groups
  save RestApis apigateway get-rest-apis --query '{RestApis: items[].{id: id, name: name, endpointConfiguration: endpointConfiguration, disableExecuteApiEndpoint: disableExecuteApiEndpoint, policy: policy}}'
  # Without the environment of the functions.
  save Functions lambda list-functions --query '{Functions: Functions[].{FunctionName: FunctionName, FunctionArn: FunctionArn, VpcConfig: VpcConfig}}'
  save DBInstances rds describe-db-instances --query '{DBInstances: DBInstances[].{DBInstanceIdentifier: DBInstanceIdentifier, DBInstanceArn: DBInstanceArn, AvailabilityZone: AvailabilityZone, Endpoint: Endpoint, DBSubnetGroup: DBSubnetGroup, VpcSecurityGroups: VpcSecurityGroups}}'
  save CacheClusters elasticache describe-cache-clusters --show-cache-node-info
  save ResolverEndpoints route53resolver list-resolver-endpoints
  save ResolverRules route53resolver list-resolver-rules
  save ResolverRuleAssociations route53resolver list-resolver-rule-associations
  save FirewallRuleGroups route53resolver list-firewall-rule-groups
  save FirewallRuleGroupAssociations route53resolver list-firewall-rule-group-associations
  save FirewallDomainLists route53resolver list-firewall-domain-lists
  save ProfileSummaries route53profiles list-profiles
  save ProfileAssociations route53profiles list-profile-associations
  # Without the BGP keys and the configuration of the router.
  save VirtualInterfaces directconnect describe-virtual-interfaces --query '{virtualInterfaces: virtualInterfaces[].{virtualInterfaceId: virtualInterfaceId, virtualInterfaceName: virtualInterfaceName, virtualInterfaceType: virtualInterfaceType, virtualInterfaceState: virtualInterfaceState, virtualGatewayId: virtualGatewayId, directConnectGatewayId: directConnectGatewayId, region: region}}'

  local id
  begin VpcAttributes
  for id in $(ids 'Vpcs[].VpcId' ec2 describe-vpcs); do
    each '{VpcId: VpcId, EnableDnsSupport: EnableDnsSupport}' ec2 describe-vpc-attribute --vpc-id "$id" --attribute enableDnsSupport
    each '{VpcId: VpcId, EnableDnsHostnames: EnableDnsHostnames}' ec2 describe-vpc-attribute --vpc-id "$id" --attribute enableDnsHostnames
  done
  finish

  begin FirewallDetails
  for id in $(ids 'Firewalls[].FirewallArn' network-firewall list-firewalls); do
    each '{Firewall: Firewall, FirewallStatus: FirewallStatus}' network-firewall describe-firewall --firewall-arn "$id"
  done
  finish

  begin FirewallPolicyDetails
  for id in $(ids 'FirewallPolicies[].Arn' network-firewall list-firewall-policies); do
    each '{FirewallPolicy: FirewallPolicy, FirewallPolicyResponse: FirewallPolicyResponse}' network-firewall describe-firewall-policy --firewall-policy-arn "$id"
  done
  finish

  begin RuleGroupDetails
  for id in $(ids 'RuleGroups[].Arn' network-firewall list-rule-groups); do
    each '{RuleGroup: RuleGroup, RuleGroupResponse: RuleGroupResponse}' network-firewall describe-rule-group --rule-group-arn "$id"
  done
  finish

  begin ManagedPrefixListEntries
  for id in $(ids 'PrefixLists[].PrefixListId' ec2 describe-managed-prefix-lists); do
    each "{PrefixListId: '$id', Entries: Entries}" ec2 get-managed-prefix-list-entries --prefix-list-id "$id"
  done
  finish

  begin ServicePermissions
  for id in $(ids 'ServiceConfigurations[].ServiceId' ec2 describe-vpc-endpoint-service-configurations); do
    each "{ServiceId: '$id', AllowedPrincipals: AllowedPrincipals}" ec2 describe-vpc-endpoint-service-permissions --service-id "$id"
  done
  finish

  local tables
  tables=$(ids 'TransitGatewayRouteTables[].TransitGatewayRouteTableId' ec2 describe-transit-gateway-route-tables)
  begin TransitGatewayPropagations
  for id in $tables; do
    each "{TransitGatewayRouteTableId: '$id', TransitGatewayRouteTablePropagations: TransitGatewayRouteTablePropagations}" ec2 get-transit-gateway-route-table-propagations --transit-gateway-route-table-id "$id"
  done
  finish
  begin TransitGatewayAssociations
  for id in $tables; do
    each "{TransitGatewayRouteTableId: '$id', Associations: Associations}" ec2 get-transit-gateway-route-table-associations --transit-gateway-route-table-id "$id"
  done
  finish
  begin TransitGatewayStaticRoutes
  for id in $tables; do
    each "{TransitGatewayRouteTableId: '$id', Routes: Routes, AdditionalRoutesAvailable: AdditionalRoutesAvailable}" ec2 search-transit-gateway-routes --transit-gateway-route-table-id "$id" --filters Name=type,Values=static
  done
  finish

  local balancers groups
  balancers=$(ids 'LoadBalancers[].LoadBalancerArn' elbv2 describe-load-balancers)
  begin LoadBalancerListeners
  for id in $balancers; do
    each "{LoadBalancerArn: '$id', Listeners: Listeners}" elbv2 describe-listeners --load-balancer-arn "$id"
  done
  finish
  begin ListenerRules
  for id in $(for balancer in $balancers; do ids "Listeners[?Protocol=='HTTP'||Protocol=='HTTPS'].ListenerArn" elbv2 describe-listeners --load-balancer-arn "$balancer"; done); do
    each "{ListenerArn: '$id', Rules: Rules}" elbv2 describe-rules --listener-arn "$id"
  done
  finish
  begin LoadBalancerAttributes
  for id in $balancers; do
    each "{LoadBalancerArn: '$id', Attributes: Attributes}" elbv2 describe-load-balancer-attributes --load-balancer-arn "$id"
  done
  finish
  groups=$(ids 'TargetGroups[].TargetGroupArn' elbv2 describe-target-groups)
  begin TargetGroupAttributes
  for id in $groups; do
    each "{TargetGroupArn: '$id', Attributes: Attributes}" elbv2 describe-target-group-attributes --target-group-arn "$id"
  done
  finish
  begin LoadBalancerTargetHealth
  for id in $groups; do
    each "{TargetGroupArn: '$id', TargetHealthDescriptions: TargetHealthDescriptions}" elbv2 describe-target-health --target-group-arn "$id"
  done
  finish

  begin ResolverEndpointIpAddresses
  for id in $(ids 'ResolverEndpoints[].Id' route53resolver list-resolver-endpoints); do
    each "{ResolverEndpointId: '$id', IpAddresses: IpAddresses}" route53resolver list-resolver-endpoint-ip-addresses --resolver-endpoint-id "$id"
  done
  finish

  # VPC Lattice: lists leave out ports, definitions and security groups.
  begin ResourceGateways
  for id in $(ids 'items[].id' vpc-lattice list-resource-gateways); do
    each '@' vpc-lattice get-resource-gateway --resource-gateway-identifier "$id"
  done
  finish
  begin ResourceConfigurations
  for id in $(ids 'items[].id' vpc-lattice list-resource-configurations); do
    each '@' vpc-lattice get-resource-configuration --resource-configuration-identifier "$id"
  done
  finish
  save ServiceNetworks vpc-lattice list-service-networks --query '{ServiceNetworks: items}'
  local networks association
  networks=$(ids 'items[].id' vpc-lattice list-service-networks)
  begin ServiceNetworkResourceAssociations
  for id in $networks; do
    for association in $(ids 'items[].id' vpc-lattice list-service-network-resource-associations --service-network-identifier "$id"); do
      each '@' vpc-lattice get-service-network-resource-association --service-network-resource-association-identifier "$association"
    done
  done
  finish
  begin ServiceNetworkVpcAssociations
  for id in $networks; do
    for association in $(ids 'items[].id' vpc-lattice list-service-network-vpc-associations --service-network-identifier "$id"); do
      each '@' vpc-lattice get-service-network-vpc-association --service-network-vpc-association-identifier "$association"
    done
  done
  finish

  begin FirewallRuleLists
  for id in $(ids 'FirewallRuleGroups[].Id' route53resolver list-firewall-rule-groups); do
    each "{FirewallRuleGroupId: '$id', FirewallRules: FirewallRules}" route53resolver list-firewall-rules --firewall-rule-group-id "$id"
  done
  finish
  # AWS does not tell what is in its own lists.
  begin FirewallDomains
  for id in $(ids 'FirewallDomainLists[?!ManagedOwnerName].Id' route53resolver list-firewall-domain-lists); do
    each "{FirewallDomainListId: '$id', Domains: Domains}" route53resolver list-firewall-domains --firewall-domain-list-id "$id"
  done
  finish
  begin ProfileResources
  for id in $(ids 'ProfileSummaries[].Id' route53profiles list-profiles); do
    each "{ProfileId: '$id', ProfileResourceAssociations: ProfileResourceAssociations}" route53profiles list-profile-resource-associations --profile-id "$id"
  done
  finish

  begin DomainStatusList
  for id in $(ids 'DomainNames[].DomainName' opensearch list-domain-names); do
    each 'DomainStatus.{DomainName: DomainName, ARN: ARN, VPCOptions: VPCOptions, DomainEndpointOptions: DomainEndpointOptions}' opensearch describe-domain --domain-name "$id"
  done
  finish

  begin DirectConnectGatewayAssociations
  for id in $(ids 'directConnectGateways[].directConnectGatewayId' directconnect describe-direct-connect-gateways); do
    for association in $(ids 'directConnectGatewayAssociations[].associationId' directconnect describe-direct-connect-gateway-associations --direct-connect-gateway-id "$id"); do
      each 'directConnectGatewayAssociations[0]' directconnect describe-direct-connect-gateway-associations --association-id "$association"
    done
  done
  finish
}

# Route 53 is one for all Regions.
collect_global() {
  local id
  save HostedZones route53 list-hosted-zones
  begin HostedZoneDetails
  for id in $(ids 'HostedZones[].Id' route53 list-hosted-zones); do
    each '{HostedZone: HostedZone, VPCs: VPCs}' route53 get-hosted-zone --id "$id"
  done
  finish
  begin HostedZoneRecords
  for id in $(ids 'HostedZones[].Id' route53 list-hosted-zones); do
    each "{HostedZoneId: '$id', ResourceRecordSets: ResourceRecordSets}" route53 list-resource-record-sets --hosted-zone-id "$id"
  done
  finish
}

for region in "$@"; do
  folder="$out/$account/$region"
  mkdir -p "$folder" || exit 1
  echo "$account $region …"
  collect_region
done
region="${1:-us-east-1}"
folder="$out/$account/global"
mkdir -p "$folder" || exit 1
echo "$account global …"
collect_global

rm -f "$trouble"
echo "$saved answers are in $out."
if [ "$failed" -gt 0 ]; then echo "$failed calls were not answered: see $out/errors.txt."; fi

#!/usr/bin/env bash
# Gathers what Hopwise's import reads from an AWS account: the answers of describe, list and get calls, one file a call.
# It changes nothing in the account, reads no content of buckets, tables, queues or secrets, and leaves out keys and variables
# (pre-shared keys of VPNs, environments of functions and tasks). Needs the AWS CLI, version 2 or 1, and a role that may do what
# collect-permissions.json lists; ViewOnlyAccess does for the network, SecurityAudit for the policies too.
#
#   collect.sh [--profile NAME] [--out FOLDER] [--most NUMBER] REGION…
#
# Of buckets, keys, queues, … the first 200 of a kind are asked for their policies, or as many as --most says; of roles those of
# instances, functions and tasks are gathered.
# Run it once for each account into the same folder, then drop the folder, or a zip of it, on Hopwise.
# A call that is denied is written to FOLDER/errors.txt, and the rest goes on.
set -u

out=hopwise-aws
most=200
usage() {
  echo "usage: collect.sh [--profile NAME] [--out FOLDER] [--most NUMBER] REGION…" >&2
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
    --most)
      [ $# -gt 1 ] || usage
      [ "$2" -gt 0 ] 2>/dev/null || usage
      most="$2"
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
partition=$(aws sts get-caller-identity --query Arn --output text | cut -d: -f2)
mkdir -p "$out/$account" || exit 1
# Profiles and roles of what sends, for the whole account.
profiles="$out/$account/profiles.tmp"
roles="$out/$account/roles.tmp"
: >"$profiles"
: >"$roles"
trouble="$out/$account/last-error.tmp"
saved=0

# Says why the last call failed, and goes on.
record() {
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

# listed QUERY CALL…: the same of a list that is not saved: that it was denied is written down.
listed() {
  local query="$1" answer
  shift
  if answer=$(aws "$@" --region "$region" --query "$query" --output text 2>"$trouble"); then
    printf '%s\n' "$answer" | tr '\t' '\n' | grep -v '^None$'
  else
    record "$@"
  fi
}

# capped WHAT: the first of many ids; that there are more is written down.
capped() {
  awk -v most="$most" -v what="$account $region: $1" -v file="$out/errors.txt" '
    NR <= most { print }
    END { if (NR > most) printf "%s: the first %d of %d were asked about (--most)\n", what, most, NR >>file }'
}

# quoted: ids as a list that --query can hold.
quoted() {
  awk 'BEGIN { printf "`[" } NF { printf "%s\"%s\"", separator, $0; separator = "," } END { printf "]`" }'
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
# many KEY IDS QUERY CALL…: the same for each of many ids, which stand where the query and the call say _ID_.
gather() {
  local how="$1" key="$2" list="$3" id
  shift 3
  begin "$key"
  for id in $list; do "$how" "${@//_ID_/$id}"; done
  finish
}
many() { gather each "$@"; }
many_stated() { gather stated "$@"; }
# What AWS answers where there is no policy, or no organisation.
NONE='NoSuchBucketPolicy|NoSuchPublicAccessBlockConfiguration|OwnershipControlsNotFoundError|ServerSideEncryptionConfigurationNotFoundError'
NONE="$NONE|NoSuchAccessPointPolicy|PolicyNotFoundException|ResourceNotFoundException|AWSOrganizationsNotInUseException"
# stated QUERY NONE CALL…: the same, for what may not be there: that it is not is an answer too.
stated() {
  local query="$1" none="$2" answer
  shift 2
  if ! answer=$(aws "$@" --region "$region" --query "$query" --output json 2>"$trouble"); then
    if ! grep -Eq "$NONE" "$trouble"; then
      record "$@"
      return
    fi
    answer="$none"
  fi
  if [ -n "$answer" ]; then
    printf '%s\n%s' "$separator" "$answer" >>"$target"
    separator=","
  fi
  saved=$((saved + 1))
}
# policies PREFIX IDS MEMBER CALL…: policies of resources, whose ARNs are their ids behind the prefix; MEMBER of the answer has them.
policies() {
  local prefix="$1" list="$2" member="$3" id arn
  shift 3
  for id in $list; do
    arn="$prefix$id"
    stated "{ResourceArn: '$arn', Policy: $member}" "{\"ResourceArn\": \"$arn\", \"Policy\": null}" "${@//_ID_/$id}"
  done
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
  save Functions lambda list-functions --query '{Functions: Functions[].{FunctionName: FunctionName, FunctionArn: FunctionArn, Role: Role, VpcConfig: VpcConfig}}'
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

  many FirewallDetails "$(ids 'Firewalls[].FirewallArn' network-firewall list-firewalls)" '{Firewall: Firewall, FirewallStatus: FirewallStatus}' network-firewall describe-firewall --firewall-arn _ID_
  many FirewallPolicyDetails "$(ids 'FirewallPolicies[].Arn' network-firewall list-firewall-policies)" '{FirewallPolicy: FirewallPolicy, FirewallPolicyResponse: FirewallPolicyResponse}' network-firewall describe-firewall-policy --firewall-policy-arn _ID_
  many RuleGroupDetails "$(ids 'RuleGroups[].Arn' network-firewall list-rule-groups)" '{RuleGroup: RuleGroup, RuleGroupResponse: RuleGroupResponse}' network-firewall describe-rule-group --rule-group-arn _ID_
  many ManagedPrefixListEntries "$(ids 'PrefixLists[].PrefixListId' ec2 describe-managed-prefix-lists)" "{PrefixListId: '_ID_', Entries: Entries}" ec2 get-managed-prefix-list-entries --prefix-list-id _ID_
  many ServicePermissions "$(ids 'ServiceConfigurations[].ServiceId' ec2 describe-vpc-endpoint-service-configurations)" "{ServiceId: '_ID_', AllowedPrincipals: AllowedPrincipals}" ec2 describe-vpc-endpoint-service-permissions --service-id _ID_

  local tables
  tables=$(ids 'TransitGatewayRouteTables[].TransitGatewayRouteTableId' ec2 describe-transit-gateway-route-tables)
  many TransitGatewayPropagations "$tables" "{TransitGatewayRouteTableId: '_ID_', TransitGatewayRouteTablePropagations: TransitGatewayRouteTablePropagations}" ec2 get-transit-gateway-route-table-propagations --transit-gateway-route-table-id _ID_
  many TransitGatewayAssociations "$tables" "{TransitGatewayRouteTableId: '_ID_', Associations: Associations}" ec2 get-transit-gateway-route-table-associations --transit-gateway-route-table-id _ID_
  many TransitGatewayStaticRoutes "$tables" "{TransitGatewayRouteTableId: '_ID_', Routes: Routes, AdditionalRoutesAvailable: AdditionalRoutesAvailable}" ec2 search-transit-gateway-routes --transit-gateway-route-table-id _ID_ --filters Name=type,Values=static

  local balancers groups
  balancers=$(ids 'LoadBalancers[].LoadBalancerArn' elbv2 describe-load-balancers)
  many LoadBalancerListeners "$balancers" "{LoadBalancerArn: '_ID_', Listeners: Listeners}" elbv2 describe-listeners --load-balancer-arn _ID_
  many ListenerRules "$(for balancer in $balancers; do ids "Listeners[?Protocol=='HTTP'||Protocol=='HTTPS'].ListenerArn" elbv2 describe-listeners --load-balancer-arn "$balancer"; done)" "{ListenerArn: '_ID_', Rules: Rules}" elbv2 describe-rules --listener-arn _ID_
  many LoadBalancerAttributes "$balancers" "{LoadBalancerArn: '_ID_', Attributes: Attributes}" elbv2 describe-load-balancer-attributes --load-balancer-arn _ID_
  groups=$(ids 'TargetGroups[].TargetGroupArn' elbv2 describe-target-groups)
  many TargetGroupAttributes "$groups" "{TargetGroupArn: '_ID_', Attributes: Attributes}" elbv2 describe-target-group-attributes --target-group-arn _ID_
  many LoadBalancerTargetHealth "$groups" "{TargetGroupArn: '_ID_', TargetHealthDescriptions: TargetHealthDescriptions}" elbv2 describe-target-health --target-group-arn _ID_
  many ResolverEndpointIpAddresses "$(ids 'ResolverEndpoints[].Id' route53resolver list-resolver-endpoints)" "{ResolverEndpointId: '_ID_', IpAddresses: IpAddresses}" route53resolver list-resolver-endpoint-ip-addresses --resolver-endpoint-id _ID_

  # VPC Lattice: lists leave out ports, definitions and security groups.
  many ResourceGateways "$(ids 'items[].id' vpc-lattice list-resource-gateways)" '@' vpc-lattice get-resource-gateway --resource-gateway-identifier _ID_
  many ResourceConfigurations "$(ids 'items[].id' vpc-lattice list-resource-configurations)" '@' vpc-lattice get-resource-configuration --resource-configuration-identifier _ID_
  save ServiceNetworks vpc-lattice list-service-networks --query '{ServiceNetworks: items}'
  local networks
  networks=$(ids 'items[].id' vpc-lattice list-service-networks)
  many ServiceNetworkResourceAssociations "$(for id in $networks; do ids 'items[].id' vpc-lattice list-service-network-resource-associations --service-network-identifier "$id"; done)" '@' vpc-lattice get-service-network-resource-association --service-network-resource-association-identifier _ID_
  many ServiceNetworkVpcAssociations "$(for id in $networks; do ids 'items[].id' vpc-lattice list-service-network-vpc-associations --service-network-identifier "$id"; done)" '@' vpc-lattice get-service-network-vpc-association --service-network-vpc-association-identifier _ID_

  many FirewallRuleLists "$(ids 'FirewallRuleGroups[].Id' route53resolver list-firewall-rule-groups)" "{FirewallRuleGroupId: '_ID_', FirewallRules: FirewallRules}" route53resolver list-firewall-rules --firewall-rule-group-id _ID_
  # AWS does not tell what is in its own lists.
  many FirewallDomains "$(ids 'FirewallDomainLists[?!ManagedOwnerName].Id' route53resolver list-firewall-domain-lists)" "{FirewallDomainListId: '_ID_', Domains: Domains}" route53resolver list-firewall-domains --firewall-domain-list-id _ID_
  many ProfileResources "$(ids 'ProfileSummaries[].Id' route53profiles list-profiles)" "{ProfileId: '_ID_', ProfileResourceAssociations: ProfileResourceAssociations}" route53profiles list-profile-resource-associations --profile-id _ID_
  many DomainStatusList "$(ids 'DomainNames[].DomainName' opensearch list-domain-names)" 'DomainStatus.{DomainName: DomainName, ARN: ARN, VPCOptions: VPCOptions, DomainEndpointOptions: DomainEndpointOptions}' opensearch describe-domain --domain-name _ID_

  # Tasks with their interfaces and roles, without what their containers are told.
  local cluster task definitions=""
  begin Tasks
  for cluster in $(listed 'clusterArns[]' ecs list-clusters); do
    for task in $(ids 'taskArns[]' ecs list-tasks --cluster "$cluster" | capped "tasks of $cluster"); do
      each 'tasks[0].{taskArn: taskArn, taskDefinitionArn: taskDefinitionArn, attachments: attachments, overrides: {taskRoleArn: overrides.taskRoleArn, executionRoleArn: overrides.executionRoleArn}}' ecs describe-tasks --cluster "$cluster" --tasks "$task"
      definitions="$definitions
$(ids 'tasks[].taskDefinitionArn' ecs describe-tasks --cluster "$cluster" --tasks "$task")"
    done
  done
  finish
  begin TaskDefinitions
  for id in $(printf '%s\n' "$definitions" | sort -u); do
    each 'taskDefinition.{taskDefinitionArn: taskDefinitionArn, taskRoleArn: taskRoleArn, executionRoleArn: executionRoleArn}' ecs describe-task-definition --task-definition "$id"
    ids 'taskDefinition.[taskRoleArn, executionRoleArn][]' ecs describe-task-definition --task-definition "$id" >>"$roles"
  done
  finish
  ids 'Reservations[].Instances[].IamInstanceProfile.Arn' ec2 describe-instances >>"$profiles"
  ids 'Functions[?VpcConfig.VpcId].Role' lambda list-functions >>"$roles"

  collect_policies

  many DirectConnectGatewayAssociations "$(for id in $(ids 'directConnectGateways[].directConnectGatewayId' directconnect describe-direct-connect-gateways); do ids 'directConnectGatewayAssociations[].associationId' directconnect describe-direct-connect-gateway-associations --direct-connect-gateway-id "$id"; done)" 'directConnectGatewayAssociations[0]' directconnect describe-direct-connect-gateway-associations --association-id _ID_
}

# What carries a policy of its own.
collect_policies() {
  local keys points here="$region:$account"
  keys=$(listed 'Keys[].KeyArn' kms list-keys | capped keys)
  points=$(listed 'AccessPointList[].Name' s3control list-access-points --account-id "$account" | capped "access points")
  begin ResourcePolicies
  policies '' "$keys" Policy kms get-key-policy --key-id _ID_ --policy-name default
  policies '' "$(listed 'SecretList[].ARN' secretsmanager list-secrets | capped secrets)" ResourcePolicy secretsmanager get-resource-policy --secret-id _ID_
  policies "arn:$partition:dynamodb:$here:table/" "$(listed 'TableNames[]' dynamodb list-tables | capped tables)" Policy dynamodb get-resource-policy --resource-arn "arn:$partition:dynamodb:$here:table/_ID_"
  policies '' "$(ids 'Functions[].FunctionArn' lambda list-functions | capped functions)" Policy lambda get-policy --function-name _ID_
  policies "arn:$partition:ecr:$here:repository/" "$(listed 'repositories[].repositoryName' ecr describe-repositories | capped repositories)" policyText ecr get-repository-policy --repository-name _ID_
  policies "arn:$partition:s3:$here:accesspoint/" "$points" Policy s3control get-access-point-policy --account-id "$account" --name _ID_
  finish
  many AccessPointList "$points" '@' s3control get-access-point --account-id "$account" --name _ID_
  many QueueAttributes "$(listed 'QueueUrls[]' sqs list-queues | capped queues)" '{QueueArn: Attributes.QueueArn, Policy: Attributes.Policy}' sqs get-queue-attributes --queue-url _ID_ --attribute-names QueueArn Policy
  many TopicAttributes "$(listed 'Topics[].TopicArn' sns list-topics | capped topics)" '{TopicArn: Attributes.TopicArn, Owner: Attributes.Owner, Policy: Attributes.Policy}' sns get-topic-attributes --topic-arn _ID_
  save EventBuses events list-event-buses
  save Aliases kms list-aliases
  many KeyGrants "$keys" "{KeyId: '_ID_', Grants: Grants}" kms list-grants --key-id _ID_
}

# IAM, Organizations, the list of buckets and Route 53 are one for all Regions.
collect_global() {
  local id
  collect_identities
  collect_buckets
  collect_organisation
  save HostedZones route53 list-hosted-zones
  many HostedZoneDetails "$(ids 'HostedZones[].Id' route53 list-hosted-zones)" '{HostedZone: HostedZone, VPCs: VPCs}' route53 get-hosted-zone --id _ID_
  many HostedZoneRecords "$(ids 'HostedZones[].Id' route53 list-hosted-zones)" "{HostedZoneId: '_ID_', ResourceRecordSets: ResourceRecordSets}" route53 list-resource-record-sets --hosted-zone-id _ID_
}

# Roles of what sends, and what is attached to them: managed policies by their default version.
collect_identities() {
  local id wanted attached
  id=$(sort -u "$profiles" | quoted)
  ids "InstanceProfiles[?contains($id, Arn)].Roles[].Arn" iam list-instance-profiles >>"$roles"
  wanted=$(sort -u "$roles" | grep -v '^$' | capped roles | quoted)
  attached=$(ids "RoleDetailList[?contains($wanted, Arn)].[AttachedManagedPolicies[].PolicyArn, [PermissionsBoundary.PermissionsBoundaryArn]][][]" iam get-account-authorization-details --filter Role | sort -u | quoted)
  rm -f "$profiles" "$roles"
  save InstanceProfiles iam list-instance-profiles --query '{InstanceProfiles: InstanceProfiles[].{Arn: Arn, InstanceProfileName: InstanceProfileName, Roles: Roles[].{Arn: Arn, RoleName: RoleName}}}'
  save RoleDetailList iam get-account-authorization-details --filter Role --query "{RoleDetailList: RoleDetailList[?contains($wanted, Arn)]}"
  save Policies iam get-account-authorization-details --filter LocalManagedPolicy AWSManagedPolicy --query "{Policies: Policies[?contains($attached, Arn)].{PolicyName: PolicyName, Arn: Arn, DefaultVersionId: DefaultVersionId, PolicyVersionList: PolicyVersionList[?IsDefaultVersion]}}"
}

collect_buckets() {
  local id buckets own='PublicAccessBlockConfiguration: PublicAccessBlockConfiguration' none='"PublicAccessBlockConfiguration": null'
  save Buckets s3api list-buckets --query '{Buckets: Buckets[].{Name: Name}}'
  buckets=$(ids 'Buckets[].Name' s3api list-buckets | capped buckets)
  many BucketLocations "$buckets" "{Bucket: '_ID_', LocationConstraint: LocationConstraint}" s3api get-bucket-location --bucket _ID_
  many_stated ResourcePolicies "$buckets" "{Bucket: '_ID_', Policy: Policy}" "{\"Bucket\": \"_ID_\", \"Policy\": null}" s3api get-bucket-policy --bucket _ID_
  begin PublicAccessBlocks
  stated "{AccountId: '$account', $own}" "{\"AccountId\": \"$account\", $none}" s3control get-public-access-block --account-id "$account"
  for id in $buckets; do stated "{Bucket: '$id', $own}" "{\"Bucket\": \"$id\", $none}" s3api get-public-access-block --bucket "$id"; done
  finish
  many_stated OwnershipControls "$buckets" "{Bucket: '_ID_', OwnershipControls: OwnershipControls}" "{\"Bucket\": \"_ID_\", \"OwnershipControls\": null}" s3api get-bucket-ownership-controls --bucket _ID_
  many_stated BucketEncryptions "$buckets" "{Bucket: '_ID_', ServerSideEncryptionConfiguration: ServerSideEncryptionConfiguration}" "{\"Bucket\": \"_ID_\", \"ServerSideEncryptionConfiguration\": null}" s3api get-bucket-encryption --bucket _ID_
}

# The policies that reach the account, level by level: its management account may read them, others may not.
collect_organisation() {
  local above unit type
  begin Organizations
  stated 'Organization.{Id: Id, MasterAccountId: MasterAccountId, FeatureSet: FeatureSet}' '' organizations describe-organization
  finish
  save Roots organizations list-roots --query '{Roots: Roots[].{Id: Id, PolicyTypes: PolicyTypes}}'
  local levels="$account"
  above="$account"
  begin OrganizationParents
  for _ in 1 2 3 4 5 6; do
    each "{ChildId: '$above', Parents: Parents}" organizations list-parents --child-id "$above"
    above=$(ids 'Parents[0].Id' organizations list-parents --child-id "$above" | head -n 1)
    [ -n "$above" ] || break
    levels="$levels $above"
    case "$above" in r-*) break ;; esac
  done
  finish
  local policies=""
  begin TargetPolicies
  for unit in $levels; do
    for type in SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY; do
      each "{TargetId: '$unit', Policies: Policies}" organizations list-policies-for-target --target-id "$unit" --filter "$type"
      policies="$policies
$(ids 'Policies[].Id' organizations list-policies-for-target --target-id "$unit" --filter "$type")"
    done
  done
  finish
  many OrganizationPolicies "$(printf '%s\n' "$policies" | sort -u)" 'Policy' organizations describe-policy --policy-id _ID_
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
if [ -s "$out/errors.txt" ]; then echo "Not all calls were answered: see $out/errors.txt."; fi

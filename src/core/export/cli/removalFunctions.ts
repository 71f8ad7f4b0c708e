/** Shell functions by which a teardown deletes what takes more than a call. */
export const REMOVAL_FUNCTIONS: Readonly<Record<string, string>> = {
  remove_record: `# remove_record ZONE TYPE,NAME: deletes a record as it stands in the zone. A wildcard may be listed as \\052 or as *.
remove_record() {
  local found type=\${2%%,*} name=\${2#*,} plain
  plain=\${name/#'\\052'/*}
  found=$(allow NoSuchHostedZone aws route53 list-resource-record-sets --hosted-zone-id "$1" --query "ResourceRecordSets[?(Name=='$name' || Name=='$plain') && Type=='$type'] | [0]" --output json)
  if [[ -z $found || $found == null ]]; then return 0; fi
  aws route53 change-resource-record-sets --hosted-zone-id "$1" --change-batch "{\\"Changes\\":[{\\"Action\\":\\"DELETE\\",\\"ResourceRecordSet\\":$found}]}" >/dev/null
}`,

  reject_endpoints: `# reject_endpoints REGION SERVICE: ends the connections of a service of one's own.
reject_endpoints() {
  local endpoints
  endpoints=$(allow InvalidVpcEndpointServiceId.NotFound aws ec2 describe-vpc-endpoint-connections --region "$1" --filters "Name=service-id,Values=$2" --query "VpcEndpointConnections[?VpcEndpointState=='available' || VpcEndpointState=='pendingAcceptance'].VpcEndpointId" --output text)
  for endpoint in $endpoints; do
    aws ec2 reject-vpc-endpoint-connections --region "$1" --service-id "$2" --vpc-endpoint-ids "$endpoint" >/dev/null
    wait_for '|None|[Rr]ejected|[Dd]elet(ing|ed)' aws ec2 describe-vpc-endpoint-connections --region "$1" --filters "Name=service-id,Values=$2" "Name=vpc-endpoint-id,Values=$endpoint" --query 'VpcEndpointConnections[0].VpcEndpointState' --output text
  done
}`,

  deregister_target: `# deregister_target REGION GROUP TARGET: takes it out of the group.
deregister_target() {
  allow 'TargetGroupNotFound|InvalidTarget' aws elbv2 deregister-targets --region "$1" --target-group-arn "$2" --targets "$3"
}`,

  leave_zone: `# leave_zone ZONE VPC: the VPC, as VPCRegion=...,VPCId=..., sees the zone no longer.
leave_zone() {
  allow 'NoSuchHostedZone|VPCAssociationNotFound' aws route53 disassociate-vpc-from-hosted-zone --region "$region" --hosted-zone-id "$1" --vpc "$2" >/dev/null
}`,

  put_back_acl: `# put_back_acl REGION ASSOCIATION VPC: back to the default network ACL.
put_back_acl() {
  local acl
  acl=$(aws ec2 describe-network-acls --region "$1" --filters "Name=vpc-id,Values=$3" Name=default,Values=true --query 'NetworkAcls[0].NetworkAclId' --output text)
  [[ $acl == None ]] || allow InvalidAssociationID.NotFound aws ec2 replace-network-acl-association --region "$1" --association-id "$2" --network-acl-id "$acl" >/dev/null
}`,

  remove_repository: `# remove_repository REGION ARN: deletes a repository of images; AWS refuses one that is not empty.
remove_repository() { allow RepositoryNotFoundException aws ecr delete-repository --region "$1" --repository-name "\${2#*:repository/}" >/dev/null; }`,

  remove_role: `# remove_role NAME: deletes a role, and takes its policies off before.
remove_role() {
  local policies
  policies=$(allow NoSuchEntity aws iam list-role-policies --role-name "$1" --query 'PolicyNames[]' --output text)
  for policy in $policies; do allow NoSuchEntity aws iam delete-role-policy --role-name "$1" --policy-name "$policy"; done
  policies=$(allow NoSuchEntity aws iam list-attached-role-policies --role-name "$1" --query 'AttachedPolicies[].PolicyArn' --output text)
  for policy in $policies; do allow NoSuchEntity aws iam detach-role-policy --role-name "$1" --policy-arn "$policy"; done
  allow NoSuchEntity aws iam delete-role --role-name "$1"
}`,

  remove_user: `# remove_user NAME: deletes a user, and takes its policies off before.
remove_user() {
  local policies
  policies=$(allow NoSuchEntity aws iam list-user-policies --user-name "$1" --query 'PolicyNames[]' --output text)
  for policy in $policies; do allow NoSuchEntity aws iam delete-user-policy --user-name "$1" --policy-name "$policy"; done
  policies=$(allow NoSuchEntity aws iam list-attached-user-policies --user-name "$1" --query 'AttachedPolicies[].PolicyArn' --output text)
  for policy in $policies; do allow NoSuchEntity aws iam detach-user-policy --user-name "$1" --policy-arn "$policy"; done
  allow NoSuchEntity aws iam delete-user --user-name "$1"
}`,

  remove_route: `# remove_route REGION TABLE DESTINATION[,local]: deletes a route, or leads it back to where AWS had it.
remove_route() {
  local destination=\${3%,local} flag
  case $destination in
    pl-*) flag=--destination-prefix-list-id ;;
    *:*) flag=--destination-ipv6-cidr-block ;;
    *) flag=--destination-cidr-block ;;
  esac
  if [[ $3 == *,local ]]; then
    allow 'InvalidRoute.NotFound|InvalidRouteTableID.NotFound' aws ec2 replace-route --region "$1" --route-table-id "$2" "$flag" "$destination" --local-target
  else
    allow 'InvalidRoute.NotFound|InvalidRouteTableID.NotFound' aws ec2 delete-route --region "$1" --route-table-id "$2" "$flag" "$destination"
  fi
}`,

  remove_service: `# remove_service REGION SERVICE: ends the connections of an endpoint service, and deletes it.
remove_service() {
  local problem
  reject_endpoints "$1" "$2"
  problem=$(persist InvalidVpcEndpointServiceId.NotFound aws ec2 delete-vpc-endpoint-service-configurations --region "$1" --service-ids "$2" --query 'Unsuccessful[].Error.[Code,Message]' --output text)
  [[ -z $problem || $problem == None || $problem == InvalidVpcEndpointService*NotFound* ]] || fail "$problem"
}`,

  remove_task_service: `# remove_task_service REGION ARN: stops an ECS service, and waits until it has.
remove_task_service() {
  local cluster name=\${2##*/}
  cluster=$(cut -d / -f 2 <<<"$2")
  allow 'ServiceNotFoundException|ClusterNotFoundException|ServiceNotActiveException' aws ecs delete-service --region "$1" --cluster "$cluster" --service "$name" --force >/dev/null
  aws ecs wait services-inactive --region "$1" --cluster "$cluster" --services "$name"
}`,
}

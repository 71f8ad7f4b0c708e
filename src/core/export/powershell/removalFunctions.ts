/** Functions by which a teardown deletes what takes more than a call. */
export const REMOVAL_FUNCTIONS: Readonly<Record<string, string>> = {
  TaggedIds: `# Ids of what still carries the tag of this deployment in EC2.
function TaggedIds($Place) {
  return @((Get-EC2Tag -Region $Place -Filter @(@{ Name = 'key'; Values = @('hopwise:design') }, @{ Name = 'value'; Values = @($design) }) -Select '*').Tags.ResourceId)
}`,

  MayDelete: `# Whether data may be deleted. It is kept, and stays recorded, unless HOPWISE_DELETE_DATA=yes.
function MayDelete($Called) {
  if ((Said 'HOPWISE_DELETE_DATA') -ceq 'yes') { return $true }
  Say "kept, because it may hold data (HOPWISE_DELETE_DATA=yes deletes it): $Called"
  $script:keep = $true
  return $false
}`,

  RemoveRecord: `# Deletes a record, TYPE,NAME, as it stands in the zone. A wildcard may be listed as \\052 or as *.
function RemoveRecord($Zone, $Record) {
  $type_, $listed = $Record -split ',', 2
  $plain = $listed -replace '^\\\\052', '*'
  $found = Allow 'NoSuchHostedZone' {
    (Get-R53ResourceRecordSet -HostedZoneId $Zone -StartRecordName $plain -StartRecordType $type_ -Select '*').ResourceRecordSets | Where-Object { ($_.Name -ceq $listed -or $_.Name -ceq $plain) -and [string]$_.Type -ceq $type_ } | Select-Object -First 1
  }
  if ($null -eq $found) { return }
  $null = Edit-R53ResourceRecordSet -HostedZoneId $Zone -ChangeBatch_Changes @(@{ Action = 'DELETE'; ResourceRecordSet = $found })
}`,

  LeaveZone: `# The VPC, as VPCRegion=...,VPCId=..., sees the zone no longer.
function LeaveZone($Zone, $Pair) {
  $place, $network = $Pair -split ',' | ForEach-Object { ($_ -split '=', 2)[1] }
  $null = Allow 'NoSuchHostedZone|VPCAssociationNotFound' { Unregister-R53VPCFromHostedZone -HostedZoneId $Zone -VPC_VPCRegion $place -VPC_VPCId $network }
}`,

  DeregisterTarget: `# Takes a target, as Id=...,Port=..., out of the group.
function DeregisterTarget($Place, $Group, $Member) {
  $description = @{}
  foreach ($pair in $Member -split ',') {
    $key, $said = $pair -split '=', 2
    $description[$key] = if ($key -ceq 'Port') { [int]$said } else { $said }
  }
  $null = Allow 'TargetGroupNotFound|InvalidTarget' { Unregister-ELB2Target -Region $Place -TargetGroupArn $Group -Target @($description) }
}`,

  PutBackAcl: `# Back to the default network ACL.
function PutBackAcl($Place, $Association, $Network) {
  $acl = Text (@((Get-EC2NetworkAcl -Region $Place -Filter @(@{ Name = 'vpc-id'; Values = @($Network) }, @{ Name = 'default'; Values = @('true') }) -Select '*').NetworkAcls)[0].NetworkAclId)
  if ($acl) { $null = Allow 'InvalidAssociationID.NotFound' { Set-EC2NetworkAclAssociation -Region $Place -AssociationId $Association -NetworkAclId $acl } }
}`,

  RemoveRepository: `# Deletes a repository of images; AWS refuses one that is not empty.
function RemoveRepository($Place, $Arn) {
  $null = Allow 'RepositoryNotFoundException' { Remove-ECRRepository -Region $Place -RepositoryName ($Arn -replace '^.*:repository/', '') }
}`,

  RemoveRole: `# Deletes a role, and takes its policies off before.
function RemoveRole($Called) {
  $inline = Allow 'NoSuchEntity' { (Get-IAMRolePolicyList -RoleName $Called -Select '*').PolicyNames }
  foreach ($policy in @($inline)) {
    if ($policy) { $null = Allow 'NoSuchEntity' { Remove-IAMRolePolicy -RoleName $Called -PolicyName $policy } }
  }
  $policies = Allow 'NoSuchEntity' { (Get-IAMAttachedRolePolicyList -RoleName $Called -Select '*').AttachedPolicies.PolicyArn }
  foreach ($policy in @($policies)) {
    if ($policy) { $null = Allow 'NoSuchEntity' { Unregister-IAMRolePolicy -RoleName $Called -PolicyArn $policy } }
  }
  $null = Allow 'NoSuchEntity' { Remove-IAMRole -RoleName $Called }
}`,

  RemoveUser: `# Deletes a user, and takes its policies off before.
function RemoveUser($Called) {
  $inline = Allow 'NoSuchEntity' { (Get-IAMUserPolicyList -UserName $Called -Select '*').PolicyNames }
  foreach ($policy in @($inline)) {
    if ($policy) { $null = Allow 'NoSuchEntity' { Remove-IAMUserPolicy -UserName $Called -PolicyName $policy } }
  }
  $policies = Allow 'NoSuchEntity' { (Get-IAMAttachedUserPolicyList -UserName $Called -Select '*').AttachedPolicies.PolicyArn }
  foreach ($policy in @($policies)) {
    if ($policy) { $null = Allow 'NoSuchEntity' { Unregister-IAMUserPolicy -UserName $Called -PolicyArn $policy } }
  }
  $null = Allow 'NoSuchEntity' { Remove-IAMUser -UserName $Called }
}`,

  RemoveRoute: `# Deletes a route, or leads it back to where AWS had it.
function RemoveRoute($Place, $Table, $Destination) {
  $isLocal = $Destination -clike '*,local'
  $target_ = $Destination -replace ',local$', ''
  $to = if ($target_ -clike 'pl-*') { @{ DestinationPrefixListId = $target_ } } elseif ($target_ -clike '*:*') { @{ DestinationIpv6CidrBlock = $target_ } } else { @{ DestinationCidrBlock = $target_ } }
  $null = Allow 'InvalidRoute.NotFound|InvalidRouteTableID.NotFound' {
    if ($isLocal) { Set-EC2Route -Region $Place -RouteTableId $Table @to -LocalTarget $true } else { Remove-EC2Route -Region $Place -RouteTableId $Table @to }
  }
}`,

  RejectEndpoints: `# Ends the connections of a service of one's own.
function RejectEndpoints($Place, $Service) {
  $connections = Allow 'InvalidVpcEndpointServiceId.NotFound' { (Get-EC2EndpointConnection -Region $Place -Filter @(@{ Name = 'service-id'; Values = @($Service) }) -Select '*').VpcEndpointConnections }
  foreach ($one in @($connections)) {
    if ([string]$one.VpcEndpointState -cnotmatch '^(available|pendingAcceptance)$') { continue }
    $null = Deny-EC2EndpointConnection -Region $Place -ServiceId $Service -VpcEndpointId $one.VpcEndpointId
    WaitFor '|[Rr]ejected|[Dd]elet(ing|ed)' {
      Text (@((Get-EC2EndpointConnection -Region $Place -Filter @(@{ Name = 'service-id'; Values = @($Service) }, @{ Name = 'vpc-endpoint-id'; Values = @($one.VpcEndpointId) }) -Select '*').VpcEndpointConnections)[0].VpcEndpointState)
    }
  }
}`,

  RemoveService: `# Ends the connections of an endpoint service, and deletes it.
function RemoveService($Place, $Service) {
  RejectEndpoints $Place $Service
  Check {
    Persist 'InvalidVpcEndpointServiceId.NotFound' { (Remove-EC2EndpointServiceConfiguration -Region $Place -ServiceId $Service -Select '*').Unsuccessful.Error | ForEach-Object { [string]$_.Code; [string]$_.Message } }
  } 'InvalidVpcEndpointService*NotFound'
}`,

  RemoveTaskService: `# Stops an ECS service, and waits until it has.
function RemoveTaskService($Place, $Arn) {
  $cluster = ($Arn -split '/')[1]
  $called = ($Arn -split '/')[-1]
  $null = Allow 'ServiceNotFoundException|ClusterNotFoundException|ServiceNotActiveException' { Remove-ECSService -Region $Place -Cluster $cluster -Service $called -Enforce $true }
  WaitFor '|INACTIVE' { Allow 'ClusterNotFoundException' { Text ((Get-ECSService -Region $Place -Cluster $cluster -Service $called -Select '*').Services.Status) } }
}`,
}

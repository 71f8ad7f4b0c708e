/** Functions that tell the deployment whose tag a thing carries. */
export const OWNER_FUNCTIONS: Readonly<Record<string, string>> = {
  Ec2Owner: `# The deployment whose tag a resource of EC2 carries.
function Ec2Owner($Place, $Thing) {
  $tags = (Get-EC2Tag -Region $Place -Filter @(@{ Name = 'resource-id'; Values = @($Thing) }, @{ Name = 'key'; Values = @('hopwise:design') }) -Select '*').Tags
  return TagOf $tags 'hopwise:design'
}`,

  ZoneOwner: `# The same for a hosted zone.
function ZoneOwner($Zone) {
  return Allow 'NoSuchHostedZone' { TagOf (Get-R53TagsForResource -ResourceType 'hostedzone' -ResourceId ($Zone -replace '^.*/', '') -Select '*').ResourceTagSet.Tags 'hopwise:design' }
}`,

  ResolverOwner: `# The same for what VPC Resolver and DNS Firewall keep.
function ResolverOwner($Place, $What, $Member, $Thing) {
  $arnOfThing = Allow 'ResourceNotFoundException' {
    switch ($What) {
      'resolver-endpoint' { Text ((Get-R53RResolverEndpoint -Region $Place -ResolverEndpointId $Thing -Select '*').ResolverEndpoint.Arn) }
      'resolver-rule' { Text ((Get-R53RResolverRule -Region $Place -ResolverRuleId $Thing -Select '*').ResolverRule.Arn) }
      'firewall-domain-list' { Text ((Get-R53RFirewallDomainList -Region $Place -FirewallDomainListId $Thing -Select '*').FirewallDomainList.Arn) }
      'firewall-rule-group' { Text ((Get-R53RFirewallRuleGroup -Region $Place -FirewallRuleGroupId $Thing -Select '*').FirewallRuleGroup.Arn) }
      'firewall-rule-group-association' { Text ((Get-R53RFirewallRuleGroupAssociation -Region $Place -FirewallRuleGroupAssociationId $Thing -Select '*').FirewallRuleGroupAssociation.Arn) }
      default { Fail "nobody asks for the tags of a $What" }
    }
  }
  if (-not $arnOfThing) { return '' }
  return TagOf (Get-R53RResourceTagList -Region $Place -ResourceArn $arnOfThing -Select '*').Tags 'hopwise:design'
}`,

  ProfileOwner: `# The same for a Route 53 Profile.
function ProfileOwner($Place, $Thing) {
  $arnOfThing = Allow 'ResourceNotFoundException' { Text ((Get-R53PProfile -Region $Place -ProfileId $Thing -Select '*').Profile.Arn) }
  if (-not $arnOfThing) { return '' }
  return ValueAt (Get-R53PResourceTag -Region $Place -ResourceArn $arnOfThing -Select '*').Tags 'hopwise:design'
}`,

  TableOwner: `# The same for a table of DynamoDB.
function TableOwner($Place, $Called) {
  $arnOfThing = Allow 'ResourceNotFoundException' { Text ((Get-DDBTable -Region $Place -TableName $Called -Select '*').Table.TableArn) }
  if (-not $arnOfThing) { return '' }
  return TagOf (Get-DDBResourceTag -Region $Place -ResourceArn $arnOfThing -Select '*').Tags 'hopwise:design'
}`,

  NotificationOwner: `# The same for a notification, by the endpoint service that it belongs to.
function NotificationOwner($Place, $Thing) {
  $service = Allow 'InvalidConnectionNotification' { Text (@((Get-EC2EndpointConnectionNotification -Region $Place -ConnectionNotificationId $Thing -Select '*').ConnectionNotificationSet)[0].ServiceId) }
  if (-not $service) { return '' }
  return Ec2Owner $Place $service
}`,
}

/** Functions that find what is called by a drawn name, or carries the tags of a part. */
export const OWN_FUNCTIONS: Readonly<Record<string, string>> = {
  OwnBucket: `# The bucket's name when it is there and carries the tags of this deployment and that key.
function OwnBucket($Place, $Called, $Key) {
  $tags = Allow 'NoSuchBucket' { , @((Get-S3BucketTagging -Region $Place -BucketName $Called -Select '*').TagSet) }
  if ($null -eq $tags) { return '' }
  if ((TagOf $tags 'hopwise:design') -cne $design -or (TagOf $tags 'hopwise:id') -cne $Key) { Fail "the bucket $Called is there already and belongs to something else" }
  return $Called
}`,

  OwnTable: `# The same for a table of DynamoDB.
function OwnTable($Place, $Called, $Key) {
  $arnOfTable = Allow 'ResourceNotFoundException' { Text ((Get-DDBTable -Region $Place -TableName $Called -Select '*').Table.TableArn) }
  if (-not $arnOfTable) { return '' }
  $tags = (Get-DDBResourceTag -Region $Place -ResourceArn $arnOfTable -Select '*').Tags
  if ((TagOf $tags 'hopwise:design') -cne $design -or (TagOf $tags 'hopwise:id') -cne $Key) { Fail "the table $Called is there already and belongs to something else" }
  return $Called
}`,

  OwnRole: `# The ARN of a role when it is there and carries the tags of this deployment and that key.
function OwnRole($Called, $Key) {
  $arnOfRole = Allow 'NoSuchEntity' { Text ((Get-IAMRole -RoleName $Called -Select '*').Role.Arn) }
  if (-not $arnOfRole) { return '' }
  $tags = (Get-IAMRoleTagList -RoleName $Called -Select '*').Tags
  if ((TagOf $tags 'hopwise:design') -cne $design -or (TagOf $tags 'hopwise:id') -cne $Key) { Fail "the role $Called is there already and belongs to something else" }
  return $arnOfRole
}`,

  OwnUser: `# The ARN of a user when it is there and carries the tags of this deployment and that key.
function OwnUser($Called, $Key) {
  $arnOfUser = Allow 'NoSuchEntity' { Text ((Get-IAMUser -UserName $Called -Select '*').User.Arn) }
  if (-not $arnOfUser) { return '' }
  $tags = (Get-IAMUserTagList -UserName $Called -Select '*').Tags
  if ((TagOf $tags 'hopwise:design') -cne $design -or (TagOf $tags 'hopwise:id') -cne $Key) { Fail "the user $Called is there already and belongs to something else" }
  return $arnOfUser
}`,

  OwnQueue: `# The same for the URL of a queue.
function OwnQueue($Place, $Called, $Key) {
  $url = Allow 'AWS.SimpleQueueService.NonExistentQueue|QueueDoesNotExist' { Text ((Get-SQSQueueUrl -Region $Place -QueueName $Called -Select '*').QueueUrl) }
  if (-not $url) { return '' }
  $tags = (Get-SQSResourceTag -Region $Place -QueueUrl $url -Select '*').Tags
  if ((ValueAt $tags 'hopwise:design') -cne $design -or (ValueAt $tags 'hopwise:id') -cne $Key) { Fail "the queue $Called is there already and belongs to something else" }
  return $url
}`,

  TaggedArn: `# The ARN of what carries the tags of this deployment and that key.
function TaggedArn($Place, $Type_, $Key) {
  return Text (Get-RGTResource -Region $Place -ResourceTypeFilter @($Type_) -TagFilter @(@{ Key = 'hopwise:design'; Values = @($design) }, @{ Key = 'hopwise:id'; Values = @($Key) }) -Select '*').ResourceTagMappingList.ResourceARN
}`,
}

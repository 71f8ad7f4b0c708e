import { OWNER_FUNCTIONS } from './ownerFunctions.ts'
import { OWN_FUNCTIONS } from './ownFunctions.ts'
import { REMOVAL_FUNCTIONS } from './removalFunctions.ts'
import { SHARED_FUNCTIONS } from './sharedFunctions.ts'

/** Functions that the creating and the deleting script call: what those of the same words do in the shell. */
export const SCRIPT_FUNCTIONS: Readonly<Record<string, string>> = {
  ...SHARED_FUNCTIONS,

  Guard: `# Ends the script unless the credentials are those of the account, in every Region, and the record is of this account and deployment.
# HOPWISE_ACCOUNT says that another account than the drawn one is meant.
function Guard($Drawn, $Places) {
  $wanted = Said 'HOPWISE_ACCOUNT'
  if (-not $wanted) { $wanted = $Drawn }
  foreach ($place in $Places) {
    $script:account = Text ((Get-STSCallerIdentity -Region $place -Select '*').Account)
    if ($script:account -cnotmatch '^[0-9]{12}$') { Fail "AWS does not say whose credentials these are: '$($script:account)'" }
    if ($wanted -and $script:account -cne $wanted) { Fail "These are credentials of account $($script:account), and $wanted is meant. Nothing was done. If $($script:account) is right, set HOPWISE_ACCOUNT=$($script:account)." }
  }
  $known = Recall 'account'
  if ($known -and $known -cne $script:account) { Fail "$state is the record of account $known, and these are credentials of $($script:account). Nothing was done." }
  $known = Recall 'design'
  if ($known -and $known -cne $design) { Fail "$state is the record of the deployment $known, and this is $design. Nothing was done. HOPWISE_NAME=$known means the other one." }
}`,

  Allow: `# Does it. An answer with one of the error codes (A|B) counts as done; any other error ends the script.
function Allow($Codes, $Work) {
  try { & $Work } catch {
    if ((CodeOf $_) -cnotmatch "^($Codes)$") { throw }
  }
}`,

  Retry: `# Does it, again every five seconds for two minutes while AWS answers with one of the error codes.
function Retry($Codes, $Work) {
  $until = (Get-Date).AddMinutes(2)
  while ($true) {
    try { return (& $Work) } catch {
      if ((CodeOf $_) -cnotmatch "^($Codes)$" -or (Get-Date) -gt $until) { throw }
    }
    Start-Sleep -Seconds 5
  }
}`,

  Persist: `# Deletes, and tries again while something still uses the resource (a Lambda function's interfaces take up to 40 minutes).
# An error code in $Gone (A|B) means that it is deleted already; any other error ends the script.
function Persist($Gone, $Work) {
  $patience = Said 'HOPWISE_PATIENCE'
  if (-not $patience) { $patience = 2700 }
  $until = (Get-Date).AddSeconds([int]$patience)
  $busy = 'DependencyViolation|IncorrectState|InvalidIPAddress.InUse|ClusterContains[A-Za-z]*|ResourceInUse|ResourceInUseException|InvalidRequestException|InvalidOperationException|ConflictException|ExistingVpcEndpointConnections'
  while ($true) {
    try { return (& $Work) } catch {
      $answered = CodeOf $_
      if ($answered -cmatch "^($Gone)$") { return }
      if ($answered -cnotmatch "^($busy)$" -or (Get-Date) -gt $until) { throw }
    }
    Start-Sleep -Seconds 10
  }
}`,

  WaitFor: `# Repeats the question until its answer matches $Wanted (A|B); gives up after ten minutes.
function WaitFor($Wanted, $Question) {
  $until = (Get-Date).AddMinutes(10)
  while ($true) {
    $answered = Text (& $Question)
    if ($answered -cmatch "^($Wanted)$") { return }
    if ($answered -clike '*ailed*' -or $answered -clike '*FAILED*' -or (Get-Date) -gt $until) { Fail "the state is '$answered' instead of \${Wanted}: $Question" }
    Start-Sleep -Seconds 5
  }
}`,

  Lines: `# The record, a line for each thing: type, Region, name and id.
function Lines() {
  if (-not (Test-Path -LiteralPath $state)) { return }
  foreach ($entry in [System.IO.File]::ReadAllLines($state)) {
    $columns = $entry.Trim() -split '\\s+'
    if ($columns.Count -ge 4) { [pscustomobject]@{ Type = $columns[0]; Region = $columns[1]; Name = $columns[2]; Id = $columns[3] } }
  }
}`,

  Recall: `# The id recorded under that name, or nothing.
function Recall($Key) {
  foreach ($entry in @(Lines)) { if ($entry.Name -ceq $Key) { return $entry.Id } }
  return ''
}`,

  Note: `function Note($Type, $Place, $Key, $Value) { [System.IO.File]::AppendAllText($state, "$Type $Place $Key $Value\`n") }`,

  NoteOnce: `# What the record is of.
function NoteOnce($Key, $Value) { if (-not (Recall $Key)) { Note 'mark' '-' $Key $Value } }`,

  Record: `# Notes what was made, for the script that deletes it. An answer without an id ends the script.
function Record($Type, $Place, $Key, $Value) {
  if (",$Value," -cmatch ',(None)?,') { Fail "AWS gave no id for \${Key}: '$Value'" }
  Note $Type $Place $Key $Value
  Say "\${Key}: $Value"
}`,

  Forget: `# Takes lines out of the record.
function Forget($Unwanted) {
  $kept = @(Lines | Where-Object { -not (& $Unwanted $_) } | ForEach-Object { "$($_.Type) $($_.Region) $($_.Name) $($_.Id)\`n" })
  [System.IO.File]::WriteAllText($state, ($kept -join ''))
}`,

  Missing: `# Whether the name is neither recorded nor found. Otherwise its id is known.
function Missing($Type, $Place, $Key, $Finder) {
  $known = Recall $Key
  if (-not $known -and $null -ne $Finder) {
    $known = Text (& $Finder)
    if ($known -match '\\s') { Fail "several resources answer for \${Key}: $known" }
    if ($known) { Record $Type $Place $Key $known }
  }
  if (-not $known) { return $true }
  $id[$Key] = $known
  return $false
}`,

  Lost: `# Forgets what is recorded under a name, and what was recorded of it, where AWS no longer has it: deleted by hand, it would be
# waited for in vain. A new one may not be known everywhere at once. Creations after it carry another token.
function Lost($Place, $Key, $Search) {
  $recorded = Recall $Key
  if (-not $recorded) { return }
  for ($turn = 0; $turn -lt 6; $turn++) {
    if (& $Search) { return }
    Start-Sleep -Seconds 5
  }
  Say "\${Key}: $recorded is gone, so it is made again"
  Forget { param($entry) $entry.Id -ceq $recorded }
  $script:again = '-' + [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
}`,

  Known: `# Ends the script when a look-up found nothing.
function Known($Found, $What) { if (-not $Found) { Fail "found no $What" } }`,

  MustTell: `# What the question tells; ends the script where that is nothing.
function MustTell($What, $Question) {
  $answered = Text (& $Question)
  if (-not $answered) { Fail "AWS does not tell the $What" }
  return $answered
}`,

  Check: `# Ends the script where an answer says what went wrong, unless that is that it is gone.
function Check($Question, $Gone) {
  $answered = Text (& $Question)
  if ($answered -and -not ($Gone -and $answered -clike "$Gone*")) { Fail $answered }
}`,

  Given: `# An id that this script does not make: from HOPWISE_ID_NAME, or from the record of another script beside this one.
function Given($Key, $File, $Drawn) {
  $found = Said "HOPWISE_ID_$Key"
  if (-not $found) { $found = $Drawn }
  if ($found) {
    if ($found -cnotmatch '^[A-Za-z0-9][A-Za-z0-9:/._-]*\\z' -or $found -ceq 'None') { Fail "HOPWISE_ID_$Key is no id: '$found'" }
    return $found
  }
  if ($File -and (Test-Path -LiteralPath $File)) {
    foreach ($entry in [System.IO.File]::ReadAllLines($File)) {
      $columns = $entry.Trim() -split '\\s+'
      if ($columns.Count -ge 4 -and $columns[2] -ceq $Key) { return $columns[3] }
    }
  }
  return ''
}`,

  Ready: `# Whether all those ids are known. If not, $What is left for a later run.
function Ready($What, $Keys) {
  foreach ($key in $Keys) {
    if ($id[$key]) { continue }
    Say "left for later, because the id of $key is not known yet: $What"
    $script:waiting = $true
    return $false
  }
  return $true
}`,

  Nth64: `# The /64 of that number in the /56 that AWS gave a VPC.
function Nth64($Whole, $Number) {
  $groups = @(($Whole -replace '::.*$', '') -split ':') + @('0', '0', '0')
  return '{0}:{1}:{2}:{3:x}::/64' -f $groups[0], $groups[1], $groups[2], ([Convert]::ToInt32($groups[3], 16) + $Number)
}`,

  ShortName: `# A name of at most 32 characters, the same for the same design and key: what cksum makes of them.
function ShortName($Key) {
  $bytes = New-Object System.Collections.Generic.List[byte]
  $bytes.AddRange([System.Text.Encoding]::UTF8.GetBytes("$design $Key"))
  for ($length = $bytes.Count; $length -gt 0; $length = $length -shr 8) { $bytes.Add([byte]($length -band 255)) }
  [long]$sum = 0
  foreach ($byte in $bytes) {
    $sum = $sum -bxor ([long]$byte -shl 24)
    for ($bit = 0; $bit -lt 8; $bit++) {
      $sum = if ($sum -band 2147483648) { ($sum -shl 1) -bxor 79764919 } else { $sum -shl 1 }
      $sum = $sum -band 4294967295
    }
  }
  return "hopwise-$($sum -bxor 4294967295)"
}`,

  TagList: `# The tags of a resource.
function TagList($Key, $Called) {
  @{ Key = 'Name'; Value = $Called }
  @{ Key = 'hopwise:design'; Value = $design }
  @{ Key = 'hopwise:id'; Value = $Key }
  $ownTags
}`,

  KeyTags: `# The same in the words of KMS.
function KeyTags($Key, $Called) {
  foreach ($tag in @(TagList $Key $Called)) { @{ TagKey = $tag.Key; TagValue = $tag.Value } }
}`,

  TagMap: `# The same as a hashtable. Cmdlets take no text in it that PowerShell has wrapped.
function TagMap($Key, $Called) {
  $map = New-Object System.Collections.Hashtable
  foreach ($tag in @(TagList $Key $Called)) { $map[[string]$tag.Key] = [string]$tag.Value }
  return $map
}`,

  NewBucket: `# Makes a bucket, and tells its name. The cmdlet says the place by itself.
function NewBucket($Place, $Called) {
  $null = New-S3Bucket -Region $Place -BucketName $Called
  return $Called
}`,

  NewTable: `# Makes a table of DynamoDB with one key, and tells its name. The cmdlet takes no tags, so they come at once afterwards.
function NewTable($Place, $Called, $KeyName, $KeyType, $Tags) {
  $made = New-DDBTableSchema | Add-DDBKeySchema -KeyName $KeyName -KeyDataType $KeyType | New-DDBTable -Region $Place -TableName $Called -BillingMode 'PAY_PER_REQUEST'
  WaitFor 'ACTIVE' { Allow 'ResourceNotFoundException' { Text ((Get-DDBTable -Region $Place -TableName $Called -Select '*').Table.TableStatus) } }
  $null = Add-DDBResourceTag -Region $Place -ResourceArn $made.TableArn -Tag $Tags
  return $Called
}`,

  ListByTag: `# The prefix list of this design with that key: they have no filter for tags.
function ListByTag($Place, $Key) {
  $found = (Get-EC2ManagedPrefixList -Region $Place -Select '*').PrefixLists | Where-Object {
    ($_.Tags | Where-Object { $_.Key -ceq 'hopwise:design' -and $_.Value -ceq $design }) -and ($_.Tags | Where-Object { $_.Key -ceq 'hopwise:id' -and $_.Value -ceq $Key })
  }
  return Text ($found.PrefixListId)
}`,

  TableAssociation: `# How the subnet hangs on its route table; nothing when it takes the main one.
function TableAssociation($Place, $Subnet) {
  $found = (Get-EC2RouteTable -Region $Place -Filter @(@{ Name = 'association.subnet-id'; Values = @($Subnet) }) -Select '*').RouteTables.Associations | Where-Object { $_.SubnetId -ceq $Subnet }
  return Text ($found.RouteTableAssociationId)
}`,

  EdgeAssociation: `# How the gateway hangs on the route table.
function EdgeAssociation($Place, $Table, $Gateway) {
  $found = (Get-EC2RouteTable -Region $Place -RouteTableId $Table -Select '*').RouteTables.Associations | Where-Object { $_.GatewayId -ceq $Gateway }
  return Text ($found.RouteTableAssociationId)
}`,

  AclAssociation: `# How the subnet hangs on its network ACL.
function AclAssociation($Place, $Subnet) {
  $found = (Get-EC2NetworkAcl -Region $Place -Filter @(@{ Name = 'association.subnet-id'; Values = @($Subnet) }) -Select '*').NetworkAcls.Associations | Where-Object { $_.SubnetId -ceq $Subnet }
  return Text ($found.NetworkAclAssociationId)
}`,

  ClearRules: `# Takes all rules out of a security group.
function ClearRules($Place, $Group) {
  $rules = (Get-EC2SecurityGroupRule -Region $Place -Filter @(@{ Name = 'group-id'; Values = @($Group) }) -Select '*').SecurityGroupRules
  foreach ($rule in @($rules)) {
    if ($null -eq $rule) { continue }
    if ($rule.IsEgress) { $null = Revoke-EC2SecurityGroupEgress -Region $Place -GroupId $Group -SecurityGroupRuleId $rule.SecurityGroupRuleId }
    else { $null = Revoke-EC2SecurityGroupIngress -Region $Place -GroupId $Group -SecurityGroupRuleId $rule.SecurityGroupRuleId }
  }
}`,

  ClearEntries: `# Takes all numbered entries out of a network ACL. The closing deny stays.
function ClearEntries($Place, $Acl) {
  foreach ($entry in @((Get-EC2NetworkAcl -Region $Place -NetworkAclId $Acl -Select '*').NetworkAcls.Entries)) {
    if ($null -eq $entry -or $entry.RuleNumber -gt 32766) { continue }
    $null = Remove-EC2NetworkAclEntry -Region $Place -NetworkAclId $Acl -Egress $entry.Egress -RuleNumber $entry.RuleNumber
  }
}`,

  ZoneByComment: `# The hosted zone that carries it.
function ZoneByComment($Comment) {
  return Text (((Get-R53HostedZoneList -Select '*').HostedZones | Where-Object { $_.Config.Comment -ceq $Comment }).Id)
}`,

  ...OWN_FUNCTIONS,

  TagOf: `# The value of a tag; nothing where it is not among them.
function TagOf($Tags, $Key) { return Text ((@($Tags) | Where-Object { $_.Key -ceq $Key } | Select-Object -First 1).Value) }`,

  ...OWNER_FUNCTIONS,
  ...REMOVAL_FUNCTIONS,
}

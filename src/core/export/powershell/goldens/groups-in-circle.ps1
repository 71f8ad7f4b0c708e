$here = $PSScriptRoot
$said = New-Object System.Collections.Hashtable
$value = New-Object System.Collections.Hashtable
if ($env:HOPWISE_ENV) { ReadEnvironment (Join-Path (Join-Path $here 'environments') "$($env:HOPWISE_ENV).env") }
$value['Account1Number'] = Setting 'Account1Number' '111122223333' '[0-9]{12}' 'The twelve digits of an account'
$value['RegionUsEast1'] = Setting 'RegionUsEast1' 'us-east-1' '[a-z]{2}(-[a-z]+)+-[0-9]+' 'The code of a Region, such as eu-west-1'
$value['Vpc1Block'] = Setting 'Vpc1Block' '10.0.0.0/16' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$design = Said 'HOPWISE_NAME'
if (-not $design) { $design = 'groups' }
if ($design -cnotmatch '^[A-Za-z][A-Za-z0-9-]{0,31}\z') { Fail 'HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes' }
# A deployment under another name has a record of its own
$other = if ($design -cne 'groups') { '-' + $design } else { '' }
$state = Said 'HOPWISE_STATE'
if (-not $state) { $state = Join-Path $here ('hopwise-state' + $other + '.txt') }
$state = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($state)
$id = New-Object System.Collections.Hashtable
$block = New-Object System.Collections.Hashtable
Guard $value['Account1Number'] @($value['RegionUsEast1'])
Say "This is account $($account): $(@($value['RegionUsEast1']) -join ', '). The deployment is $design."
$ownTags = @()
$again = ''
NoteOnce 'account' $account
NoteOnce 'design' $design
$token = Recall 'token'
if (-not $token) {
  $token = 'hopwise-' + [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() + '-' + (Get-Random -Maximum 1000000000)
  Note 'mark' '-' 'token' $token
}

# VPC vpc-1
if (Missing 'vpc' $value['RegionUsEast1'] 'Vpc1' {
  Text ((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('vpc-1') }) `
    -Select '*').Vpcs.VpcId)
}) {
  $id['Vpc1'] = Text ((New-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -CidrBlock $value['Vpc1Block'] `
    -InstanceTenancy 'default' `
    -TagSpecifications @(@{ ResourceType = 'vpc'; Tags = (TagList 'vpc-1' 'vpc-1') }) `
    -Select '*').Vpc.VpcId)
  Record 'vpc' $value['RegionUsEast1'] 'Vpc1' $id['Vpc1']
}
WaitFor 'available' {
  Text (@((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -VpcIds @($id['Vpc1']) `
    -Select '*').Vpcs)[0].State)
}
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['Vpc1'] `
  -EnableDnsSupport $true
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['Vpc1'] `
  -EnableDnsHostnames $false

# Security group web (sg-1)
if (Missing 'security-group' $value['RegionUsEast1'] 'Sg1' {
  Text ((Get-EC2SecurityGroup `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('sg-1') }) `
    -Select '*').SecurityGroups.GroupId)
}) {
  $id['Sg1'] = Text ((New-EC2SecurityGroup `
    -Region $value['RegionUsEast1'] `
    -GroupName 'hopwise-sg-1' `
    -Description 'Hopwise sg-1' `
    -VpcId $id['Vpc1'] `
    -TagSpecifications @(@{ ResourceType = 'security-group'; Tags = (TagList 'sg-1' 'web') }) `
    -Select '*').GroupId)
  Record 'security-group' $value['RegionUsEast1'] 'Sg1' $id['Sg1']
}

# Security group data (sg-2)
if (Missing 'security-group' $value['RegionUsEast1'] 'Sg2' {
  Text ((Get-EC2SecurityGroup `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('sg-2') }) `
    -Select '*').SecurityGroups.GroupId)
}) {
  $id['Sg2'] = Text ((New-EC2SecurityGroup `
    -Region $value['RegionUsEast1'] `
    -GroupName 'hopwise-sg-2' `
    -Description 'Hopwise sg-2' `
    -VpcId $id['Vpc1'] `
    -TagSpecifications @(@{ ResourceType = 'security-group'; Tags = (TagList 'sg-2' 'data') }) `
    -Select '*').GroupId)
  Record 'security-group' $value['RegionUsEast1'] 'Sg2' $id['Sg2']
}

# Security group web (sg-1): clearing
if (Missing 'group-clearing' $value['RegionUsEast1'] 'Sg1Clearing') {
  ClearRules $value['RegionUsEast1'] $id['Sg1']
  Record 'group-clearing' $value['RegionUsEast1'] 'Sg1Clearing' $id['Sg1']
}

# Security group data (sg-2): clearing
if (Missing 'group-clearing' $value['RegionUsEast1'] 'Sg2Clearing') {
  ClearRules $value['RegionUsEast1'] $id['Sg2']
  Record 'group-clearing' $value['RegionUsEast1'] 'Sg2Clearing' $id['Sg2']
}

# Security group web (sg-1): egress Tcp5432 to sg 2
if (Missing 'mark' $value['RegionUsEast1'] 'Sg1EgressTcp5432ToSg2') {
  $null = Allow 'InvalidPermission.Duplicate' {
    Grant-EC2SecurityGroupEgress `
      -Region $value['RegionUsEast1'] `
      -GroupId $id['Sg1'] `
      -IpPermissions @(@{ IpProtocol = 'tcp'; FromPort = 5432; ToPort = 5432; UserIdGroupPairs = @(@{ GroupId = $id['Sg2'] }) })
  }
  Record 'mark' $value['RegionUsEast1'] 'Sg1EgressTcp5432ToSg2' 'yes'
}

# Security group web (sg-1): ingress Tcp443 from Anywhere
if (Missing 'mark' $value['RegionUsEast1'] 'Sg1IngressTcp443FromAnywhere') {
  $null = Allow 'InvalidPermission.Duplicate' {
    Grant-EC2SecurityGroupIngress `
      -Region $value['RegionUsEast1'] `
      -GroupId $id['Sg1'] `
      -IpPermissions @(@{ IpProtocol = 'tcp'; FromPort = 443; ToPort = 443; Ipv4Ranges = @(@{ CidrIp = '0.0.0.0/0' }) })
  }
  Record 'mark' $value['RegionUsEast1'] 'Sg1IngressTcp443FromAnywhere' 'yes'
}

# Security group data (sg-2): ingress Tcp5432 from sg 1
if (Missing 'mark' $value['RegionUsEast1'] 'Sg2IngressTcp5432FromSg1') {
  $null = Allow 'InvalidPermission.Duplicate' {
    Grant-EC2SecurityGroupIngress `
      -Region $value['RegionUsEast1'] `
      -GroupId $id['Sg2'] `
      -IpPermissions @(@{ IpProtocol = 'tcp'; FromPort = 5432; ToPort = 5432; UserIdGroupPairs = @(@{ GroupId = $id['Sg1'] }) })
  }
  Record 'mark' $value['RegionUsEast1'] 'Sg2IngressTcp5432FromSg1' 'yes'
}

Say "All of it is there. $state is the record of it for teardown.ps1."

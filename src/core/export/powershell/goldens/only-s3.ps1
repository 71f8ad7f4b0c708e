$here = $PSScriptRoot
$said = New-Object System.Collections.Hashtable
$value = New-Object System.Collections.Hashtable
if ($env:HOPWISE_ENV) { ReadEnvironment (Join-Path (Join-Path $here 'environments') "$($env:HOPWISE_ENV).env") }
$value['Account1Number'] = Setting 'Account1Number' '111122223333' '[0-9]{12}' 'The twelve digits of an account'
$value['Data5d2737377d1aBlock'] = Setting 'Data5d2737377d1aBlock' '10.0.0.0/16' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['RegionUsEast1'] = Setting 'RegionUsEast1' 'us-east-1' '[a-z]{2}(-[a-z]+)+-[0-9]+' 'The code of a Region, such as eu-west-1'
$value['Subnet1Block'] = Setting 'Subnet1Block' '10.0.1.0/24' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['ZoneLetterA'] = Setting 'ZoneLetterA' 'a' '[a-z]' 'The letter of an Availability Zone'
$design = Said 'HOPWISE_NAME'
if (-not $design) { $design = 'only-s3' }
if ($design -cnotmatch '^[A-Za-z][A-Za-z0-9-]{0,31}\z') { Fail 'HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes' }
# A deployment under another name has a record of its own
$other = if ($design -cne 'only-s3') { '-' + $design } else { '' }
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

# VPC Data
if (Missing 'vpc' $value['RegionUsEast1'] 'Data5d2737377d1a' {
  Text ((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('Data') }) `
    -Select '*').Vpcs.VpcId)
}) {
  $id['Data5d2737377d1a'] = Text ((New-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -CidrBlock $value['Data5d2737377d1aBlock'] `
    -InstanceTenancy 'default' `
    -TagSpecifications @(@{ ResourceType = 'vpc'; Tags = (TagList 'Data' 'Data') }) `
    -Select '*').Vpc.VpcId)
  Record 'vpc' $value['RegionUsEast1'] 'Data5d2737377d1a' $id['Data5d2737377d1a']
}
WaitFor 'available' {
  Text (@((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -VpcIds @($id['Data5d2737377d1a']) `
    -Select '*').Vpcs)[0].State)
}
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['Data5d2737377d1a'] `
  -EnableDnsSupport $true
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['Data5d2737377d1a'] `
  -EnableDnsHostnames $false

# Subnet Private “A” (subnet-1)
if (Missing 'subnet' $value['RegionUsEast1'] 'Subnet1' {
  Text ((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('subnet-1') }) `
    -Select '*').Subnets.SubnetId)
}) {
  $id['Subnet1'] = Text ((New-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['Data5d2737377d1a'] `
    -AvailabilityZone ('' + $value['RegionUsEast1'] + $value['ZoneLetterA']) `
    -CidrBlock $value['Subnet1Block'] `
    -TagSpecifications @(@{ ResourceType = 'subnet'; Tags = (TagList 'subnet-1' 'Private “A”') }) `
    -Select '*').Subnet.SubnetId)
  Record 'subnet' $value['RegionUsEast1'] 'Subnet1' $id['Subnet1']
}
WaitFor 'available' {
  Text (@((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -SubnetIds @($id['Subnet1']) `
    -Select '*').Subnets)[0].State)
}
$null = Edit-EC2SubnetAttribute `
  -Region $value['RegionUsEast1'] `
  -SubnetId $id['Subnet1'] `
  -MapPublicIpOnLaunch $false

# Route table route-table-1
$id['RouteTable1'] = Text (@((Get-EC2RouteTable `
  -Region $value['RegionUsEast1'] `
  -Filters @(@{ Name = 'vpc-id'; Values = @($id['Data5d2737377d1a']) }, @{ Name = 'association.main'; Values = @('true') }) `
  -Select '*').RouteTables)[0].RouteTableId)
Known $id['RouteTable1'] 'main route table of Data'
$null = New-EC2Tag `
  -Region $value['RegionUsEast1'] `
  -Resources @($id['RouteTable1']) `
  -Tags (TagList 'route-table-1' 'route-table-1')

# Gateway endpoint gateway-endpoint-1
Lost $value['RegionUsEast1'] 'GatewayEndpoint1' {
  Text ((Get-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'vpc-endpoint-state'; Values = @('pendingAcceptance', 'pending', 'available', 'rejected', 'failed', 'expired', 'partial') }, @{ Name = 'vpc-endpoint-id'; Values = @($recorded) }) `
    -Select '*').VpcEndpoints.VpcEndpointId)
}
if (Missing 'gateway-endpoint' $value['RegionUsEast1'] 'GatewayEndpoint1' {
  Text ((Get-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'vpc-endpoint-state'; Values = @('pendingAcceptance', 'pending', 'available') }, @{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('gateway-endpoint-1') }) `
    -Select '*').VpcEndpoints.VpcEndpointId)
}) {
  $id['GatewayEndpoint1'] = Text ((New-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -VpcEndpointType 'Gateway' `
    -VpcId $id['Data5d2737377d1a'] `
    -ServiceName ('com.amazonaws.' + $value['RegionUsEast1'] + '.s3') `
    -RouteTableIds @($id['RouteTable1']) `
    -PrivateDnsEnabled $false `
    -PolicyDocument '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}' `
    -ClientToken ($token + '-e4d92ea1b177' + $again) `
    -TagSpecifications @(@{ ResourceType = 'vpc-endpoint'; Tags = (TagList 'gateway-endpoint-1' 'gateway-endpoint-1') }) `
    -Select '*').VpcEndpoint.VpcEndpointId)
  Record 'gateway-endpoint' $value['RegionUsEast1'] 'GatewayEndpoint1' $id['GatewayEndpoint1']
}
WaitFor '[Aa]vailable' {
  Text (@((Get-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -VpcEndpointIds @($id['GatewayEndpoint1']) `
    -Select '*').VpcEndpoints)[0].State)
}

Say "All of it is there. $state is the record of it for teardown.ps1."

$here = $PSScriptRoot
$said = New-Object System.Collections.Hashtable
$value = New-Object System.Collections.Hashtable
if ($env:HOPWISE_ENV) { ReadEnvironment (Join-Path (Join-Path $here 'environments') "$($env:HOPWISE_ENV).env") }
$value['Account1Number'] = Setting 'Account1Number' '111122223333' '[0-9]{12}' 'The twelve digits of an account'
$value['AppBlock'] = Setting 'AppBlock' '10.0.0.0/16' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['AppliancesBlock'] = Setting 'AppliancesBlock' '10.9.1.0/24' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['InnerBlock'] = Setting 'InnerBlock' '10.0.2.0/24' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['OpenBlock'] = Setting 'OpenBlock' '10.0.1.0/24' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['RegionUsEast1'] = Setting 'RegionUsEast1' 'us-east-1' '[a-z]{2}(-[a-z]+)+-[0-9]+' 'The code of a Region, such as eu-west-1'
$value['SecurityBlock'] = Setting 'SecurityBlock' '10.9.0.0/16' '([0-9]{1,3}\.){3}[0-9]{1,3}/[0-9]{1,2}' 'An IPv4 block such as 10.0.0.0/16'
$value['ZoneLetterA'] = Setting 'ZoneLetterA' 'a' '[a-z]' 'The letter of an Availability Zone'
$design = Said 'HOPWISE_NAME'
if (-not $design) { $design = 'inspection' }
if ($design -cnotmatch '^[A-Za-z][A-Za-z0-9-]{0,31}\z') { Fail 'HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes' }
# A deployment under another name has a record of its own
$other = if ($design -cne 'inspection') { '-' + $design } else { '' }
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

# VPC app
if (Missing 'vpc' $value['RegionUsEast1'] 'App' {
  Text ((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('app') }) `
    -Select '*').Vpcs.VpcId)
}) {
  $id['App'] = Text ((New-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -CidrBlock $value['AppBlock'] `
    -InstanceTenancy 'default' `
    -TagSpecifications @(@{ ResourceType = 'vpc'; Tags = (TagList 'app' 'app') }) `
    -Select '*').Vpc.VpcId)
  Record 'vpc' $value['RegionUsEast1'] 'App' $id['App']
}
WaitFor 'available' {
  Text (@((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -VpcIds @($id['App']) `
    -Select '*').Vpcs)[0].State)
}
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['App'] `
  -EnableDnsSupport $true
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['App'] `
  -EnableDnsHostnames $false

# VPC security
if (Missing 'vpc' $value['RegionUsEast1'] 'Security' {
  Text ((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('security') }) `
    -Select '*').Vpcs.VpcId)
}) {
  $id['Security'] = Text ((New-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -CidrBlock $value['SecurityBlock'] `
    -InstanceTenancy 'default' `
    -TagSpecifications @(@{ ResourceType = 'vpc'; Tags = (TagList 'security' 'security') }) `
    -Select '*').Vpc.VpcId)
  Record 'vpc' $value['RegionUsEast1'] 'Security' $id['Security']
}
WaitFor 'available' {
  Text (@((Get-EC2Vpc `
    -Region $value['RegionUsEast1'] `
    -VpcIds @($id['Security']) `
    -Select '*').Vpcs)[0].State)
}
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['Security'] `
  -EnableDnsSupport $true
$null = Edit-EC2VpcAttribute `
  -Region $value['RegionUsEast1'] `
  -VpcId $id['Security'] `
  -EnableDnsHostnames $false

# VPC app: default group
$id['AppDefaultGroup'] = Text (@((Get-EC2SecurityGroup `
  -Region $value['RegionUsEast1'] `
  -Filters @(@{ Name = 'vpc-id'; Values = @($id['App']) }, @{ Name = 'group-name'; Values = @('default') }) `
  -Select '*').SecurityGroups)[0].GroupId)
Known $id['AppDefaultGroup'] 'default security group of app'

# VPC security: default group
$id['SecurityDefaultGroup'] = Text (@((Get-EC2SecurityGroup `
  -Region $value['RegionUsEast1'] `
  -Filters @(@{ Name = 'vpc-id'; Values = @($id['Security']) }, @{ Name = 'group-name'; Values = @('default') }) `
  -Select '*').SecurityGroups)[0].GroupId)
Known $id['SecurityDefaultGroup'] 'default security group of security'

# Subnet appliances
if (Missing 'subnet' $value['RegionUsEast1'] 'Appliances' {
  Text ((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('appliances') }) `
    -Select '*').Subnets.SubnetId)
}) {
  $id['Appliances'] = Text ((New-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['Security'] `
    -AvailabilityZone ('' + $value['RegionUsEast1'] + $value['ZoneLetterA']) `
    -CidrBlock $value['AppliancesBlock'] `
    -TagSpecifications @(@{ ResourceType = 'subnet'; Tags = (TagList 'appliances' 'appliances') }) `
    -Select '*').Subnet.SubnetId)
  Record 'subnet' $value['RegionUsEast1'] 'Appliances' $id['Appliances']
}
WaitFor 'available' {
  Text (@((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -SubnetIds @($id['Appliances']) `
    -Select '*').Subnets)[0].State)
}
$null = Edit-EC2SubnetAttribute `
  -Region $value['RegionUsEast1'] `
  -SubnetId $id['Appliances'] `
  -MapPublicIpOnLaunch $false

# Subnet inner
if (Missing 'subnet' $value['RegionUsEast1'] 'Inner' {
  Text ((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('inner') }) `
    -Select '*').Subnets.SubnetId)
}) {
  $id['Inner'] = Text ((New-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['App'] `
    -AvailabilityZone ('' + $value['RegionUsEast1'] + $value['ZoneLetterA']) `
    -CidrBlock $value['InnerBlock'] `
    -TagSpecifications @(@{ ResourceType = 'subnet'; Tags = (TagList 'inner' 'inner') }) `
    -Select '*').Subnet.SubnetId)
  Record 'subnet' $value['RegionUsEast1'] 'Inner' $id['Inner']
}
WaitFor 'available' {
  Text (@((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -SubnetIds @($id['Inner']) `
    -Select '*').Subnets)[0].State)
}
$null = Edit-EC2SubnetAttribute `
  -Region $value['RegionUsEast1'] `
  -SubnetId $id['Inner'] `
  -MapPublicIpOnLaunch $false

# Subnet open
if (Missing 'subnet' $value['RegionUsEast1'] 'Open' {
  Text ((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('open') }) `
    -Select '*').Subnets.SubnetId)
}) {
  $id['Open'] = Text ((New-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['App'] `
    -AvailabilityZone ('' + $value['RegionUsEast1'] + $value['ZoneLetterA']) `
    -CidrBlock $value['OpenBlock'] `
    -TagSpecifications @(@{ ResourceType = 'subnet'; Tags = (TagList 'open' 'open') }) `
    -Select '*').Subnet.SubnetId)
  Record 'subnet' $value['RegionUsEast1'] 'Open' $id['Open']
}
WaitFor 'available' {
  Text (@((Get-EC2Subnet `
    -Region $value['RegionUsEast1'] `
    -SubnetIds @($id['Open']) `
    -Select '*').Subnets)[0].State)
}
$null = Edit-EC2SubnetAttribute `
  -Region $value['RegionUsEast1'] `
  -SubnetId $id['Open'] `
  -MapPublicIpOnLaunch $false

# Internet gateway gateway
if (Missing 'internet-gateway' $value['RegionUsEast1'] 'Gateway' {
  Text ((Get-EC2InternetGateway `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('gateway') }) `
    -Select '*').InternetGateways.InternetGatewayId)
}) {
  $id['Gateway'] = Text ((New-EC2InternetGateway `
    -Region $value['RegionUsEast1'] `
    -TagSpecifications @(@{ ResourceType = 'internet-gateway'; Tags = (TagList 'gateway' 'gateway') }) `
    -Select '*').InternetGateway.InternetGatewayId)
  Record 'internet-gateway' $value['RegionUsEast1'] 'Gateway' $id['Gateway']
}

# Internet gateway gateway: attachment
if (Missing 'gateway-attachment' $value['RegionUsEast1'] 'GatewayAttachment') {
  $null = Allow 'Resource.AlreadyAssociated' {
    Add-EC2InternetGateway `
      -Region $value['RegionUsEast1'] `
      -InternetGatewayId $id['Gateway'] `
      -VpcId $id['App']
  }
  Record 'gateway-attachment' $value['RegionUsEast1'] 'GatewayAttachment' ('' + $id['Gateway'] + ',' + $id['App'])
}

# Route table edge-table
if (Missing 'route-table' $value['RegionUsEast1'] 'EdgeTable' {
  Text ((Get-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('edge-table') }) `
    -Select '*').RouteTables.RouteTableId)
}) {
  $id['EdgeTable'] = Text ((New-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['App'] `
    -TagSpecifications @(@{ ResourceType = 'route-table'; Tags = (TagList 'edge-table' 'edge-table') }) `
    -Select '*').RouteTable.RouteTableId)
  Record 'route-table' $value['RegionUsEast1'] 'EdgeTable' $id['EdgeTable']
}

# Route table inner-table
if (Missing 'route-table' $value['RegionUsEast1'] 'InnerTable' {
  Text ((Get-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('inner-table') }) `
    -Select '*').RouteTables.RouteTableId)
}) {
  $id['InnerTable'] = Text ((New-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['App'] `
    -TagSpecifications @(@{ ResourceType = 'route-table'; Tags = (TagList 'inner-table' 'inner-table') }) `
    -Select '*').RouteTable.RouteTableId)
  Record 'route-table' $value['RegionUsEast1'] 'InnerTable' $id['InnerTable']
}

# Route table open-table
if (Missing 'route-table' $value['RegionUsEast1'] 'OpenTable' {
  Text ((Get-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('open-table') }) `
    -Select '*').RouteTables.RouteTableId)
}) {
  $id['OpenTable'] = Text ((New-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -VpcId $id['App'] `
    -TagSpecifications @(@{ ResourceType = 'route-table'; Tags = (TagList 'open-table' 'open-table') }) `
    -Select '*').RouteTable.RouteTableId)
  Record 'route-table' $value['RegionUsEast1'] 'OpenTable' $id['OpenTable']
}

# Gateway Load Balancer gwlb
if (Missing 'gateway-balancer' $value['RegionUsEast1'] 'Gwlb' {
  Allow 'LoadBalancerNotFound' {
    Text ((Get-ELB2LoadBalancer `
      -Region $value['RegionUsEast1'] `
      -Names @((ShortName 'gwlb')) `
      -Select '*').LoadBalancers.LoadBalancerArn)
  }
}) {
  $id['Gwlb'] = Text (@((New-ELB2LoadBalancer `
    -Region $value['RegionUsEast1'] `
    -Name (ShortName 'gwlb') `
    -Type 'gateway' `
    -IpAddressType 'ipv4' `
    -Subnets @($id['Appliances']) `
    -Tags (TagList 'gwlb' 'gwlb') `
    -Select '*').LoadBalancers)[0].LoadBalancerArn)
  Record 'gateway-balancer' $value['RegionUsEast1'] 'Gwlb' $id['Gwlb']
}
$null = Edit-ELB2LoadBalancerAttribute `
  -Region $value['RegionUsEast1'] `
  -LoadBalancerArn $id['Gwlb'] `
  -Attributes @(@{ Key = 'load_balancing.cross_zone.enabled'; Value = 'true' })
WaitFor 'active' {
  Allow 'LoadBalancerNotFound' {
    Text (@((Get-ELB2LoadBalancer `
      -Region $value['RegionUsEast1'] `
      -LoadBalancerArns @($id['Gwlb']) `
      -Select '*').LoadBalancers)[0].State.Code)
  }
}

# Target group group
if (Missing 'target-group' $value['RegionUsEast1'] 'Group' {
  Allow 'TargetGroupNotFound' {
    Text ((Get-ELB2TargetGroup `
      -Region $value['RegionUsEast1'] `
      -Names @((ShortName 'group')) `
      -Select '*').TargetGroups.TargetGroupArn)
  }
}) {
  $id['Group'] = Text (@((New-ELB2TargetGroup `
    -Region $value['RegionUsEast1'] `
    -Name (ShortName 'group') `
    -TargetType 'instance' `
    -Protocol 'GENEVE' `
    -Port 6081 `
    -VpcId $id['Security'] `
    -Tags (TagList 'group' 'group') `
    -Select '*').TargetGroups)[0].TargetGroupArn)
  Record 'target-group' $value['RegionUsEast1'] 'Group' $id['Group']
}

# Gateway Load Balancer gwlb: listener
if (Missing 'gateway-listener' $value['RegionUsEast1'] 'GwlbListener' {
  Text ((Get-ELB2Listener `
    -Region $value['RegionUsEast1'] `
    -LoadBalancerArn $id['Gwlb'] `
    -Select '*').Listeners.ListenerArn)
}) {
  $id['GwlbListener'] = Text (@((New-ELB2Listener `
    -Region $value['RegionUsEast1'] `
    -LoadBalancerArn $id['Gwlb'] `
    -DefaultActions @(@{ Type = 'forward'; TargetGroupArn = $id['Group'] }) `
    -Tags (TagList 'gwlb/listener' 'gwlb') `
    -Select '*').Listeners)[0].ListenerArn)
  Record 'gateway-listener' $value['RegionUsEast1'] 'GwlbListener' $id['GwlbListener']
}

# Endpoint service inspection
if (Missing 'endpoint-service' $value['RegionUsEast1'] 'Inspection' {
  Text ((Get-EC2EndpointServiceConfiguration `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'service-state'; Values = @('Pending', 'Available') }, @{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('inspection') }) `
    -Select '*').ServiceConfigurations.ServiceId)
}) {
  $id['Inspection'] = Text ((New-EC2VpcEndpointServiceConfiguration `
    -Region $value['RegionUsEast1'] `
    -GatewayLoadBalancerArns @($id['Gwlb']) `
    -AcceptanceRequired $true `
    -SupportedIpAddressTypes @('ipv4') `
    -ClientToken ($token + '-1c049ba953da' + $again) `
    -TagSpecifications @(@{ ResourceType = 'vpc-endpoint-service'; Tags = (TagList 'inspection' 'inspection') }) `
    -Select '*').ServiceConfiguration.ServiceId)
  Record 'endpoint-service' $value['RegionUsEast1'] 'Inspection' $id['Inspection']
}
WaitFor '[Aa]vailable' {
  Text (@((Get-EC2EndpointServiceConfiguration `
    -Region $value['RegionUsEast1'] `
    -ServiceIds @($id['Inspection']) `
    -Select '*').ServiceConfigurations)[0].ServiceState)
}

# Endpoint service inspection: permissions
if (Missing 'mark' $value['RegionUsEast1'] 'InspectionPermissions') {
  $null = Edit-EC2EndpointServicePermission `
    -Region $value['RegionUsEast1'] `
    -ServiceId $id['Inspection'] `
    -AddAllowedPrincipals @('*')
  Record 'mark' $value['RegionUsEast1'] 'InspectionPermissions' 'yes'
}

# Gateway Load Balancer endpoint endpoint
Lost $value['RegionUsEast1'] 'Endpoint' {
  Text ((Get-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'vpc-endpoint-state'; Values = @('pendingAcceptance', 'pending', 'available', 'rejected', 'failed', 'expired', 'partial') }, @{ Name = 'vpc-endpoint-id'; Values = @($recorded) }) `
    -Select '*').VpcEndpoints.VpcEndpointId)
}
if (Missing 'balancer-endpoint' $value['RegionUsEast1'] 'Endpoint' {
  Text ((Get-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'vpc-endpoint-state'; Values = @('pendingAcceptance', 'pending', 'available') }, @{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('endpoint') }) `
    -Select '*').VpcEndpoints.VpcEndpointId)
}) {
  $id['Endpoint'] = Text ((New-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -VpcEndpointType 'GatewayLoadBalancer' `
    -VpcId $id['App'] `
    -ServiceName ('com.amazonaws.vpce.' + $value['RegionUsEast1'] + '.' + $id['Inspection']) `
    -SubnetIds @($id['Open']) `
    -IpAddressType 'ipv4' `
    -ClientToken ($token + '-13c1aed21664' + $again) `
    -TagSpecifications @(@{ ResourceType = 'vpc-endpoint'; Tags = (TagList 'endpoint' 'endpoint') }) `
    -Select '*').VpcEndpoint.VpcEndpointId)
  Record 'balancer-endpoint' $value['RegionUsEast1'] 'Endpoint' $id['Endpoint']
}
WaitFor 'pendingAcceptance|[Aa]vailable' {
  Text (@((Get-EC2VpcEndpoint `
    -Region $value['RegionUsEast1'] `
    -VpcEndpointIds @($id['Endpoint']) `
    -Select '*').VpcEndpoints)[0].State)
}

# Endpoint service inspection: accept endpoint
if (Missing 'connection-acceptance' $value['RegionUsEast1'] 'InspectionAcceptEndpoint') {
  WaitFor 'pendingAcceptance|pending|[Aa]vailable' {
    Text (@((Get-EC2EndpointConnection `
      -Region $value['RegionUsEast1'] `
      -Filters @(@{ Name = 'service-id'; Values = @($id['Inspection']) }, @{ Name = 'vpc-endpoint-id'; Values = @($id['Endpoint']) }) `
      -Select '*').VpcEndpointConnections)[0].VpcEndpointState)
  }
  $connection = Text (@((Get-EC2EndpointConnection `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'service-id'; Values = @($id['Inspection']) }, @{ Name = 'vpc-endpoint-id'; Values = @($id['Endpoint']) }) `
    -Select '*').VpcEndpointConnections)[0].VpcEndpointState)
  if ($connection -ceq 'pendingAcceptance') {
    Check {
      Text (((Approve-EC2EndpointConnection `
        -Region $value['RegionUsEast1'] `
        -ServiceId $id['Inspection'] `
        -VpcEndpointIds @($id['Endpoint']) `
        -Select '*').Unsuccessful.Error | ForEach-Object { [string]$_.Code; [string]$_.Message }))
    } ''
  }
  WaitFor '[Aa]vailable' {
    Text (@((Get-EC2EndpointConnection `
      -Region $value['RegionUsEast1'] `
      -Filters @(@{ Name = 'service-id'; Values = @($id['Inspection']) }, @{ Name = 'vpc-endpoint-id'; Values = @($id['Endpoint']) }) `
      -Select '*').VpcEndpointConnections)[0].VpcEndpointState)
  }
  $id['InspectionAcceptEndpoint'] = $id['Endpoint']
  Record 'connection-acceptance' $value['RegionUsEast1'] 'InspectionAcceptEndpoint' $id['Endpoint']
}

# Route table edge-table: route 10x0x2x0x24
if (Missing 'route' $value['RegionUsEast1'] 'EdgeTableRoute10x0x2x0x24') {
  $null = Allow 'RouteAlreadyExists' {
    New-EC2Route `
      -Region $value['RegionUsEast1'] `
      -RouteTableId $id['EdgeTable'] `
      -DestinationCidrBlock $value['InnerBlock'] `
      -VpcEndpointId $id['InspectionAcceptEndpoint']
  }
  Record 'route' $value['RegionUsEast1'] 'EdgeTableRoute10x0x2x0x24' ('' + $id['EdgeTable'] + ',' + $value['InnerBlock'])
}

# Route table inner-table: route Anywhere
if (Missing 'route' $value['RegionUsEast1'] 'InnerTableRouteAnywhere') {
  $null = Allow 'RouteAlreadyExists' {
    New-EC2Route `
      -Region $value['RegionUsEast1'] `
      -RouteTableId $id['InnerTable'] `
      -DestinationCidrBlock '0.0.0.0/0' `
      -VpcEndpointId $id['InspectionAcceptEndpoint']
  }
  Record 'route' $value['RegionUsEast1'] 'InnerTableRouteAnywhere' ('' + $id['InnerTable'] + ',0.0.0.0/0')
}

# Route table open-table: route Anywhere
if (Missing 'route' $value['RegionUsEast1'] 'OpenTableRouteAnywhere') {
  $null = Allow 'RouteAlreadyExists' {
    New-EC2Route `
      -Region $value['RegionUsEast1'] `
      -RouteTableId $id['OpenTable'] `
      -DestinationCidrBlock '0.0.0.0/0' `
      -GatewayId $id['Gateway']
  }
  Record 'route' $value['RegionUsEast1'] 'OpenTableRouteAnywhere' ('' + $id['OpenTable'] + ',0.0.0.0/0')
}

# Route table edge-table: edge
if (Missing 'edge-association' $value['RegionUsEast1'] 'EdgeTableEdge' { EdgeAssociation $value['RegionUsEast1'] $id['EdgeTable'] $id['Gateway'] }) {
  $id['EdgeTableEdge'] = Text ((Register-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -RouteTableId $id['EdgeTable'] `
    -GatewayId $id['Gateway'] `
    -Select '*').AssociationId)
  Record 'edge-association' $value['RegionUsEast1'] 'EdgeTableEdge' $id['EdgeTableEdge']
}

# Subnet inner: route table
if (Missing 'subnet-route-table' $value['RegionUsEast1'] 'InnerRouteTable' { TableAssociation $value['RegionUsEast1'] $id['Inner'] }) {
  $id['InnerRouteTable'] = Text ((Register-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -RouteTableId $id['InnerTable'] `
    -SubnetId $id['Inner'] `
    -Select '*').AssociationId)
  Record 'subnet-route-table' $value['RegionUsEast1'] 'InnerRouteTable' $id['InnerRouteTable']
}

# Subnet open: route table
if (Missing 'subnet-route-table' $value['RegionUsEast1'] 'OpenRouteTable' { TableAssociation $value['RegionUsEast1'] $id['Open'] }) {
  $id['OpenRouteTable'] = Text ((Register-EC2RouteTable `
    -Region $value['RegionUsEast1'] `
    -RouteTableId $id['OpenTable'] `
    -SubnetId $id['Open'] `
    -Select '*').AssociationId)
  Record 'subnet-route-table' $value['RegionUsEast1'] 'OpenRouteTable' $id['OpenRouteTable']
}

# Client appliance: interface 0
if (Missing 'client-interface' $value['RegionUsEast1'] 'ApplianceInterface0' {
  Text ((Get-EC2NetworkInterface `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('appliance/interface-0') }) `
    -Select '*').NetworkInterfaces.NetworkInterfaceId)
}) {
  $id['ApplianceInterface0'] = Text ((New-EC2NetworkInterface `
    -Region $value['RegionUsEast1'] `
    -SubnetId $id['Appliances'] `
    -Groups @($id['SecurityDefaultGroup']) `
    -TagSpecifications @(@{ ResourceType = 'network-interface'; Tags = (TagList 'appliance/interface-0' 'appliance') }) `
    -Select '*').NetworkInterface.NetworkInterfaceId)
  Record 'client-interface' $value['RegionUsEast1'] 'ApplianceInterface0' $id['ApplianceInterface0']
}
$null = Edit-EC2NetworkInterfaceAttribute `
  -Region $value['RegionUsEast1'] `
  -NetworkInterfaceId $id['ApplianceInterface0'] `
  -SourceDestCheck $false

# Client appliance
Lost $value['RegionUsEast1'] 'Appliance' {
  Text ((Get-EC2Instance `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'instance-state-name'; Values = @('pending', 'running', 'stopping', 'stopped') }, @{ Name = 'instance-id'; Values = @($recorded) }) `
    -Select '*').Reservations.Instances.InstanceId)
}
if (Missing 'instance' $value['RegionUsEast1'] 'Appliance' {
  Text ((Get-EC2Instance `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'instance-state-name'; Values = @('pending', 'running', 'stopping', 'stopped') }, @{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('appliance') }) `
    -Select '*').Reservations.Instances.InstanceId)
}) {
  $image = MustTell 'image' {
    Text ((Get-SSMParameter `
      -Region $value['RegionUsEast1'] `
      -Name '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' `
      -Select '*').Parameter.Value)
  }
  $id['Appliance'] = Text (@((New-EC2Instance `
    -Region $value['RegionUsEast1'] `
    -MinCount 1 `
    -MaxCount 1 `
    -ImageId $image `
    -InstanceType 't3.micro' `
    -NetworkInterfaces @(@{ DeviceIndex = 0; NetworkInterfaceId = $id['ApplianceInterface0'] }) `
    -ClientToken ($token + '-650df4ba07ea' + $again) `
    -TagSpecifications @(@{ ResourceType = 'instance'; Tags = (TagList 'appliance' 'appliance') })).Instances)[0].InstanceId)
  Record 'instance' $value['RegionUsEast1'] 'Appliance' $id['Appliance']
}
WaitFor 'running' {
  Allow 'InvalidInstanceID.NotFound' {
    Text (@(@((Get-EC2Instance `
      -Region $value['RegionUsEast1'] `
      -InstanceId @($id['Appliance']) `
      -Select '*').Reservations)[0].Instances)[0].State.Name)
  }
}

# Client server
Lost $value['RegionUsEast1'] 'Server' {
  Text ((Get-EC2Instance `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'instance-state-name'; Values = @('pending', 'running', 'stopping', 'stopped') }, @{ Name = 'instance-id'; Values = @($recorded) }) `
    -Select '*').Reservations.Instances.InstanceId)
}
if (Missing 'instance' $value['RegionUsEast1'] 'Server' {
  Text ((Get-EC2Instance `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'instance-state-name'; Values = @('pending', 'running', 'stopping', 'stopped') }, @{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('server') }) `
    -Select '*').Reservations.Instances.InstanceId)
}) {
  $image = MustTell 'image' {
    Text ((Get-SSMParameter `
      -Region $value['RegionUsEast1'] `
      -Name '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' `
      -Select '*').Parameter.Value)
  }
  $id['Server'] = Text (@((New-EC2Instance `
    -Region $value['RegionUsEast1'] `
    -MinCount 1 `
    -MaxCount 1 `
    -ImageId $image `
    -InstanceType 't3.micro' `
    -NetworkInterfaces @(@{ DeviceIndex = 0; SubnetId = $id['Inner']; Groups = @($id['AppDefaultGroup']); AssociatePublicIpAddress = $false; DeleteOnTermination = $true }) `
    -ClientToken ($token + '-d89f3944c069' + $again) `
    -TagSpecifications @(@{ ResourceType = 'instance'; Tags = (TagList 'server' 'server') })).Instances)[0].InstanceId)
  Record 'instance' $value['RegionUsEast1'] 'Server' $id['Server']
}
WaitFor 'running' {
  Allow 'InvalidInstanceID.NotFound' {
    Text (@(@((Get-EC2Instance `
      -Region $value['RegionUsEast1'] `
      -InstanceId @($id['Server']) `
      -Select '*').Reservations)[0].Instances)[0].State.Name)
  }
}

# Client server: address 0
if (Missing 'client-address' $value['RegionUsEast1'] 'ServerAddress0' {
  Text ((Get-EC2Address `
    -Region $value['RegionUsEast1'] `
    -Filters @(@{ Name = 'tag:hopwise:design'; Values = @($design) }, @{ Name = 'tag:hopwise:id'; Values = @('server/address-0') }) `
    -Select '*').Addresses.AllocationId)
}) {
  $id['ServerAddress0'] = Text ((New-EC2Address `
    -Region $value['RegionUsEast1'] `
    -Domain 'vpc' `
    -TagSpecifications @(@{ ResourceType = 'elastic-ip'; Tags = (TagList 'server/address-0' 'server') }) `
    -Select '*').AllocationId)
  Record 'client-address' $value['RegionUsEast1'] 'ServerAddress0' $id['ServerAddress0']
}

# Client server: association 0
if (Missing 'address-association' $value['RegionUsEast1'] 'ServerAssociation0' {
  Text ((Get-EC2Address `
    -Region $value['RegionUsEast1'] `
    -AllocationIds @($id['ServerAddress0']) `
    -Select '*').Addresses.AssociationId)
}) {
  $id['ServerAssociation0'] = Text ((Register-EC2Address `
    -Region $value['RegionUsEast1'] `
    -AllocationId $id['ServerAddress0'] `
    -InstanceId $id['Server'] `
    -Select '*').AssociationId)
  Record 'address-association' $value['RegionUsEast1'] 'ServerAssociation0' $id['ServerAssociation0']
}

# Target group group: target appliance 6081
if (Missing 'target-registration' $value['RegionUsEast1'] 'GroupTargetAppliance6081') {
  $null = Register-ELB2Target `
    -Region $value['RegionUsEast1'] `
    -TargetGroupArn $id['Group'] `
    -Targets @(@{ Id = $id['Appliance']; Port = 6081 })
  Record 'target-registration' $value['RegionUsEast1'] 'GroupTargetAppliance6081' ('' + $id['Group'] + ',Id=' + $id['Appliance'] + ',Port=6081')
}

Say "All of it is there. $state is the record of it for teardown.ps1."

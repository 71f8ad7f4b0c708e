design=${HOPWISE_NAME:-inspection}
[[ $design =~ ^[A-Za-z][A-Za-z0-9-]{0,31}$ ]] || fail "HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes"
# A deployment under another name has a record of its own
other=''
if [[ $design != inspection ]]; then other=-$design; fi
state=${HOPWISE_STATE:-$here/hopwise-state$other.txt}
guard "$Account1Number" "$RegionUsEast1"
if [[ $* == --dry-run ]]; then
  rehearse
fi
say "This is account $account: $RegionUsEast1. The deployment is $design."
own_tags=()
touch "$state"
again=''
note_once account "$account"
note_once design "$design"
token=$(recall token)
if [[ -z $token ]]; then
  token="hopwise-$(date +%s)-$RANDOM$RANDOM"
  printf 'mark - token %s\n' "$token" >>"$state"
fi

# VPC app
if missing vpc "$RegionUsEast1" App by_tag "$RegionUsEast1" app 'Vpcs[].VpcId' describe-vpcs --filters; then
  id_App=$(aws ec2 create-vpc \
    --region "$RegionUsEast1" \
    --cidr-block "$AppBlock" \
    --instance-tenancy default \
    --tag-specifications "$(tags vpc app app)" \
    --query Vpc.VpcId \
    --output text)
  record vpc "$RegionUsEast1" App "$id_App"
fi
aws ec2 wait vpc-available \
  --region "$RegionUsEast1" \
  --vpc-ids "$id_App"
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_App" \
  --enable-dns-support '{"Value":true}'
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_App" \
  --enable-dns-hostnames '{"Value":false}'

# VPC security
if missing vpc "$RegionUsEast1" Security by_tag "$RegionUsEast1" security 'Vpcs[].VpcId' describe-vpcs --filters; then
  id_Security=$(aws ec2 create-vpc \
    --region "$RegionUsEast1" \
    --cidr-block "$SecurityBlock" \
    --instance-tenancy default \
    --tag-specifications "$(tags vpc security security)" \
    --query Vpc.VpcId \
    --output text)
  record vpc "$RegionUsEast1" Security "$id_Security"
fi
aws ec2 wait vpc-available \
  --region "$RegionUsEast1" \
  --vpc-ids "$id_Security"
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_Security" \
  --enable-dns-support '{"Value":true}'
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_Security" \
  --enable-dns-hostnames '{"Value":false}'

# VPC app: default group
id_AppDefaultGroup=$(aws ec2 describe-security-groups \
  --region "$RegionUsEast1" \
  --filters Name=vpc-id,Values="$id_App" Name=group-name,Values=default \
  --query 'SecurityGroups[0].GroupId' \
  --output text)
known "$id_AppDefaultGroup" 'default security group of app'

# VPC security: default group
id_SecurityDefaultGroup=$(aws ec2 describe-security-groups \
  --region "$RegionUsEast1" \
  --filters Name=vpc-id,Values="$id_Security" Name=group-name,Values=default \
  --query 'SecurityGroups[0].GroupId' \
  --output text)
known "$id_SecurityDefaultGroup" 'default security group of security'

# Subnet appliances
if missing subnet "$RegionUsEast1" Appliances by_tag "$RegionUsEast1" appliances 'Subnets[].SubnetId' describe-subnets --filters; then
  id_Appliances=$(aws ec2 create-subnet \
    --region "$RegionUsEast1" \
    --vpc-id "$id_Security" \
    --availability-zone "$RegionUsEast1""$ZoneLetterA" \
    --cidr-block "$AppliancesBlock" \
    --tag-specifications "$(tags subnet appliances appliances)" \
    --query Subnet.SubnetId \
    --output text)
  record subnet "$RegionUsEast1" Appliances "$id_Appliances"
fi
aws ec2 wait subnet-available \
  --region "$RegionUsEast1" \
  --subnet-ids "$id_Appliances"
aws ec2 modify-subnet-attribute \
  --region "$RegionUsEast1" \
  --subnet-id "$id_Appliances" \
  --no-map-public-ip-on-launch

# Subnet inner
if missing subnet "$RegionUsEast1" Inner by_tag "$RegionUsEast1" inner 'Subnets[].SubnetId' describe-subnets --filters; then
  id_Inner=$(aws ec2 create-subnet \
    --region "$RegionUsEast1" \
    --vpc-id "$id_App" \
    --availability-zone "$RegionUsEast1""$ZoneLetterA" \
    --cidr-block "$InnerBlock" \
    --tag-specifications "$(tags subnet inner inner)" \
    --query Subnet.SubnetId \
    --output text)
  record subnet "$RegionUsEast1" Inner "$id_Inner"
fi
aws ec2 wait subnet-available \
  --region "$RegionUsEast1" \
  --subnet-ids "$id_Inner"
aws ec2 modify-subnet-attribute \
  --region "$RegionUsEast1" \
  --subnet-id "$id_Inner" \
  --no-map-public-ip-on-launch

# Subnet open
if missing subnet "$RegionUsEast1" Open by_tag "$RegionUsEast1" open 'Subnets[].SubnetId' describe-subnets --filters; then
  id_Open=$(aws ec2 create-subnet \
    --region "$RegionUsEast1" \
    --vpc-id "$id_App" \
    --availability-zone "$RegionUsEast1""$ZoneLetterA" \
    --cidr-block "$OpenBlock" \
    --tag-specifications "$(tags subnet open open)" \
    --query Subnet.SubnetId \
    --output text)
  record subnet "$RegionUsEast1" Open "$id_Open"
fi
aws ec2 wait subnet-available \
  --region "$RegionUsEast1" \
  --subnet-ids "$id_Open"
aws ec2 modify-subnet-attribute \
  --region "$RegionUsEast1" \
  --subnet-id "$id_Open" \
  --no-map-public-ip-on-launch

# Internet gateway gateway
if missing internet-gateway "$RegionUsEast1" Gateway by_tag "$RegionUsEast1" gateway 'InternetGateways[].InternetGatewayId' describe-internet-gateways --filters; then
  id_Gateway=$(aws ec2 create-internet-gateway \
    --region "$RegionUsEast1" \
    --tag-specifications "$(tags internet-gateway gateway gateway)" \
    --query InternetGateway.InternetGatewayId \
    --output text)
  record internet-gateway "$RegionUsEast1" Gateway "$id_Gateway"
fi

# Internet gateway gateway: attachment
if missing gateway-attachment "$RegionUsEast1" GatewayAttachment; then
  allow Resource.AlreadyAssociated aws ec2 attach-internet-gateway \
    --region "$RegionUsEast1" \
    --internet-gateway-id "$id_Gateway" \
    --vpc-id "$id_App" >/dev/null
  record gateway-attachment "$RegionUsEast1" GatewayAttachment "$id_Gateway","$id_App"
fi

# Route table edge-table
if missing route-table "$RegionUsEast1" EdgeTable by_tag "$RegionUsEast1" edge-table 'RouteTables[].RouteTableId' describe-route-tables --filters; then
  id_EdgeTable=$(aws ec2 create-route-table \
    --region "$RegionUsEast1" \
    --vpc-id "$id_App" \
    --tag-specifications "$(tags route-table edge-table edge-table)" \
    --query RouteTable.RouteTableId \
    --output text)
  record route-table "$RegionUsEast1" EdgeTable "$id_EdgeTable"
fi

# Route table inner-table
if missing route-table "$RegionUsEast1" InnerTable by_tag "$RegionUsEast1" inner-table 'RouteTables[].RouteTableId' describe-route-tables --filters; then
  id_InnerTable=$(aws ec2 create-route-table \
    --region "$RegionUsEast1" \
    --vpc-id "$id_App" \
    --tag-specifications "$(tags route-table inner-table inner-table)" \
    --query RouteTable.RouteTableId \
    --output text)
  record route-table "$RegionUsEast1" InnerTable "$id_InnerTable"
fi

# Route table open-table
if missing route-table "$RegionUsEast1" OpenTable by_tag "$RegionUsEast1" open-table 'RouteTables[].RouteTableId' describe-route-tables --filters; then
  id_OpenTable=$(aws ec2 create-route-table \
    --region "$RegionUsEast1" \
    --vpc-id "$id_App" \
    --tag-specifications "$(tags route-table open-table open-table)" \
    --query RouteTable.RouteTableId \
    --output text)
  record route-table "$RegionUsEast1" OpenTable "$id_OpenTable"
fi

# Gateway Load Balancer gwlb
if missing gateway-balancer "$RegionUsEast1" Gwlb allow LoadBalancerNotFound aws elbv2 describe-load-balancers \
  --region "$RegionUsEast1" \
  --names "$(short_name gwlb)" \
  --query 'LoadBalancers[].LoadBalancerArn' \
  --output text; then
  id_Gwlb=$(aws elbv2 create-load-balancer \
    --region "$RegionUsEast1" \
    --name "$(short_name gwlb)" \
    --type gateway \
    --ip-address-type ipv4 \
    --subnets "$id_Appliances" \
    --tags "$(tag_list Key Value gwlb gwlb)" \
    --query 'LoadBalancers[0].LoadBalancerArn' \
    --output text)
  record gateway-balancer "$RegionUsEast1" Gwlb "$id_Gwlb"
fi
aws elbv2 modify-load-balancer-attributes \
  --region "$RegionUsEast1" \
  --load-balancer-arn "$id_Gwlb" \
  --attributes Key=load_balancing.cross_zone.enabled,Value=true >/dev/null
aws elbv2 wait load-balancer-available \
  --region "$RegionUsEast1" \
  --load-balancer-arns "$id_Gwlb"

# Target group group
if missing target-group "$RegionUsEast1" Group allow TargetGroupNotFound aws elbv2 describe-target-groups \
  --region "$RegionUsEast1" \
  --names "$(short_name group)" \
  --query 'TargetGroups[].TargetGroupArn' \
  --output text; then
  id_Group=$(aws elbv2 create-target-group \
    --region "$RegionUsEast1" \
    --name "$(short_name group)" \
    --target-type instance \
    --protocol GENEVE \
    --port 6081 \
    --vpc-id "$id_Security" \
    --tags "$(tag_list Key Value group group)" \
    --query 'TargetGroups[0].TargetGroupArn' \
    --output text)
  record target-group "$RegionUsEast1" Group "$id_Group"
fi

# Gateway Load Balancer gwlb: listener
if missing gateway-listener "$RegionUsEast1" GwlbListener aws elbv2 describe-listeners \
  --region "$RegionUsEast1" \
  --load-balancer-arn "$id_Gwlb" \
  --query 'Listeners[].ListenerArn' \
  --output text; then
  id_GwlbListener=$(aws elbv2 create-listener \
    --region "$RegionUsEast1" \
    --load-balancer-arn "$id_Gwlb" \
    --default-actions '[{"Type":"forward","TargetGroupArn":"'"$id_Group"'"}]' \
    --tags "$(tag_list Key Value gwlb/listener gwlb)" \
    --query 'Listeners[0].ListenerArn' \
    --output text)
  record gateway-listener "$RegionUsEast1" GwlbListener "$id_GwlbListener"
fi

# Endpoint service inspection
if missing endpoint-service "$RegionUsEast1" Inspection by_tag "$RegionUsEast1" inspection 'ServiceConfigurations[].ServiceId' describe-vpc-endpoint-service-configurations --filters Name=service-state,Values=Pending,Available; then
  id_Inspection=$(aws ec2 create-vpc-endpoint-service-configuration \
    --region "$RegionUsEast1" \
    --gateway-load-balancer-arns "$id_Gwlb" \
    --acceptance-required \
    --supported-ip-address-types ipv4 \
    --client-token "$token-1c049ba953da$again" \
    --tag-specifications "$(tags vpc-endpoint-service inspection inspection)" \
    --query ServiceConfiguration.ServiceId \
    --output text)
  record endpoint-service "$RegionUsEast1" Inspection "$id_Inspection"
fi
wait_for '[Aa]vailable' aws ec2 describe-vpc-endpoint-service-configurations \
  --region "$RegionUsEast1" \
  --service-ids "$id_Inspection" \
  --query 'ServiceConfigurations[0].ServiceState' \
  --output text

# Endpoint service inspection: permissions
if missing mark "$RegionUsEast1" InspectionPermissions; then
  aws ec2 modify-vpc-endpoint-service-permissions \
    --region "$RegionUsEast1" \
    --service-id "$id_Inspection" \
    --add-allowed-principals '*' >/dev/null
  record mark "$RegionUsEast1" InspectionPermissions yes
fi

# Gateway Load Balancer endpoint endpoint
lost "$RegionUsEast1" Endpoint vpc-endpoint-id 'VpcEndpoints[].VpcEndpointId' describe-vpc-endpoints --filters Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available,rejected,failed,expired,partial
if missing balancer-endpoint "$RegionUsEast1" Endpoint by_tag "$RegionUsEast1" endpoint 'VpcEndpoints[].VpcEndpointId' describe-vpc-endpoints --filters Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available; then
  id_Endpoint=$(aws ec2 create-vpc-endpoint \
    --region "$RegionUsEast1" \
    --vpc-endpoint-type GatewayLoadBalancer \
    --vpc-id "$id_App" \
    --service-name com.amazonaws.vpce."$RegionUsEast1"."$id_Inspection" \
    --subnet-ids "$id_Open" \
    --ip-address-type ipv4 \
    --client-token "$token-13c1aed21664$again" \
    --tag-specifications "$(tags vpc-endpoint endpoint endpoint)" \
    --query VpcEndpoint.VpcEndpointId \
    --output text)
  record balancer-endpoint "$RegionUsEast1" Endpoint "$id_Endpoint"
fi
wait_for 'pendingAcceptance|[Aa]vailable' aws ec2 describe-vpc-endpoints \
  --region "$RegionUsEast1" \
  --vpc-endpoint-ids "$id_Endpoint" \
  --query 'VpcEndpoints[0].State' \
  --output text

# Endpoint service inspection: accept endpoint
if missing connection-acceptance "$RegionUsEast1" InspectionAcceptEndpoint; then
  wait_for 'pendingAcceptance|pending|[Aa]vailable' aws ec2 describe-vpc-endpoint-connections \
    --region "$RegionUsEast1" \
    --filters Name=service-id,Values="$id_Inspection" Name=vpc-endpoint-id,Values="$id_Endpoint" \
    --query 'VpcEndpointConnections[0].VpcEndpointState' \
    --output text
  connection=$(aws ec2 describe-vpc-endpoint-connections \
    --region "$RegionUsEast1" \
    --filters Name=service-id,Values="$id_Inspection" Name=vpc-endpoint-id,Values="$id_Endpoint" \
    --query 'VpcEndpointConnections[0].VpcEndpointState' \
    --output text)
  if [[ $connection == pendingAcceptance ]]; then
    problem=$(aws ec2 accept-vpc-endpoint-connections \
      --region "$RegionUsEast1" \
      --service-id "$id_Inspection" \
      --vpc-endpoint-ids "$id_Endpoint" \
      --query 'Unsuccessful[].Error.[Code,Message]' \
      --output text)
    [[ -z $problem || $problem == None ]] || fail "$problem"
  fi
  wait_for '[Aa]vailable' aws ec2 describe-vpc-endpoint-connections \
    --region "$RegionUsEast1" \
    --filters Name=service-id,Values="$id_Inspection" Name=vpc-endpoint-id,Values="$id_Endpoint" \
    --query 'VpcEndpointConnections[0].VpcEndpointState' \
    --output text
  id_InspectionAcceptEndpoint="$id_Endpoint"
  record connection-acceptance "$RegionUsEast1" InspectionAcceptEndpoint "$id_Endpoint"
fi

# Route table edge-table: route 10x0x2x0x24
if missing route "$RegionUsEast1" EdgeTableRoute10x0x2x0x24; then
  allow RouteAlreadyExists aws ec2 create-route \
    --region "$RegionUsEast1" \
    --route-table-id "$id_EdgeTable" \
    --destination-cidr-block "$InnerBlock" \
    --vpc-endpoint-id "$id_InspectionAcceptEndpoint" >/dev/null
  record route "$RegionUsEast1" EdgeTableRoute10x0x2x0x24 "$id_EdgeTable","$InnerBlock"
fi

# Route table inner-table: route Anywhere
if missing route "$RegionUsEast1" InnerTableRouteAnywhere; then
  allow RouteAlreadyExists aws ec2 create-route \
    --region "$RegionUsEast1" \
    --route-table-id "$id_InnerTable" \
    --destination-cidr-block 0.0.0.0/0 \
    --vpc-endpoint-id "$id_InspectionAcceptEndpoint" >/dev/null
  record route "$RegionUsEast1" InnerTableRouteAnywhere "$id_InnerTable",0.0.0.0/0
fi

# Route table open-table: route Anywhere
if missing route "$RegionUsEast1" OpenTableRouteAnywhere; then
  allow RouteAlreadyExists aws ec2 create-route \
    --region "$RegionUsEast1" \
    --route-table-id "$id_OpenTable" \
    --destination-cidr-block 0.0.0.0/0 \
    --gateway-id "$id_Gateway" >/dev/null
  record route "$RegionUsEast1" OpenTableRouteAnywhere "$id_OpenTable",0.0.0.0/0
fi

# Route table edge-table: edge
if missing edge-association "$RegionUsEast1" EdgeTableEdge edge_association "$RegionUsEast1" "$id_EdgeTable" "$id_Gateway"; then
  id_EdgeTableEdge=$(aws ec2 associate-route-table \
    --region "$RegionUsEast1" \
    --route-table-id "$id_EdgeTable" \
    --gateway-id "$id_Gateway" \
    --query AssociationId \
    --output text)
  record edge-association "$RegionUsEast1" EdgeTableEdge "$id_EdgeTableEdge"
fi

# Subnet inner: route table
if missing subnet-route-table "$RegionUsEast1" InnerRouteTable table_association "$RegionUsEast1" "$id_Inner"; then
  id_InnerRouteTable=$(aws ec2 associate-route-table \
    --region "$RegionUsEast1" \
    --route-table-id "$id_InnerTable" \
    --subnet-id "$id_Inner" \
    --query AssociationId \
    --output text)
  record subnet-route-table "$RegionUsEast1" InnerRouteTable "$id_InnerRouteTable"
fi

# Subnet open: route table
if missing subnet-route-table "$RegionUsEast1" OpenRouteTable table_association "$RegionUsEast1" "$id_Open"; then
  id_OpenRouteTable=$(aws ec2 associate-route-table \
    --region "$RegionUsEast1" \
    --route-table-id "$id_OpenTable" \
    --subnet-id "$id_Open" \
    --query AssociationId \
    --output text)
  record subnet-route-table "$RegionUsEast1" OpenRouteTable "$id_OpenRouteTable"
fi

# Client appliance: interface 0
if missing client-interface "$RegionUsEast1" ApplianceInterface0 by_tag "$RegionUsEast1" appliance/interface-0 'NetworkInterfaces[].NetworkInterfaceId' describe-network-interfaces --filters; then
  id_ApplianceInterface0=$(aws ec2 create-network-interface \
    --region "$RegionUsEast1" \
    --subnet-id "$id_Appliances" \
    --groups "$id_SecurityDefaultGroup" \
    --tag-specifications "$(tags network-interface appliance/interface-0 appliance)" \
    --query NetworkInterface.NetworkInterfaceId \
    --output text)
  record client-interface "$RegionUsEast1" ApplianceInterface0 "$id_ApplianceInterface0"
fi
aws ec2 modify-network-interface-attribute \
  --region "$RegionUsEast1" \
  --network-interface-id "$id_ApplianceInterface0" \
  --no-source-dest-check

# Client appliance
lost "$RegionUsEast1" Appliance instance-id 'Reservations[].Instances[].InstanceId' describe-instances --filters Name=instance-state-name,Values=pending,running,stopping,stopped
if missing instance "$RegionUsEast1" Appliance by_tag "$RegionUsEast1" appliance 'Reservations[].Instances[].InstanceId' describe-instances --filters Name=instance-state-name,Values=pending,running,stopping,stopped; then
  image=$(must_tell image aws ssm get-parameter \
    --region "$RegionUsEast1" \
    --name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 \
    --query Parameter.Value \
    --output text)
  id_Appliance=$(aws ec2 run-instances \
    --region "$RegionUsEast1" \
    --count 1 \
    --image-id "$image" \
    --instance-type t3.micro \
    --network-interfaces '[{"DeviceIndex":0,"NetworkInterfaceId":"'"$id_ApplianceInterface0"'"}]' \
    --client-token "$token-650df4ba07ea$again" \
    --tag-specifications "$(tags instance appliance appliance)" \
    --query 'Instances[0].InstanceId' \
    --output text)
  record instance "$RegionUsEast1" Appliance "$id_Appliance"
fi
aws ec2 wait instance-running \
  --region "$RegionUsEast1" \
  --instance-ids "$id_Appliance"

# Client server
lost "$RegionUsEast1" Server instance-id 'Reservations[].Instances[].InstanceId' describe-instances --filters Name=instance-state-name,Values=pending,running,stopping,stopped
if missing instance "$RegionUsEast1" Server by_tag "$RegionUsEast1" server 'Reservations[].Instances[].InstanceId' describe-instances --filters Name=instance-state-name,Values=pending,running,stopping,stopped; then
  image=$(must_tell image aws ssm get-parameter \
    --region "$RegionUsEast1" \
    --name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 \
    --query Parameter.Value \
    --output text)
  id_Server=$(aws ec2 run-instances \
    --region "$RegionUsEast1" \
    --count 1 \
    --image-id "$image" \
    --instance-type t3.micro \
    --network-interfaces '[{"DeviceIndex":0,"SubnetId":"'"$id_Inner"'","Groups":["'"$id_AppDefaultGroup"'"],"AssociatePublicIpAddress":false,"DeleteOnTermination":true}]' \
    --client-token "$token-d89f3944c069$again" \
    --tag-specifications "$(tags instance server server)" \
    --query 'Instances[0].InstanceId' \
    --output text)
  record instance "$RegionUsEast1" Server "$id_Server"
fi
aws ec2 wait instance-running \
  --region "$RegionUsEast1" \
  --instance-ids "$id_Server"

# Client server: address 0
if missing client-address "$RegionUsEast1" ServerAddress0 by_tag "$RegionUsEast1" server/address-0 'Addresses[].AllocationId' describe-addresses --filters; then
  id_ServerAddress0=$(aws ec2 allocate-address \
    --region "$RegionUsEast1" \
    --domain vpc \
    --tag-specifications "$(tags elastic-ip server/address-0 server)" \
    --query AllocationId \
    --output text)
  record client-address "$RegionUsEast1" ServerAddress0 "$id_ServerAddress0"
fi

# Client server: association 0
if missing address-association "$RegionUsEast1" ServerAssociation0 aws ec2 describe-addresses \
  --region "$RegionUsEast1" \
  --allocation-ids "$id_ServerAddress0" \
  --query 'Addresses[].AssociationId' \
  --output text; then
  id_ServerAssociation0=$(aws ec2 associate-address \
    --region "$RegionUsEast1" \
    --allocation-id "$id_ServerAddress0" \
    --instance-id "$id_Server" \
    --query AssociationId \
    --output text)
  record address-association "$RegionUsEast1" ServerAssociation0 "$id_ServerAssociation0"
fi

# Target group group: target appliance 6081
if missing target-registration "$RegionUsEast1" GroupTargetAppliance6081; then
  aws elbv2 register-targets \
    --region "$RegionUsEast1" \
    --target-group-arn "$id_Group" \
    --targets Id="$id_Appliance",Port=6081 >/dev/null
  record target-registration "$RegionUsEast1" GroupTargetAppliance6081 "$id_Group",Id="$id_Appliance",Port=6081
fi

close_rehearsal
say "All of it is there. $state is the record of it for teardown.sh."

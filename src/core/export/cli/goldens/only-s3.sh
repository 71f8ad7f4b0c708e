design=${HOPWISE_NAME:-only-s3}
[[ $design =~ ^[A-Za-z][A-Za-z0-9-]{0,31}$ ]] || fail "HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes"
# A deployment under another name has a record of its own
other=''
if [[ $design != only-s3 ]]; then other=-$design; fi
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

# VPC Data
if missing vpc "$RegionUsEast1" Data5d2737377d1a by_tag "$RegionUsEast1" Data 'Vpcs[].VpcId' describe-vpcs --filters; then
  id_Data5d2737377d1a=$(aws ec2 create-vpc \
    --region "$RegionUsEast1" \
    --cidr-block "$Data5d2737377d1aBlock" \
    --instance-tenancy default \
    --tag-specifications "$(tags vpc Data Data)" \
    --query Vpc.VpcId \
    --output text)
  record vpc "$RegionUsEast1" Data5d2737377d1a "$id_Data5d2737377d1a"
fi
aws ec2 wait vpc-available \
  --region "$RegionUsEast1" \
  --vpc-ids "$id_Data5d2737377d1a"
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_Data5d2737377d1a" \
  --enable-dns-support '{"Value":true}'
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_Data5d2737377d1a" \
  --enable-dns-hostnames '{"Value":false}'

# Subnet Private “A” (subnet-1)
if missing subnet "$RegionUsEast1" Subnet1 by_tag "$RegionUsEast1" subnet-1 'Subnets[].SubnetId' describe-subnets --filters; then
  id_Subnet1=$(aws ec2 create-subnet \
    --region "$RegionUsEast1" \
    --vpc-id "$id_Data5d2737377d1a" \
    --availability-zone "$RegionUsEast1""$ZoneLetterA" \
    --cidr-block "$Subnet1Block" \
    --tag-specifications "$(tags subnet subnet-1 'Private “A”')" \
    --query Subnet.SubnetId \
    --output text)
  record subnet "$RegionUsEast1" Subnet1 "$id_Subnet1"
fi
aws ec2 wait subnet-available \
  --region "$RegionUsEast1" \
  --subnet-ids "$id_Subnet1"
aws ec2 modify-subnet-attribute \
  --region "$RegionUsEast1" \
  --subnet-id "$id_Subnet1" \
  --no-map-public-ip-on-launch

# Route table route-table-1
id_RouteTable1=$(aws ec2 describe-route-tables \
  --region "$RegionUsEast1" \
  --filters Name=vpc-id,Values="$id_Data5d2737377d1a" Name=association.main,Values=true \
  --query 'RouteTables[0].RouteTableId' \
  --output text)
known "$id_RouteTable1" 'main route table of Data'
aws ec2 create-tags \
  --region "$RegionUsEast1" \
  --resources "$id_RouteTable1" \
  --tags "$(tag_list Key Value route-table-1 route-table-1)"

# Gateway endpoint gateway-endpoint-1
lost "$RegionUsEast1" GatewayEndpoint1 vpc-endpoint-id 'VpcEndpoints[].VpcEndpointId' describe-vpc-endpoints --filters Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available,rejected,failed,expired,partial
if missing gateway-endpoint "$RegionUsEast1" GatewayEndpoint1 by_tag "$RegionUsEast1" gateway-endpoint-1 'VpcEndpoints[].VpcEndpointId' describe-vpc-endpoints --filters Name=vpc-endpoint-state,Values=pendingAcceptance,pending,available; then
  id_GatewayEndpoint1=$(aws ec2 create-vpc-endpoint \
    --region "$RegionUsEast1" \
    --vpc-endpoint-type Gateway \
    --vpc-id "$id_Data5d2737377d1a" \
    --service-name com.amazonaws."$RegionUsEast1".s3 \
    --route-table-ids "$id_RouteTable1" \
    --no-private-dns-enabled \
    --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}' \
    --client-token "$token-e4d92ea1b177$again" \
    --tag-specifications "$(tags vpc-endpoint gateway-endpoint-1 gateway-endpoint-1)" \
    --query VpcEndpoint.VpcEndpointId \
    --output text)
  record gateway-endpoint "$RegionUsEast1" GatewayEndpoint1 "$id_GatewayEndpoint1"
fi
wait_for '[Aa]vailable' aws ec2 describe-vpc-endpoints \
  --region "$RegionUsEast1" \
  --vpc-endpoint-ids "$id_GatewayEndpoint1" \
  --query 'VpcEndpoints[0].State' \
  --output text

close_rehearsal
say "All of it is there. $state is the record of it for teardown.sh."

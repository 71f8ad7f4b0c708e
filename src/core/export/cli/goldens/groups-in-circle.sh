design=${HOPWISE_NAME:-groups}
[[ $design =~ ^[A-Za-z][A-Za-z0-9-]{0,31}$ ]] || fail "HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes"
# A deployment under another name has a record of its own
other=''
if [[ $design != groups ]]; then other=-$design; fi
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

# VPC vpc-1
if missing vpc "$RegionUsEast1" Vpc1 by_tag "$RegionUsEast1" vpc-1 'Vpcs[].VpcId' describe-vpcs --filters; then
  id_Vpc1=$(aws ec2 create-vpc \
    --region "$RegionUsEast1" \
    --cidr-block "$Vpc1Block" \
    --instance-tenancy default \
    --tag-specifications "$(tags vpc vpc-1 vpc-1)" \
    --query Vpc.VpcId \
    --output text)
  record vpc "$RegionUsEast1" Vpc1 "$id_Vpc1"
fi
aws ec2 wait vpc-available \
  --region "$RegionUsEast1" \
  --vpc-ids "$id_Vpc1"
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_Vpc1" \
  --enable-dns-support '{"Value":true}'
aws ec2 modify-vpc-attribute \
  --region "$RegionUsEast1" \
  --vpc-id "$id_Vpc1" \
  --enable-dns-hostnames '{"Value":false}'

# Security group web (sg-1)
if missing security-group "$RegionUsEast1" Sg1 by_tag "$RegionUsEast1" sg-1 'SecurityGroups[].GroupId' describe-security-groups --filters; then
  id_Sg1=$(aws ec2 create-security-group \
    --region "$RegionUsEast1" \
    --group-name hopwise-sg-1 \
    --description 'Hopwise sg-1' \
    --vpc-id "$id_Vpc1" \
    --tag-specifications "$(tags security-group sg-1 web)" \
    --query GroupId \
    --output text)
  record security-group "$RegionUsEast1" Sg1 "$id_Sg1"
fi

# Security group data (sg-2)
if missing security-group "$RegionUsEast1" Sg2 by_tag "$RegionUsEast1" sg-2 'SecurityGroups[].GroupId' describe-security-groups --filters; then
  id_Sg2=$(aws ec2 create-security-group \
    --region "$RegionUsEast1" \
    --group-name hopwise-sg-2 \
    --description 'Hopwise sg-2' \
    --vpc-id "$id_Vpc1" \
    --tag-specifications "$(tags security-group sg-2 data)" \
    --query GroupId \
    --output text)
  record security-group "$RegionUsEast1" Sg2 "$id_Sg2"
fi

# Security group web (sg-1): clearing
if missing group-clearing "$RegionUsEast1" Sg1Clearing; then
  clear_rules "$RegionUsEast1" "$id_Sg1"
  record group-clearing "$RegionUsEast1" Sg1Clearing "$id_Sg1"
fi

# Security group data (sg-2): clearing
if missing group-clearing "$RegionUsEast1" Sg2Clearing; then
  clear_rules "$RegionUsEast1" "$id_Sg2"
  record group-clearing "$RegionUsEast1" Sg2Clearing "$id_Sg2"
fi

# Security group web (sg-1): egress Tcp5432 to sg 2
if missing mark "$RegionUsEast1" Sg1EgressTcp5432ToSg2; then
  allow InvalidPermission.Duplicate aws ec2 authorize-security-group-egress \
    --region "$RegionUsEast1" \
    --group-id "$id_Sg1" \
    --ip-permissions '[{"IpProtocol":"tcp","FromPort":5432,"ToPort":5432,"UserIdGroupPairs":[{"GroupId":"'"$id_Sg2"'"}]}]' >/dev/null
  record mark "$RegionUsEast1" Sg1EgressTcp5432ToSg2 yes
fi

# Security group web (sg-1): ingress Tcp443 from Anywhere
if missing mark "$RegionUsEast1" Sg1IngressTcp443FromAnywhere; then
  allow InvalidPermission.Duplicate aws ec2 authorize-security-group-ingress \
    --region "$RegionUsEast1" \
    --group-id "$id_Sg1" \
    --ip-permissions '[{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"IpRanges":[{"CidrIp":"0.0.0.0/0"}]}]' >/dev/null
  record mark "$RegionUsEast1" Sg1IngressTcp443FromAnywhere yes
fi

# Security group data (sg-2): ingress Tcp5432 from sg 1
if missing mark "$RegionUsEast1" Sg2IngressTcp5432FromSg1; then
  allow InvalidPermission.Duplicate aws ec2 authorize-security-group-ingress \
    --region "$RegionUsEast1" \
    --group-id "$id_Sg2" \
    --ip-permissions '[{"IpProtocol":"tcp","FromPort":5432,"ToPort":5432,"UserIdGroupPairs":[{"GroupId":"'"$id_Sg1"'"}]}]' >/dev/null
  record mark "$RegionUsEast1" Sg2IngressTcp5432FromSg1 yes
fi

close_rehearsal
say "All of it is there. $state is the record of it for teardown.sh."

# DNS Firewall rule group walled: list 0
if missing filter-list "$RegionUsEast1" WalledList0 aws route53resolver list-firewall-domain-lists \
  --region "$RegionUsEast1" \
  --query 'FirewallDomainLists[?Name=='\'''"$design"-walled-list-0-c79ebeaa''\''].Id' \
  --output text; then
  id_WalledList0=$(aws route53resolver create-firewall-domain-list \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-c79ebeaa6e09$again" \
    --name "$design"-walled-list-0-c79ebeaa \
    --tags "$(tag_list Key Value walled/list-0 walled)" \
    --query FirewallDomainList.Id \
    --output text)
  record filter-list "$RegionUsEast1" WalledList0 "$id_WalledList0"
fi

# DNS Firewall rule group walled: list 1
if missing filter-list "$RegionUsEast1" WalledList1 aws route53resolver list-firewall-domain-lists \
  --region "$RegionUsEast1" \
  --query 'FirewallDomainLists[?Name=='\'''"$design"-walled-list-1-c89ec03d''\''].Id' \
  --output text; then
  id_WalledList1=$(aws route53resolver create-firewall-domain-list \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-c89ec03d6d09$again" \
    --name "$design"-walled-list-1-c89ec03d \
    --tags "$(tag_list Key Value walled/list-1 walled)" \
    --query FirewallDomainList.Id \
    --output text)
  record filter-list "$RegionUsEast1" WalledList1 "$id_WalledList1"
fi

# DNS Firewall rule group walled: list 3
if missing filter-list "$RegionUsEast1" WalledList3 aws route53resolver list-firewall-domain-lists \
  --region "$RegionUsEast1" \
  --query 'FirewallDomainLists[?Name=='\'''"$design"-walled-list-3-c69ebd17''\''].Id' \
  --output text; then
  id_WalledList3=$(aws route53resolver create-firewall-domain-list \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-c69ebd176b09$again" \
    --name "$design"-walled-list-3-c69ebd17 \
    --tags "$(tag_list Key Value walled/list-3 walled)" \
    --query FirewallDomainList.Id \
    --output text)
  record filter-list "$RegionUsEast1" WalledList3 "$id_WalledList3"
fi

# DNS Firewall rule group walled
if missing filter-group "$RegionUsEast1" Walled aws route53resolver list-firewall-rule-groups \
  --region "$RegionUsEast1" \
  --query 'FirewallRuleGroups[?Name=='\'''"$design"-walled''\''].Id' \
  --output text; then
  id_Walled=$(aws route53resolver create-firewall-rule-group \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-cf37c2ca1757$again" \
    --name "$design"-walled \
    --tags "$(tag_list Key Value walled walled)" \
    --query FirewallRuleGroup.Id \
    --output text)
  record filter-group "$RegionUsEast1" Walled "$id_Walled"
fi

# DNS Firewall rule group walled: rule 0
if missing filter-rule "$RegionUsEast1" WalledRule0 if_there "$id_Walled","$id_WalledList0" aws route53resolver list-firewall-rules \
  --region "$RegionUsEast1" \
  --firewall-rule-group-id "$id_Walled" \
  --query 'FirewallRules[?FirewallDomainListId=='\'''"$id_WalledList0"''\''].Name' \
  --output text; then
  aws route53resolver update-firewall-domains \
    --region "$RegionUsEast1" \
    --firewall-domain-list-id "$id_WalledList0" \
    --operation REPLACE \
    --domains '*.amazonaws.com' >/dev/null
  wait_for COMPLETE aws route53resolver get-firewall-domain-list \
    --region "$RegionUsEast1" \
    --firewall-domain-list-id "$id_WalledList0" \
    --query FirewallDomainList.Status \
    --output text
  aws route53resolver create-firewall-rule \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-4c6f8d1ca3f2$again" \
    --name "$design"-walled-rule-0-4c6f8d1c \
    --firewall-rule-group-id "$id_Walled" \
    --firewall-domain-list-id "$id_WalledList0" \
    --priority 100 \
    --action ALLOW >/dev/null
  record filter-rule "$RegionUsEast1" WalledRule0 "$id_Walled","$id_WalledList0"
fi

# DNS Firewall rule group walled: rule 1
if missing filter-rule "$RegionUsEast1" WalledRule1 if_there "$id_Walled","$id_WalledList1" aws route53resolver list-firewall-rules \
  --region "$RegionUsEast1" \
  --firewall-rule-group-id "$id_Walled" \
  --query 'FirewallRules[?FirewallDomainListId=='\'''"$id_WalledList1"''\''].Name' \
  --output text; then
  aws route53resolver update-firewall-domains \
    --region "$RegionUsEast1" \
    --firewall-domain-list-id "$id_WalledList1" \
    --operation REPLACE \
    --domains old.example.com '*.old.example.com' >/dev/null
  wait_for COMPLETE aws route53resolver get-firewall-domain-list \
    --region "$RegionUsEast1" \
    --firewall-domain-list-id "$id_WalledList1" \
    --query FirewallDomainList.Status \
    --output text
  aws route53resolver create-firewall-rule \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-4d6f8eafa2f2$again" \
    --name "$design"-walled-rule-1-4d6f8eaf \
    --firewall-rule-group-id "$id_Walled" \
    --firewall-domain-list-id "$id_WalledList1" \
    --priority 150 \
    --action BLOCK \
    --block-response OVERRIDE \
    --block-override-domain new.example.com \
    --block-override-dns-type CNAME \
    --block-override-ttl 300 \
    --firewall-domain-redirection-action TRUST_REDIRECTION_DOMAIN >/dev/null
  record filter-rule "$RegionUsEast1" WalledRule1 "$id_Walled","$id_WalledList1"
fi

# DNS Firewall rule group walled: rule 2
if ready 'DNS Firewall rule group walled: rule 2' WalledManaged2; then
  if missing filter-rule "$RegionUsEast1" WalledRule2 if_there "$id_Walled","$id_WalledManaged2" aws route53resolver list-firewall-rules \
    --region "$RegionUsEast1" \
    --firewall-rule-group-id "$id_Walled" \
    --query 'FirewallRules[?FirewallDomainListId=='\'''"$id_WalledManaged2"''\''].Name' \
    --output text; then
    aws route53resolver create-firewall-rule \
      --region "$RegionUsEast1" \
      --creator-request-id "$token-4e6f9042a5f2$again" \
      --name "$design"-walled-rule-2-4e6f9042 \
      --firewall-rule-group-id "$id_Walled" \
      --firewall-domain-list-id "$id_WalledManaged2" \
      --priority 160 \
      --action BLOCK \
      --block-response NODATA >/dev/null
    record filter-rule "$RegionUsEast1" WalledRule2 "$id_Walled","$id_WalledManaged2"
  fi
fi

# DNS Firewall rule group walled: rule 3
if missing filter-rule "$RegionUsEast1" WalledRule3 if_there "$id_Walled","$id_WalledList3" aws route53resolver list-firewall-rules \
  --region "$RegionUsEast1" \
  --firewall-rule-group-id "$id_Walled" \
  --query 'FirewallRules[?FirewallDomainListId=='\'''"$id_WalledList3"''\''].Name' \
  --output text; then
  aws route53resolver update-firewall-domains \
    --region "$RegionUsEast1" \
    --firewall-domain-list-id "$id_WalledList3" \
    --operation REPLACE \
    --domains '*' >/dev/null
  wait_for COMPLETE aws route53resolver get-firewall-domain-list \
    --region "$RegionUsEast1" \
    --firewall-domain-list-id "$id_WalledList3" \
    --query FirewallDomainList.Status \
    --output text
  aws route53resolver create-firewall-rule \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-4f6f91d5a4f2$again" \
    --name "$design"-walled-rule-3-4f6f91d5 \
    --firewall-rule-group-id "$id_Walled" \
    --firewall-domain-list-id "$id_WalledList3" \
    --priority 200 \
    --action BLOCK \
    --block-response NODATA >/dev/null
  record filter-rule "$RegionUsEast1" WalledRule3 "$id_Walled","$id_WalledList3"
fi

# DNS Firewall rule group walled: association vpc
if missing filter-association "$RegionUsEast1" WalledAssociationVpc aws route53resolver list-firewall-rule-group-associations \
  --region "$RegionUsEast1" \
  --firewall-rule-group-id "$id_Walled" \
  --vpc-id "$id_Vpc" \
  --query 'FirewallRuleGroupAssociations[?Status!='\''DELETING'\''].Id' \
  --output text; then
  id_WalledAssociationVpc=$(aws route53resolver associate-firewall-rule-group \
    --region "$RegionUsEast1" \
    --creator-request-id "$token-a8428ba821fc$again" \
    --name "$design"-walled-associ-a8428ba8 \
    --firewall-rule-group-id "$id_Walled" \
    --vpc-id "$id_Vpc" \
    --priority 101 \
    --tags "$(tag_list Key Value walled/association-vpc walled)" \
    --query FirewallRuleGroupAssociation.Id \
    --output text)
  record filter-association "$RegionUsEast1" WalledAssociationVpc "$id_WalledAssociationVpc"
fi

# Route 53 Profile profile
if missing profile "$RegionUsEast1" Profile aws route53profiles list-profiles \
  --region "$RegionUsEast1" \
  --query 'ProfileSummaries[?Name=='\'''"$design"-profile''\''].Id' \
  --output text; then
  id_Profile=$(aws route53profiles create-profile \
    --region "$RegionUsEast1" \
    --name "$design"-profile \
    --client-token "$token-743db9a06063$again" \
    --tags "$(tag_list Key Value profile profile)" \
    --query Profile.Id \
    --output text)
  record profile "$RegionUsEast1" Profile "$id_Profile"
fi

# Route 53 Profile profile: association vpc
if missing profile-association "$RegionUsEast1" ProfileAssociationVpc if_there "$id_Profile","$id_Vpc" aws route53profiles list-profile-associations \
  --region "$RegionUsEast1" \
  --profile-id "$id_Profile" \
  --resource-id "$id_Vpc" \
  --query 'ProfileAssociations[?Status!='\''DELETING'\''].Id' \
  --output text; then
  aws route53profiles associate-profile \
    --region "$RegionUsEast1" \
    --name "$design"-profile-assoc-dd666ff2 \
    --profile-id "$id_Profile" \
    --resource-id "$id_Vpc" >/dev/null
  record profile-association "$RegionUsEast1" ProfileAssociationVpc "$id_Profile","$id_Vpc"
fi

# Route 53 Profile profile: resource queue
owner=$(must_tell 'owner of the endpoint' aws ec2 describe-vpc-endpoints \
  --region "$RegionUsEast1" \
  --vpc-endpoint-ids "$id_Queue" \
  --query 'VpcEndpoints[0].OwnerId' \
  --output text)
arn=arn:"$(partition_of "$RegionUsEast1")":ec2:"$RegionUsEast1":"$owner":vpc-endpoint/"$id_Queue"
if missing profile-resource "$RegionUsEast1" ProfileResourceQueue if_there "$id_Profile","$arn" aws route53profiles list-profile-resource-associations \
  --region "$RegionUsEast1" \
  --profile-id "$id_Profile" \
  --query 'ProfileResourceAssociations[?ResourceArn=='\'''"$arn"''\'' && Status!='\''DELETING'\''].Id' \
  --output text; then
  retry ConflictException aws route53profiles associate-resource-to-profile \
    --region "$RegionUsEast1" \
    --name "$design"-profile-resou-c56ab4bf \
    --profile-id "$id_Profile" \
    --resource-arn "$arn" >/dev/null
  record profile-resource "$RegionUsEast1" ProfileResourceQueue "$id_Profile","$arn"
fi

# Route 53 Profile profile: resource system
arn=$(must_tell 'ARN of what the Profile shares' aws route53resolver get-resolver-rule \
  --region "$RegionUsEast1" \
  --resolver-rule-id "$id_System" \
  --query ResolverRule.Arn \
  --output text)
if missing profile-resource "$RegionUsEast1" ProfileResourceSystem if_there "$id_Profile","$arn" aws route53profiles list-profile-resource-associations \
  --region "$RegionUsEast1" \
  --profile-id "$id_Profile" \
  --query 'ProfileResourceAssociations[?ResourceArn=='\'''"$arn"''\'' && Status!='\''DELETING'\''].Id' \
  --output text; then
  retry ConflictException aws route53profiles associate-resource-to-profile \
    --region "$RegionUsEast1" \
    --name "$design"-profile-resou-e00b7811 \
    --profile-id "$id_Profile" \
    --resource-arn "$arn" >/dev/null
  record profile-resource "$RegionUsEast1" ProfileResourceSystem "$id_Profile","$arn"
fi

# Route 53 Profile profile: resource walled
arn=$(must_tell 'ARN of what the Profile shares' aws route53resolver get-firewall-rule-group \
  --region "$RegionUsEast1" \
  --firewall-rule-group-id "$id_Walled" \
  --query FirewallRuleGroup.Arn \
  --output text)
if missing profile-resource "$RegionUsEast1" ProfileResourceWalled if_there "$id_Profile","$arn" aws route53profiles list-profile-resource-associations \
  --region "$RegionUsEast1" \
  --profile-id "$id_Profile" \
  --query 'ProfileResourceAssociations[?ResourceArn=='\'''"$arn"''\'' && Status!='\''DELETING'\''].Id' \
  --output text; then
  retry ConflictException aws route53profiles associate-resource-to-profile \
    --region "$RegionUsEast1" \
    --name "$design"-profile-resou-d3a6f0d5 \
    --profile-id "$id_Profile" \
    --resource-arn "$arn" \
    --resource-properties '{"priority":102}' >/dev/null
  record profile-resource "$RegionUsEast1" ProfileResourceWalled "$id_Profile","$arn"
fi

# Route 53 Profile profile: resource zone
arn=arn:"$(partition_of "$RegionUsEast1")":route53:::hostedzone/"${id_Zone##*/}"
if missing profile-resource "$RegionUsEast1" ProfileResourceZone if_there "$id_Profile","$arn" aws route53profiles list-profile-resource-associations \
  --region "$RegionUsEast1" \
  --profile-id "$id_Profile" \
  --query 'ProfileResourceAssociations[?ResourceArn=='\'''"$arn"''\'' && Status!='\''DELETING'\''].Id' \
  --output text; then
  retry ConflictException aws route53profiles associate-resource-to-profile \
    --region "$RegionUsEast1" \
    --name "$design"-profile-resou-dba28f56 \
    --profile-id "$id_Profile" \
    --resource-arn "$arn" >/dev/null
  record profile-resource "$RegionUsEast1" ProfileResourceZone "$id_Profile","$arn"
fi

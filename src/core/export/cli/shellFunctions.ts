import { SHARED_FUNCTIONS } from '../commands/sharedFunctions.ts'
import { OWN_FUNCTIONS } from './ownFunctions.ts'
import { REHEARSAL_FUNCTIONS } from './rehearsalFunctions.ts'
import { REMOVAL_FUNCTIONS } from './removalFunctions.ts'

/** Functions that the scripts call, each with the comment that explains it. A script gets those that it uses. */
export const SHELL_FUNCTIONS: Readonly<Record<string, string>> = {
  ...SHARED_FUNCTIONS,
  ...REHEARSAL_FUNCTIONS,

  guard: `# guard ACCOUNT REGION...: ends the script unless the credentials are those of the account, in every Region, and the record
# is of this account and deployment. HOPWISE_ACCOUNT says that another account than the drawn one is meant.
guard() {
  local wanted=\${HOPWISE_ACCOUNT:-$1} region known
  shift
  for region in "$@"; do
    account=$(aws sts get-caller-identity --region "$region" --query Account --output text) || exit 1
    [[ $account =~ ^[0-9]{12}$ ]] || fail "AWS does not say whose credentials these are: '$account'"
    [[ -z $wanted || $account == "$wanted" ]] || fail "These are credentials of account $account, and $wanted is meant. Nothing was done. If $account is right, set HOPWISE_ACCOUNT=$account."
  done
  if [[ ! -s $state ]]; then return 0; fi
  known=$(recall account) || exit 1
  [[ -z $known || $known == "$account" ]] || fail "$state is the record of account $known, and these are credentials of $account. Nothing was done."
  known=$(recall design) || exit 1
  [[ -z $known || $known == "$design" ]] || fail "$state is the record of the deployment $known, and this is $design. Nothing was done. HOPWISE_NAME=$known means the other one."
}`,

  allow: `# allow CODES COMMAND...: runs it. An answer with one of the error codes (A|B) counts as done; any other error ends the script.
allow() {
  local codes=$1 errors
  shift
  if { errors=$("$@" 2>&1 1>&3); } 3>&1; then return 0; fi
  [[ $errors =~ \\(($codes)\\) ]] || fail "$errors"
}`,

  retry: `# retry CODES COMMAND...: runs it, again every five seconds for two minutes while AWS answers with one of the error codes.
retry() {
  local codes=$1 errors end=$((SECONDS + 120))
  shift
  until { errors=$("$@" 2>&1 1>&3); } 3>&1; do
    if [[ ! $errors =~ \\(($codes)\\) ]] || ((SECONDS > end)); then fail "$errors"; fi
    sleep 5
  done
}`,

  persist: `# persist GONE COMMAND...: deletes, and tries again while something still uses the resource (a Lambda function's interfaces take
# up to 40 minutes). An error code in GONE (A|B) means that it is deleted already; any other error ends the script.
persist() {
  local gone=$1 errors end=$((SECONDS + \${HOPWISE_PATIENCE:-2700}))
  shift
  until { errors=$("$@" 2>&1 1>&3); } 3>&1; do
    if [[ $errors =~ \\(($gone)\\) ]]; then return 0; fi
    if [[ ! $errors =~ \\((DependencyViolation|IncorrectState|InvalidIPAddress.InUse|ClusterContains[A-Za-z]*|ResourceInUse|ResourceInUseException|InvalidRequestException|InvalidOperationException|ConflictException|ExistingVpcEndpointConnections)\\) ]] || ((SECONDS > end)); then fail "$errors"; fi
    sleep 10
  done
}`,

  wait_for: `# wait_for WANTED COMMAND...: repeats COMMAND until its answer matches WANTED (A|B); gives up after ten minutes.
wait_for() {
  local wanted=$1 answer end=$((SECONDS + 600))
  if [[ -n $rehearsal ]]; then return 0; fi
  shift
  while true; do
    answer=$("$@") || exit 1
    if [[ $answer =~ ^($wanted)$ ]]; then return 0; fi
    if [[ $answer == *ailed* || $answer == *FAILED* ]] || ((SECONDS > end)); then fail "the state is '$answer' instead of $wanted: $*"; fi
    sleep 5
  done
}`,

  recall: `# recall NAME: the id recorded under that name, or nothing.
recall() { awk -v name="$1" '$3 == name { print $4; exit }' "$state"; }`,

  record: `# record TYPE REGION NAME ID: notes what was made, for the script that deletes it. An answer without an id ends the script.
record() {
  case ",$4," in *,,* | *,None,*) fail "AWS gave no id for $3: '$4'" ;; esac
  printf '%s %s %s %s\\n' "$@" >>"$state"
  if [[ -z $rehearsal ]]; then say "$3: $4"; fi
}`,

  missing: `# missing TYPE REGION NAME [FINDER...]: true when NAME is neither recorded nor found by FINDER. Otherwise sets id_NAME.
missing() {
  local type=$1 region=$2 name=$3 id how=recorded finding=yes
  shift 3
  id=$(recall "$name") || exit 1
  if [[ -z $id && $# -gt 0 ]]; then
    how='found there'
    id=$("$@") || exit 1
    if [[ $id == None ]]; then id=''; fi
    [[ $id != *[[:space:]]* ]] || fail "several resources answer for $name: $id"
    [[ -z $id ]] || record "$type" "$region" "$name" "$id"
  fi
  if [[ -n $rehearsal ]]; then
    if [[ -n $id ]]; then say "$name: $id, $how"; else say "$name: not there, to be made"; fi
  fi
  [[ -n $id ]] || return 0
  printf -v "id_$name" '%s' "$id"
  return 1
}`,

  lost: `# lost REGION NAME FILTER QUERY COMMAND... --filters [STATE]: forgets what is recorded under NAME, and what was recorded of it, where AWS no
# longer has it: it was deleted by hand, and is made again. AWS is asked twice, as it does not know new things everywhere at once.
lost() {
  local region=$1 name=$2 filter=$3 query=$4 id found
  shift 4
  id=$(recall "$name") || exit 1
  if [[ -z $id ]]; then return 0; fi
  for _ in 1 2; do
    found=$(aws ec2 "$@" "Name=$filter,Values=$id" --region "$region" --query "$query" --output text) || exit 1
    if [[ -n $found && $found != None ]]; then return 0; fi
    sleep "\${HOPWISE_PAUSE:-5}"
  done
  say "$name: $id is gone, so it is made again"
  awk -v id="$id" '$4 != id' "$state" >"$state.new"
  mv "$state.new" "$state"
  again=-$(date +%s)
}`,

  known: `# known ID WHAT: ends the script when a look-up found nothing.
known() { [[ -n $1 && $1 != None ]] || fail "found no $2"; }`,

  by_tag: `# by_tag REGION KEY QUERY COMMAND... --filters [FILTER...]: ids of what carries the tags of this design and KEY.
by_tag() {
  local region=$1 key=$2 query=$3
  shift 3
  aws ec2 "$@" "Name=tag:hopwise:design,Values=$design" "Name=tag:hopwise:id,Values=$key" --region "$region" --query "$query" --output text
}`,

  list_by_tag: `# list_by_tag REGION KEY: the same for prefix lists, which have no filter for tags.
list_by_tag() {
  aws ec2 describe-managed-prefix-lists --region "$1" --output text \\
    --query "PrefixLists[?Tags[?Key=='hopwise:design' && Value=='$design'] && Tags[?Key=='hopwise:id' && Value=='$2']].PrefixListId"
}`,

  table_association: `# table_association REGION SUBNET: how the subnet hangs on its route table; nothing when it takes the main one.
table_association() {
  aws ec2 describe-route-tables --region "$1" --filters "Name=association.subnet-id,Values=$2" --output text \\
    --query "RouteTables[].Associations[] | [?SubnetId=='$2'].RouteTableAssociationId"
}`,

  edge_association: `# edge_association REGION TABLE GATEWAY: how the gateway hangs on the route table.
edge_association() {
  aws ec2 describe-route-tables --region "$1" --route-table-ids "$2" --output text \\
    --query "RouteTables[].Associations[] | [?GatewayId=='$3'].RouteTableAssociationId"
}`,

  acl_association: `# acl_association REGION SUBNET: how the subnet hangs on its network ACL.
acl_association() {
  aws ec2 describe-network-acls --region "$1" --filters "Name=association.subnet-id,Values=$2" --output text \\
    --query "NetworkAcls[].Associations[] | [?SubnetId=='$2'].NetworkAclAssociationId"
}`,

  if_there: `# if_there ID COMMAND...: prints ID where the command finds something: what is associated already is not associated again.
if_there() {
  local id=$1 found
  shift
  found=$("$@") || exit 1
  if [[ -n $found && $found != None ]]; then printf '%s' "$id"; fi
}`,

  clear_rules: `# clear_rules REGION GROUP: takes all rules out of a security group.
clear_rules() {
  local rules
  rules=$(aws ec2 describe-security-group-rules --region "$1" --filters "Name=group-id,Values=$2" --query 'SecurityGroupRules[?!IsEgress].SecurityGroupRuleId' --output text)
  for rule in $rules; do
    aws ec2 revoke-security-group-ingress --region "$1" --group-id "$2" --security-group-rule-ids "$rule" >/dev/null
  done
  rules=$(aws ec2 describe-security-group-rules --region "$1" --filters "Name=group-id,Values=$2" --query 'SecurityGroupRules[?IsEgress].SecurityGroupRuleId' --output text)
  for rule in $rules; do
    aws ec2 revoke-security-group-egress --region "$1" --group-id "$2" --security-group-rule-ids "$rule" >/dev/null
  done
}`,

  clear_entries: `# clear_entries REGION ACL: takes all numbered entries out of a network ACL.
clear_entries() {
  local entries egress number
  entries=$(aws ec2 describe-network-acls --region "$1" --network-acl-ids "$2" --query 'NetworkAcls[0].Entries[].[Egress,RuleNumber]' --output text)
  while read -r egress number; do
    if ((number > 32766)); then continue; fi # the closing deny, which stays
    case $egress in
      True) aws ec2 delete-network-acl-entry --region "$1" --network-acl-id "$2" --egress --rule-number "$number" ;;
      False) aws ec2 delete-network-acl-entry --region "$1" --network-acl-id "$2" --ingress --rule-number "$number" ;;
    esac
  done <<<"$entries"
}`,

  nth_64: `# nth_64 BLOCK NUMBER: the /64 of that number in the /56 that AWS gave a VPC.
nth_64() {
  local a b c d
  IFS=: read -r a b c d _ <<<"\${1%%::*}"
  printf '%s:%s:%s:%x::/64' "$a" "\${b:-0}" "\${c:-0}" $((0x\${d:-0} + $2))
}`,

  short_name: `# short_name KEY: a name of at most 32 characters, the same for the same design and KEY.
short_name() { printf 'hopwise-%s' "$(printf '%s %s' "$design" "$1" | cksum | cut -d ' ' -f 1)"; }`,

  zone_by_comment: `# zone_by_comment COMMENT: the hosted zone that carries it.
zone_by_comment() { aws route53 list-hosted-zones --query "HostedZones[?Config.Comment=='$1'].Id" --output text; }`,

  new_bucket: `# new_bucket REGION BUCKET: makes it, and prints its name. us-east-1 may not be named as a place.
new_bucket() {
  local constraint=()
  if [[ $1 != us-east-1 ]]; then constraint=(--create-bucket-configuration "LocationConstraint=$1"); fi
  aws s3api create-bucket --region "$1" --bucket "$2" \${constraint[@]+"\${constraint[@]}"} --query "'$2'" --output text
}`,

  given: `# given NAME [STATE]: an id that this script does not make: from HOPWISE_ID_NAME, or from the record of another script beside this one.
given() {
  local variable=HOPWISE_ID_$1
  if [[ -n \${!variable:-} ]]; then
    [[ \${!variable} =~ ^[A-Za-z0-9][A-Za-z0-9:/._-]*$ && \${!variable} != None ]] || fail "$variable is no id: '\${!variable}'"
    printf '%s' "\${!variable}"
  elif [[ -n \${2:-} && -s $2 ]]; then
    awk -v name="$1" '$3 == name { print $4; exit }' "$2"
  fi
}`,

  ready: `# ready WHAT NAME...: whether all those ids are known. If not, WHAT is left for a later run.
ready() {
  local what=$1 variable
  shift
  for variable in "$@"; do
    variable=id_$variable
    if [[ -n \${!variable:-} ]]; then continue; fi
    say "left for later, because the id of \${variable#id_} is not known yet: $what"
    waiting=yes
    return 1
  done
}`,

  ...OWN_FUNCTIONS,

  note_once: `# note_once NAME VALUE: what the record is of.
note_once() { [[ -n $(recall "$1") ]] || printf 'mark - %s %s\\n' "$1" "$2" >>"$state"; }`,

  must_tell: `# must_tell WHAT COMMAND...: what the command prints; ends the script where that is nothing.
must_tell() {
  local what=$1 text
  shift
  text=$("$@") || exit 1
  [[ -n $text && $text != None && $text != *None[[:space:]]* ]] || fail "AWS does not tell the $what"
  printf '%s' "$text"
}`,

  ec2_owner: `# ec2_owner REGION ID: the deployment whose tag a resource of EC2 carries.
ec2_owner() {
  aws ec2 describe-tags --region "$1" --filters "Name=resource-id,Values=$2" Name=key,Values=hopwise:design --query "Tags[?Key=='hopwise:design'].Value | [0]" --output text
}`,

  zone_owner: `# zone_owner ZONE: the same for a hosted zone.
zone_owner() {
  allow NoSuchHostedZone aws route53 list-tags-for-resource --resource-type hostedzone --resource-id "\${1##*/}" --query "ResourceTagSet.Tags[?Key=='hopwise:design'].Value | [0]" --output text
}`,

  resolver_owner: `# resolver_owner REGION WHAT MEMBER ID: the same for what VPC Resolver and DNS Firewall keep.
resolver_owner() {
  local arn
  arn=$(allow ResourceNotFoundException aws route53resolver "get-$2" --region "$1" "--$2-id" "$4" --query "$3.Arn" --output text)
  if [[ -z $arn || $arn == None ]]; then return 0; fi
  aws route53resolver list-tags-for-resource --region "$1" --resource-arn "$arn" --query "Tags[?Key=='hopwise:design'].Value | [0]" --output text
}`,

  profile_owner: `# profile_owner REGION PROFILE: the same for a Route 53 Profile.
profile_owner() {
  local arn
  arn=$(allow ResourceNotFoundException aws route53profiles get-profile --region "$1" --profile-id "$2" --query Profile.Arn --output text)
  if [[ -z $arn || $arn == None ]]; then return 0; fi
  aws route53profiles list-tags-for-resource --region "$1" --resource-arn "$arn" --query 'Tags."hopwise:design"' --output text
}`,

  table_owner: `# table_owner REGION TABLE: the same for a table of DynamoDB.
table_owner() {
  local arn
  arn=$(allow ResourceNotFoundException aws dynamodb describe-table --region "$1" --table-name "$2" --query Table.TableArn --output text)
  if [[ -z $arn || $arn == None ]]; then return 0; fi
  aws dynamodb list-tags-of-resource --region "$1" --resource-arn "$arn" --query "Tags[?Key=='hopwise:design'].Value | [0]" --output text
}`,

  notification_owner: `# notification_owner REGION ID: the same for a notification, by the endpoint service that it belongs to.
notification_owner() {
  local service
  service=$(allow InvalidConnectionNotification aws ec2 describe-vpc-endpoint-connection-notifications --region "$1" --connection-notification-id "$2" --query 'ConnectionNotificationSet[0].ServiceId' --output text)
  if [[ -z $service || $service == None ]]; then return 0; fi
  ec2_owner "$1" "$service"
}`,

  tagged_ids: `# tagged_ids REGION: ids of what still carries the tag of this deployment in EC2.
tagged_ids() {
  aws ec2 describe-tags --region "$1" --filters Name=key,Values=hopwise:design "Name=value,Values=$design" --query 'Tags[].ResourceId' --output text
}`,

  tag_list: `# tag_list KEYWORD VALUEWORD KEY NAME: the tags of a resource as JSON; NAME is escaped for it.
tag_list() {
  local i
  printf '[{"%s":"Name","%s":"%s"},{"%s":"hopwise:design","%s":"%s"},{"%s":"hopwise:id","%s":"%s"}' \\
    "$1" "$2" "$4" "$1" "$2" "$design" "$1" "$2" "$3"
  for ((i = 0; i < \${#own_tags[@]}; i += 2)); do
    printf ',{"%s":"%s","%s":"%s"}' "$1" "\${own_tags[i]}" "$2" "\${own_tags[i + 1]}"
  done
  printf ']'
}`,

  tag_map: `# tag_map KEY NAME: the same as a JSON object.
tag_map() {
  local i
  printf '{"Name":"%s","hopwise:design":"%s","hopwise:id":"%s"' "$2" "$design" "$1"
  for ((i = 0; i < \${#own_tags[@]}; i += 2)); do printf ',"%s":"%s"' "\${own_tags[i]}" "\${own_tags[i + 1]}"; done
  printf '}'
}`,

  tags: `# tags TYPE KEY NAME: the same for a resource that EC2 is about to make.
tags() { printf '[{"ResourceType":"%s","Tags":%s}]' "$1" "$(tag_list Key Value "$2" "$3")"; }`,

  may_delete: `# may_delete NAME: whether data may be deleted. It is kept, and stays recorded, unless HOPWISE_DELETE_DATA=yes.
may_delete() {
  if [[ \${HOPWISE_DELETE_DATA:-no} == yes ]]; then return 0; fi
  say "kept, because it may hold data (HOPWISE_DELETE_DATA=yes deletes it): $1"
  keep=yes
  return 1
}`,

  forget: `# forget NAME: takes a line out of the record.
forget() {
  awk -v name="$1" '$3 != name' "$state" >"$state.new"
  mv "$state.new" "$state"
}`,

  ...REMOVAL_FUNCTIONS,
}

import { SHARED_FUNCTIONS } from '../commands/sharedFunctions.ts'
import { optionsFunction } from '../text/optionsFunction.ts'

/** Shell functions of the scripts that deploy stacks and delete them, each with the comment that explains it. */
export const DEPLOY_FUNCTIONS: Readonly<Record<string, string>> = {
  ...SHARED_FUNCTIONS,

  options: optionsFunction([
    ['--yes', 'yes', 'yes'],
    ['--no-execute', 'execute', 'no'],
  ]),

  ask: `# ask QUESTION: whether the person says yes. --yes says so in advance.
ask() {
  local answer
  if [[ $yes == yes ]]; then return 0; fi
  read -r -p "$1 [y/N] " answer || return 1
  [[ $answer == [yY]* ]]
}`,

  settled: `# settled STACK REGION [BEFORE]: waits until nothing happens to the stack any more, and prints its state. BEFORE is the state in which
# something was begun: AWS may show it for a while yet.
settled() {
  local status end=$((SECONDS + \${HOPWISE_PATIENCE:-7200})) soon=$((SECONDS + \${HOPWISE_PAUSE:-10} * 3))
  while true; do
    status=$(status_of "$1" "$2") || exit 1
    if [[ $status != *_IN_PROGRESS || $status == REVIEW_IN_PROGRESS ]] && { [[ $# -lt 3 || $status != "$3" ]] || ((SECONDS >= soon)); }; then break; fi
    ((SECONDS <= end)) || fail "$1 is still $status. Look at it, and run this again."
    sleep "\${HOPWISE_PAUSE:-10}"
  done
  printf '%s' "$status"
}`,

  failures: `# failures STACK REGION: what went wrong in a stack, as AWS tells it.
failures() {
  aws cloudformation describe-stack-events --region "$2" --stack-name "$1" --output text \\
    --query "StackEvents[?contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceType,ResourceStatusReason]" >&2 || true
}`,

  value_in: `# value_in FILE NAME: what a file of parameters says of one; nothing where it says nothing. Values hold no quotes.
value_in() {
  tr -d '\\n' <"$1" | tr '}' '\\n' |
    sed -n 's/.*"ParameterKey" *: *"'"$2"'" *, *"ParameterValue" *: *"\\([^"]*\\)".*/\\1/p'
}`,

  names_in: `# names_in FILE: the parameters that a file of parameters names.
names_in() { tr -d '\\n' <"$1" | tr '}' '\\n' | sed -n 's/.*"ParameterKey" *: *"\\([A-Za-z0-9]*\\)".*/\\1/p'; }`,

  say_parameter: `# say_parameter NAME=VALUE: for the stack at hand, unless it is said already.
say_parameter() {
  local name=\${1%%=*} value=\${1#*=}
  if [[ $said == *" $name "* ]]; then return 0; fi
  said="$said$name "
  parameters+=("ParameterKey=$name,ParameterValue=\${value//,/\\\\,}")
}`,

  deploy: `# deploy STACK REGION TEMPLATE FILE KEPT CAPABILITIES NAME=VALUE...: makes a change set, shows it, asks, executes it, waits, and prints the outputs.
# Parameters are what is given here with a + in front, what FILE says, what is given without one, and for the names in KEPT what the stack has.
deploy() {
  local stack=$1 region=$2 template=$3 file=$4 kept=$5 capabilities=$6 status kind=UPDATE said=' ' parameters=() body=() name one had='' change answer suffix
  shift 6
  heading "$template as $stack in $region"
  status=$(settled "$stack" "$region") || exit 1
  case $status in
    '' | REVIEW_IN_PROGRESS) kind=CREATE ;;
    ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED)
      failures "$stack" "$region"
      fail "$stack is $status: what is left of a creation that failed. Delete it with teardown.sh, and run this again."
      ;;
    DELETE_FAILED) fail "$stack is $status. Run teardown.sh again first." ;;
  esac
  for one in "$@"; do
    if [[ $one == +* ]]; then say_parameter "\${one:1}"; fi
  done
  if [[ -n $file ]]; then
    [[ -f $file ]] || fail "$file is not there."
    for name in $(names_in "$file"); do say_parameter "$name=$(value_in "$file" "$name")"; done
  fi
  for one in "$@"; do
    if [[ -n $one && $one != +* ]]; then say_parameter "$one"; fi
  done
  if [[ $kind == UPDATE ]]; then
    had=$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" --query 'Stacks[0].Parameters[].ParameterKey' --output text) || exit 1
    for name in $kept; do
      if [[ " $had " == *[[:space:]]"$name"[[:space:]]* && $said != *" $name "* ]]; then parameters+=("ParameterKey=$name,UsePreviousValue=true"); fi
    done
  fi
  if (($(wc -c <"$here/$template") > 51200)); then
    [[ -n \${HOPWISE_BUCKET:-} ]] || fail "$template is larger than CloudFormation takes directly. Set HOPWISE_BUCKET to a bucket in $region to hand it over by."
    aws s3 cp "$here/$template" "s3://$HOPWISE_BUCKET/$stack/$template" --region "$region" >/dev/null
    suffix=amazonaws.com
    if [[ $region == cn-* ]]; then suffix=amazonaws.com.cn; fi
    body=(--template-url "https://$HOPWISE_BUCKET.s3.$region.$suffix/$stack/$template")
  else
    body=(--template-body "file://$here/$template")
  fi
  change=hopwise-$(date +%s)
  aws cloudformation create-change-set --region "$region" --stack-name "$stack" --change-set-name "$change" --change-set-type "$kind" \\
    "\${body[@]}" \${parameters[@]+--parameters "\${parameters[@]}"} \${capabilities:+--capabilities "$capabilities"} \\
    --tags "Key=hopwise:design,Value=$design" >/dev/null
  while true; do
    answer=$(aws cloudformation describe-change-set --region "$region" --stack-name "$stack" --change-set-name "$change" --query '[Status,StatusReason]' --output text) || exit 1
    case $answer in
      CREATE_COMPLETE*) break ;;
      FAILED*"didn't contain changes"* | FAILED*'No updates are to be performed'*)
        aws cloudformation delete-change-set --region "$region" --stack-name "$stack" --change-set-name "$change"
        say 'Nothing is to be changed.'
        return 0
        ;;
      FAILED*) fail "The change set $change cannot be made: $answer" ;;
    esac
    sleep "\${HOPWISE_PAUSE:-2}"
  done
  show_changes "$stack" "$region" "$change"
  if [[ $execute == no ]]; then
    say "Not executed: $change of $stack."
    held=yes
    return 0
  fi
  if ! ask "Execute these changes of $stack?"; then
    aws cloudformation delete-change-set --region "$region" --stack-name "$stack" --change-set-name "$change"
    fail 'Stopped. What was deployed before stays.'
  fi
  aws cloudformation execute-change-set --region "$region" --stack-name "$stack" --change-set-name "$change"
  status=$(settled "$stack" "$region" "\${status:-REVIEW_IN_PROGRESS}") || exit 1
  case $status in
    CREATE_COMPLETE | UPDATE_COMPLETE) ;;
    *)
      failures "$stack" "$region"
      fail "$stack is $status. The lines above say what AWS refused."
      ;;
  esac
  say "$stack is $status. Its outputs:"
  answer=$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]' --output text) || exit 1
  if [[ $answer != None ]]; then say "$answer"; fi
}`,

  show_changes: `# show_changes STACK REGION CHANGESET: what would be done, a resource a line.
show_changes() {
  local changes
  changes=$(aws cloudformation describe-change-set --region "$2" --stack-name "$1" --change-set-name "$3" --query 'Changes[].ResourceChange.[Action,LogicalResourceId,ResourceType,Replacement]' --output text) || exit 1
  printf '%s\\n' "$changes" | awk '
    BEGIN { printf "%-8s %-48s %-44s %s\\n", "Action", "Resource", "Type", "Replaced" }
    NF > 0 { printf "%-8s %-48s %-44s %s\\n", $1, $2, $3, ($4 == "None" ? "" : $4) }'
}`,

  by_hand: `# by_hand TITLE FUNCTION ID...: something that no template can do: says it, asks, and does it, once the ids are known.
by_hand() {
  local id
  heading "Beside the templates: $1"
  declare -f "$2" | sed '1,2d;$d'
  if [[ $execute == no ]]; then
    held=yes
    return 0
  fi
  for id in "\${@:3}"; do
    if [[ -z $id ]]; then
      left="$left
  $1, which waits for an id"
      return 0
    fi
  done
  if ! ask 'Do that now?'; then
    left="$left
  $1"
    return 0
  fi
  "$2"
}`,

  is_accepted: `# is_accepted REGION SERVICE ENDPOINT: whether the endpoint was let in before.
is_accepted() {
  local state
  state=$(aws ec2 describe-vpc-endpoint-connections --region "$1" --filters "Name=service-id,Values=$2" "Name=vpc-endpoint-id,Values=$3" --query 'VpcEndpointConnections[0].VpcEndpointState' --output text) || exit 1
  [[ $state == pending || $state == [Aa]vailable ]]
}`,

  later: `# later WORDS FUNCTION: what comes after something that happens elsewhere.
later() {
  say "$1:"
  declare -f "$2" | sed '1,2d;$d'
  if [[ $execute == yes && $yes == no ]] && ask 'Is that so, and shall it be done now?'; then "$2"; else
    left="$left
  $1: the commands above"
  fi
}`,

  given: `# given NAME VALUE: the parameter, where the value is known.
given() { if [[ -n $2 ]]; then printf '+%s=%s' "$1" "$2"; fi; }`,

  image: `# image STACK REGION NAME SSM: the image that the stack has, or the newest where there is no stack yet.
image() {
  local value=''
  if [[ -n $(status_of "$1" "$2") ]]; then
    value=$(aws cloudformation describe-stacks --region "$2" --stack-name "$1" --query "Stacks[0].Parameters[?ParameterKey=='$3'].ParameterValue" --output text) || exit 1
  fi
  if [[ -z $value || $value == None ]]; then value=$(aws ssm get-parameter --region "$2" --name "$4" --query Parameter.Value --output text) || exit 1; fi
  printf '%s' "$value"
}`,

  managed_list: `# managed_list REGION NAME: the id of a prefix list of AWS's.
managed_list() {
  local id
  id=$(aws ec2 describe-managed-prefix-lists --region "$1" --filters "Name=prefix-list-name,Values=$2" --query 'PrefixLists[0].PrefixListId' --output text) || exit 1
  [[ $id == pl-* ]] || fail "There is no prefix list $2 in $1."
  printf '%s' "$id"
}`,

  remove: `# remove STACK REGION: deletes a stack that carries the tag of this deployment, and waits until it is gone.
remove() {
  local status tag
  status=$(settled "$1" "$2") || exit 1
  if [[ -z $status ]]; then
    say "$1 is not there."
    return 0
  fi
  tag=$(aws cloudformation describe-stacks --region "$2" --stack-name "$1" --query "Stacks[0].Tags[?Key=='hopwise:design'].Value | [0]" --output text) || exit 1
  if [[ $tag != "$design" ]]; then
    left="$left
  $1 in $2 does not carry the tag hopwise:design=$design, so it was not made by deploy.sh"
    return 0
  fi
  if ! ask "Delete $1 in $2 with all that it made?"; then
    left="$left
  $1 in $2"
    return 0
  fi
  aws cloudformation delete-stack --region "$2" --stack-name "$1"
  status=$(settled "$1" "$2") || exit 1
  if [[ -n $status && $status != DELETE_COMPLETE ]]; then
    failures "$1" "$2"
    fail "$1 is $status. The lines above say what AWS refused."
  fi
  say "$1 is deleted."
}`,
}

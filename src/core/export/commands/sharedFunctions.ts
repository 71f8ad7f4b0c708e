/** Shell functions of every script, each with the comment that explains it. */
export const SHARED_FUNCTIONS: Readonly<Record<string, string>> = {
  aws: `# HOPWISE_AWS names another program in the place of the AWS CLI.
aws() { command "\${HOPWISE_AWS:-aws}" "$@"; }`,

  say: `say() { printf '%s\\n' "$*"; }`,

  fail: `fail() { printf '%s\\n' "$*" >&2; exit 1; }`,

  usage: `usage() { sed -n '2,/^[^#]/{s/^# \\{0,1\\}//p;}' "$0"; exit 2; }`,

  valued: `# valued OPTION VALUE...: takes an option that every script has, with its value; tells the usage of any other.
valued() {
  [[ -n \${2:-} ]] || usage
  case $1 in
    --env) HOPWISE_ENV=$2 ;;
    --profile) HOPWISE_PROFILE=$2 ;;
    --profile-*)
      [[ $1 =~ ^--profile-[A-Za-z0-9-]+$ ]] || usage
      printf -v "HOPWISE_PROFILE_$(label_of "\${1#--profile-}")" '%s' "$2"
      ;;
    *) usage ;;
  esac
}`,

  partition_of: `# partition_of REGION: the part of AWS that it belongs to, as ARNs name it.
partition_of() {
  case $1 in
    cn-*) printf aws-cn ;;
    us-gov-*) printf aws-us-gov ;;
    *) printf aws ;;
  esac
}`,

  environment: `# environment FILE: what the file says, NAME=VALUE a line, unless the shell says otherwise. HOPWISE_ENV names the file.
environment() {
  local line name
  [[ -f $1 ]] || fail "HOPWISE_ENV=$HOPWISE_ENV means the file $1, which is not there."
  while IFS= read -r line || [[ -n $line ]]; do
    if [[ -z $line || $line == '#'* ]]; then continue; fi
    [[ $line =~ ^(HOPWISE_[A-Za-z0-9_]+)=([A-Za-z0-9./:_-]*)$ ]] || fail "$1 holds a line that is no HOPWISE_NAME=VALUE: $line"
    name=\${BASH_REMATCH[1]}
    if [[ -z \${!name+there} ]]; then printf -v "$name" '%s' "\${BASH_REMATCH[2]}"; fi
  done <"$1"
}`,

  setting: `# setting NAME DRAWN PATTERN WORDS: what HOPWISE_NAME says, or what is drawn.
setting() {
  local given=HOPWISE_$1
  given=\${!given:-$2}
  [[ $given =~ ^($3)$ ]] || fail "HOPWISE_$1 is '$given'. It has to be: $4"
  printf '%s' "$given"
}`,

  heading: `heading() { printf '\\n%s\\n' "$*"; }`,

  label_of: `# label_of ACCOUNT: as it stands in names of variables.
label_of() { printf '%s' "\${1//-/_}"; }`,

  as: `# as LABEL ACCOUNT REGION: from here on with credentials of that account, or not at all.
as() {
  local profile account
  profile=HOPWISE_PROFILE_$(label_of "$1")
  profile=\${!profile:-\${HOPWISE_PROFILE:-$own_profile}}
  if [[ -n $profile ]]; then export AWS_PROFILE=$profile; else unset AWS_PROFILE; fi
  account=$(aws sts get-caller-identity --region "$3" --query Account --output text) || exit 1
  [[ $account =~ ^[0-9]{12}$ ]] || fail "AWS does not say whose credentials these are: '$account'"
  [[ -z \${HOPWISE_ACCOUNT:-$2} || $account == "\${HOPWISE_ACCOUNT:-$2}" ]] || fail "These are credentials of account $account, and $2 is meant. Nothing is done with them. Say the profile of $2: $4."
}`,

  status_of: `# status_of STACK REGION: the state of a stack; nothing where there is none.
status_of() {
  local answer
  if ! answer=$(aws cloudformation describe-stacks --region "$2" --stack-name "$1" --query 'Stacks[0].StackStatus' --output text 2>&1); then
    [[ $answer == *'does not exist'* ]] || fail "$answer"
    return 0
  fi
  printf '%s' "$answer"
}`,

  output: `# output STACK REGION NAME: what a stack says of itself; nothing where it does not, or is not there yet.
output() {
  local value
  if [[ -z $(status_of "$1" "$2") ]]; then return 0; fi
  value=$(aws cloudformation describe-stacks --region "$2" --stack-name "$1" --query "Stacks[0].Outputs[?OutputKey=='$3'].OutputValue" --output text) || exit 1
  if [[ $value != None ]]; then printf '%s' "$value"; fi
}`,
}

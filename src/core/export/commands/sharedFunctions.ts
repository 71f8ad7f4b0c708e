/** Shell functions of every script, each with the comment that explains it. */
export const SHARED_FUNCTIONS: Readonly<Record<string, string>> = {
  aws: `# HOPWISE_AWS names another program in the place of the AWS CLI.
aws() { command "\${HOPWISE_AWS:-aws}" "$@"; }`,

  say: `say() { printf '%s\\n' "$*"; }`,

  fail: `fail() { printf '%s\\n' "$*" >&2; exit 1; }`,

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
}

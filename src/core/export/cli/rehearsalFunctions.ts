import { WITHOUT_DRY_RUN } from './withoutDryRun.ts'

/** Shell functions of a run that changes nothing. They work on a copy of the record, in the folder `$rehearsal`. */
export const REHEARSAL_FUNCTIONS: Readonly<Record<string, string>> = {
  aws: `# HOPWISE_AWS names another program in the place of the AWS CLI.
aws() {
  if [[ -n $rehearsal ]]; then try_call "$@"; else command "\${HOPWISE_AWS:-aws}" "$@"; fi
}`,

  rehearse: `# rehearse: from here on nothing is changed, neither at AWS nor in the record.
rehearse() {
  rehearsal=$(mktemp -d)
  trap 'rm -rf "$rehearsal"' EXIT
  if [[ -s $state ]]; then cp "$state" "$rehearsal/record"; fi
  state=$rehearsal/record
  : >"$rehearsal/outcomes"
  exec 9>&1
}`,

  try_call: `# try_call SERVICE OPERATION OPTION...: asks what only reads, and tries what changes where AWS can say whether it would be allowed.
# What is not made has no id: "not-made-yet" stands in its place.
try_call() {
  local id='' answer
  if [[ " $* " == *' --query '* ]]; then id=not-made-yet; fi
  case $2 in
    wait) return 0 ;;
    accept-* | delete-*) id='' ;; # answers with what went wrong
    describe-* | get-* | list-*)
      if [[ $* != *not-made-yet* ]]; then command "\${HOPWISE_AWS:-aws}" "$@"; return; fi
      if [[ -z \${finding:-} ]]; then printf '%s' "$id"; fi
      return 0
      ;;
  esac
  printf '%s' "$id"
  if [[ $* == *not-made-yet* ]]; then tried 'not tried' "$1 $2" 'it takes an id that is not there yet'; return 0; fi
  case $1/$2 in
    ${WITHOUT_DRY_RUN.map((one) => `ec2/${one}`).join(' | ')}) tried 'not tried' "$1 $2" 'AWS has no trial for it'; return 0 ;;
    ec2/*) ;;
    *) tried 'not tried' "$1 $2" 'the service has no trials'; return 0 ;;
  esac
  answer=$(command "\${HOPWISE_AWS:-aws}" "$@" --dry-run 2>&1 >/dev/null) || true
  answer=\${answer//$'\\n'/ }
  if [[ $answer == *'(DryRunOperation)'* ]]; then tried allowed "$1 $2"
  elif [[ -n \${codes:-}\${gone:-} && $answer =~ \\((\${codes:-\${gone:-}})\\) ]]; then tried 'done before' "$1 $2"
  elif [[ $answer == *'(UnauthorizedOperation)'* ]]; then tried 'not allowed' "$1 $2" "$answer"
  else tried 'would fail' "$1 $2" "$answer"; fi
}`,

  tried: `# tried OUTCOME CALL [WHY]: tells what became of a call; standard output may be somebody's answer.
tried() {
  printf '%s\\n' "$1" >>"$rehearsal/outcomes"
  printf '  %-12s %s%s\\n' "$1" "$2" "\${3:+: $3}" >&9
}`,

  outcomes: `outcomes() { grep -c "^$1\\$" "$rehearsal/outcomes" || true; }`,

  close_rehearsal: `# close_rehearsal: ends a run that changes nothing, with 1 where AWS would not do something.
close_rehearsal() {
  if [[ -z $rehearsal ]]; then return 0; fi
  say "Nothing was changed. Calls that AWS would allow: $(outcomes allowed), not allow: $(outcomes 'not allowed'), fail: $(outcomes 'would fail'), not tried: $(outcomes 'not tried')."
  if [[ $(outcomes 'not allowed') != 0 || $(outcomes 'would fail') != 0 ]]; then exit 1; fi
  exit 0
}`,
}

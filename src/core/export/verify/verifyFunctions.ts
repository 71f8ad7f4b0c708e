import { SHARED_FUNCTIONS } from '../commands/sharedFunctions.ts'
import { optionsFunction } from '../text/optionsFunction.ts'

/** Shell functions of verify.sh, each with the comment that explains it. */
export const VERIFY_FUNCTIONS: Readonly<Record<string, string>> = {
  ...SHARED_FUNCTIONS,

  options: optionsFunction([
    ['--json', 'json', 'yes'],
    ['--local', 'here_only', 'yes'],
    ['--reachability', 'analyse', 'yes'],
    ['--yes', 'yes', 'yes'],
  ]),

  recorded: `# recorded FILE NAME: the id that the record of the creating script has; nothing where there is none.
recorded() { if [[ -s $here/$1 ]]; then awk -v name="$2" '$3 == name { print $4; exit }' "$here/$1"; fi; }`,

  applied: `# applied FOLDER NAME: an output of the module there; nothing where there is none. Environments are workspaces.
applied() {
  local value
  command -v terraform >/dev/null || fail "terraform is not here, which says what was deployed"
  if [[ -n \${HOPWISE_ENV:-} ]]; then export TF_WORKSPACE=$HOPWISE_ENV; fi
  value=$(terraform -chdir="$here/$1" output -raw "$2" 2>/dev/null)
  # Where there are no outputs yet it says so in place of the value
  if [[ ! $value =~ [[:space:]] ]]; then printf '%s' "$value"; fi
}`,

  probe: `# probe TARGET PORT PROTOCOL: tries the request from here, and prints what becomes of it and what was seen.
probe() {
  local target=$1 port=$2 protocol=$3 address=$1 seen code
  if [[ ! $target =~ ^[0-9.]+$ && $target != *:* ]]; then
    if command -v dig >/dev/null 2>&1; then
      address=$(dig +short +time=5 "$target" 2>/dev/null | grep -E '^[0-9a-fA-F.:]+$' | head -n 1)
    else
      address=$(getent ahosts "$target" | awk '{ print $1; exit }')
    fi
    if [[ -z $address ]]; then echo "name-not-found $target has no address"; return 0; fi
  fi
  if [[ $protocol == icmp ]]; then
    if ping -c 3 -W 5 "$address" >/dev/null 2>&1; then echo "succeeds $address answers"; else echo "connection-times-out $address does not answer"; fi
  elif [[ $protocol == udp ]]; then
    echo "not-tried UDP says nothing of what does not answer; $target is $address"
  elif [[ $port == 443 && $address != "$target" ]]; then
    seen=$(curl -sS -o /dev/null -w '%{http_code} from %{remote_ip}' --connect-timeout 8 --max-time 20 "https://$target/" 2>&1)
    code=$?
    seen=\${seen//$'\\n'/ }
    case $code in
      0) if [[ $seen =~ ^50[234] ]]; then echo "http-error $seen"; else echo "succeeds $seen"; fi ;;
      6) echo "name-not-found $seen" ;;
      7) if [[ $seen == *[Rr]efused* ]]; then echo "connection-refused $seen"; else echo "connection-times-out $seen"; fi ;;
      28) if [[ $seen == *onnect* ]]; then echo "connection-times-out $seen"; else echo "connection-hangs $seen"; fi ;;
      51 | 60) echo "tls-name-mismatch $seen" ;;
      35 | 56) echo "connection-reset $seen" ;;
      *) echo "not-tried curl ends with $code: $seen" ;;
    esac
  elif command -v nc >/dev/null 2>&1; then
    if seen=$(nc -v -z -w 8 "$address" "$port" 2>&1); then echo "succeeds $address port $port"; else
      if [[ $seen == *[Rr]efused* ]]; then echo "connection-refused $address port $port"; else echo "connection-times-out $address port $port"; fi
    fi
  else
    seen=$(timeout 8 bash -c 'exec 3<>"/dev/tcp/$1/$2"' probe "$address" "$port" 2>&1)
    code=$?
    if ((code == 0)); then echo "succeeds $address port $port"
    elif [[ $seen == *[Rr]efused* ]]; then echo "connection-refused $address port $port"
    else echo "connection-times-out $address port $port"; fi
  fi
}`,

  from_instance: `# from_instance INSTANCE REGION TARGET PORT PROTOCOL: the same from an instance, by Run Command of Systems Manager.
from_instance() {
  local script command status end=$((SECONDS + 120))
  if [[ -z $1 ]]; then echo 'not-tried the client is not deployed'; return 0; fi
  script=$(printf '%s\\nprobe %q %q %q\\n' "$(declare -f probe)" "$3" "$4" "$5" | base64 | tr -d '\\n')
  if ! command=$(aws ssm send-command --region "$2" --instance-ids "$1" --document-name AWS-RunShellScript --parameters "{\\"commands\\":[\\"echo $script | base64 -d | bash\\"]}" --query Command.CommandId --output text 2>&1); then
    echo "not-tried Systems Manager does not reach $1: \${command//$'\\n'/ }"
    return 0
  fi
  while true; do
    status=$(aws ssm get-command-invocation --region "$2" --command-id "$command" --instance-id "$1" --query Status --output text 2>/dev/null || echo Pending)
    case $status in
      Success) break ;;
      Pending | InProgress | Delayed) ;;
      *) echo "not-tried the command on $1 is $status"; return 0 ;;
    esac
    if ((SECONDS > end)); then echo "not-tried the command on $1 is still $status"; return 0; fi
    sleep "\${HOPWISE_PAUSE:-3}"
  done
  aws ssm get-command-invocation --region "$2" --command-id "$command" --instance-id "$1" --query StandardOutputContent --output text | head -n 1
}`,

  from_function: `# from_function NAME REGION TARGET PORT: the same from a Lambda function, which answers with what it met.
from_function() {
  local answer
  if [[ -z $1 ]]; then echo 'not-tried the function is not deployed'; return 0; fi
  if ! answer=$(aws lambda invoke --region "$2" --function-name "$1" --cli-binary-format raw-in-base64-out --payload "{\\"host\\":\\"$3\\",\\"port\\":$4}" /dev/stdout 2>&1); then
    echo "not-tried the function does not answer: \${answer//$'\\n'/ }"
    return 0
  fi
  answer=\${answer//$'\\n'/ }
  case $answer in
    *'"connected"'*) echo "succeeds \${answer//\\"/}" ;;
    *'imed out'* | *imeout*) echo "connection-times-out \${answer//\\"/}" ;;
    *efused*) echo "connection-refused \${answer//\\"/}" ;;
    *'ame or service not known'* | *gaierror* | *'o address'*) echo "name-not-found \${answer//\\"/}" ;;
    *FunctionError* | *errorMessage*) echo "not-tried \${answer//\\"/}" ;;
    *) echo "not-tried \${answer//\\"/}" ;;
  esac
}`,

  analysed: `# analysed SOURCE DESTINATION REGION PORT PROTOCOL: what Reachability Analyzer of AWS says of the way.
analysed() {
  local path analysis status found end=$((SECONDS + 300))
  if [[ -z $1 || -z $2 ]]; then echo 'not-tried one of its ends is nothing that is deployed here'; return 0; fi
  if ! path=$(aws ec2 create-network-insights-path --region "$3" --source "$1" --destination "$2" --protocol "$5" \${4:+--destination-port "$4"} --query NetworkInsightsPath.NetworkInsightsPathId --output text 2>&1); then
    echo "not-tried \${path//$'\\n'/ }"
    return 0
  fi
  analysis=$(aws ec2 start-network-insights-analysis --region "$3" --network-insights-path-id "$path" --query NetworkInsightsAnalysis.NetworkInsightsAnalysisId --output text) || exit 1
  while true; do
    status=$(aws ec2 describe-network-insights-analyses --region "$3" --network-insights-analysis-ids "$analysis" --query 'NetworkInsightsAnalyses[0].Status' --output text) || exit 1
    if [[ $status != running ]] || ((SECONDS > end)); then break; fi
    sleep "\${HOPWISE_PAUSE:-5}"
  done
  found=$(aws ec2 describe-network-insights-analyses --region "$3" --network-insights-analysis-ids "$analysis" --query 'NetworkInsightsAnalyses[0].NetworkPathFound' --output text) || exit 1
  aws ec2 delete-network-insights-analysis --region "$3" --network-insights-analysis-id "$analysis" >/dev/null
  aws ec2 delete-network-insights-path --region "$3" --network-insights-path-id "$path" >/dev/null
  case $status/$found in
    succeeded/True) echo 'succeeds Reachability Analyzer finds a way' ;;
    succeeded/*) echo 'connection-times-out Reachability Analyzer finds no way' ;;
    *) echo "not-tried the analysis is $status" ;;
  esac
}`,

  json_text: `# json_text TEXT: as it stands in JSON.
json_text() { printf '%s' "$1" | tr -d '\\000-\\037' | sed 's/\\\\/\\\\\\\\/g; s/"/\\\\"/g'; }`,

  judge: `# judge ID NAME EXPECTED SEEN: holds what was seen against what the simulation says, and tells it.
judge() {
  local outcome=\${4%% *} detail=\${4#* } word
  if [[ $outcome == not-tried ]]; then word='not tried' untried=$((untried + 1))
  elif [[ -z $3 ]]; then word=seen
  elif [[ " $3 " == *" $outcome "* ]]; then word=ok met=$((met + 1))
  else word=DIFFERS differ=$((differ + 1)); fi
  if [[ $json == yes ]]; then
    printf '{"id":"%s","at":"%s","outcome":"%s","detail":"%s"}\\n' "$(json_text "$1")" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(json_text "$outcome")" "$(json_text "$detail")"
  else
    printf '%-10s %-40s %-24s %-24s %s\\n' "$word" "$2" "\${3:--}" "$outcome" "$detail"
  fi
}`,
}

/**
 * Stands for the AWS CLI as deploy.sh, teardown.sh and verify.sh use it: keeps stacks in a folder of their own (FAKE_STACKS), in which a stack has
 * the parameters and tags that its last executed change set said. A change set with the parameters that a stack has already holds no changes. Writes down its calls in
 * FAKE_LOG. FAKE_ACCOUNT is whose the credentials are, or that of the profile where one is set (its name); FAKE_BROKEN is a stack whose changes fail,
 * FAKE_DONE what AWS answers to the question whether a step by hand was done, FAKE_REFUSED what it refuses of letting an endpoint in.
 */
export const FAKE_STACKS = `#!/usr/bin/env bash
set -u
echo "$*" >>"$FAKE_LOG"
service=$1 call=$2 stack='' query='' change=''
parameters='' tags='' id='' key=''
shift 2
while (($# > 0)); do
  case $1 in
    --stack-name) stack=$2; shift ;;
    --query) query=$2; shift ;;
    --change-set-name) change=$2; shift ;;
    --parameters) while (($# > 1)) && [[ $2 != --* ]]; do parameters="$parameters $2"; shift; done ;;
    --tags) tags=$2; shift ;;
  esac
  shift
done
at=$FAKE_STACKS/$stack
case $service/$call in
  sts/get-caller-identity) echo "\${AWS_PROFILE:-$FAKE_ACCOUNT}" ;;
  ssm/get-parameter) echo ami-0123456789abcdef0 ;;
  ssm/send-command) echo command-1 ;;
  ssm/get-command-invocation) if [[ $query == Status ]]; then echo Success; else echo "\${FAKE_SEEN:-succeeds 200}"; fi ;;
  lambda/invoke) echo '{"10.0.0.1": "connected"}' ;;
  ec2/describe-managed-prefix-lists) echo pl-63a5400a ;;
  ec2/accept-vpc-endpoint-connections) echo "\${FAKE_REFUSED:-None}" ;;
  ec2/describe-transit-gateway-peering-attachments | ec2/describe-vpc-endpoint-connections | route53/list-hosted-zones-by-vpc) echo "\${FAKE_DONE:-None}" ;;
  ec2/* | route53/*) ;;
  cloudformation/describe-stacks)
    if [[ ! -d $at ]]; then echo "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id $stack does not exist" >&2; exit 254; fi
    case $query in
      *StackStatus) cat "$at/status" ;;
      *ParameterKey) tr ' ' '\\n' <"$at/parameters" | sed -n 's/ParameterKey=\\([^,]*\\),.*/\\1/p' | tr '\\n' '\\t' ;;
      *hopwise:design*) sed 's/.*Value=//' "$at/tags" ;;
      *OutputKey==*) key=\${query#*\\'}; key=\${key%%\\'*}; echo "id-of-$key" ;;
      *Outputs*) echo None ;;
      *) echo None ;;
    esac
    ;;
  cloudformation/create-change-set)
    mkdir -p "$at"
    [[ -s $at/status ]] || echo REVIEW_IN_PROGRESS >"$at/status"
    echo "$parameters" >"$at/next"
    echo "$tags" >"$at/nexttags"
    ;;
  cloudformation/describe-change-set)
    if [[ $query == Changes* ]]; then printf 'Add\\tVpc1\\tAWS::EC2::VPC\\tNone\\n'
    elif [[ ! -f $at/parameters ]]; then printf 'CREATE_COMPLETE\\tNone\\n'
    elif cmp -s "$at/next" "$at/parameters" || ! grep -qv UsePreviousValue=true <(tr ' ' '\\n' <"$at/next" | grep . | grep -vxFf <(tr ' ' '\\n' <"$at/parameters" | grep . || echo none)); then
      printf "FAILED\\tThe submitted information didn't contain changes.\\n"
    else printf 'CREATE_COMPLETE\\tNone\\n'; fi
    ;;
  cloudformation/execute-change-set)
    if [[ $stack == "\${FAKE_BROKEN:-}" ]]; then echo ROLLBACK_COMPLETE >"$at/status"; exit 0; fi
    cp "$at/next" "$at/parameters"
    cp "$at/nexttags" "$at/tags"
    if [[ $(cat "$at/status") == REVIEW_IN_PROGRESS ]]; then echo CREATE_COMPLETE >"$at/status"; else echo UPDATE_COMPLETE >"$at/status"; fi
    ;;
  cloudformation/describe-stack-events) printf 'Vpc1\\tAWS::EC2::VPC\\tthe limit of VPCs is reached\\n' ;;
  cloudformation/delete-change-set) ;;
  cloudformation/delete-stack) rm -r "$at" ;;
  *) echo "the stand-in has no $service $call" >&2; exit 1 ;;
esac
`

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Stands for the AWS CLI: writes down its arguments, makes up ids, and says that everything is in the state that is waited for.
 * FAKE_FAIL is a call that fails (`ec2 create-subnet`) with the error code FAKE_CODE. The credentials are of FAKE_ACCOUNT, which is that of the
 * script's name or the builder's first one; what a call names with FAKE_STRANGE in it carries the tag FAKE_OWNER, or none. What VPC Lattice
 * makes is in the state FAKE_STATUS. FAKE_TAGS, where set, are the tags `hopwise:design` and `hopwise:id` of buckets, tables and queues that are there before.
 */
export const FAKE_AWS = `#!/usr/bin/env bash
printf '%s\\0' "$@" >>"$FAKE_LOG"
printf '\\n' >>"$FAKE_LOG"
if [[ "$1 $2" == "\${FAKE_FAIL:-}" ]]; then
  echo "An error occurred (\${FAKE_CODE:-UnauthorizedOperation}) when calling the operation: no" >&2
  exit 254
fi
if [[ " $* " == *' --dry-run '* ]]; then
  echo 'An error occurred (DryRunOperation) when calling the operation: Request would have succeeded, but DryRun flag is set.' >&2
  exit 254
fi
call=$2 query='' asked="$*"
while (($# > 0)); do if [[ $1 == --query ]]; then query=$2; fi; shift; done
number=$(wc -l <"$FAKE_LOG" | tr -d ' ')
# What was made is there, unless it is FAKE_GONE
if [[ $query == *Id && $asked =~ Name=(vpc-endpoint-id|nat-gateway-id|instance-id),Values=([^ ]+) ]]; then
  if [[ \${BASH_REMATCH[2]} != "\${FAKE_GONE:-}" ]]; then echo "\${BASH_REMATCH[2]}"; fi
  exit 0
fi
case $call/$query in
  get-caller-identity/*) echo "$FAKE_ACCOUNT"; exit 0 ;;
  # Whose a thing is: of the deployment that the record is of, unless it is FAKE_STRANGE
  */*"hopwise:design'].TagValue | [0]" | */*"hopwise:design'].Value | [0]" | */*"hopwise:design'].value | [0]" | */*'ags."hopwise:design"')
    if [[ $asked == *"\${FAKE_STRANGE:-nothing strange}"* ]]; then echo "\${FAKE_OWNER:-None}"; exit 0; fi
    cat "\${FAKE_LOG%/*}"/hopwise-state*.txt | awk '$3 == "design" { print $4; exit }'
    exit 0
    ;;
  describe-tags/*) exit 0 ;;
  get-bucket-tagging/* | list-tags-of-resource/*) printf '%s' "\${FAKE_TAGS:-}"; exit 0 ;;
  get-queue-url/*) if [[ -n \${FAKE_TAGS:-} ]]; then echo https://sqs.us-east-1.amazonaws.com/111122223333/any; fi; exit 0 ;;
  list-queue-tags/*) printf '%s' "\${FAKE_TAGS:-}"; exit 0 ;;
  describe-table/*) if [[ -n \${FAKE_TAGS:-} ]]; then echo arn:aws:dynamodb:us-east-1:111122223333:table/any; exit 0; fi ;;&
  describe-table/*) if [[ $FAKE_LOG == *teardown* ]]; then echo arn:aws:dynamodb:us-east-1:111122223333:table/any; exit 0; fi ;;
esac
# What a teardown waits for is gone
if [[ $FAKE_LOG == *teardown* && $query == *[Ss]tat* ]]; then exit 0; fi
case $call/$query in
  *Ipv6CidrBlockState.State) echo associated ;;
  *'PrefixLists[0].State') echo create-complete ;;
  describe-vpn-gateways/*State) echo attached ;;
  get-transit-gateway-route-table-associations/*) echo associated ;;
  get-*/status) echo "\${FAKE_STATUS:-ACTIVE}" ;;
  *Status.Code) echo active ;;
  *VpcEndpointState) if grep -q accept-vpc-endpoint-connections "$FAKE_LOG"; then echo available; else echo pendingAcceptance; fi ;;
  *'[0].State' | *'[0].ServiceState') echo available ;;
  *ResolverEndpoint.Status) echo OPERATIONAL ;;
  *FirewallStatus.Status) echo READY ;;
  *FirewallDomainList.Status) echo COMPLETE ;;
  *SyncStates*) echo "vpce-$number" ;;
  *AssociationSet*AssociationId) echo None ;;
  *.Ipv6CidrBlock) echo 2600:1f18:aa:bb00::/56 ;;
  *.NetworkAclAssociationId) echo aclassoc-1 ;;
  *'[0].RoleName') echo "role-$number" ;;
  *.PrivateIpAddress) echo 10.0.0.9 ;;
  *'[0].DNSName') echo "name-$number.example" ;;
  */*HostedZoneId,D*) echo "Z123 name-$number.example" ;;
  list-resource-record-sets/*) echo '{"Name":"a.example.","Type":"A"}' ;;
  *'[0].'*Arn) echo "arn:aws:any:us-east-1:111122223333:thing/$number" ;;
  *'[0].'*Id) echo "found-$number" ;;
  *'['*) ;;
  */ | get-role/* | get-user/* | get-policy/* | get-access-point/* | get-function/* | describe-table/* | describe-firewall/*Arn | describe-firewall-policy/* | describe-rule-group/*) ;;
  # as long as the longest ids of AWS's
  *) echo "id-0123456789abcdef012-$number" ;;
esac
`

export interface FakeRun {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** The calls in order, each as its arguments. */
  readonly calls: readonly (readonly string[])[]
}

/** Runs a script of `folder` (which holds FAKE_AWS as \`aws-fake\`) with the fake in the place of the AWS CLI. */
export function runWithFakeAws(
  folder: string,
  script: string,
  env: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): FakeRun {
  const log = join(folder, `${script}.log`)
  const before = callsIn(log).length
  const { status, stdout, stderr } = spawnSync('bash', [join(folder, script), ...options], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      HOPWISE_AWS: join(folder, 'aws-fake'),
      FAKE_LOG: log,
      FAKE_ACCOUNT: /\d{12}/.exec(script)?.[0] ?? '111122223333',
      ...env,
    },
  })
  return { status, stdout, stderr, calls: callsIn(log).slice(before) }
}

const callsIn = (log: string): string[][] =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\0\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\0'))
    : []

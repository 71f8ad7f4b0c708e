import type { PartName } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Bundle } from '../steps/bundle.ts'
import { OWNERS } from '../steps/owners.ts'
import { REMOVALS } from '../steps/steps.ts'
import { printLines, printReader } from './printLines.ts'
import { script, scriptStart } from './scriptHead.ts'

const caseOf = (name: string, commands: string): string =>
  [`    ${name})`, ...commands.split('\n').map((line) => `      ${line}`), '      ;;'].join('\n')

/** Names of parts whose owners are asked for by the same command share a case. */
function ownerCases(): string[] {
  const byCommand = new Map<string, PartName[]>()
  for (const [name] of REMOVALS) {
    const owner = OWNERS[name]
    const command = owner === null ? 'printf -- -' : printReader(null, owner)
    byCommand.set(command, [...(byCommand.get(command) ?? []), name])
  }
  return [...byCommand].map(([command, names]) => caseOf(names.join(' | '), command))
}

const SPLIT = `first=\${3%%,*} rest=\${3#*,} last=\${3##*/} vpc=\${3##*=}`

/** The script that deletes what the record holds, last made first, as far as it carries the tag of the deployment. */
export function writeTeardownScript(
  bundle: Bundle,
  stacks: readonly StackPlan[],
  create: string,
  teardown: string,
): string {
  const body = [
    '# owner TYPE REGION ID: the deployment whose tag it carries, nothing where it carries none or is not there; - where it goes with another one.',
    'owner() {',
    `  local type=$1 region=$2 id=$3 ${SPLIT}`,
    '  case $type in',
    ...ownerCases(),
    '    *) fail "cannot tell whose a $type is" ;;',
    '  esac',
    '}',
    '',
    '# remove TYPE REGION ID: deletes one resource and waits until it is gone where others depend on that.',
    'remove() {',
    `  local type=$1 region=$2 id=$3 ${SPLIT}`,
    '  case $type in',
    ...REMOVALS.map(([name, lines]) => caseOf(name, printLines(null, lines))),
    '    *) fail "cannot delete a $type" ;;',
    '  esac',
    '}',
    '',
    ...scriptStart(bundle, stacks),
    'if [[ ! -s $state ]]; then',
    `  say "Nothing is recorded in $state. If the record was lost, run ${create} again first: it finds what it made by its tags."`,
    '  exit 0',
    'fi',
    'lines=()',
    `while IFS= read -r line; do lines+=("$line"); done <"$state"`,
    `left='' seen=' ' regions=''`,
    `for ((i = \${#lines[@]} - 1; i >= 0; i--)); do`,
    `  read -r type region name id <<<"\${lines[i]}"`,
    '  if [[ $region == - ]]; then continue; fi # says what the record is of',
    '  seen="$seen$id "',
    '  if [[ " $regions " != *" $region "* ]]; then',
    '    guard "" "$region"',
    '    regions="$regions $region"',
    '  fi',
    '  if [[ $type != mark ]]; then # a mark goes with another resource',
    '    carries=$(owner "$type" "$region" "$id") || exit 1',
    '    begun="deleting - $name $id"',
    '    if [[ -z $carries || $carries == None ]]; then',
    '      if grep -qxF -- "$begun" "$state"; then # by a run that did not come to write it down',
    '        say "$name: $id is deleted already"',
    '        forget "$name"',
    `      elif [[ \${HOPWISE_FORGET:-no} == yes ]]; then`,
    '        say "forgotten: $name: $id"',
    '        forget "$name"',
    '      else',
    '        left="$left',
    '  $name: $id is not there, or does not carry the tag of $design"',
    '      fi',
    '      continue',
    '    fi',
    '    if [[ $carries != - && $carries != "$design" ]]; then',
    '      left="$left',
    '  $name: $id belongs to the deployment $carries"',
    '      continue',
    '    fi',
    '    if [[ -z $rehearsal ]]; then say "deleting $name: $id"; else say "$name: $id, to be deleted"; fi',
    `    printf '%s\\n' "$begun" >>"$state"`,
    '    keep=no',
    '    remove "$type" "$region" "$id"',
    '    if [[ $keep == yes ]]; then',
    '      grep -vxF -- "$begun" "$state" >"$state.new" || true',
    '      mv "$state.new" "$state"',
    '      continue',
    '    fi',
    '  fi',
    '  forget "$name"',
    'done',
    `if [[ -z $(awk '$2 != "-"' "$state") ]]; then rm -f "$state"; fi`,
    `still=''`,
    'for region in $regions; do',
    '  for id in $(tagged_ids "$region"); do',
    '    if [[ $seen != *" $id "* ]]; then still="$still $id"; fi',
    '  done',
    'done',
    'if [[ -n $still ]]; then',
    `  say "These still carry the tag of $design and are not in the record:$still"`,
    '  say "(AWS lists what it has deleted for about an hour. For anything else the record was lost once.)"',
    'fi',
    'if [[ -n $left ]]; then',
    '  say "Not deleted, and still in $state:$left"',
    '  say "HOPWISE_FORGET=yes takes out of the record what is not there or carries no tag; look first."',
    '  exit 1',
    'fi',
    'close_rehearsal',
    'say "All of it is deleted, except for what is named above as kept."',
  ].join('\n')
  const purpose = [
    `Deletes what ${create} made, last made first: what its record names and what carries the tag of the deployment.`,
    'What is not found stays in the record and is named at the end; any other error ends the script.',
    `  ${teardown} [--dry-run]`,
    '--dry-run changes nothing: it says what would be deleted, and has AWS say which calls it would allow.',
  ]
  return script(purpose, body)
}

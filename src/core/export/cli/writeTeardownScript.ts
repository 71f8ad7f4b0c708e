import { scriptHead } from './scriptHead.ts'
import { shellFunctionsFor } from './shellFunctionsFor.ts'
import { REMOVALS } from './steps.ts'

/** The script that deletes what the record holds, last made first. It is the same for every design. */
export function writeTeardownScript(create: string, stateFile: string): string {
  const cases = REMOVALS.map(([name, commands]) =>
    [`    ${name})`, ...commands.split('\n').map((line) => `      ${line}`), '      ;;'].join('\n'),
  )
  const body = [
    '# remove TYPE REGION ID: deletes one resource and waits until it is gone where others depend on that.',
    'remove() {',
    `  local type=$1 region=$2 id=$3 first=\${3%%,*} rest=\${3#*,} last=\${3##*/}`,
    '  case $type in',
    ...cases,
    '    mark) ;; # goes with another resource',
    '    *) fail "cannot delete a $type" ;;',
    '  esac',
    '}',
    '',
    'if [[ ! -s $state ]]; then',
    `  say "Nothing is recorded in $state. If the record was lost, run ${create} again first: it finds what it made by its tags."`,
    '  exit 0',
    'fi',
    'lines=()',
    `while IFS= read -r line; do lines+=("$line"); done <"$state"`,
    `for ((i = \${#lines[@]} - 1; i >= 0; i--)); do`,
    `  read -r type region name id <<<"\${lines[i]}"`,
    '  say "deleting $name: $id"',
    '  keep=no',
    '  remove "$type" "$region" "$id"',
    '  if [[ $keep == no ]]; then forget "$name"; fi',
    'done',
    'if [[ ! -s $state ]]; then rm -f "$state"; fi',
    'say "All of it is deleted, except for what is named above as kept."',
  ].join('\n')
  const purpose = [
    `Deletes what ${create} made, last made first. What is gone already is skipped; any other error ends the script.`,
  ]
  return `${scriptHead(purpose, stateFile)}\n\n${shellFunctionsFor(body)}\n\n${body}\n`
}

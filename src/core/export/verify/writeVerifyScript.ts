import type { Design } from '../../model/design.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import { scriptText } from '../commands/scriptText.ts'
import { settingLines } from '../commands/settingLine.ts'
import { printWord, regionWord } from '../commands/word.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import type { ReadDeployed } from '../readme/verifySection.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ExpectedAnswer } from '../types.ts'
import { type Check, checksOf } from './checksOf.ts'
import { VERIFY_FUNCTIONS } from './verifyFunctions.ts'

/** What a format says of the script that tries the saved requests. */
export interface VerifyWords {
  readonly deployment: string
  /** The line by which the script takes the credentials of a stack's account. */
  readonly as: (stack: StackPlan) => string
  /** Reads a fact of what was really deployed; `$design` is the name of the deployment. */
  readonly read: ReadDeployed
  readonly profiles: string
}

/** The script that tries the saved requests on what was deployed, and holds them against the simulation. */
export function writeVerifyScript(
  design: Design,
  plan: ExportPlan,
  answers: readonly ExpectedAnswer[],
  words: VerifyWords,
): string {
  const checks = checksOf(design, plan, answers, words.read).flatMap((one) => ['', ...checkLines(one, words)])
  const text = checks.join('\n')
  const body = [
    `here=$(cd "$(dirname "$0")" && pwd)`,
    `own_profile=\${AWS_PROFILE:-}`,
    'options "$@"',
    ...settingLines(
      variablesOf(plan.stacks).filter(({ name }) => text.includes(`"$${name}"`)),
      words.deployment,
    ),
    'met=0 differ=0 untried=0',
    'if [[ $analyse == yes && $yes == no ]]; then',
    '  read -r -p "Each analysis by Reachability Analyzer costs money (0.10 USD in most Regions). Go on? [y/N] " answer || answer=n',
    '  [[ $answer == [yY]* ]] || fail "Nothing was done."',
    'fi',
    `if [[ $json == no ]]; then printf '%-10s %-40s %-24s %-24s %s\\n' '' Request Expected Seen Detail; fi`,
    ...checks,
    '',
    'if [[ $json == no ]]; then heading "$met as expected, $differ different, $untried not tried."; fi',
    'if ((differ > 0)); then exit 1; fi',
  ].join('\n')
  const purpose = [
    `Tries the saved requests of the design “${design.title}” on what was deployed, and holds them against the simulation.`,
    `  verify.sh [--env NAME] [--local] [--reachability [--yes]] [--json] ${words.profiles}`,
    'Requests start at their clients, by Run Command of Systems Manager or by the function itself; --local starts all of them here.',
    '--reachability asks Reachability Analyzer instead, which costs money. --json prints a line of JSON for each request.',
    'The exit code is 1 where something is not as expected. What cannot be tried says so, and is not counted.',
  ]
  return scriptText({ purpose, quiet: 'SC1112,SC2034,SC2016', strict: 'set -uo pipefail' }, VERIFY_FUNCTIONS, body)
}

function checkLines({ id, title, expected, target, typed, stack, ...one }: Check, words: VerifyWords): string[] {
  const to = typed === null ? target.word : printWord(typed.stack, typed.value)
  const rest = `${to} '${one.port}' ${one.protocol}`
  const region = stack ? regionWord(stack) : ''
  const analyse =
    one.ends === null
      ? `seen='not-tried Reachability Analyzer takes ends that are deployed here'`
      : `seen=$(analysed "$(${one.ends.source})" "$(${one.ends.destination})" ${region} '${one.port}' ${one.protocol})`
  const first =
    target.typed === null
      ? [
          'if [[ -z $target ]]; then',
          `  seen='not-tried the target is not deployed'`,
          'elif [[ $analyse == yes ]]; then',
        ]
      : ['if [[ $analyse == yes ]]; then']
  return [
    `# ${title}`,
    ...(stack ? [words.as(stack)] : []),
    ...target.lines,
    ...first,
    `  ${analyse}`,
    'elif [[ $here_only == yes ]]; then',
    `  seen=$(probe ${rest})`,
    'else',
    `  ${thereLine(one.start, region, to, rest, one.port)}`,
    'fi',
    ['judge', quoteShell(id), quoteShell(title), quoteShell(expected), '"$seen"'].join(' '),
  ]
}

/** How a request is made from where it starts. */
function thereLine(start: Check['start'], region: string, to: string, rest: string, port: string): string {
  if ('not' in start) return `seen=${quoteShell(`not-tried ${start.not}`)}`
  return start.from === 'instance'
    ? `seen=$(from_instance "$(${start.by})" ${region} ${rest})`
    : `seen=$(from_function "$(${start.by})" ${region} ${to} ${port})`
}

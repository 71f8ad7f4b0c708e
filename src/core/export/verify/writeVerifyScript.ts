import type { Design, SavedRequest } from '../../model/design.ts'
import { placed, regional } from '../aws/value.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import { scriptText } from '../commands/scriptText.ts'
import { settingLines } from '../commands/settingLine.ts'
import { printWord, regionWord } from '../commands/word.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import { findConstruct, lookIn, type ReadDeployed, targetOf } from '../readme/verifySection.ts'
import { printable } from '../text/printable.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { ExpectedAnswer } from '../types.ts'
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
  const expected = new Map(answers.map((one) => [one.id, one]))
  const checks = design.requests.flatMap((saved) => [
    '',
    ...checkLines(design, plan, saved, expected.get(saved.id), words),
  ])
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

/** The outcomes that agree with the answer, apart by spaces; empty where nothing can be said. */
function outcomesOf(answer: ExpectedAnswer | undefined): string {
  if (!answer || answer.verdict === 'cannot-tell') return ''
  if (answer.verdict === 'succeeds') return 'succeeds'
  const symptom = answer.symptom ?? ''
  return answer.verdict === 'partly' ? `succeeds ${symptom}`.trim() : symptom
}

function checkLines(
  design: Design,
  plan: ExportPlan,
  saved: SavedRequest,
  answer: ExpectedAnswer | undefined,
  words: VerifyWords,
): string[] {
  const { request } = saved
  const look = lookIn(plan, words.read)
  const from = findConstruct(design, request.from)
  const target = targetOf(design, request.to, look)
  const port = request.protocol === 'icmp' ? '' : `${request.port ?? 443}`
  const title = printable(saved.name === '' ? saved.id : saved.name)
  const judge = (seen: string): string =>
    ['judge', quoteShell(saved.id), quoteShell(title), quoteShell(outcomesOf(answer)), seen].join(' ')
  const stack = from ? plan.stacks.find(({ byKey }) => byKey.has(from.id)) : undefined
  // An address moves along with its VPC, and a name with its Region
  const place = stack ?? plan.stacks[0]
  const to =
    target.typed === null || !place
      ? target.word
      : printWord(
          place,
          target.isName ? regional(target.typed) : placed(target.typed, { construct: from ?? { id: '' } }),
        )
  const local = `seen=$(probe ${to} '${port}' ${request.protocol})`
  const lines = [`# ${title}`, ...(stack ? [words.as(stack)] : []), ...target.lines]
  const [there, source] = startsAt(from, stack, to, port, request.protocol, look)
  const aim = findConstruct(design, request.to)
  const destination = aim && (look(aim, 'instance', 'id') ?? look(aim, 'interface-endpoint', 'id'))
  const analyse =
    source === null || !destination || !stack
      ? `seen='not-tried Reachability Analyzer takes ends that are deployed here'`
      : `seen=$(analysed "$(${source})" "$(${destination})" ${regionWord(stack)} '${port}' ${request.protocol})`
  const first =
    target.typed === null
      ? [
          'if [[ -z $target ]]; then',
          `  seen='not-tried the target is not deployed'`,
          'elif [[ $analyse == yes ]]; then',
        ]
      : ['if [[ $analyse == yes ]]; then']
  return [
    ...lines,
    ...first,
    `  ${analyse}`,
    'elif [[ $here_only == yes ]]; then',
    `  ${local}`,
    'else',
    `  ${there}`,
    'fi',
    judge('"$seen"'),
  ]
}

/** How a request is made from where it starts, and the command for the id of that. */
function startsAt(
  from: ReturnType<typeof findConstruct>,
  stack: StackPlan | undefined,
  to: string,
  port: string,
  protocol: string,
  look: ReturnType<typeof lookIn>,
): readonly [line: string, source: string | null] {
  const not = (why: string): readonly [string, null] => [`seen=${quoteShell(`not-tried ${why}`)}`, null]
  if (from?.kind !== 'client' || !stack)
    return not('it starts at nothing that is deployed here; --local tries it from where you are')
  const part = stack.byKey.get(from.id)
  const id = part?.name === 'instance' ? look(from, 'instance', 'id') : null
  if (id !== null)
    return from.operatingSystem === 'windows'
      ? [not('it starts at a Windows instance')[0], id]
      : [`seen=$(from_instance "$(${id})" ${regionWord(stack)} ${to} '${port}' ${protocol})`, id]
  const name = look(from, 'lambda-function', 'function')
  if (name !== null)
    return protocol === 'tcp'
      ? [`seen=$(from_function "$(${name})" ${regionWord(stack)} ${to} ${port})`, null]
      : not('a function tries TCP only')
  return not('it starts at a client that runs no commands')
}

import type { Design } from '../../model/design.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import type { ReadDeployed } from '../readme/verifySection.ts'
import type { ExpectedAnswer } from '../types.ts'
import { type Check, checksOf } from '../verify/checksOf.ts'
import { regionExpression, wordExpression } from './expression.ts'
import { quotePowerShell } from './quotePowerShell.ts'
import { scriptText, settingLines } from './scriptText.ts'
import { VERIFY_FUNCTIONS } from './verifyFunctions.ts'

/** How the script reaches what the others made. */
export interface VerifyWords {
  readonly deployment: string
  /** The line by which the script takes the credentials of a stack's account. */
  readonly as: (stack: StackPlan) => string
  readonly read: ReadDeployed
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
    ...settingLines(
      variablesOf(plan.stacks).filter(({ name }) => text.includes(`$value['${name}']`)),
      words.deployment,
    ),
    `$other = if ($design -cne '${words.deployment}') { '-' + $design } else { '' }`,
    '$met = 0; $differ = 0; $untried = 0',
    'if ($Reachability -and -not $Yes) {',
    `  $wish = Read-Host 'Each analysis by Reachability Analyzer costs money (0.10 USD in most Regions). Go on? [y/N]'`,
    `  if ($wish -notlike 'y*') { Fail 'Nothing was done.' }`,
    '}',
    `if (-not $Json) { '{0,-10} {1,-40} {2,-24} {3,-24} {4}' -f '', 'Request', 'Expected', 'Seen', 'Detail' }`,
    ...checks,
    '',
    'if (-not $Json) { Say "$met as expected, $differ different, $untried not tried." }',
    'if ($differ -gt 0) { exit 1 }',
  ].join('\n')
  const purpose = [
    `Tries the saved requests of the design “${design.title}” on what was deployed, and holds them against the simulation.`,
    '  verify.ps1 [-Local] [-Reachability [-Yes]] [-Json] [-ProfileName PROFILE] [-Profiles @{ ACCOUNT = PROFILE }]',
    'Requests start at their clients, by Run Command of Systems Manager or by the function itself; -Local starts all of them here.',
    '-Reachability asks Reachability Analyzer instead, which costs money. -Json prints a line of JSON for each request.',
    'The exit code is 1 where something is not as expected. What cannot be tried says so, and is not counted.',
  ]
  const parameters = [
    '[switch]$Local',
    '[switch]$Reachability',
    '[switch]$Yes',
    '[switch]$Json',
    '[string]$ProfileName',
    '[hashtable]$Profiles = @{}',
  ]
  return scriptText(purpose, parameters, VERIFY_FUNCTIONS, body)
}

function checkLines({ id, title, expected, target, typed, stack, ...one }: Check, words: VerifyWords): string[] {
  const to =
    typed !== null
      ? wordExpression(typed.stack, typed.value)
      : target.typed === null
        ? '$target'
        : quotePowerShell(target.typed)
  const rest = `${to} '${one.port}' '${one.protocol}'`
  const region = stack ? regionExpression(stack) : "''"
  const analyse =
    one.ends === null
      ? `$seen = 'not-tried Reachability Analyzer takes ends that are deployed here'`
      : `$seen = Analysed (${one.ends.source}) (${one.ends.destination}) ${region} '${one.port}' '${one.protocol}'`
  const first =
    target.typed === null
      ? ['if (-not $target) {', `  $seen = 'not-tried the target is not deployed'`, '} elseif ($Reachability) {']
      : ['if ($Reachability) {']
  return [
    `# ${title}`,
    ...(stack ? [words.as(stack)] : []),
    ...targetLines(target),
    ...first,
    `  ${analyse}`,
    '} elseif ($Local) {',
    `  $seen = Probe ${rest}`,
    '} else {',
    `  ${thereLine(one.start, region, to, rest, one.port)}`,
    '}',
    ['Judge', quotePowerShell(id), quotePowerShell(title), quotePowerShell(expected), '$seen'].join(' '),
  ]
}

/** Reads where the request goes, where that is not typed. */
function targetLines({ typed, read, missing }: Check['target']): string[] {
  if (typed !== null) return []
  if (read === null) return [`$target = '' # the address of ${missing}, which is not deployed with this`]
  const named = [
    ...(read.before === '' ? [] : [quotePowerShell(read.before)]),
    "($target -replace '^\\*\\.', '')",
    ...(read.after === '' ? [] : [quotePowerShell(read.after)]),
  ].join(' + ')
  return [
    `$target = ${read.by}`,
    ...(read.before === '' && read.after === '' ? [] : [`if ($target) { $target = ${named} }`]),
  ]
}

/** How a request is made from where it starts. */
function thereLine(start: Check['start'], region: string, to: string, rest: string, port: string): string {
  if ('not' in start) return `$seen = ${quotePowerShell(`not-tried ${start.not.replace('--local', '-Local')}`)}`
  return start.from === 'instance'
    ? `$seen = FromInstance (${start.by}) ${region} ${rest}`
    : `$seen = FromFunction (${start.by}) ${region} ${to} '${port}'`
}

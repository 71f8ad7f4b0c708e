import { DEPLOYMENT_NAME } from '../../model/deploySettings.ts'
import { accountNumbered } from '../aws/value.ts'
import { functionsFor } from '../commands/functionsFor.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { VARIABLE_FORMS, type Variable } from '../plan/variables.ts'
import type { Bundle } from '../steps/bundle.ts'
import { printable } from '../text/printable.ts'
import { MODULES } from './cmdlets.ts'
import { regionExpression, wordExpression } from './expression.ts'
import { quotePowerShell } from './quotePowerShell.ts'

/** A script of PowerShell, with those of the functions that its body calls, and what it takes of AWS Tools for PowerShell. */
export function scriptText(
  purpose: readonly string[],
  parameters: readonly string[],
  functions: Readonly<Record<string, string>>,
  body: string,
): string {
  const called = functionsFor(functions, body)
  return [
    ...purpose.map((line) => `# ${printable(line)}`),
    `param(${parameters.join(', ')})`,
    `Set-StrictMode -Off`,
    `$ErrorActionPreference = 'Stop'`,
    `$ConfirmPreference = 'None'`,
    `$ProgressPreference = 'SilentlyContinue'`,
    '# Cmdlets take the credentials of this profile, where one is said',
    '$PSDefaultParameterValues = @{}',
    `if ($ProfileName) { $PSDefaultParameterValues['*:ProfileName'] = $ProfileName }`,
    ...requireModules(`${called}\n${body}`),
    '',
    called,
    '',
    body,
    '',
  ].join('\n')
}

/** Loads what the script calls: the modules of each service, or the one of all. */
function requireModules(text: string): string[] {
  const prefixes = Object.keys(MODULES).sort((a, b) => b.length - a.length)
  const used = new Set(
    [...text.matchAll(/\b[A-Z][a-z]+-([A-Z][A-Za-z0-9]+)/g)].flatMap(([, noun]) => {
      const prefix = prefixes.find((one) => noun!.startsWith(one))
      return prefix === undefined ? [] : [MODULES[prefix]!]
    }),
  )
  const names = [...used].sort().map((name) => `'AWS.Tools.${name}'`)
  return [
    `if (-not (Get-Module -Name 'AWSPowerShell.NetCore', 'AWSPowerShell')) { Import-Module -MinimumVersion '5.0' -Name ${names.join(', ')} }`,
    '# Lists come whole, whatever the session is set to',
    `$AWSPowerShell_AutoIteration_Mode = 'standard'`,
  ]
}

/** What the environment says, else what is drawn, and which deployment is meant. */
export const settingLines = (variables: readonly Variable[], deployment: string): readonly string[] => [
  '$here = $PSScriptRoot',
  '$said = New-Object System.Collections.Hashtable',
  '$value = New-Object System.Collections.Hashtable',
  `if ($env:HOPWISE_ENV) { ReadEnvironment (Join-Path (Join-Path $here 'environments') "$($env:HOPWISE_ENV).env") }`,
  ...variables.map(({ name, kind, drawn }) => {
    const [pattern, words] = VARIABLE_FORMS[kind]
    return `$value['${name}'] = Setting '${name}' ${[drawn, pattern, words].map(quotePowerShell).join(' ')}`
  }),
  `$design = Said 'HOPWISE_NAME'`,
  `if (-not $design) { $design = '${deployment}' }`,
  `if ($design -cnotmatch '^${DEPLOYMENT_NAME.pattern}\\z') { Fail 'HOPWISE_NAME must be ${DEPLOYMENT_NAME.words}' }`,
]

/** Which deployment is meant, where its record is, and whether the credentials are those of its account: nothing is asked of AWS before. */
export const scriptStart = (
  { accountId, variables, deployment, record }: Bundle,
  stacks: readonly StackPlan[],
): readonly string[] => [
  '# HOPWISE_ENV=NAME deploys to an environment: environments/NAME.env says what is other than drawn there',
  ...settingLines(variables, deployment),
  '# A deployment under another name has a record of its own',
  `$other = if ($design -cne '${deployment}') { '-' + $design } else { '' }`,
  `$state = Said 'HOPWISE_STATE'`,
  `if (-not $state) { $state = Join-Path $here ('${record}' + $other + '.txt') }`,
  '$state = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($state)',
  '$id = New-Object System.Collections.Hashtable',
  '$block = New-Object System.Collections.Hashtable',
  `Guard ${accountExpression(accountId, stacks)} @(${stacks.map(regionExpression).join(', ')})`,
]

/** The number of the drawn account; empty where it has none. */
export const accountExpression = (accountId: string, [first]: readonly StackPlan[]): string =>
  /^\d{12}$/.test(accountId) ? wordExpression(first!, accountNumbered(accountId)) : "''"

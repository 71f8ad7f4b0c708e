import { accountNumbered } from '../aws/value.ts'
import { scriptText } from '../commands/scriptText.ts'
import { settingLines } from '../commands/settingLine.ts'
import { printWord, regionWord } from '../commands/word.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { Bundle } from '../steps/bundle.ts'
import { SHELL_FUNCTIONS } from './shellFunctions.ts'

/** A script with the functions that it calls. */
export const script = (purpose: readonly string[], body: string): string =>
  // Some ids are read by the scripts beside this one
  scriptText({ purpose, quiet: 'SC1112,SC2034', strict: 'set -euo pipefail' }, SHELL_FUNCTIONS, body)

/** Which deployment is meant, where its record is, and whether the credentials are those of its account: nothing is asked of AWS before. */
export const scriptStart = (
  { accountId, variables, deployment, record }: Bundle,
  stacks: readonly StackPlan[],
): readonly string[] => [
  `here=$(cd "$(dirname "$0")" && pwd)`,
  `rehearsal=''`,
  `case $* in '' | --dry-run) ;; *) usage ;; esac`,
  '# HOPWISE_ENV=NAME deploys to an environment: environments/NAME.env says what is other than drawn there',
  ...settingLines(variables, deployment),
  '# A deployment under another name has a record of its own',
  `other=''`,
  `if [[ $design != ${deployment} ]]; then other=-$design; fi`,
  `state=\${HOPWISE_STATE:-$here/${record}$other.txt}`,
  ['guard', accountWord(accountId, stacks), ...stacks.map(regionWord)].join(' '),
  'if [[ $* == --dry-run ]]; then',
  '  rehearse',
  'fi',
]

/** The number of the drawn account as a word; empty where it has none. */
export const accountWord = (accountId: string, [first]: readonly StackPlan[]): string =>
  /^\d{12}$/.test(accountId) ? printWord(first!, accountNumbered(accountId)) : "''"

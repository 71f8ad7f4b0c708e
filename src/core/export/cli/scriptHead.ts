import { scriptText } from '../commands/scriptText.ts'
import { settingLines } from '../commands/settingLine.ts'
import type { Variable } from '../plan/variables.ts'
import { SHELL_FUNCTIONS } from './shellFunctions.ts'

/** What the scripts of one account share. */
export interface Bundle {
  /** As drawn. */
  readonly accountId: string
  readonly regionCodes: readonly string[]
  /** What differs between environments. */
  readonly variables: readonly Variable[]
  /** The words that stand for the number of the account and for its Regions. */
  readonly account: string
  readonly regions: readonly string[]
  /** Identity of the deployment, unless HOPWISE_NAME says another. */
  readonly deployment: string
  /** Name of the record, without its ending. */
  readonly record: string
}

/** A script with the functions that it calls. */
export const script = (purpose: readonly string[], body: string): string =>
  // Some ids are read by the scripts beside this one
  scriptText({ purpose, quiet: 'SC1112,SC2034', strict: 'set -euo pipefail' }, SHELL_FUNCTIONS, body)

/** Which deployment is meant, where its record is, and whether the credentials are those of its account: nothing is asked of AWS before. */
export const scriptStart = ({ account, regions, variables, deployment, record }: Bundle): readonly string[] => [
  `here=$(cd "$(dirname "$0")" && pwd)`,
  `rehearsal=''`,
  `case $* in '' | --dry-run) ;; *) usage ;; esac`,
  '# HOPWISE_ENV=NAME deploys to an environment: environments/NAME.env says what is other than drawn there',
  ...settingLines(variables, deployment),
  '# A deployment under another name has a record of its own',
  `other=''`,
  `if [[ $design != ${deployment} ]]; then other=-$design; fi`,
  `state=\${HOPWISE_STATE:-$here/${record}$other.txt}`,
  ['guard', account, ...regions].join(' '),
  'if [[ $* == --dry-run ]]; then',
  '  rehearse',
  'fi',
]

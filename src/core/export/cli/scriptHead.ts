import { DEPLOYMENT_NAME } from '../../model/deploySettings.ts'
import { settingLine } from '../commands/settingLine.ts'
import type { Variable } from '../plan/variables.ts'

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

/** The first lines of both scripts. Comments are made one line each, whatever the design's title holds. */
export const scriptHead = (purpose: readonly string[]): string =>
  [
    '#!/usr/bin/env bash',
    ...purpose.map((line) => `# ${line.replace(/[^\P{C}]/gu, ' ')}`),
    // texts of the design may hold typographic quotes, and some ids are read by the scripts beside this one
    '# shellcheck disable=SC1112,SC2034',
    'set -euo pipefail',
    "export AWS_PAGER=''",
  ].join('\n')

/** Which deployment is meant, where its record is, and whether the credentials are those of its account: nothing is asked of AWS before. */
export const scriptStart = ({ account, regions, variables, deployment, record }: Bundle): readonly string[] => [
  `here=$(cd "$(dirname "$0")" && pwd)`,
  '# HOPWISE_ENV=NAME deploys to an environment: environments/NAME.env says what is other than drawn there',
  `if [[ -n \${HOPWISE_ENV:-} ]]; then environment "$here/environments/$HOPWISE_ENV.env"; fi`,
  ...variables.map(settingLine),
  `design=\${HOPWISE_NAME:-${deployment}}`,
  `[[ $design =~ ${DEPLOYMENT_NAME.source} ]] || fail "HOPWISE_NAME must be a letter and at most 31 letters, digits and dashes"`,
  '# A deployment under another name has a record of its own',
  `other=''`,
  `if [[ $design != ${deployment} ]]; then other=-$design; fi`,
  `state=\${HOPWISE_STATE:-$here/${record}$other.txt}`,
  ['guard', account, ...regions].join(' '),
]

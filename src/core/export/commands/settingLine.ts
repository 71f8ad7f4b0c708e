import { DEPLOYMENT_NAME } from '../../model/deploySettings.ts'
import { VARIABLE_FORMS, type Variable } from '../plan/variables.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** Sets the variable of what differs between environments. */
export function settingLine({ name, kind, drawn }: Variable): string {
  const [pattern, words] = VARIABLE_FORMS[kind]
  return `${name}=$(${['setting', name, ...[drawn, pattern, words].map(quoteShell)].join(' ')})`
}

/** What the environment says, else what is drawn, and which deployment is meant. */
export const settingLines = (variables: readonly Variable[], deployment: string): readonly string[] => [
  `if [[ -n \${HOPWISE_ENV:-} ]]; then environment "$here/environments/$HOPWISE_ENV.env"; fi`,
  ...variables.map(settingLine),
  `design=\${HOPWISE_NAME:-${deployment}}`,
  `[[ $design =~ ^${DEPLOYMENT_NAME.pattern}$ ]] || fail "HOPWISE_NAME must be ${DEPLOYMENT_NAME.words}"`,
]

/** The same where nothing reads settings, as in a guide: what is drawn. */
export const plainSetting = ({ name, drawn }: Variable): string => `${name}=${quoteShell(drawn)}`

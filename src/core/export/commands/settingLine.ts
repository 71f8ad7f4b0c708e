import { VARIABLE_FORMS, type Variable } from '../plan/variables.ts'
import { quoteShell } from '../text/quoteShell.ts'

/** Sets the variable of what differs between environments. */
export function settingLine({ name, kind, drawn }: Variable): string {
  const [pattern, words] = VARIABLE_FORMS[kind]
  return `${name}=$(${['setting', name, ...[drawn, pattern, words].map(quoteShell)].join(' ')})`
}

/** The same where nothing reads settings, as in a guide: what is drawn. */
export const plainSetting = ({ name, drawn }: Variable): string => `${name}=${quoteShell(drawn)}`

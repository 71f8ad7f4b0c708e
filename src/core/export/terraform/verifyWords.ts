import type { Design } from '../../model/design.ts'
import { accountNumbered } from '../aws/value.ts'
import { printWord, regionWord } from '../commands/word.ts'
import type { StackPlan } from '../plan/planExport.ts'
import type { DeployedFact } from '../readme/verifySection.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { labelsOf } from '../text/labelsOf.ts'
import { quoteShell } from '../text/quoteShell.ts'
import type { VerifyWords } from '../verify/writeVerifyScript.ts'
import { outputName } from './outputs.ts'
import type { Written } from './written.ts'

/** Which output tells a fact. */
export const PREFIXES: Readonly<Record<DeployedFact, string>> = {
  address: 'private_ip',
  name: 'dns_name',
  function: 'name',
  api: 'id',
  id: 'id',
}

/** How verify.sh reaches what the modules made: by their outputs, in the workspace of the environment. */
export function verifyWords(design: Design, modules: readonly Written[]): VerifyWords {
  const numbers = [...new Set(modules.map(({ built }) => built.stack.accountId))]
  const labels = labelsOf(numbers)
  const optionOf = (label: string): string => `--profile${label === '' ? '' : `-${label}`}`
  return {
    deployment: deploymentOf(design),
    as: (stack: StackPlan) => {
      const label = labels[numbers.indexOf(stack.accountId)]!
      const number = /^\d{12}$/.test(stack.accountId) ? printWord(stack, accountNumbered(stack.accountId)) : "''"
      return `as ${quoteShell(label)} ${number} ${regionWord(stack)} ${optionOf(label)}`
    },
    read: (part, stack, fact) => {
      const { folder } = modules.find(({ built }) => built.stack === stack)!
      return `applied ${quoteShell(folder)} ${outputName(stack, PREFIXES[fact], part.key)}`
    },
    profiles: labels.map((label) => `[${optionOf(label)} PROFILE]`).join(' '),
  }
}

import type { Design, Environment } from '../../model/design.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import type { ExportFile } from '../types.ts'
import { environmentFile, existingIn } from './environmentFile.ts'

/** What each environment says, for all scripts alike. */
export function environmentFiles(design: Design, { stacks }: ExportPlan): ExportFile[] {
  const [first] = stacks
  if (!first) return []
  const variables = variablesOf(stacks)
  return (design.deploy?.environments ?? []).map((environment) => {
    const ids = new Map(stacks.flatMap((stack) => idsIn(stack, environment)))
    return environmentFile(design, environment, variables, first.drawn, [...ids])
  })
}

/** Scripts ask for the id of what may exist by the name of the part. */
const idsIn = (stack: StackPlan, environment: Environment): (readonly [string, string])[] =>
  existingIn(stack, environment).map(([name, id]) => [name.replace(/^Existing/, ''), id])
